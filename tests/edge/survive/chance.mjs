/** Chance that a seed decides. */

/** @param {number} seed */
export function createChance(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;

  /** From 0 to 1, without 1. */
  function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const between = (/** @type {number} */ least, /** @type {number} */ most) =>
    least + next() * (most - least);

  return {
    next,
    between,
    /** A whole number, both ends included. @param {number} least @param {number} most */
    whole: (least, most) => Math.floor(between(least, most + 1)),
    /** @param {number} share */
    is: (share) => next() < share,
    /**
     * @template T
     * @param {readonly T[]} list
     * @returns {T}
     */
    of: (list) => /** @type {T} */ (list[Math.floor(next() * list.length)]),
  };
}

/** @typedef {ReturnType<typeof createChance>} Chance */
