/** Sentences that are put together. */

/**
 * @param {string} words
 * @returns {string} With a full stop, unless it ends with a sign that closes a sentence.
 */
export const sentence = (words) => (/[.!?…]["')\]]*$/.test(words) ? words : `${words}.`);
