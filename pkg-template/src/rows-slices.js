/** Work in slices: between two of them whatever else waits gets its turn. */

/** A frame of a page has 16. */
const MOST_MS = 8;

/**
 * @typedef {object} Slices
 * @property {() => boolean} isOver
 * @property {() => Promise<void>} pause Ends a slice, and begins the next.
 *
 * @param {() => number} clock Milliseconds.
 * @param {() => Promise<unknown>} turn Resolved when what waits has had its turn.
 * @returns {Slices}
 */
export function createSlices(clock, turn) {
  let start = clock();
  return {
    isOver: () => clock() - start >= MOST_MS,
    async pause() {
      await turn();
      start = clock();
    },
  };
}

/**
 * The event loop's next turn, by a message. A page in the background has its timers held back for
 * seconds, but not its messages; and behind `scheduler.yield` a browser draws ten frames a second, as
 * what goes on there comes before them.
 *
 * @returns {Promise<unknown>}
 */
export const nextTurn = () =>
  new Promise((resolve) => {
    /** @type {MessageChannel} */
    let channel;
    try {
      channel = new MessageChannel();
    } catch {
      // None is there; in Next's edge runtime one is, and throws.
      setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = channel;
    port1.onmessage = () => {
      // An open one would keep Node running.
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(0);
  });
