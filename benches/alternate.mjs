/**
 * How long things take that are done in turn, in small batches: whatever else the machine does
 * meets all of them alike, and many batches meet nothing.
 */
import { median } from "./compare.mjs";

/**
 * @typedef {object} Work
 * @property {() => unknown} run
 * @property {number} [batch] How often it is done in one measurement; once if left out.
 *
 * @typedef {object} Time Milliseconds for one.
 * @property {number} least
 * @property {number} middle The median.
 * @property {number[]} rounds
 */

/**
 * Measures one after the other, round after round.
 *
 * @param {readonly K[]} names
 * @param {{ rounds: number, warmUp?: number }} options `warmUp` are rounds that do not count.
 * @param {(name: K) => number | Promise<number>} measure
 * @returns {Promise<Record<K, Time>>} Times, or whatever else is measured.
 * @template {string} K
 */
export async function inTurn(names, { rounds, warmUp = 3 }, measure) {
  /** @type {Map<K, number[]>} */
  const measured = new Map(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      // Who goes first takes turns as well.
      const name = /** @type {K} */ (names[(turn + round + warmUp) % names.length]);
      const figure = await measure(name);
      if (round >= 0) measured.get(name)?.push(figure);
    }
  }
  return /** @type {Record<K, Time>} */ (
    Object.fromEntries(names.map((name) => [name, summary(measured.get(name) ?? [])]))
  );
}

/**
 * @param {Record<K, Work>} works
 * @param {{ rounds: number, warmUp?: number }} options
 * @returns {Promise<Record<K, Time>>}
 * @template {string} K
 */
export function alternate(works, options) {
  const names = /** @type {K[]} */ (Object.keys(works));
  return inTurn(names, options, (name) => timeOf(works[name]));
}

/** @param {number[]} rounds @returns {Time} */
const summary = (rounds) => ({
  least: Math.min(...rounds),
  middle: median(rounds),
  rounds,
});

/** @param {Time} ours @param {Time} peer @returns {number} The median of the rounds' ratios. */
export const ratioOf = (ours, peer) =>
  median(ours.rounds.map((time, round) => time / (peer.rounds[round] ?? Number.NaN)));

/** @param {Work} work */
function timeOf({ run, batch = 1 }) {
  let answers = 0;
  const start = performance.now();
  for (let time = 0; time < batch; time += 1) {
    // What nobody looks at could be left out.
    if (run() !== undefined) answers += 1;
  }
  const took = performance.now() - start;
  if (answers !== batch) throw new Error("what is measured gave no answer");
  return took / batch;
}
