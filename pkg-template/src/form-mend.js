/** What a check tells of a form's input that is no fault of who fills in the form. */
import { isNode } from "./form-tree.js";
import { readAs } from "./form-values.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {ReturnType<typeof import("./form-tree.js").grow>["on"]} On
 */

/**
 * Turns values of fields into what their places take, and puts the objects that lack where nothing
 * was filled in, for each of their fields to be missed.
 *
 * @param {Issue[]} issues
 * @param {On} on
 * @returns {boolean} Whether another check will find something else.
 */
export function mend(issues, on) {
  let isMended = false;
  for (const { code, path, params } of issues) {
    const part = on(path)[path.length];
    if (isNode(part)) {
      if (code !== "object.missing_key" || part.isKept) continue;
      part.isKept = true;
      isMended = true;
    } else if (code === "type.expected" && part?.own) {
      const value = readAs(part.value, String(params.expected));
      if (value === undefined) continue;
      part.value = value;
      isMended = true;
    }
  }
  return isMended;
}

/**
 * Takes out what Interakt does not know.
 *
 * @param {Issue[]} warnings
 * @param {On} on
 * @returns {boolean} Whether there was something.
 */
export function drop(warnings, on) {
  let isDropped = false;
  for (const { code, path } of warnings) {
    const around = on(path)[path.length - 1];
    if (code !== "object.unknown_key" || !isNode(around)) continue;
    isDropped = around.parts.delete(String(path.at(-1))) || isDropped;
  }
  return isDropped;
}
