/** What a check tells of a form's input that is no fault of who fills in the form. */
import { nameOf } from "./form-names.js";
import { isNode } from "./form-tree.js";
import { readAs } from "./form-values.js";

/** @typedef {import("./errors.js").Issue} Issue */

/**
 * Turns values of fields into what their places take, and puts the objects that lack where nothing
 * was filled in, for each of their fields to be missed.
 *
 * @param {Issue[]} issues
 * @param {Map<string, import("./form-tree.js").Node | import("./form-tree.js").Leaf>} at
 * @returns {boolean} Whether another check will find something else.
 */
export function mend(issues, at) {
  let isMended = false;
  for (const { code, path, params } of issues) {
    const part = at.get(nameOf(path));
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
 * @param {Map<string, import("./form-tree.js").Node | import("./form-tree.js").Leaf>} at
 * @returns {boolean} Whether there was something.
 */
export function drop(warnings, at) {
  let isDropped = false;
  for (const { code, path } of warnings) {
    const around = at.get(nameOf(path.slice(0, -1)));
    if (code !== "object.unknown_key" || !isNode(around)) continue;
    isDropped = around.parts.delete(String(path.at(-1))) || isDropped;
  }
  return isDropped;
}
