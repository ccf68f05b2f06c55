/** Takes rows of a campaign in hand and sends them, in a Queue's consumer or in a loop. */
import { isInteraktError } from "interakt-wasm";
import { IDLE_MS } from "./campaign-plan.js";
import { readClock } from "./clock.js";
import { RETRY_MS, sendBatch } from "./consumer-batch.js";
import { checkNames, refuse } from "./options.js";

/**
 * @typedef {import("../types/edge-account.js").AccountState} AccountState
 * @typedef {import("../types/edge-cloudflare.js").QueueMessage} QueueMessage
 * @typedef {import("../types/edge-consumer.js").Work} Work
 * @typedef {import("../types/edge-ledger.js").CampaignState} CampaignState
 *
 * @typedef {object} Turn How a turn of work goes.
 * @property {AbortSignal | undefined} [signal]
 * @property {number} [lanes] How many messages are under way at most.
 * @property {() => unknown} [onSettled]
 */

const OPTIONS =
  "client account ledger tickets concurrency batch timeoutMs retryUnknownOutcome clock onError";

/** How long a loop lets pause and cancel wait for, and how often it tells how far it is. */
const POLL_MS = 5_000;
const LEAST_MS = 100;
const PROGRESS_MS = 1_000;

/** @type {typeof import("../types/edge-consumer.js").createConsumer} */
export function createConsumer(options) {
  checkNames(options, OPTIONS.split(" "), "A consumer");
  const { client, account, tickets, retryUnknownOutcome = false } = options;
  const clock = readClock(options.clock);
  const concurrency = readCount("concurrency", options.concurrency ?? 10);
  const batch = readCount("batch", options.batch ?? 100);
  const timeoutMs = readCount("timeoutMs", options.timeoutMs ?? 30_000);
  if (typeof client?.sendMessage !== "function") refuse("client must be an Interakt.");
  if (typeof account?.admit !== "function") {
    refuse("account must be that of durableLimiter or createAccount.");
  }
  if (typeof options.ledger !== "function") {
    refuse("ledger must be a function that gives the ledger of a campaign by its id.");
  }

  /** @param {unknown} error */
  async function tell(error) {
    try {
      await options.onError?.(error);
    } catch {
      // What it does with it is its own affair.
    }
  }

  /**
   * @param {string} campaign
   * @param {Turn} turn
   * @returns {Promise<Work>}
   */
  async function work(campaign, { signal, lanes = concurrency, onSettled = () => {} }) {
    const ledger = options.ledger(campaign);
    // Another for each hand: what an earlier one has said and comes late can do nothing to this one.
    const owner = crypto.randomUUID();
    /** @type {import("../types/edge-ledger.js").Claim} */
    let claim;
    let claimMs = 0;
    try {
      const state = await account.state();
      const pausedMs = (state.pausedUntil ?? 0) - clock.now();
      if (pausedMs > timeoutMs) return { taken: 0, waitMs: pausedMs, delayMs: pausedMs };
      const most = Math.min(batch, shareOf(state, lanes, timeoutMs));
      const began = clock.now();
      claim = await ledger.claim({ owner, most, leaseMs: 2 * timeoutMs });
      claimMs = clock.now() - began;
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      await tell(error);
      return { taken: 0, waitMs: RETRY_MS, delayMs: RETRY_MS };
    }
    const { rows, operation, waitMs } = claim;
    const taken = rows.length;
    if (taken === 0) return { taken, waitMs, delayMs: 0 };
    const delayMs = await sendBatch(rows, {
      ...{ campaign, owner, ledger, account, clock, signal, timeoutMs, claimMs, tell, onSettled },
      send: (input, how) => client[operation](input, how),
      concurrency: lanes,
      retryUnknownOutcome,
    });
    return { taken, waitMs: 0, delayMs };
  }

  /**
   * @param {string} campaign
   * @param {QueueMessage} message
   * @param {number} lanes
   */
  async function serve(campaign, message, lanes) {
    try {
      const { waitMs, delayMs } = await work(campaign, { lanes });
      // For longer than that the campaign's own alarm puts one in: tickets that wait would pile up.
      if (delayMs > IDLE_MS) return message.ack();
      if (delayMs > 0) return message.retry(delayOf(delayMs));
      if (waitMs === 0) await tickets?.send({ campaign });
      message.ack();
    } catch (error) {
      await tell(error);
      message.retry(delayOf(RETRY_MS));
    }
  }

  return {
    work: (campaign, turn) => work(campaign, { signal: turn?.signal }),

    async queue({ messages }) {
      /** @type {Map<string, QueueMessage>} */
      const firsts = new Map();
      for (const message of messages) {
        const { campaign } = /** @type {{ campaign?: unknown }} */ (message.body ?? {});
        // A second ticket for the same rows says nothing new.
        if (typeof campaign !== "string" || firsts.has(campaign)) message.ack();
        else firsts.set(campaign, message);
      }
      const lanes = Math.max(1, Math.floor(concurrency / firsts.size));
      await Promise.all([...firsts].map(([campaign, message]) => serve(campaign, message, lanes)));
    },

    async run(campaign, { signal, onProgress } = {}) {
      const ledger = options.ledger(campaign);
      let told = 0;

      async function look() {
        const state = await ledger.state();
        told = clock.now();
        try {
          await onProgress?.(state);
        } catch {
          // As with `onError`.
        }
        return state;
      }

      /** How far it is may be lost: it is told again. */
      const onSettled = async () => {
        if (onProgress && clock.now() - told >= PROGRESS_MS) await look().catch(() => {});
      };

      for (;;) {
        let ms = POLL_MS;
        try {
          const state = await look();
          if (state.status !== "running" || signal?.aborted) return state;
          const { taken, waitMs, delayMs } = await work(campaign, { signal, onSettled });
          if (taken > 0 && delayMs === 0) continue;
          ms = Math.min(Math.max(waitMs ?? POLL_MS, delayMs, LEAST_MS), POLL_MS);
        } catch (error) {
          if (!isUnreachable(error) || signal?.aborted) throw error;
          await tell(error);
        }
        // Why it ends, the next look says.
        await clock.sleep(ms, signal).catch(() => {});
      }
    },
  };
}

/**
 * How many rows the account lets out in the time that a row waits for its turn, when all who wait for
 * theirs get as many.
 *
 * @param {AccountState} account
 * @param {number} lanes
 * @param {number} ms
 */
export function shareOf({ requestsPerMinute, waiting }, lanes, ms) {
  const consumers = 1 + Math.ceil(waiting / lanes);
  return Math.max(1, Math.floor((requestsPerMinute * ms) / 60_000 / consumers));
}

/** Codes of what may be there a moment later. */
const UNREACHABLE = ["edge_unreachable", "database_busy"];

/** @param {unknown} error */
const isUnreachable = (error) => isInteraktError(error) && UNREACHABLE.includes(error.code);

/** @param {string} name @param {unknown} value @returns {number} */
function readCount(name, value) {
  if (Number.isSafeInteger(value) && Number(value) > 0) return Number(value);
  return refuse(`${name} must be a whole number, 1 or more.`);
}

/** @param {number} ms */
const delayOf = (ms) => ({ delaySeconds: Math.ceil(ms / 1_000) });
