/** What can be read of a value without running any code of it. */
import { types } from "node:util";

/** What changes by itself. @type {WeakSet<object>} */
export const CHANGING = new WeakSet();

/** @param {object} value */
export const descriptorsOf = (value) => Object.getOwnPropertyDescriptors(value);

/** @param {any} value @returns {value is object} An object or a list that does nothing by itself. */
export function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  if (types.isProxy(value) || CHANGING.has(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || prototype === Array.prototype;
}

/** So many parts are looked at. */
const MOST_PARTS = 1000;

/**
 * What plain parts of a value are, without running any code of it.
 *
 * @param {unknown} value
 */
export function imprint(value) {
  /** @type {string[]} */
  const parts = [];
  const found = new Set([value]);
  // Grows while it is walked.
  for (const part of found) {
    if (parts.length > MOST_PARTS) break;
    if (!isPlain(part)) {
      parts.push(Object(part) === part ? typeof part : `${typeof part} ${String(part)}`);
      continue;
    }
    parts.push(`${Array.isArray(part)} ${Object.isFrozen(part)}`);
    const own = /** @type {any} */ (descriptorsOf(part));
    for (const key of Reflect.ownKeys(own).slice(0, MOST_PARTS)) {
      parts.push(String(key), "value" in own[key] ? "a value" : "a getter");
      found.add(own[key].value);
    }
  }
  return parts.join("\n");
}
