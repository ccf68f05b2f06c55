/** What happened when, for a chart. */
import { statusOf } from "./ledger-head.js";
import { MINUTE_MS } from "./ledger-move.js";

/** @typedef {import("./ledger-head.js").Opened} Opened */
/** @typedef {import("../types/edge-ledger.js").CampaignSpan} CampaignSpan */

/** How many spans, where nobody says. */
const USUAL = 120;

/**
 * @param {Opened} opened
 * @param {number} [most]
 * @returns {CampaignSpan[]} Without a gap; empty before the start.
 */
export function spansOf({ sql, number, head, now }, most = USUAL) {
  if (head.startedAt === null) return [];
  const rows = /** @type {CampaignSpan[]} */ (
    /** @type {unknown} */ (
      sql.all(
        "SELECT at, sent, delivered, read, failed FROM interakt_spans WHERE campaign = ? ORDER BY at",
        number,
      )
    )
  );
  const times = rows.map(({ at }) => at);
  // A webhook may tell of times by another clock.
  const first = Math.floor(Math.min(head.startedAt, ...times.slice(0, 1)) / MINUTE_MS);
  const isOver = statusOf(head) === "done" || statusOf(head) === "cancelled";
  const ended = isOver ? Math.max(head.endedAt ?? 0, ...times.slice(-1)) : now;
  const last = Math.floor(Math.max(ended, ...times.slice(-1)) / MINUTE_MS);
  const width = Math.ceil((last - first + 1) / Math.max(1, most));
  const spans = Array.from({ length: Math.ceil((last - first + 1) / width) }, (_, place) => ({
    at: (first + place * width) * MINUTE_MS,
    ...{ sent: 0, delivered: 0, read: 0, failed: 0 },
  }));
  for (const row of rows) {
    const span = spans[Math.floor((row.at / MINUTE_MS - first) / width)];
    if (!span) continue;
    for (const name of /** @type {const} */ (["sent", "delivered", "read", "failed"])) {
      span[name] += row[name];
    }
  }
  return spans;
}
