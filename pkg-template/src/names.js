/** The names of countries in messages: every runtime brings them along. */

/** @type {Intl.DisplayNames | undefined} */
let names;

/** Those that were asked for. @type {Record<string, string>} */
const known = {};

/**
 * @param {string} letters ISO letters of a country.
 * @returns {string} Its English name; the letters in a runtime without names.
 */
export function nameOf(letters) {
  try {
    names ??= new Intl.DisplayNames("en", { type: "region" });
    known[letters] ??= names.of(letters) ?? letters;
    return known[letters];
  } catch {
    return letters;
  }
}
