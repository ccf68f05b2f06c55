import type { Issue, IssueMessages, IssueParams, KnownIssue } from "interakt-wasm";
import { phone, trackUser } from "interakt-wasm/customer";
import { en } from "interakt-wasm/messages/en";
import { hi } from "interakt-wasm/messages/hi";

export const own: IssueMessages = {
  ...en,
  "recipient.missing": "Who are you?",
  "string.too_long": ({ limit, actual }) => `${actual - limit} too many`,
  "object.missing_key": (_, { path }: Issue) => `${path.at(-1)}?`,
  "phone.dropped_trunk_prefix": ({ dropped }) => dropped.toUpperCase(),
  "type.expected": ({ expected, actual }) => {
    const both: string = expected.includes("Blob") ? actual : `${expected.length}`;
    return both;
  },
  // @ts-expect-error: a message is a text, or a function that gives one
  "string.empty": 1,
  // @ts-expect-error: no list has a unit
  "list.too_long": ({ unit }) => `${unit}`,
};

export const misspelt: IssueMessages = {
  ...en,
  // @ts-expect-error: there is no such code
  "string.to_long": "Too long.",
};

export const rare: IssueMessages = {
  // @ts-expect-error: the country may be missing
  "phone.too_short": ({ country }) => country.toLowerCase(),
  // @ts-expect-error: JSON has no such type
  "type.null": ({ expected }) => (expected[0] === "text" ? "Text" : ""),
  "json.unserializable": ({ reason }) => (reason === "circular" ? "A circle" : reason),
};

trackUser.validate({}, { messages: hi, maxIssues: 3 });
trackUser.validate({}, { messages: { ...hi, "recipient.missing": undefined } });
// @ts-expect-error: a catalogue, not its name
trackUser.validate({}, { messages: "hi" });
phone.parse("98765", { messages: en });

const hindi = trackUser.with({ messages: hi });
const checked = hindi.with({ maxIssues: 5 }).validate({});
export const name: "trackUser" = hindi.name;
export const phoneNumber = checked.ok ? checked.value.phoneNumber : undefined;

export function tell(issue: Issue): string | number {
  const known = issue as KnownIssue;
  switch (known.code) {
    case "string.too_long":
      return known.params.limit;
    case "enum.unknown":
      return known.params.suggestion ?? known.params.allowed.join();
    case "string.empty":
      // @ts-expect-error: it has none
      return known.params.limit;
    default:
      return known.message;
  }
}

export const params: IssueParams["phone.leading_zero"] = { countryCode: 91, country: "IN" };
export const notes: keyof IssueParams = "phone.read_link";
