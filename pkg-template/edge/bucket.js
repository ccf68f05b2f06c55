/**
 * Token buckets: so many at once, and then as many in a span of time. A bucket is one number, when it
 * will be full again: one that is full is forgotten.
 */
import { refuse } from "./options.js";

/**
 * @typedef {import("../types/edge-proxy.js").BucketTake} BucketTake
 * @typedef {import("../types/edge-proxy.js").BucketTurn} BucketTurn
 * @typedef {(key: string) => number | undefined} Read When a bucket will be full.
 * @typedef {(key: string, fullAt: number) => void} Write
 */

/**
 * Takes from all of the buckets, or from none. Several takes from one bucket are one.
 *
 * @param {readonly BucketTake[]} takes
 * @param {number} now
 * @param {Read} read
 * @param {Write} write
 * @returns {BucketTurn}
 */
export function takeTokens(takes, now, read, write) {
  /** @type {Map<string, number>} */
  const full = new Map();
  /** @type {BucketTurn} */
  let turn = { waitMs: 0, key: null };
  for (const { key, most, perMs, cost } of takes) {
    const known = read(key) ?? now;
    // A clock that was set back must not close a bucket for longer than it takes to fill it, from when
    // that is noticed.
    if (known > now + perMs) write(key, now + perMs);
    const fullAt = full.get(key) ?? Math.min(known, now + perMs);
    const after = Math.max(fullAt, now) + (cost * perMs) / most;
    // Sums of fractions are not exact: a thousandth of a millisecond is given away.
    const waitMs = after - now - perMs > 1e-3 ? Math.ceil(after - now - perMs) : 0;
    const never = cost > most ? Number.POSITIVE_INFINITY : waitMs;
    if (never > turn.waitMs) turn = { waitMs: never, key };
    full.set(key, after);
  }
  if (turn.waitMs === 0) for (const [key, fullAt] of full) write(key, fullAt);
  return turn;
}

/** Buckets are looked through for full ones when there are so many, and again when twice as many. */
const FEW = 1024;

/**
 * @param {{ clock?: Pick<import("../types/edge-cloudflare.js").Clock, "now"> | undefined }} [options]
 * @returns {import("../types/edge-proxy.js").Buckets}
 */
export function memoryBuckets({ clock = Date } = {}) {
  /** @type {Map<string, number>} */
  const buckets = new Map();
  let sweepAt = FEW;
  return {
    async take(takes) {
      const now = clock.now();
      if (buckets.size > sweepAt) {
        for (const [key, fullAt] of buckets) if (fullAt <= now) buckets.delete(key);
        sweepAt = Math.max(FEW, buckets.size * 2);
      }
      return takeTokens(
        takes,
        now,
        (key) => buckets.get(key),
        (key, fullAt) => buckets.set(key, fullAt),
      );
    },
  };
}

/**
 * @param {string} name
 * @param {any} rate
 * @returns {{ most: number, perMs: number } | undefined}
 */
export function readRate(name, rate) {
  if (rate === undefined) return undefined;
  const { most, perMs } = rate ?? {};
  if (isNumber(most, 1, 1e9) && isNumber(perMs, Number.MIN_VALUE, 1e12)) return { most, perMs };
  return refuse(
    `${name} must be { most, perMs }, such as { most: 5, perMs: 60_000 }: five at once, and five a minute.`,
  );
}

/** @param {unknown} value @param {number} least @param {number} most */
const isNumber = (value, least, most) =>
  typeof value === "number" && value >= least && value <= most;
