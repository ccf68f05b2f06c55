/** The names of countries in messages: every runtime brings them along. */

/** @typedef {import("./errors.js").Issue} Issue */

/** @type {Intl.DisplayNames | undefined} */
let names;

/**
 * Puts the English name of a country in the place of its letters.
 *
 * @param {T[]} issues Fresh from the module: their messages change in place.
 * @returns {T[]} The same.
 * @template {{ message: string, params: Record<string, unknown> }} T
 */
export function withNames(issues) {
  for (const issue of issues) {
    const { country } = issue.params;
    if (typeof country === "string") {
      issue.message = issue.message.replace(country, nameOf(country));
    }
  }
  return issues;
}

/** @param {string} letters */
function nameOf(letters) {
  try {
    names ??= new Intl.DisplayNames("en", { type: "region" });
    return names.of(letters) ?? letters;
  } catch {
    return letters; // a runtime without the names
  }
}
