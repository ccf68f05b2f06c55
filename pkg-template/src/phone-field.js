/** `<interakt-phone>`: a field for a phone number, without a framework. */
import { createElement } from "./field-element.js";
import { STYLE } from "./field-style.js";
import { readMessages } from "./issues.js";
import { enPhone } from "./messages/en-phone.js";

/**
 * @param {() => Promise<void>} init
 * @param {import("./field-text.js").Phone} phone
 */
export function createPhoneField(init, phone) {
  /** @param {{ messages?: import("./issues.js").Messages, name?: string }} [options] */
  return async ({ messages, name = "interakt-phone" } = {}) => {
    // On a server there are no elements, and there is nothing to do.
    if (!globalThis.customElements) return;
    const words = { ...enPhone, ...readMessages(messages) };
    await init();
    if (customElements.get(name)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    const pointer = { isDown: false };
    for (const type of ["pointerdown", "pointerup", "pointercancel"]) {
      addEventListener(
        type,
        () => Object.assign(pointer, { isDown: type === "pointerdown" }),
        true,
      );
    }
    customElements.define(name, createElement({ phone, words, sheet, pointer }));
  };
}
