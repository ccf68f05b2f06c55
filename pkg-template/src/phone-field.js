/** `<interakt-phone>`: a field for a phone number, without a framework. */

/**
 * @param {() => Promise<void>} init
 * @param {ReturnType<typeof import("./phone-format.js").createPhoneFormat>} phone
 */
export function createPhoneField(init, phone) {
  /** @param {{ messages?: import("./issues.js").Messages, name?: string }} [options] */
  return async ({ name = "interakt-phone" } = {}) => {
    // On a server there is none, and nothing to do.
    if (!globalThis.customElements || customElements.get(name)) return;
    await init();
    void phone;
  };
}
