/** The lines of a chart over time, as numbers: what had happened by when, and where that is drawn. */

/**
 * @typedef {import("interakt-wasm/edge").CampaignSpan} CampaignSpan
 * @typedef {"sent" | "delivered" | "read" | "failed"} Series
 *
 * @typedef {{ at: number } & Record<Series, number>} Total By a time, in milliseconds since 1970.
 *
 * @typedef {object} Scale
 * @property {(at: number) => number} x
 * @property {(count: number) => number} y
 * @property {readonly number[]} counts That have a line across.
 * @property {readonly number[]} times That are written below.
 */

/** @type {readonly Series[]} */
export const SERIES = ["sent", "delivered", "read", "failed"];

const MINUTE = 60_000;

/** The room around the lines, in pixels: for the counts, and for the times. */
const ROOM = { left: 44, right: 14, top: 10, bottom: 24 };

/**
 * @param {readonly CampaignSpan[]} spans In order.
 * @returns {Total[]} From nothing at the start to all at the end of the last span.
 */
export function totalsOf(spans) {
  const [first, second] = spans;
  if (first === undefined) return [];
  const lasts = second === undefined ? MINUTE : second.at - first.at;
  const total = { at: first.at, sent: 0, delivered: 0, read: 0, failed: 0 };
  return [
    { ...total },
    ...spans.map((span) => {
      total.at = span.at + lasts;
      for (const name of SERIES) total[name] += span[name];
      return { ...total };
    }),
  ];
}

/**
 * @param {readonly Total[]} totals At least one.
 * @param {number} width In pixels.
 * @param {number} height
 * @returns {Scale}
 */
export function scaleOf(totals, width, height) {
  const from = totals[0]?.at ?? 0;
  const to = totals.at(-1)?.at ?? from + MINUTE;
  const most = Math.max(1, ...totals.flatMap((total) => SERIES.map((name) => total[name])));
  const step = stepOf(most);
  const top = Math.ceil(most / step) * step;
  const across = width - ROOM.left - ROOM.right;
  const up = height - ROOM.top - ROOM.bottom;
  return {
    x: (at) => ROOM.left + ((at - from) / Math.max(1, to - from)) * across,
    y: (count) => ROOM.top + (1 - count / top) * up,
    counts: Array.from({ length: top / step + 1 }, (_, index) => index * step),
    times: width < 480 ? [from, to] : [from, (from + to) / 2, to],
  };
}

/** @param {number} most @returns {number} 1, 2 or 5 with zeros, of which two to five make it. */
function stepOf(most) {
  const zeros = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 5, 10].map((digit) => (digit * zeros) / 5).find((each) => most / each <= 5);
  return Math.max(1, step ?? zeros);
}
