"use server";

import { flatten, formOf, trackUser } from "interakt-wasm/customer";
import { hi } from "interakt-wasm/messages/hi";
import { interakt } from "./interakt";

const checkout = formOf(trackUser, {
  fields: { fullName: "traits.name", mobile: "phone", optIn: "traits.whatsapp_opted_in" },
  required: ["fullName"],
  defaultCountry: "IN",
  messages: hi,
});

export async function order(_: unknown, data: FormData) {
  const checked = checkout.validate(data);
  if (!checked.ok) return { errors: flatten(checked.issues).fieldIssues };
  await interakt().trackUser(checked.value);
  return { isSent: true };
}
