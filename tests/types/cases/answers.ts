// What a caller reads from answers.
import type {
  ApprovedButton,
  ApprovedTemplate,
  Customer,
  Issue,
  KnownIssueCode,
  ListTemplatesAnswer,
  ListUsersAnswer,
  OperationName,
  OperationTypes,
  SendMessageAnswer,
} from "interakt-wasm";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export function idOf(answer: SendMessageAnswer): string {
  return answer.id;
}

export function misspelt(answer: SendMessageAnswer): unknown {
  // @ts-expect-error: no such key
  return answer.identifier;
}

export function traits(answer: ListUsersAnswer): unknown[] {
  return answer.data.customers.map((customer: Customer) => customer.traits?.name);
}

export function nullable(customer: Customer): string {
  // @ts-expect-error: may be null
  return customer.user_id;
}

export function decoded(template: ApprovedTemplate): string[] {
  const examples: string[] = template.body_text ?? [];
  const labels = (template.buttons ?? []).map((button: ApprovedButton) => button.text);
  return [...examples, ...labels];
}

// Lists of values in answers are never complete: others can be compared with and passed on.
export function states(answer: ListTemplatesAnswer): string[] {
  const template = answer.results.templates[0];
  if (template?.approval_status === "APPROVED") return ["can be sent"];
  if (template?.approval_status === "PAUSED") return ["rests"];
  const status: string = template?.approval_status ?? "";
  return [status];
}

export const newCategory: ApprovedTemplate["category"] = "SERVICE";

export function call<Name extends OperationName>(
  name: Name,
  input: OperationTypes[Name]["input"],
): OperationTypes[Name]["answer"] {
  throw new Error(`${name} ${JSON.stringify(input)}`);
}

export const sent: Same<ReturnType<typeof call<"sendMessage">>, SendMessageAnswer> = true;

// @ts-expect-error: the input of another operation
call("getUserById", { phoneNumber: "9876543210" });

export const names: Same<
  OperationName,
  | "trackUser"
  | "trackEvent"
  | "createCampaign"
  | "listUsers"
  | "getUserByPhone"
  | "getUserById"
  | "sendMessage"
  | "createTemplate"
  | "uploadMedia"
  | "listTemplates"
  | "assignChat"
  | "sendRcs"
> = true;

export const codes: KnownIssueCode[] = [
  "string.too_long",
  "object.unknown_key",
  "recipient.both_forms",
  "phone.leading_zero",
  "phone.not_mobile",
  "country_code.unknown",
  "language.unknown",
  "rcs.tall_in_small_width",
];
export const params: Issue["params"][] = [
  { countryCode: 91, country: "IN", name: "India", lengths: [10], actual: 9 },
  { allowed: ["Text", "Image"], suggestion: "Text" },
  // @ts-expect-error: a list holds one kind
  { lengths: ["9", 10] },
];
// @ts-expect-error: no such code
export const noCode: KnownIssueCode = "string.too_loud";
