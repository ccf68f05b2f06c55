/** Phone numbers as people write them: whole ones, and while they are typed. */
import { createPhone } from "./phone.js";

/**
 * @typedef {import("./phone.js").Phones
 *   & Pick<typeof import("./phone-field_bg.js"), "phoneFormat" | "phoneType" | "phoneExample">} Formats
 */

/** @param {import("./start.js").Starter<Formats>} starter */
export function createPhoneFormat(starter) {
  const notYet = () => {
    throw new Error("not yet");
  };
  return Object.freeze({
    ...createPhone(starter),
    /** @type {(value: unknown, style: "national" | "international" | "e164") => string} */
    format: notYet,
    /** @type {(options: { country: string }) => (text: string, caret?: number) => { text: string, caret: number }} */
    asYouType: notYet,
    /** @type {(country: string) => ReturnType<ReturnType<typeof createPhone>["parse"]>["value"]} */
    example: notYet,
  });
}
