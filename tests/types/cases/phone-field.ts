// The phone field: the element, what defines it, and `phone` with formats.

import { hi } from "interakt-wasm/messages/hi";
import {
  definePhoneField,
  type InteraktPhoneElement,
  type ParsedPhone,
  type PhoneNumber,
  phone,
} from "interakt-wasm/phone-field";
import { definePhoneField as defineFromFile } from "interakt-wasm/phone-field/web";

export const ready: Promise<void> = definePhoneField({ messages: hi, name: "shop-phone" });
export const own = defineFromFile({ messages: { "field.required": "Where do we reach you?" } });

// @ts-expect-error: a misspelt option
definePhoneField({ message: hi });

const field = document.querySelector("interakt-phone");
export const full: string | undefined = field?.value;
export const number: PhoneNumber | null | undefined = field?.number;

export function fill(field: InteraktPhoneElement): boolean {
  field.value = "+919876543210";
  field.country = "IN";
  field.required = field.readOnly;
  field.messages = { "field.required": "Where do we reach you?" };
  field.setCustomValidity("");
  // @ts-expect-error: it follows from the value
  field.countryCode = "+91";
  return field.checkValidity() && new FormData(field.form ?? undefined).has(field.name);
}

export const written: string = phone.format("919876543210", "national");
export const again: string = phone.format(phone.example("IN") ?? "", "e164");
export const { text, caret }: { text: string; caret: number } = phone.asYouType({
  country: "IN",
})("98765", 5);
export const parsed: ParsedPhone = phone.parse("98765", { defaultCountry: "IN" });

// @ts-expect-error: there is no such style
phone.format("919876543210", "rfc3966");
// @ts-expect-error: of which country it is has to be said
phone.asYouType({});
