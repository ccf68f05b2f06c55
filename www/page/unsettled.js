/** What may have been done already: requests to a real account of which nobody knows what became. */
import { everybodyIn } from "./whom.js";

/**
 * @typedef {object} Sent
 * @property {string} operation
 * @property {unknown} input
 */

/** @returns {{ has(sent: Sent): boolean, note(sent: Sent, result: { error?: { outcome?: string } }): void }} */
export function createUnsettled() {
  /** @type {Set<string>} */
  const open = new Set();

  return {
    /** Whether it may be the second time: another message to the same person, or the same change. */
    has: (sent) => keysOf(sent).some((key) => open.has(key)),

    note(sent, { error }) {
      const isOpen = error?.outcome === "unknown";
      for (const key of keysOf(sent)) {
        if (isOpen) open.add(key);
        else open.delete(key);
      }
    },
  };
}

/** A message is not the same one for a word in it: whom it goes to is. @param {Sent} sent */
function keysOf({ operation, input }) {
  const isMessage = operation === "sendMessage" || operation === "sendRcs";
  const keys = isMessage ? everybodyIn(input, (number) => number) : [JSON.stringify(input)];
  return keys.map((key) => `${operation} ${key}`);
}
