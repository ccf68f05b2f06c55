/** Which rows a run takes that has no time for all: always the same for one day and commit. */
import { createHash } from "node:crypto";

/** @typedef {import("./rows.mjs").Row} Row */

/** What most projects use, and the browsers that nothing else asks: part of every sample. */
export const CORE = new Set([
  "Vite",
  "webpack",
  "Next",
  "Wrangler",
  "Jest",
  "Firefox",
  "WebKitGTK",
]);

/** What a row is taken to cost that has not been measured yet. */
const UNKNOWN_SECONDS = 60;

/** By this name a row's time is kept. @param {Pick<Row, "where" | "how">} row */
export const nameOf = ({ where, how }) => `${where}: ${how}`;

/**
 * The core, and as many other units as fit into the time, in an order that the seed decides. Rows
 * of one unit share an installation: they are taken together or not at all.
 *
 * @template {Pick<Row, "where" | "how">} R
 * @param {R[][]} units
 * @param {object} means
 * @param {number} means.seconds For all rows, added up.
 * @param {Record<string, number>} means.times Seconds by name of the row.
 * @param {string} means.seed
 * @returns {R[][]} In the order of `units`.
 */
export function chooseUnits(units, { seconds, times, seed }) {
  const costOf = (/** @type {R[]} */ unit) =>
    unit.reduce((sum, row) => sum + (times[nameOf(row)] ?? UNKNOWN_SECONDS), 0);
  const chosen = new Set(units.filter((unit) => unit.some(({ where }) => CORE.has(where))));
  let left = seconds - [...chosen].reduce((sum, unit) => sum + costOf(unit), 0);
  const others = units.filter((unit) => !chosen.has(unit));
  const places = new Map(others.map((unit, index) => [unit, placeOf(`${seed} ${index}`)]));
  const order = (/** @type {R[]} */ unit) => places.get(unit) ?? "";
  for (const unit of others.sort((one, other) => (order(one) < order(other) ? -1 : 1))) {
    const cost = costOf(unit);
    if (cost > left) continue;
    chosen.add(unit);
    left -= cost;
  }
  return units.filter((unit) => chosen.has(unit));
}

/** @param {string} text */
const placeOf = (text) => createHash("sha256").update(text).digest("hex");

/**
 * The times with those that were measured now. Of rows with one name, such as those of two
 * versions, the longest counts.
 *
 * @param {Record<string, number>} times
 * @param {{ row: Pick<Row, "where" | "how">, seconds: number }[]} measured
 * @returns {Record<string, number>}
 */
export function withTimes(times, measured) {
  /** @type {Record<string, number>} */
  const found = {};
  for (const { row, seconds } of measured) {
    found[nameOf(row)] = Math.max(Math.ceil(seconds), found[nameOf(row)] ?? 0);
  }
  return { ...times, ...found };
}
