/** Whether an answer is to what stands in the editor now, and what is said of it where it is not. */

/**
 * @typedef {object} Asked An input at a time.
 * @property {string} address Of its example.
 * @property {string} input
 * @property {File} [file]
 */

/**
 * @param {Asked} sent
 * @param {Asked} now
 * @returns {boolean} Whether the same would be sent.
 */
export function isSame(sent, now) {
  return sent.address === now.address && sent.input === now.input && sent.file === now.file;
}

/**
 * @param {number} at When it was sent.
 * @returns {string} "12:03:11"
 */
export const clock = (at) => new Date(at).toLocaleTimeString("en-GB");

/**
 * @param {object} answered
 * @param {number} answered.at When what it answers was sent.
 * @param {string} answered.title What was sent.
 * @param {boolean} answered.isElsewhere It began with another example.
 * @returns {string}
 */
export function ageWords({ at, title, isElsewhere }) {
  const which = isElsewhere ? `, ${title}` : "";
  return `Answer to an earlier input, sent ${clock(at)}${which}`;
}
