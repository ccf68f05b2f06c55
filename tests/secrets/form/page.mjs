/** A page with a form and a phone field, made of the package's entries for files. */
import { bindForm, formOf, init, sendMessage } from "interakt-wasm/forms/web";
import { definePhoneField } from "interakt-wasm/phone-field/web";

const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));

async function start() {
  await Promise.all([init(), definePhoneField()]);
  const schema = formOf(sendMessage, {
    fields: { mobile: "phone", said: "data.message" },
    required: ["mobile", "said"],
    fixed: { type: "Text" },
    defaultCountry: "IN",
  });
  bindForm(form, schema, {
    onSubmit(value) {
      Object.assign(window, { submitted: value });
    },
  });
}

Object.assign(window, { started: start(), submitted: null });
