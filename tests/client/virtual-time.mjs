/** Time that a test moves on: minutes of waiting pass at once, and every wait is exact. */
import { setGlobal } from "./support.mjs";

const nextTurn = setImmediate;

/**
 * Replaces the clock and the timers that the package uses for the length of one test.
 *
 * @param {import("node:test").TestContext} t
 */
export function virtualTime(t) {
  let now = 0;
  /** The soonest first. @type {{ at: number, run: () => void }[]} */
  let timers = [];

  t.mock.method(performance, "now", () => now);
  setGlobal(t, "setTimeout", (/** @type {() => void} */ run, /** @type {number} */ ms) => {
    // As real ones, it goes off after its time, by however little.
    const timer = { at: now + ms + 0.001, run };
    let place = timers.length;
    while (place > 0 && Number(timers[place - 1]?.at) > timer.at) place -= 1;
    timers.splice(place, 0, timer);
    return timer;
  });
  setGlobal(t, "clearTimeout", (/** @type {unknown} */ timer) => {
    timers = timers.filter((other) => other !== timer);
  });

  /** Lets everything run that waits for no timer. */
  async function settle() {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => nextTurn(resolve));
  }

  /** @param {number} at Runs the timers of that time. */
  async function moveTo(at) {
    now = at;
    for (let next = timers[0]; next?.at === at; next = timers[0]) {
      timers.shift();
      next.run();
    }
    await settle();
  }

  return {
    /** Milliseconds since the test began. */
    now: () => now,
    /** How many timers are set. */
    timers: () => timers.length,
    settle,

    /** @param {number} ms How far to move on, timer by timer. */
    async pass(ms) {
      const end = now + ms;
      await settle();
      for (let next = timers[0]; next && next.at <= end; next = timers[0]) await moveTo(next.at);
      now = end;
    },

    /**
     * Moves on until work is done.
     *
     * @template T
     * @param {Promise<T>} work
     * @returns {Promise<T>}
     */
    async until(work) {
      let done = false;
      const end = () => {
        done = true;
      };
      work.then(end, end);
      await settle();
      while (!done) {
        const [next] = timers;
        if (!next) throw new Error("no timer is left, and the work is not done");
        await moveTo(next.at);
      }
      return work;
    },
  };
}
