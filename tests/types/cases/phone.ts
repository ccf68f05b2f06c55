// What a caller gives to `phone` and gets from it.
import { type ParsedPhone, type PhoneNote, phone, type SendMessageInput } from "interakt-wasm";

export function numberOf(text: string): string | undefined {
  const parsed: ParsedPhone = phone.parse(text, { defaultCountry: "IN" });
  if (parsed.ok) return parsed.value.fullPhoneNumber;
  console.log(parsed.issues.map(({ message }) => message));
  // @ts-expect-error: there may be none
  return parsed.value.fullPhoneNumber;
}

export function unasked(text: string): unknown {
  // @ts-expect-error: only where there are some
  return phone.parse(text).issues;
}

/** What a field says while it is filled in. */
export function hint(text: string): string | undefined {
  const parsed = phone.parse(text, { defaultCountry: "IN" });
  switch (parsed.verdict) {
    case "valid":
      return parsed.value.fullPhoneNumber;
    case "incomplete":
      return undefined;
    default:
      // @ts-expect-error: the others have been dealt with
      if (parsed.verdict === "valid") return undefined;
      return parsed.issues[0]?.message;
  }
}

export function message(text: string): SendMessageInput | undefined {
  const { ok, value } = phone.parse(text);
  if (!ok) return undefined;
  const { countryCode, phoneNumber } = value;
  return { countryCode, phoneNumber, type: "Text", data: { message: "Hi" } };
}

export const undecided = phone.parse("+91", { defaultCountry: undefined });

export const names: string[] = phone
  .countries()
  .map(({ country, countryCode, lengths }) => `${country} ${countryCode} ${Math.max(...lengths)}`);

export function explain({ code, message, params }: PhoneNote): string {
  if (code === "phone.dropped_trunk_prefix") return `ohne ${params.dropped}`;
  if (code === "phone.of_a_later_version") return message;
  return "";
}

export const both: boolean = phone.isPossible("919876543210") && phone.isMobile("+919876543210");

// @ts-expect-error: a phone number is a string
phone.isMobile(919876543210);
// @ts-expect-error: a country is a string
phone.parse("98765", { defaultCountry: 91 });
// @ts-expect-error: a misspelt option
phone.parse("98765", { country: "IN" });
// @ts-expect-error: it is fixed
phone.parse = () => undecided;
