/**
 * One start of a fresh process: from an import to the first verdict. Prints how many milliseconds
 * that took. Its argument is the name of what starts.
 */

/** @type {Record<string, () => Promise<boolean>>} */
const STARTS = {
  async "interakt-wasm"() {
    const { phone, sendMessage } = await import("interakt-wasm");
    return phone.isPossible("919876543210") && sendMessage.validate(MESSAGE).ok;
  },
  async "interakt-wasm/forms"() {
    const { phone, sendMessage } = await import("interakt-wasm/forms");
    return phone.isPossible("919876543210") && sendMessage.validate(MESSAGE).ok;
  },
  async "interakt-wasm/customer"() {
    const { phone, trackUser } = await import("interakt-wasm/customer");
    const read = phone.parse("098765 43210", { defaultCountry: "IN" });
    return read.ok && trackUser.validate({ ...NUMBER, traits: { name: "Asha" } }).ok;
  },
  async "interakt-wasm/phone"() {
    const { phone } = await import("interakt-wasm/phone");
    return phone.parse("098765 43210", { defaultCountry: "IN" }).ok;
  },
  /** The form of a checkout. */
  async peer() {
    const { check } = await import("./forms/zod.mjs");
    return check({ name: "Asha", phone: "098765 43210", optIn: true }).success;
  },
};

const NUMBER = /** @type {const} */ ({ countryCode: "+91", phoneNumber: "9876543210" });
const MESSAGE = /** @type {const} */ ({ ...NUMBER, type: "Text", data: { message: "Hi" } });

const begin = performance.now();
const good = await STARTS[process.argv[2] ?? ""]?.();
const took = performance.now() - begin;
if (good !== true) throw new Error("the verdict is wrong");
console.log(took);

export {};
