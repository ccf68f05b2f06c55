/** Random numbers that are the same in every run: mulberry32. */

/**
 * @param {number} seed
 * @returns {(end: number) => number} Gives a whole number from 0 to below `end`.
 */
export function randomOf(seed) {
  let state = seed;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
}
