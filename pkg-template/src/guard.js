/** The book of templates that a check is given. */
import { refuse } from "./options.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 *
 * @callback Guard Adds what a book says.
 * @param {string} operation Or one of its kinds, or a part.
 * @param {unknown} value Plain data.
 * @param {Issue[]} issues What has been found without it.
 * @param {import("./issues.js").Messages} [messages]
 * @param {number} [most] Issues that are listed.
 * @returns {Issue[]} All.
 *
 * @typedef {{ templates?: any, expectCategory?: unknown } | null | undefined} Given
 */

/** The options that a book comes by. */
export const OF_BOOK = ["templates", "expectCategory"];

/** @param {NonNullable<Given>} options As they are now: what becomes of them later changes nothing. */
export const ofBook = ({ templates, expectCategory }) => ({ templates, expectCategory });

/**
 * @param {Given} options Of the call.
 * @param {Given} [usual] What holds where the call says nothing.
 * @returns {Guard | undefined} Nothing where there is no book.
 */
export function guardOf(options, usual) {
  const book = options?.templates ?? usual?.templates;
  const category = options?.expectCategory ?? usual?.expectCategory;
  if ((book ?? category ?? null) === null) return undefined;
  // One that is waited for, a list of templates, or none for what only a book can tell.
  if (typeof book?.["~guard"] !== "function") {
    refuse("templates must be a book from templateBook.");
  }
  return book["~guard"](category);
}
