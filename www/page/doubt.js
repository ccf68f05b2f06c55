/** Remembers what may have been carried out, so that nobody sends it twice without knowing. */

/**
 * @returns {{
 *   note: (address: string, text: string) => string | undefined,
 *   remember: (address: string, text: string, doubt: string | undefined) => void,
 * }} By the address of the example: what to consider before this text is sent, and what came of
 *   sending it, of which the last counts.
 */
export function createDoubts() {
  /** @type {Map<string, { text: string, doubt: string }>} */
  const doubts = new Map();
  return {
    note(address, text) {
      const last = doubts.get(address);
      return last?.text === text ? last.doubt : undefined;
    },

    remember(address, text, doubt) {
      if (doubt === undefined) doubts.delete(address);
      else doubts.set(address, { text, doubt });
    },
  };
}
