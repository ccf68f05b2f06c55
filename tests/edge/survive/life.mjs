/**
 * Programs that may fall silent wherever they wait: for ever, and then nothing that they do afterwards
 * reaches anybody, and what they have asked for happens without them; or so long that everybody takes
 * them for dead.
 */

/** @type {Promise<never>} */
const NEVER = new Promise(() => {});

/** @param {import("./time.mjs").Time} time */
export function createLife(time) {
  let isOver = false;
  /** How often it may wait yet, once it is doomed. */
  let left = Infinity;
  let stalledUntil = 0;
  /** @type {() => void} */
  let announce = () => {};
  /** @type {Promise<void>} */
  const death = new Promise((resolve) => {
    announce = resolve;
  });

  /** Where it may die. @returns {Promise<void>} */
  async function point() {
    left -= 1;
    if (left < 0 && !isOver) {
      isOver = true;
      announce();
    }
    if (isOver) await NEVER;
    while (stalledUntil > time.now()) await time.sleep(stalledUntil - time.now());
  }

  /**
   * @template T
   * @param {() => T | Promise<T>} work
   * @returns {Promise<T>}
   */
  async function live(work) {
    await point();
    try {
      return await work();
    } finally {
      await point();
    }
  }

  return {
    death,
    get isOver() {
      return isOver;
    },
    live,
    /** @param {number} waits It dies at the wait after so many. */
    doom(waits) {
      left = Math.min(left, waits);
    },
    /** It does nothing for so long, and knows nothing of it. @param {number} ms */
    stall(ms) {
      stalledUntil = time.now() + ms;
    },
    /** @type {import("interakt-wasm/edge").Clock} */
    clock: {
      now: time.now,
      sleep: (ms, signal) => live(() => time.sleep(ms, signal)),
    },
    /**
     * The same object, to this program.
     *
     * @template {object} T
     * @param {T} target All of its methods are async.
     * @returns {T}
     */
    wrap: (target) =>
      new Proxy(target, {
        get(_, name) {
          const value = /** @type {any} */ (target)[name];
          if (typeof value !== "function") return value;
          return (/** @type {unknown[]} */ ...args) => live(() => value.apply(target, args));
        },
      }),
  };
}

/** @typedef {ReturnType<typeof createLife>} Life */
