/** Sends the rows that a consumer has in hand. */
import { verdictOf } from "./consumer-fate.js";
import { failure } from "./options.js";

/**
 * @typedef {import("../types/edge-ledger.js").ClaimedRow} ClaimedRow
 * @typedef {import("../types/edge-ledger.js").RowFate} RowFate
 *
 * @typedef {object} Hand What sends, and for whom.
 * @property {string} campaign
 * @property {string} owner
 * @property {import("../types/edge-ledger.js").Ledger} ledger
 * @property {import("../types/edge-account.js").Account} account
 * @property {(input: any, options: { maxRetries: 0, timeoutMs: number }) => Promise<any>} send
 * @property {number} concurrency
 * @property {number} timeoutMs
 * @property {boolean} retryUnknownOutcome
 * @property {import("../types/edge-cloudflare.js").Clock} clock
 * @property {number} claimMs How long its ledger took for the claim.
 * @property {AbortSignal | undefined} signal
 * @property {(error: unknown) => void} tell
 * @property {() => unknown} onSettled
 */

/** How long a permission is for, where the account does not say. */
const FRESH_MS = 700;

/** How slow a ledger may be each time. */
const MOST_SLOW_MS = 3_000;

/** How long to leave alone what cannot be reached. */
export const RETRY_MS = 5_000;

/** @type {RowFate} */
const BACK = { fate: "back" };

const silent = () =>
  failure({
    code: "edge_unreachable",
    message: "The ledger has not answered for as long as a lease: see the log of its campaign.",
  });

/**
 * Never rejected: what goes wrong with a row is told to the ledger, all else to `tell`.
 *
 * A row waits for its turn as long as a message may take, then it is put back: so the ledger hears of
 * the owner within a lease, however slow the account is, and gives nothing of it away.
 *
 * @param {readonly ClaimedRow[]} rows
 * @param {Hand} hand
 * @returns {Promise<number>} Milliseconds that were asked to wait for, or that it takes what cannot be
 *   reached.
 */
export async function sendBatch(rows, hand) {
  const { campaign, owner, ledger, account, clock, signal, timeoutMs } = hand;
  const waiting = [...rows];
  let delayMs = 0;
  let paused = false;
  const ended = new AbortController();
  /** Once it is aborted, nothing more is begun. */
  const stop = new AbortController();
  const end = () => stop.abort();

  /** @param {unknown} error @param {number} [ms] */
  function fail(error, ms = RETRY_MS) {
    hand.tell(error);
    delayMs = Math.max(delayMs, ms);
    end();
  }

  /** Asks until the ledger has heard it, for as long as it could still take the owner for alive. */
  async function settle(/** @type {ClaimedRow} */ { index }, /** @type {RowFate} */ fate) {
    const last = clock.now() + 2 * timeoutMs;
    const done = new AbortController();
    const late = clock.sleep(2 * timeoutMs, done.signal).then(() => Promise.reject(silent()));
    late.catch(() => {});
    try {
      for (let ms = 1_000; ; ms *= 2) {
        try {
          await Promise.race([ledger.settle({ owner, index, ...fate }), late]);
          break;
        } catch (error) {
          fail(error);
          if (clock.now() + ms > last) return;
          await clock.sleep(ms);
        }
      }
    } finally {
      done.abort();
    }
    await hand.onSettled();
  }

  /** The row may leave, as far as the account and the ledger are asked; if not, it is settled. */
  async function mayLeave(/** @type {ClaimedRow} */ row) {
    const { index, recipient } = row;
    const { userId } = /** @type {{ userId?: string }} */ (row.input);
    const turn = { campaign, index, recipient, userId, signal: stop.signal };
    /** Whatever comes between, it surely has not left. @type {RowFate | undefined} */
    let fate = BACK;
    try {
      if (stop.signal.aborted) return false;
      const { admitted, freshUntil = clock.now() + FRESH_MS } = await account.admit(turn);
      if (!admitted) {
        fate = { fate: "opted_out" };
        return false;
      }
      if (stop.signal.aborted) return false;
      if (!(await ledger.leave({ owner, index })).leaves) {
        // Whether it was for this row alone.
        if ((await ledger.state()).status !== "running") end();
        return false;
      }
      // All that were held up would leave at once. Who waited here for another permission would leave
      // whatever has happened meanwhile, so it comes anew. A ledger that is always slow holds nothing up.
      if (clock.now() > freshUntil + Math.min(hand.claimMs, MOST_SLOW_MS)) return false;
      fate = undefined;
      return true;
    } catch (error) {
      if (!stop.signal.aborted) fail(error);
      return false;
    } finally {
      if (fate) await settle(row, fate);
    }
  }

  async function handle(/** @type {ClaimedRow} */ row) {
    if (!(await mayLeave(row))) return;
    /** @type {RowFate} */
    let fate;
    try {
      const answer = await hand.send(row.input, { maxRetries: 0, timeoutMs });
      fate = { fate: "sent", messageId: typeof answer?.id === "string" ? answer.id : null };
    } catch (error) {
      const verdict = verdictOf(error, row.attempts, hand.retryUnknownOutcome);
      fate = verdict.fate;
      if (verdict.ofAll) await pauseCampaign(error);
      else if (verdict.pauseMs !== undefined) await pauseAccount(verdict.pauseMs);
    }
    await settle(row, fate);
  }

  /** Of several that are refused at once, the first counts. @param {unknown} error */
  async function pauseCampaign(error) {
    if (paused) return;
    paused = true;
    fail(error, 0);
    try {
      await ledger.pause({ reason: "account" });
    } catch (reason) {
      fail(reason);
    }
  }

  /** @param {number} ms */
  async function pauseAccount(ms) {
    delayMs = Math.max(delayMs, ms);
    end();
    try {
      await account.pause(ms);
    } catch (reason) {
      fail(reason);
    }
  }

  async function lane() {
    for (let row = waiting.shift(); row; row = waiting.shift()) await handle(row);
  }

  signal?.addEventListener("abort", end);
  if (signal?.aborted) end();
  clock.sleep(timeoutMs, ended.signal).then(end, () => {});
  try {
    await Promise.all(Array.from({ length: hand.concurrency }, lane));
  } finally {
    ended.abort();
    signal?.removeEventListener("abort", end);
  }
  return delayMs;
}
