/** Reads options of a client and of a call. */
import { ConfigurationError } from "./failure.js";

/**
 * @param {string} message
 * @param {string} [code]
 * @returns {never}
 */
export function refuse(message, code = "option_invalid") {
  throw new ConfigurationError({ code, message });
}

/**
 * Names and values. A header that is `undefined` or `null` is left out.
 *
 * @param {unknown} headers A `Headers`, a plain object or a list of pairs.
 * @returns {[string, string][]}
 */
export function headerList(headers) {
  if (headers === undefined || headers === null) return [];
  if (typeof headers !== "object") return refuse("headers must be an object, pairs or a Headers.");
  const pairs = /** @type {Iterable<unknown>} */ (
    Symbol.iterator in headers ? headers : Object.entries(headers)
  );
  /** @type {[string, string][]} */
  const list = [];
  for (const pair of pairs) {
    if (!Array.isArray(pair) || pair.length !== 2) refuse("headers: a pair must be [name, value].");
    const [name, value] = pair;
    if (value !== undefined && value !== null) list.push([String(name), String(value)]);
  }
  return list;
}

/**
 * The headers of a client with those of a call, which take the place of those of the same name.
 *
 * @param {[string, string][]} general
 * @param {[string, string][]} special
 */
export function mergeHeaders(general, special) {
  const names = new Set(special.map(([name]) => name.toLowerCase()));
  return [...general.filter(([name]) => !names.has(name.toLowerCase())), ...special];
}

/**
 * @param {AbortSignal | null | undefined} signal Of any realm.
 * @returns {AbortSignal | undefined}
 */
export function readSignal(signal) {
  if (signal === undefined || signal === null) return undefined;
  if (typeof signal.addEventListener === "function") return signal;
  return refuse("signal must be an AbortSignal.");
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {string | undefined}
 */
export function readText(name, value) {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : refuse(`${name} must be a string.`);
}
