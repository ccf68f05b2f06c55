/** An account, for whoever sends: the same wherever it is kept. */
import { reasonOf } from "../within.js";
import { readPage, readPause, readRecipient, readRecipients, readTurn } from "./account-options.js";

/** @typedef {import("../types/edge-account.js").Account} Account */
/** @typedef {import("../types/limiter.js").LimiterTurn} Turn */
/** @typedef {Partial<import("./pace.js").Limit>} Limit What is given of it; the rest stays as it was. */

/**
 * What an account does where it is kept; between isolates, its calls. Each may be made again.
 *
 * @typedef {object} Desk
 * @property {(limit: Limit, asked: import("./account-turns.js").Ask, caller?: Turn) => Promise<import("./account-turns.js").Answer>} ask
 * @property {(id: string) => Promise<void>} giveUp
 * @property {(ms: number) => Promise<void>} pause
 * @property {(recipients: string[]) => Promise<number>} optOut
 * @property {(recipients: string[]) => Promise<number>} optIn
 * @property {(options: { after?: string, most?: number }) => Promise<string[]>} optedOut
 * @property {(recipient: string) => Promise<import("../types/edge-account.js").LastMessage | null>} lastMessage
 * @property {(limit: Limit) => Promise<import("../types/edge-account.js").AccountState>} state
 */

export const METHODS = /** @type {(keyof Desk)[]} */ (
  "ask giveUp pause optOut optIn optedOut lastMessage state".split(" ")
);

export const OPTIONS = ["plan", "slackMs", "clock"];

/**
 * A permission is for now: one that has been on its way for so large a part of the slack is asked for
 * anew, or all that were held up would leave at once. Another such part is for whoever asks somebody
 * else before the message leaves, and the rest for its own way.
 */
const SHARE = 1 / 4;
const LEAST_MS = 250;

/** Where the way is as long each time, it changes nothing of the pace. */
const MOST_LATE = 2;

/** Of those that have come here. */
let count = 0;

/**
 * @param {Desk} desk
 * @param {Limit} limit Of this account's options.
 * @param {number} holdMs How long a call may be kept waiting.
 * @param {import("./clock.js").Clock} clock
 * @returns {Account}
 */
export function accountOf(desk, limit, holdMs, clock) {
  /**
   * @param {Turn} turn
   * @param {object} message
   * @returns {ReturnType<Account["admit"]>}
   */
  async function ask({ signal, onWait }, message) {
    if (signal?.aborted) throw reasonOf(signal);
    const id = crypto.randomUUID();
    count = (count + 1) % 1_000;
    // Who comes in the same millisecond has come one after the other.
    const since = clock.now() + count / 1_000;
    /** @type {number | undefined} */
    let place;
    let late = 0;
    try {
      for (;;) {
        // Who wants to know how long it takes is told at once.
        const hold =
          place === undefined && onWait && holdMs < Number.POSITIVE_INFINITY ? 0 : holdMs;
        let began = since;
        const asked = {
          id,
          place,
          holdMs: hold,
          // Reckoned each time that it is sent.
          get waitedMs() {
            began = clock.now();
            return Math.max(began - since, 0);
          },
          ...message,
        };
        const answer = await desk.ask(place === undefined ? limit : {}, asked, { signal, onWait });
        if ("admitted" in answer) {
          if (!answer.admitted) return { admitted: false };
          const { heldMs, slackMs } = answer;
          const now = clock.now();
          const lateMs = now - began - heldMs;
          const mostMs = Math.max(slackMs * SHARE, LEAST_MS);
          // Who leaves no slack takes all ways for none.
          if (slackMs > 0 && lateMs > mostMs && late < MOST_LATE) {
            late += 1;
            place = undefined;
            continue;
          }
          return { admitted: true, freshUntil: now + Math.max(2 * mostMs - lateMs, mostMs) };
        }
        if (place === undefined && hold === 0) onWait?.(Math.ceil(answer.waitMs));
        place = answer.place;
      }
    } catch (error) {
      // Its place goes to the next; if that is not heard, so it does a bit later.
      if (signal?.aborted) desk.giveUp(id).catch(() => {});
      throw error;
    }
  }

  return {
    async acquire(turn = {}) {
      await ask(turn, {});
    },
    admit: async (turn) => ask(turn, readTurn(turn)),
    pause: async (waitMs) => desk.pause(readPause(waitMs)),
    optOut: async (recipients) => desk.optOut(readRecipients(recipients)),
    optIn: async (recipients) => desk.optIn(readRecipients(recipients)),
    async optedOut(options = {}) {
      return desk.optedOut(readPage(options));
    },
    lastMessage: async (recipient) => desk.lastMessage(readRecipient(recipient)),
    state: () => desk.state(limit),
  };
}
