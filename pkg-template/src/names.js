/** The names of countries in messages: every runtime brings them along. */

/** @type {Intl.DisplayNames | undefined} */
let names;

/**
 * @param {string} letters ISO letters of a country.
 * @returns {string} Its English name; the letters in a runtime without names.
 */
export function nameOf(letters) {
  try {
    names ??= new Intl.DisplayNames("en", { type: "region" });
    return names.of(letters) ?? letters;
  } catch {
    return letters;
  }
}
