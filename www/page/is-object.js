/**
 * @param {unknown} value
 * @returns {value is Record<string, any>} It has keys: no list, and not null.
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
