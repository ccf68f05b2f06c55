import { fail } from "@sveltejs/kit";
import { flatten, formOf, trackUser } from "interakt-wasm/customer";
import { hi } from "interakt-wasm/messages/hi";
import type { Actions } from "./$types";
import { interakt } from "./interakt";

const checkout = formOf(trackUser, {
  fields: { fullName: "traits.name", mobile: "phone", optIn: "traits.whatsapp_opted_in" },
  required: ["fullName"],
  defaultCountry: "IN",
  messages: hi,
});

export const actions = {
  default: async ({ request }) => {
    const checked = checkout.validate(await request.formData());
    if (!checked.ok) return fail(422, flatten(checked.issues));
    await interakt().trackUser(checked.value);
    return { isSent: true };
  },
} satisfies Actions;
