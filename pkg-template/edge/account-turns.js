/** The turns of an account: who asks for one waits here until it comes. */
import { createLine } from "./account-line.js";
import { decide, intervalOf } from "./pace.js";

/**
 * How long anybody sleeps before it looks whether those ahead are still there, and what the clock
 * shows now: so large a part of what it has to wait, but from the first to the second.
 */
const RECHECK_SHARE = 1 / 4;
const RECHECK_MS = 500;
const LONGEST_SLEEP_MS = 5_000;

/** Whose turn would be now, were there not somebody else before it, does not ask more often. */
const AGAIN_MS = 10;

/**
 * @typedef {object} Ask
 * @property {string} id Of who asks: the same when it asks again.
 * @property {number} [place] That it was told.
 * @property {number} [waitedMs] Since when it asks, where it was told none: whoever kept it waiting is
 *   gone.
 * @property {number} holdMs How long it may be kept waiting; then it is told its place.
 * @property {string} [recipient] Of a campaign's message, as are those below.
 * @property {string} [userId] That its input also says.
 * @property {string} [campaign]
 * @property {number} [index]
 *
 * @typedef {{ admitted: false } | { admitted: true, slackMs: number }} Decision
 * @typedef {Decision | { waitMs: number }} Outcome
 * @typedef {(Decision & { heldMs: number }) | { place: number, waitMs: number }} Answer
 *   `heldMs`: how long it was kept waiting here; all else of its time it was on its way. `waitMs`: that
 *   it will take about.
 */

/**
 * @param {import("./account-store.js").Store} store
 * @param {import("./clock.js").Clock} clock
 * @param {import("./account-peers.js").Peers} peers
 */
export function createTurns(store, clock, peers) {
  const line = createLine();
  /** When the next permission may be given, as far as it is known here. */
  let next = 0;
  /** How far permissions are apart. */
  let intervalMs = 0;

  /** @param {(string | undefined)[]} names Of one person: either may be on the list. */
  const isOut = (...names) => names.some((name) => name !== undefined && store.hasOptedOut(name));

  /**
   * The first of the line gets a permission, or hears how long it has to wait for it.
   *
   * @param {import("./account-line.js").Waiter} waiter
   * @param {Ask} asked
   * @returns {Outcome}
   */
  function attempt(waiter, { recipient, userId, campaign = "", index = 0 }) {
    return store.sql.transaction(() => {
      // Not before: what others took while this waited for the database would be ahead of it.
      const now = clock.now();
      const { limit, ...past } = store.past(now);
      intervalMs = intervalOf(limit);
      if (isOut(recipient, userId)) return { admitted: false };
      const { waitMs, slot } = decide(limit, past, waiter.place, now);
      next = now + waitMs;
      if (slot === undefined || peers.before(waiter.place, now)) {
        peers.tell(waiter.place, line.size, now);
        return { waitMs: waitMs || Math.max(Math.min(intervalMs, RECHECK_MS), AGAIN_MS) };
      }
      store.permit(now, slot);
      if (recipient !== undefined) store.remember(recipient, campaign, index, now);
      next = now + intervalMs;
      line.leave(waiter);
      if (line.first !== undefined) peers.tell(line.first, line.size, now);
      return { admitted: true, slackMs: limit.slackMs };
    });
  }

  /**
   * @param {import("./account-line.js").Waiter} waiter
   * @param {Ask} asked
   * @returns {Outcome}
   */
  function turn(waiter, asked) {
    const now = clock.now();
    const ahead = line.ahead(waiter, now);
    if (ahead === 0) return attempt(waiter, asked);
    return { waitMs: Math.max(next - now, 0) + ahead * intervalMs };
  }

  /** @param {import("./account-line.js").Waiter} waiter */
  function leave(waiter) {
    line.leave(waiter);
    if (line.size > 0) return;
    try {
      peers.quit();
    } catch {
      // The others will notice that nobody says anything here.
    }
  }

  return {
    /**
     * @param {Ask} asked
     * @param {import("../types/limiter.js").LimiterTurn} [caller]
     * @returns {Promise<Answer>}
     */
    async ask(asked, { signal, onWait } = {}) {
      const { id, place, waitedMs, holdMs, recipient, userId } = asked;
      // That needs no turn.
      if (isOut(recipient, userId)) return { admitted: false, heldMs: 0 };
      const now = clock.now();
      const waiter = line.enter(id, place ?? (waitedMs ? now - waitedMs : undefined), now);
      let stays = false;
      try {
        for (let heldMs = 0; ; ) {
          // It has given up, or has asked once more: then its answer comes there.
          if (!line.has(waiter)) return { place: waiter.place, waitMs: 0 };
          const outcome = turn(waiter, asked);
          if ("admitted" in outcome) return { ...outcome, heldMs: clock.now() - now };
          const { waitMs } = outcome;
          if (heldMs === 0) onWait?.(Math.ceil(waitMs));
          if (heldMs >= holdMs) {
            stays = true;
            line.sendAway(waiter, clock.now());
            return { place: waiter.place, waitMs };
          }
          const sleepMs = Math.min(
            waitMs,
            Math.min(Math.max(waitMs * RECHECK_SHARE, RECHECK_MS), LONGEST_SLEEP_MS),
            holdMs - heldMs,
          );
          await clock.sleep(sleepMs, signal);
          heldMs += sleepMs;
        }
      } finally {
        if (!stays) leave(waiter);
      }
    },

    /** @param {string} id Who asked, and waits no more. */
    giveUp: (id) => line.giveUp(id),

    get waiting() {
      return line.size;
    },
  };
}
