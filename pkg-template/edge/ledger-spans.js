/** What happened when, for a chart. */
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
  const first = Math.floor(head.startedAt / MINUTE_MS);
  // Webhooks come when it has ended, too.
  const last = Math.floor(Math.max(head.endedAt ?? now, rows.at(-1)?.at ?? 0) / MINUTE_MS);
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
