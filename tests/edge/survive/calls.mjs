/** The way to a Durable Object, a database, a Queue: calls that get lost, come twice or come late. */

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
      const fault = chance.is(share)
        ? chance.of(["lost before", "lost after", "doubled", "slow"])
        : undefined;
      await time.sleep(chance.between(2, 60));
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
