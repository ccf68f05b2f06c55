/** The way to a Durable Object, a database, a Queue: calls that get lost, come twice or come late. */

/** What may happen to a call; what is held up for minutes is rare, or nothing would go on. */
const FAULTS = [
  ...["lost before", "lost after", "doubled", "slow", "lost before", "lost after", "doubled"],
  ...["slow", "doubled", "held"],
];

/**
 * @typedef {object} Way
 * @property {<T>(call: () => Promise<T>) => Promise<T>} call
 * @property {(ms: number) => void} cut Nothing gets through for so long.
 */

/**
 * @param {object} world
 * @param {import("./time.mjs").Time} world.time
 * @param {import("./chance.mjs").Chance} world.chance
 * @param {number} share How many of the calls meet a fault.
 * @param {() => Error} lost
 * @returns {Way}
 */
export function createWay({ time, chance }, share, lost) {
  let cutUntil = 0;

  return {
    cut(ms) {
      cutUntil = time.now() + ms;
    },

    async call(work) {
      const fault = chance.is(share) ? chance.of(FAULTS) : undefined;
      await time.sleep(fault === "held" ? chance.between(1_000, 120_000) : chance.between(2, 60));
      if (fault === "lost before" || time.now() < cutUntil) throw lost();
      const result = await work();
      if (fault === "doubled") {
        // What it says then nobody hears.
        time.set(() => work().catch(() => {}), chance.between(1, 120_000));
      }
      await time.sleep(fault === "slow" ? chance.between(300, 3_000) : chance.between(2, 60));
      if (fault === "lost after" || time.now() < cutUntil) throw lost();
      return result;
    },
  };
}
