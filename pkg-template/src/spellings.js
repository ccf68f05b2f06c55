/**
 * Numbers that ring the same phone. Some countries have changed how their mobiles are written, and
 * WhatsApp goes on calling many of them by what they were: whoever is met under one spelling is the
 * same person under the other.
 */

/**
 * Digits that are there in one spelling, what stands before them, and what stands behind them. Only
 * what cannot be somebody else's number: in Ivory Coast, what was put before each number in 2021 goes
 * by its second digit, and the other numbers that begin so are new.
 *
 * @type {[extra: string, pattern: RegExp][]}
 */
const CHANGED = [
  // Mexico, and Argentina: as mobiles were dialled from abroad.
  ["1", /^(52)1?([2-9]\d{9})$/],
  ["9", /^(54)9?([1-3]\d{9})$/],
  // Brazil: behind the code of the area.
  ["9", /^(55[1-9][1-9])9?([6-9]\d{7})$/],
  // Ivory Coast, and Benin.
  ["01", /^(225)(?:01)?([04-9][0-3]\d{6})$/],
  ["05", /^(225)(?:05)?([04-9][4-6]\d{6})$/],
  ["07", /^(225)(?:07)?([04-9][7-9]\d{6})$/],
  ["01", /^(229)(?:01)?([4-9]\d{7})$/],
];

/**
 * @param {string} recipient All digits of a number, or what is none: that is written in one way.
 * @returns {[string, ...string[]]} Each way to write it, in the same order whichever was given.
 */
export function spellingsOf(recipient) {
  for (const [extra, pattern] of CHANGED) {
    const [, before, behind] = pattern.exec(recipient) ?? [];
    if (before) return [`${before}${behind}`, `${before}${extra}${behind}`];
  }
  return [recipient];
}

/** @param {string} recipient @returns {string} The same for each way to write it. */
export const keyOf = (recipient) => spellingsOf(recipient)[0];
