/** What may have been done already, and would be done twice: requests of which nobody knows what became. */
import { fateOf } from "./fate.js";
import { namesIn } from "./whom.js";

/**
 * @typedef {object} Sent
 * @property {string} operation
 * @property {unknown} input
 * @property {import("./effects.js").Effect} effect
 */

/**
 * @returns {{
 *   has(sent: Sent): boolean,
 *   isSame(sent: Sent): boolean,
 *   note(sent: Sent, result: Pick<import("./worker-client.js").Result, "answer" | "error">): void,
 * }}
 */
export function createUnsettled() {
  /** @type {Set<string>} */
  const open = new Set();

  return {
    /** Whether it may be the second time: another message to the same person, or the same change. */
    has: (sent) => keysOf(sent).some((key) => open.has(key)),

    /** Whether just this, to the letter, may have been done. */
    isSame: (sent) => open.has(textOf(sent)),

    note(sent, { error }) {
      const isOpen = error !== undefined && fateOf(error, sent.effect)?.isInDoubt;
      for (const key of keysOf(sent)) {
        if (isOpen) open.add(key);
        // That this one was refused says nothing of one before.
        if (error === undefined) open.delete(key);
      }
    },
  };
}

/** @param {Sent} sent */
const textOf = ({ operation, input }) => `${operation} ${JSON.stringify(input)}`;

/** A message is not the same one for a word in it: whom it goes to is. @param {Sent} sent */
function keysOf(sent) {
  const { operation, input, effect } = sent;
  const people = effect === "message" ? namesIn(input) : [];
  return [textOf(sent), ...people.map((person) => `${operation} ${person}`)];
}
