// Who a request is about: one form of a phone number, or a user id, or a user id beside a number.
import type {
  SendMessageInput,
  SendRcsInput,
  TrackEventInput,
  TrackUserInput,
} from "interakt-wasm";

const text = { type: "Text", data: { message: "Hi" } } as const;

export const allowed: SendMessageInput[] = [
  { countryCode: "+91", phoneNumber: "9876543210", ...text },
  { fullPhoneNumber: "919876543210", ...text },
  { userId: "user-42", ...text },
  { userId: "user-42", fullPhoneNumber: "919876543210", ...text },
  { userId: "", countryCode: "+91", phoneNumber: "9876543210", ...text },
  { fullPhoneNumber: "919876543210", countryCode: undefined, phoneNumber: undefined, ...text },
  { fullPhoneNumber: "919876543210", countryCode: "", phoneNumber: "", ...text },
  { countryCode: "+91", phoneNumber: "9876543210", fullPhoneNumber: "", ...text },
  { userId: "user-42", countryCode: "", phoneNumber: "", fullPhoneNumber: "", ...text },
];

export const bothForms: SendMessageInput = {
  type: "Text",
  countryCode: "+91",
  phoneNumber: "9876543210",
  // @ts-expect-error: both forms
  fullPhoneNumber: "919876543210",
  data: { message: "Hi" },
};

// @ts-expect-error: a country code without a number
export const noNumber: SendMessageInput = { countryCode: "+91", ...text };

// @ts-expect-error: a number without its country code
export const noCountryCode: SendMessageInput = { phoneNumber: "9876543210", ...text };

// @ts-expect-error: nobody
export const nobody: SendMessageInput = { ...text };

export const numberAsNumber: SendMessageInput = {
  type: "Text",
  countryCode: "+91",
  // @ts-expect-error: a phone number is a string
  phoneNumber: 9876543210,
  data: { message: "Hi" },
};

export const users: TrackUserInput[] = [
  { userId: "user-42" },
  { userId: "user-42", fullPhoneNumber: "919876543210" },
  { countryCode: "+91", phoneNumber: "9876543210", traits: { name: "Asha" } },
];

// @ts-expect-error: traits alone
export const noUser: TrackUserInput = { traits: { name: "Asha" } };

// @ts-expect-error: both forms
export const event: TrackEventInput = {
  event: "Paid",
  countryCode: "+91",
  phoneNumber: "9876543210",
  fullPhoneNumber: "919876543210",
};

export const rcs: SendRcsInput = {
  fullPhoneNumber: "919876543210",
  type: "Text",
  message: { plainText: "Hi" },
};

export const rcsToUserId: SendRcsInput = {
  // @ts-expect-error: RCS knows no user ids
  userId: "user-42",
  fullPhoneNumber: "919876543210",
  type: "Text",
  message: { plainText: "Hi" },
};
