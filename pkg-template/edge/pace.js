/**
 * When the next permission may be given, under a limit that holds for any window of time and is
 * spread evenly over it.
 *
 * All that decides is handed in: the time, and what is remembered of earlier permissions. So it may
 * be remembered anywhere, and nothing is lost with whoever asks. Evenly: each permission has a slot of
 * its own, a part of the window behind the one before. The log of permissions stands behind that: no
 * window has more of them than it may, where the limit was another a moment ago, and where timers
 * were late and slots are made up for.
 */

export const MINUTE_MS = 60_000;

/** How late a permission may be and still count for its slot: the next ones make up for it. */
const LATE_MS = 1_000;

/**
 * @typedef {object} Limit
 * @property {number} perMinute Permissions in a minute and `slackMs`: whole, 1 or more.
 * @property {number} slackMs
 *
 * @typedef {object} Past
 * @property {{ at: number, slot: number } | undefined} last The last permission: when it was given,
 *   and when it was due.
 * @property {number | undefined} bound When the permission was given behind which there are
 *   `perMinute - 1` others: the next one must not be in a window with it.
 * @property {number} pausedUntil Nothing leaves before; 0 where nothing is held back.
 */

/** @param {Limit} limit */
export const windowOf = ({ slackMs }) => MINUTE_MS + slackMs;

/** @param {Limit} limit How far slots are apart. */
export const intervalOf = (limit) => windowOf(limit) / limit.perMinute;

/**
 * Whether who has come at `arrival` may go now: when not, how long until it may.
 *
 * @param {Limit} limit
 * @param {Past} past None of its times is later than `now`, but for the end of the pause.
 * @param {number} arrival
 * @param {number} now
 * @returns {{ waitMs: 0, slot: number } | { waitMs: number, slot?: undefined }} `slot`: to be
 *   remembered with the permission.
 */
export function decide(limit, { last, bound, pausedUntil }, arrival, now) {
  const due = Math.max(
    last ? last.slot + intervalOf(limit) : Number.NEGATIVE_INFINITY,
    pausedUntil,
  );
  const free = bound === undefined ? due : bound + windowOf(limit);
  const waitMs = Math.max(due, free) - now;
  if (waitMs > 0) return { waitMs };
  // A slot that was over when somebody came is gone: there are no bursts after a quiet time.
  const waited = arrival <= due && now - due <= LATE_MS;
  return { waitMs: 0, slot: waited ? due : now };
}
