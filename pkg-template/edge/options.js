/** Reads options, and makes the errors of this entry: of the classes that `interakt-wasm` exports. */
import { ConfigurationError, InteraktError } from "interakt-wasm";
import { strangerIn } from "../options.js";

/**
 * @typedef {object} Description
 * @property {string} code
 * @property {string} message
 * @property {"not_sent" | "refused" | "unknown"} [outcome] Default: `"not_sent"`.
 * @property {unknown} [cause]
 */

// Users cannot make any, says their type.
const Failure = /** @type {new (description: Description) => InteraktError} */ (
  /** @type {unknown} */ (InteraktError)
);
const Mistake = /** @type {new (description: Description) => ConfigurationError} */ (
  /** @type {unknown} */ (ConfigurationError)
);

/** @param {Description} description */
export const failure = (description) => new Failure(description);

/** @param {Description} description */
export const mistake = (description) => new Mistake(description);

/**
 * @param {string} message
 * @param {string} [code]
 * @returns {never}
 */
export function refuse(message, code = "option_invalid") {
  throw mistake({ code, message });
}

/**
 * Refuses by its name what is none of the options: it would be left out without a word.
 *
 * @param {unknown} given
 * @param {readonly string[]} names
 * @param {string} whose
 */
export function checkNames(given, names, whose) {
  const stranger = strangerIn(given, names, whose);
  if (stranger) refuse(stranger);
}
