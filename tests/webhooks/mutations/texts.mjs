/** Small changes of texts. */

/** @typedef {import("../random.mjs").Random} Random */

/** Encoding puts U+FFFD in the place of each. */
export const HALVES = ["\ud800", "\udbff", "\udc00", "\udfff"];

/** What somebody might trim or skip; NUL ends texts elsewhere. */
export const WHITE_SPACE = [" ", "\t", "\n", "\r\n", "\v", "\u00a0", "\u200b", "\u2028", "\0"];

export const LETTERS = "abcxyzABCXYZ019-_é你";

/**
 * @param {string} text
 * @param {number} at
 * @param {string} inserted
 */
export const insert = (text, at, inserted) => text.slice(0, at) + inserted + text.slice(at);

/** @param {string} letter */
export const otherCase = (letter) =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();

/**
 * The text with one of the places that match replaced; unchanged when there is none.
 * @param {string} text
 * @param {RegExp} pattern
 * @param {Random} random
 * @param {(found: string) => string} replacement
 */
export function replaceOne(text, pattern, random, replacement) {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return text;
  const { 0: found, index } = random.pick(places);
  return text.slice(0, index) + replacement(found) + text.slice(index + found.length);
}
