/** Phone numbers as people write them: whole ones, and while they are typed. */
import { createPhone } from "./phone.js";

/**
 * @typedef {import("./phone.js").Phones
 *   & Pick<typeof import("./phone-field_bg.js"), "phoneFormat" | "phoneType" | "phoneExample">} Formats
 */

/**
 * For the time being without formats.
 *
 * @param {import("./start.js").Starter<Formats>} starter
 */
export function createPhoneFormat(starter) {
  const phone = createPhone(starter);
  /** @typedef {ReturnType<typeof phone["parse"]>["value"]} Value */
  return Object.freeze({
    ...phone,
    /** @type {(value: NonNullable<Value> | string, style: "national" | "international" | "e164") => string} */
    format: (value) => `+${typeof value === "string" ? value : value.fullPhoneNumber}`,
    /** @type {(options: { country: string }) => (text: string, caret?: number) => { text: string, caret: number }} */
    asYouType:
      () =>
      (text, caret = text.length) => ({ text, caret }),
    /** @type {(country: string) => Value} */
    example: () => null,
  });
}
