/** Time for tests: it passes when everything waits for it, and its clock can be set. */

/**
 * @typedef {object} Timer
 * @property {number} at
 * @property {() => void} ring
 */

/** @param {number} [start] What the clock shows first, in milliseconds since 1970. */
export function createTime(start = Date.UTC(2026, 0, 15, 9, 30)) {
  /** Milliseconds that have really passed. */
  let passed = 0;
  let set = start;
  /** @type {Timer[]} The soonest first; of the same time, who came first. */
  const timers = [];

  /** @param {number} at @param {() => void} ring */
  function add(at, ring) {
    let low = 0;
    for (let high = timers.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (/** @type {Timer} */ (timers[middle]).at <= at) low = middle + 1;
      else high = middle;
    }
    const timer = { at, ring };
    timers.splice(low, 0, timer);
    return timer;
  }

  return {
    /** How much has passed, whatever the clock shows. */
    get passed() {
      return passed;
    },
    now: () => set + passed,

    /** The clock is set. @param {number} ms Ahead, or below 0 back. */
    jump(ms) {
      set += ms;
    },

    /**
     * @param {number} ms
     * @param {AbortSignal} [signal]
     * @returns {Promise<void>}
     */
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const stop = () => {
          timers.splice(timers.indexOf(timer), 1);
          reject(signal?.reason);
        };
        const timer = add(passed + Math.max(0, ms), () => {
          signal?.removeEventListener("abort", stop);
          resolve();
        });
        signal?.addEventListener("abort", stop, { once: true });
      }),

    /** Until nothing waits any more, or until so much has passed. @param {number} [end] */
    async run(end = Number.POSITIVE_INFINITY) {
      for (;;) {
        // What waits for no time is done in some turns.
        for (let turn = 0; turn < 3; turn += 1) await new Promise((next) => setImmediate(next));
        const timer = timers[0];
        if (!timer || timer.at > end) {
          if (end < Number.POSITIVE_INFINITY) passed = Math.max(passed, end);
          return;
        }
        timers.shift();
        passed = timer.at;
        timer.ring();
      }
    },
  };
}
