/** The phone of a form, as people type it. */
import { isConfigurationError } from "./failure.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {{ countryCode: string, phoneNumber: string }} Typed
 * @typedef {{ parse(text: string, options: object): any }} Phone
 *
 * @param {Phone} phone
 * @param {any} text Undefined where nothing was typed.
 * @param {any} picked The country that was chosen beside it, if there is a field for that.
 * @param {{ defaultCountry?: string | undefined, messages?: object | undefined }} options
 * @returns {{ number?: Typed, issues?: Issue[] }} Neither where nothing was typed, or the country is
 *   none.
 */
export function readPhone(phone, text, picked, { defaultCountry, messages }) {
  if (text === undefined) return {};
  try {
    const options = { defaultCountry: picked ?? defaultCountry, messages };
    // An object's own way to be a text could throw.
    const typed = typeof text === "object" ? "?" : String(text);
    const { ok, value, issues } = phone.parse(typed, options);
    return ok ? { number: value } : { issues };
  } catch (thrown) {
    // What a developer has set is no fault of who fills in the form.
    if (picked === undefined || !isConfigurationError(thrown)) throw thrown;
    return {};
  }
}
