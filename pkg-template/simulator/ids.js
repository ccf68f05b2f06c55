/** Ids in the forms that Interakt uses, from a counter: the same calls give the same ids. */

/** @typedef {ReturnType<typeof createIds>} Ids */

/** @param {number} [before] the count to go on from, by which series are kept apart */
export function createIds(before = 0) {
  let count = before;
  return {
    /** A UUID, as of a message or a customer: `00000000-0000-4000-8000-000000000001` first. */
    uuid() {
      count += 1;
      return `00000000-0000-4000-8000-${count.toString(16).padStart(12, "0")}`;
    },
    /** A number of 16 digits in a string, as WhatsApp's id of a template. */
    digits() {
      count += 1;
      return String(1_000_000_000_000_000 + count);
    },
  };
}
