/** What the pages of the suite do with the package. */
import { hi } from "interakt-wasm/messages/hi";
import { definePhoneField, phone } from "interakt-wasm/phone-field/web";

const { late, messages } = document.documentElement.dataset;

/** Makes the fields of the page. */
function define() {
  return definePhoneField(messages === "hi" ? { messages: hi } : {});
}

Object.assign(window, {
  ...{ define, phone, hi },
  /** Fulfilled when the fields are made, or are left to the test. */
  ready: late === undefined ? define() : Promise.resolve(),
});
