/** Reads an input that may be anything: somebody types it, and a getter of it may throw. */

/** Items of a list that are shown: more is no message, and a list can be four thousand million long. */
const MOST_ITEMS = 1000;

/**
 * @param {any} value
 * @param {...(string | number)} path
 * @returns {unknown} What stands there; undefined where nothing does, or where reading throws.
 */
export function at(value, ...path) {
  try {
    let inner = value;
    for (const key of path) inner = typeof inner === "object" ? inner?.[key] : undefined;
    return inner;
  } catch {
    return undefined;
  }
}

/** @type {(value: any, ...path: (string | number)[]) => string} A text, also of a number; else "". */
export function textAt(value, ...path) {
  const found = at(value, ...path);
  return typeof found === "string" || Number.isFinite(found) ? String(found) : "";
}

/** @type {(value: any, ...path: (string | number)[]) => number | null} */
export function numberAt(value, ...path) {
  const found = at(value, ...path);
  return Number.isFinite(found) ? /** @type {number} */ (found) : null;
}

/** @type {(value: any, ...path: (string | number)[]) => unknown[]} The first items; none of no list. */
export function listAt(value, ...path) {
  const found = at(value, ...path);
  try {
    return Array.isArray(found) ? Array.from(found.slice(0, MOST_ITEMS)) : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} text
 * @returns {string | null} The address as a browser writes it, if it is one of the web: no other is
 *   safe to show or to tap.
 */
export function webAddress(text) {
  try {
    const { protocol, href } = new URL(text);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}
