/** When a campaign wakes up to put a ticket into the Queue. */
import { nextAt } from "./ledger-claim.js";
import { find, statusOf } from "./ledger-head.js";

/**
 * How long no consumer has to be heard before it is taken that none works. While one does, it puts
 * the next ticket in itself, and a second would make a second.
 */
export const IDLE_MS = 30_000;

/**
 * When something is to be done, whoever does it.
 *
 * @param {import("../types/edge-sql.js").Sql} sql
 * @param {string} id
 * @param {number} now
 * @returns {{ runs: boolean, at: number | null } | null} Whether it is to be sent then; without a time
 *   nothing is to be done. `null`: there is no such campaign.
 */
export function nextOf(sql, id, now) {
  const opened = find(sql, id, now);
  if (!opened) return null;
  if (statusOf(opened.head) === "running") return { runs: true, at: nextAt(opened) };
  // Of whoever dies now it is to be known.
  const leases = Object.values(opened.head.owners).map(({ until }) => until);
  return { runs: false, at: leases.length > 0 ? Math.min(...leases) : null };
}

/**
 * @param {{ runs: boolean, at: number | null }} next
 * @param {number} heard when a consumer was heard last, or given a ticket
 * @returns {number | null} When to wake up.
 */
export function wakeAt({ runs, at }, heard) {
  if (at === null) return null;
  return runs ? Math.max(at, heard + IDLE_MS) : at;
}
