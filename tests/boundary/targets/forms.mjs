/** Forms and what is typed into them: phone numbers, texts and their limits. */
import * as core from "interakt-wasm";
import * as forms from "interakt-wasm/forms";
import * as field from "interakt-wasm/phone-field";
import { KEY, lookAtCheck } from "./shared.mjs";

/** @typedef {import("./shared.mjs").Target} Target */

const FIELDS = /** @type {any} */ ({ a: "userId", b: "traits.name", c: "tags", phone: "phone" });
const MAPPINGS = {
  plain: forms.formOf(forms.trackUser, { defaultCountry: "IN" }),
  ruled: forms.formOf(forms.trackUser, {
    required: ["userId"],
    rules: { userId: (/** @type {any} */ id) => (id === "2" ? "Taken." : undefined) },
  }),
  mapped: forms.formOf(forms.trackUser, { fields: FIELDS, defaultCountry: "IN" }),
  message: forms.formOf(forms.sendMessage.kinds.Template, {}),
};

/** @type {Target[]} */
export const FORMS = [
  ...Object.entries(MAPPINGS).map(([name, form]) => {
    const good = [
      { userId: "1", a: "1", "traits.name": "Asha", b: "Asha", phone: "98765 43210", tags: ["a"] },
      { userId: "1", traits: { name: "Asha", whatsapp_opted_in: "on" }, template: { name: "a" } },
    ];
    return /** @type {Target} */ ({
      ...{ name: `a form, ${name}`, good, throws: "nothing", look: lookAtCheck },
      call: (value) => form.validate(value),
    });
  }),
  {
    ...{ name: "the options of a form", good: [{ fields: FIELDS, required: ["a"], fixed: {} }] },
    ...{
      throws: "anything",
      call: (options) => forms.formOf(forms.trackUser, options).validate({}),
    },
  },
  {
    ...{ name: "limitOf", good: [["data.message", "a text"]], throws: "anything" },
    call: (given) => forms.limitOf(forms.sendMessage.kinds.Text, given?.[0])?.count(given?.[1]),
  },
  {
    ...{ name: "phone.parse", good: [["98765 43210", { defaultCountry: "IN" }]] },
    throws: "anything",
    call: (given) => core.phone.parse(given?.[0] ?? given, given?.[1]),
  },
  {
    ...{ name: "phone.isPossible and isMobile", good: [], throws: "ours" },
    call: (value) => [core.phone.isPossible(value), core.phone.isMobile(value)],
  },
  {
    ...{ name: "phone.format", good: [[{ fullPhoneNumber: "919876543210" }, "national"]] },
    throws: "anything",
    call: (given) => field.phone.format(given?.[0], given?.[1] ?? "e164"),
  },
  {
    ...{ name: "asYouType", good: [[{ country: "IN" }, "98765", 3]], throws: "anything" },
    call: (given) => field.phone.asYouType(given?.[0] ?? { country: "IN" })(given?.[1], given?.[2]),
  },
  {
    ...{ name: "phone.example", good: [], throws: "ours" },
    call: (value) => field.phone.example(value),
  },
  { name: "smsSegments", good: [], throws: "anything", call: (value) => core.smsSegments(value) },
  {
    ...{ name: "withoutKey", good: [["a text", KEY]], throws: "anything" },
    call: (given) => core.withoutKey(given?.[0], given?.[1]),
  },
];
