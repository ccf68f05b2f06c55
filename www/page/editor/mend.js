/** Does to a text what a fix says. */
import { removeAt, renameAt, setAt } from "../form/edits-at.js";

/**
 * @param {string} text
 * @param {import("../fixes.js").Fix} fix
 * @returns {import("../edits.js").Edit[]} None where the text has become another and it does not apply.
 */
export function editsOf(text, { path, rename, set, isRemoved }) {
  if (rename !== undefined) return renameAt(text, path, rename);
  if (isRemoved) return removeAt(text, path);
  return setAt(text, path, set);
}
