/** Everything that has a JSON Schema: operations, kinds of their inputs, and parts of these. */
import { operations } from "interakt-wasm";
import * as forms from "interakt-wasm/forms";

/** @typedef {import("interakt-wasm/forms").Validator<string, any>} Validator */

/** @type {Record<string, any>} */
const exported = forms;
const names = new Set(/** @type {string[]} */ (operations.map(({ name }) => name)));

/** What an operation takes. @type {Validator[]} */
export const INPUTS = [...names].map((name) => exported[name]);

/** One kind of what an operation takes, by the operation's name. @type {Record<string, Validator[]>} */
export const KINDS = {
  sendMessage: Object.values(forms.sendMessage.kinds),
  sendRcs: Object.values(forms.sendRcs.kinds),
};

/** What is checked alone of an input. @type {Validator[]} */
export const PARTS = Object.values(exported).filter((value) => {
  return typeof value === "object" && "~standard" in value && !names.has(value.name);
});
