/** Numbers that look drawn by lot, and are the same in every runtime for the same seed. */

/** @typedef {ReturnType<typeof createRandom>} Random */

/**
 * @param {number} seed
 * @param {number} index which of the seed's rows of numbers
 */
export function createRandom(seed, index) {
  let state = mix(seed ^ mix(index + 1));
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state) >>> 0;
  };
  /** @param {number} limit A whole number from 0 up to below this one. */
  const below = (limit) => next() % limit;
  return {
    below,
    /**
     * @param {readonly T[]} list
     * @returns {T}
     * @template T
     */
    pick: (list) => /** @type {T} */ (list[below(list.length)]),
  };
}

/**
 * Spreads each bit over all of them.
 * @param {number} number of 32 bits
 */
function mix(number) {
  let mixed = number;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}
