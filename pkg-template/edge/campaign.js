/** The Durable Object of a campaign. */
import { createEvents } from "./campaign-events.js";
import { EVENTS, METHODS } from "./campaign-ledger.js";
import { IDLE_MS, nextOf, wakeAt } from "./campaign-plan.js";
import { readClock } from "./clock.js";
import { createLedger, listLedgers } from "./ledger.js";
import { refuse } from "./options.js";
import { serve } from "./rpc.js";
import { durableSql } from "./sql.js";

/** @typedef {import("../types/edge-ledger.js").Ledger} Ledger */
/** @typedef {import("./campaign-ledger.js").Method} Method */

/** Calls of whoever sends: while they come, it needs no ticket. @type {readonly Method[]} */
const CONSUMING = ["claim", "leave", "settle"];

/** Calls after which there may be something to do earlier than was thought. @type {readonly Method[]} */
const PLANNING = ["add", "start", "pause", "cancel", "claim", "again"];

/** When to try once more where the Queue takes no ticket. */
const RETRY_MS = 5_000;

/** Long ago. */
const NEVER = Number.NEGATIVE_INFINITY;

export class InteraktCampaign {
  #state;
  #tickets;
  #clock;
  /** Whether its time is another than that of alarms. */
  #isForeign;
  #sql;
  #events;
  #serve;
  /** When a consumer was heard last, or given a ticket. */
  #heard = NEVER;
  /** What the alarm is set to; undefined: nobody knows any more. @type {number | null | undefined} */
  #alarmAt;
  #timer = new AbortController();

  /**
   * @param {import("../types/edge-cloudflare.js").DurableState} state
   * @param {Pick<import("../types/edge-cloudflare.js").CampaignEnv, "TICKETS">} env
   * @param {{ clock?: import("../types/edge-cloudflare.js").Clock }} [options]
   */
  constructor(state, env, { clock } = {}) {
    if (typeof env?.TICKETS?.send !== "function") {
      refuse("A campaign needs the binding TICKETS: a producer of a Queue, in wrangler.jsonc.");
    }
    this.#state = state;
    this.#tickets = env.TICKETS;
    this.#clock = readClock(clock);
    this.#isForeign = clock !== undefined;
    this.#sql = durableSql(state.storage);
    this.#events = createEvents(() => this.#look(), this.#clock);
    const calls = METHODS.map((method) => {
      /** @param {[id: string, ...args: unknown[]]} args */
      const call = (...args) => this.#call(method, ...args);
      return [method, call];
    });
    this.#serve = serve(Object.fromEntries(calls), METHODS);
  }

  /** @param {Request} request */
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (request.method === "GET" && pathname.endsWith(EVENTS)) return this.#events.open();
    return this.#serve(request);
  }

  async alarm() {
    this.#alarmAt = null;
    const state = await this.#look();
    if (state === null) return;
    this.#events.changed();
    const now = this.#clock.now();
    const { runs = false, at = null } = nextOf(this.#sql, state.id, now) ?? {};
    if (runs && at !== null && at <= now && now >= this.#heard + IDLE_MS) {
      this.#heard = now;
      try {
        await this.#tickets.send({ campaign: state.id });
      } catch (error) {
        console.error(
          `interakt-wasm: the Queue accepted no ticket for campaign ${state.id}: ${error}`,
        );
        this.#heard = now + RETRY_MS - IDLE_MS;
      }
    }
    await this.#plan(state.id);
  }

  /**
   * @param {Method} method
   * @param {string} id
   * @param {unknown[]} args
   */
  #call = async (method, id, ...args) => {
    const ledger = createLedger(this.#sql, id, { clock: this.#clock });
    /** @type {any} */
    const call = ledger[method];
    const answer = await call(...args);
    if (CONSUMING.includes(method)) this.#heard = this.#clock.now();
    // Whoever has got nothing leaves.
    if (method === "claim" && answer.rows.length === 0) this.#heard = NEVER;
    if (method === "start" || method === "again") this.#heard = NEVER;
    if (method === "erase") await this.#forget();
    else if (!this.#alarmAt || PLANNING.includes(method)) await this.#plan(id);
    this.#events.changed();
    return answer;
  };

  #look = async () => {
    const [id] = listLedgers(this.#sql);
    if (id === undefined) return null;
    return createLedger(this.#sql, id, { clock: this.#clock }).state();
  };

  /** @param {string} id */
  #plan = async (id) => {
    const now = this.#clock.now();
    const next = nextOf(this.#sql, id, now);
    // For what was never opened the storage is not to be touched.
    if (next === null) return;
    const at = wakeAt(next, this.#heard);
    if (at === null) return this.#sleep();
    // One that is set too early plans anew: setting it costs as much as writing a row.
    if (this.#alarmAt && this.#alarmAt <= at) return;
    this.#alarmAt = at;
    const ms = Math.max(0, at - now);
    try {
      await this.#state.storage.setAlarm(Date.now() + ms);
    } catch (error) {
      this.#alarmAt = undefined;
      throw error;
    }
    if (this.#isForeign) this.#wakeAfter(ms);
  };

  #sleep = async () => {
    if (this.#alarmAt === null) return;
    this.#timer.abort();
    this.#alarmAt = null;
    await this.#state.storage.deleteAlarm();
  };

  /**
   * Alarms know nothing of another clock.
   *
   * @param {number} ms
   */
  #wakeAfter = (ms) => {
    this.#timer.abort();
    this.#timer = new AbortController();
    this.#clock.sleep(ms, this.#timer.signal).then(
      () => this.alarm(),
      () => {},
    );
  };

  #forget = async () => {
    await this.#sleep();
    await this.#state.storage.deleteAll();
    // Its tables are gone.
    this.#sql = durableSql(this.#state.storage);
  };
}
