// Inputs as programs build them up: in constants, by spreads and conditions, read again and changed.
import type {
  InputOf,
  Interakt,
  Message,
  Recipient,
  SendMessageInput,
  TextMessage,
  TrackUserInput,
} from "interakt-wasm";
import { sendMessage, trackUser } from "interakt-wasm";

declare const client: Interakt;
declare const row: { code: string; phone: string; full?: string; id?: string };
declare const isVip: boolean;

const to = { countryCode: "+91", phoneNumber: "9876543210" };
const text = { type: "Text", data: { message: "Hi" } } as const;

// A constant of the type's own, one that is only checked, and one that nothing is said of.
export const own: TextMessage = { ...to, ...text };
export const checked = { ...to, ...text } satisfies SendMessageInput;
const plain = { ...to, type: "Text" as const, data: { message: "Hi" } };
export const frozen = { ...to, ...text } as const;
export const inputs: SendMessageInput[] = [own, checked, plain, frozen, [own], [checked, plain]];

// What comes in by a spread is not missed: literals beside it are still looked at as what they are.
export const spread: SendMessageInput[] = [
  { ...to, ...text, callbackData: "order-1" },
  { ...to, ...text, userId: "user-42" },
  { ...text, countryCode: "+91", phoneNumber: "9876543210", fullPhoneNumber: "" },
  { ...text, userId: "user-42", countryCode: "", phoneNumber: "", fullPhoneNumber: "" },
  {
    ...to,
    ...text,
    fallback: [
      {
        channel: "sms",
        sender_id: "ABCDEF",
        pe_id: "1",
        content: { message: "Hi", dlt_te_id: "1" },
      },
    ],
  },
  {
    ...to,
    type: "InteractiveButton",
    data: {
      message: {
        type: "button",
        ...(isVip && { header: { type: "text" as const, text: "Thank you" } }),
        body: { text: "How did you like it?" },
        action: {
          buttons: ["Good", "Bad"].map((title) => ({ type: "reply", reply: { id: title, title } })),
        },
      },
    },
  },
  { ...to, ...text, ...(isVip ? { campaignId: "4fdff884-c388-4c1e-aea6-1890222dbc2e" } : {}) },
];

/** A way that a condition chooses. */
export function recipientOf(): Recipient {
  if (row.id) return { userId: row.id };
  return row.full
    ? { fullPhoneNumber: row.full }
    : { countryCode: row.code, phoneNumber: row.phone };
}

export const chosen: SendMessageInput = { ...recipientOf(), ...text };
export const several: SendMessageInput = [row, row].map(({ code, phone }) => ({
  countryCode: code,
  phoneNumber: phone,
  type: "Template",
  template: { name: "order_shipped", languageCode: "en", bodyValues: [code] },
}));
export const either: SendMessageInput = isVip ? own : [own, plain];

// Read again, each key is no more than a text.
export function phoneOf(recipient: Recipient): string {
  const { countryCode = "", phoneNumber = "", fullPhoneNumber }: Recipient = recipient;
  if (fullPhoneNumber) return fullPhoneNumber.trim();
  if (recipient.countryCode === undefined) return recipient.userId ?? "";
  return countryCode.concat(phoneNumber);
}

export function textsOf(input: SendMessageInput): string[] {
  const messages: Message[] = Array.isArray(input) ? input : [input];
  return messages.map((message) => (message.type === "Text" ? message.data.message : message.type));
}

export function listOf(input: SendMessageInput): Message[] {
  if (Array.isArray(input)) {
    input.push(own);
    return input.filter(({ type }) => type !== "Template").concat(input[0] ?? []);
  }
  const { type, ...rest } = input;
  return [input, { ...input }, type === "Text" ? ({ ...rest, type } as TextMessage) : input];
}

// What is checked is an input again, and so is a changed one.
const result = sendMessage.validate(own);
export const again: SendMessageInput | undefined = result.ok ? result.value : undefined;
export const same: InputOf<"sendMessage"> = own;
export const changed: TextMessage = { ...own, data: { ...own.data, message: "Hello" } };
export const alone: Exclude<SendMessageInput, unknown[]>[] = [own, changed];
export const members: Extract<SendMessageInput, unknown[]> = [own, changed];

// A message is data: what takes any data takes it.
export const record: Record<string, unknown> = own;
export const recipient: Record<string, unknown> = recipientOf();

export async function send(input: SendMessageInput) {
  await client.sendMessage(input);
  await client.sendMessage({ ...to, ...text });
  await client.sendMessage([own, { ...recipientOf(), ...text }]);
}

export const user: TrackUserInput = {
  ...recipientOf(),
  traits: {
    name: "Asha",
    age: 30,
    vip: isVip,
    left: null,
    tags: ["a", 1, true, null],
    numbers: [1, 2].map((number) => number * 2),
    words: "a b".split(" "),
  },
};

export const traits = Object.entries(user.traits ?? {}).map(([name, value]) =>
  Array.isArray(value) ? `${name}: ${value.map(String).join()}` : `${name}: ${value}`,
);

const found = trackUser.validate(user);
export const list: Array<string | number | boolean | null> =
  found.ok && Array.isArray(found.value.traits?.tags) ? found.value.traits.tags : [];
