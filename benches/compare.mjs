/**
 * How fast the same inputs go through two functions. Both run in turn, round after round, so that
 * whatever else the machine does meets both; what counts is the median.
 */

/** A slice of a round is no shorter, so that the clock and the loop do not count. */
const SLICE_MS = 40;

/**
 * @typedef {object} Pair Two functions that answer the same question.
 * @property {string} name
 * @property {string} peerName
 * @property {readonly string[]} inputs
 * @property {(input: string) => unknown} ours
 * @property {(input: string) => unknown} peer
 *
 * @typedef {object} Speed
 * @property {number} ours Calls a second.
 * @property {number} peer
 * @property {number} ratio The median of the rounds' ratios.
 */

/**
 * @param {Pair} pair
 * @param {number} rounds
 * @returns {Speed}
 */
export function compare({ inputs, ours, peer }, rounds) {
  const times = { ours: timesFor(ours, inputs), peer: timesFor(peer, inputs) };
  const measured = Array.from({ length: rounds }, (_, round) => {
    // Who goes first takes turns as well.
    if (round % 2 === 0) {
      const first = rate(ours, inputs, times.ours);
      return { ours: first, peer: rate(peer, inputs, times.peer) };
    }
    const first = rate(peer, inputs, times.peer);
    return { ours: rate(ours, inputs, times.ours), peer: first };
  });
  return {
    ours: median(measured.map((round) => round.ours)),
    peer: median(measured.map((round) => round.peer)),
    ratio: median(measured.map((round) => round.ours / round.peer)),
  };
}

/**
 * How often to go through the inputs in one slice. Warms up besides.
 *
 * @param {(input: string) => unknown} call
 * @param {readonly string[]} inputs
 */
function timesFor(call, inputs) {
  rate(call, inputs, 2);
  const once = (inputs.length / rate(call, inputs, 2)) * 1000;
  return Math.max(1, Math.ceil(SLICE_MS / once));
}

/**
 * @param {(input: string) => unknown} call
 * @param {readonly string[]} inputs
 * @param {number} times
 * @returns {number} Calls a second.
 */
function rate(call, inputs, times) {
  let answers = 0;
  const start = performance.now();
  for (let time = 0; time < times; time += 1) {
    for (const input of inputs) {
      // What nobody looks at could be left out.
      if (call(input)) answers += 1;
    }
  }
  const seconds = (performance.now() - start) / 1000;
  if (answers < 0) throw new Error("unreachable");
  return (times * inputs.length) / seconds;
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
