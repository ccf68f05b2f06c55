/** Reads options of a client and of a call. */
import { ConfigurationError } from "./errors.js";

/**
 * @param {string} message
 * @returns {never}
 */
export function refuse(message) {
  throw new ConfigurationError({ code: "option_invalid", message });
}

/**
 * @param {unknown} timeoutMs
 * @returns {number | undefined}
 */
export function readTimeout(timeoutMs) {
  if (timeoutMs === undefined) return undefined;
  if (typeof timeoutMs === "number" && timeoutMs > 0) return timeoutMs;
  return refuse("timeoutMs must be a number of milliseconds above 0, or Infinity for no limit.");
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
  const pairs = /** @type {Iterable<[unknown, unknown]>} */ (
    Symbol.iterator in headers ? headers : Object.entries(headers)
  );
  /** @type {[string, string][]} */
  const list = [];
  for (const [name, value] of pairs) {
    if (value !== undefined && value !== null) list.push([String(name), String(value)]);
  }
  return list;
}
