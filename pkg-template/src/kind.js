/** What a value is, by the names that the platform gives its classes. */

/**
 * Whether the value is of the platform's class: of this realm or another. The one that runs in
 * Workers gives its own classes a name only from the compatibility date 2024-09-26 on.
 *
 * @param {unknown} value
 * @param {"ArrayBuffer" | "Blob" | "Error" | "File" | "Response"} name
 */
export function isOf(value, name) {
  if (Object.prototype.toString.call(value) === `[object ${name}]`) return true;
  const Class = globalThis[name];
  return typeof Class === "function" && value instanceof Class;
}
