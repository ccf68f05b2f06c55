/** What all campaigns and clients of an account share, in a database. */
import { accountOf, METHODS, OPTIONS } from "./account-front.js";
import { LIMIT, readLimit } from "./account-options.js";
import { ALONE, createPeers } from "./account-peers.js";
import { createStore } from "./account-store.js";
import { createTurns } from "./account-turns.js";
import { readClock } from "./clock.js";
import { checkNames } from "./options.js";
import { MINUTE_MS } from "./pace.js";
import { serve } from "./rpc.js";
import { durableSql } from "./sql.js";

/** How many of the list of opted out recipients are given at once. */
const PAGE = 1_000;

/**
 * @param {import("../types/edge-sql.js").Sql} sql
 * @param {import("./clock.js").Clock} clock
 * @param {import("./account-peers.js").Peers} peers
 * @returns {import("./account-front.js").Desk}
 */
function createDesk(sql, clock, peers) {
  const store = createStore(sql, LIMIT);
  const turns = createTurns(store, clock, peers);
  /** @param {Partial<import("./pace.js").Limit>} limit */
  const change = (limit) => sql.transaction(() => store.setLimit(limit));
  return {
    async ask(limit, asked, caller) {
      if (Object.keys(limit).length > 0) change(limit);
      return turns.ask(asked, caller);
    },
    giveUp: async (id) => turns.giveUp(id),
    pause: async (ms) => sql.transaction(() => store.pause(clock.now(), ms)),
    optOut: async (recipients) => store.optOut(recipients),
    optIn: async (recipients) => store.optIn(recipients),
    optedOut: async ({ after = "", most = PAGE }) => store.optedOut(after, most),
    lastMessage: async (recipient) => store.lastMessage(recipient),
    async state(limit) {
      change(limit);
      const {
        now,
        limit: held,
        pausedUntil,
      } = sql.transaction(() => {
        const now = clock.now();
        return { now, ...store.past(now) };
      });
      return {
        requestsPerMinute: held.perMinute,
        lastMinute: store.permitted(now - MINUTE_MS),
        waiting: turns.waiting + peers.waiting(now),
        pausedUntil: pausedUntil > now ? pausedUntil : null,
        optedOut: store.optedOutCount(),
      };
    },
  };
}

/** @type {typeof import("../types/edge-account.js").createAccount} */
export function createAccount(sql, options = {}) {
  checkNames(options, OPTIONS, "createAccount");
  const clock = readClock(options.clock);
  const limit = readLimit(options);
  const desk = createDesk(sql, clock, createPeers(sql, crypto.randomUUID()));
  return accountOf(desk, limit, Number.POSITIVE_INFINITY, clock);
}

/** @type {typeof import("../types/edge-account.js").InteraktAccount} */
export const InteraktAccount = class InteraktAccount {
  #desk;

  /**
   * @param {import("../types/edge-cloudflare.js").DurableState} state
   * @param {unknown} _env
   * @param {{ clock?: import("./clock.js").Clock }} [options]
   */
  constructor(state, _env, options) {
    this.#desk = createDesk(durableSql(state.storage), readClock(options?.clock), ALONE);
  }

  /** @param {Request} request */
  fetch(request) {
    const desk = this.#desk;
    const { signal } = request;
    /** @type {typeof desk.ask} */
    const ask = (limit, asked) => desk.ask(limit, asked, { signal });
    return serve({ ...desk, ask }, METHODS)(request);
  }
};
