/** A Worker with a campaign whose time stands still until it is told to go on. */
import { durableLedger, InteraktCampaign } from "interakt-wasm/edge";

/** What the Queue has handed over. */
let tickets = 0;

/** The call whose next answer gets lost, and what somebody else does then. */
let lost = ["", ""];

/** Whether the Queue takes nothing. */
let broken = false;

/** Whether the storage sets no alarm. */
let overloaded = false;

const clock = {
  at: Date.UTC(2026, 10, 30, 9),
  sleepers: 0,
  now: () => clock.at,
  /**
   * It looks again and again: what belongs to one request must not end by another's hand.
   *
   * @param {number} ms
   * @param {AbortSignal} [signal]
   */
  async sleep(ms, signal) {
    const end = clock.at + ms;
    clock.sleepers += 1;
    while (clock.at < end && !signal?.aborted) await new Promise((wake) => setTimeout(wake, 2));
    clock.sleepers -= 1;
    signal?.throwIfAborted();
  },
};

export class Campaign extends InteraktCampaign {
  storage;

  /** @param {any} state @param {any} env */
  constructor(state, env) {
    const send = (/** @type {unknown} */ ticket) => {
      if (broken) throw new Error("The Queue is not to be reached.");
      return env.TICKETS.send(ticket);
    };
    const { storage } = state;
    const failing = {
      sql: storage.sql,
      transactionSync: (/** @type {any} */ work) => storage.transactionSync(work),
      deleteAlarm: () => storage.deleteAlarm(),
      deleteAll: () => storage.deleteAll(),
      async setAlarm(/** @type {number} */ at) {
        if (overloaded) throw new Error("The storage is overloaded.");
        return storage.setAlarm(at);
      },
    };
    super(/** @type {any} */ ({ storage: failing }), { TICKETS: { send } }, { clock });
    this.storage = storage;
  }

  /** @param {Request} request */
  async fetch(request) {
    if (!request.url.endsWith("/kept")) return super.fetch(request);
    const tables = this.storage.sql.exec("SELECT name FROM sqlite_master").toArray();
    return Response.json({ tables, alarm: await this.storage.getAlarm() });
  }
}

export default {
  /**
   * @param {Request} request
   * @param {{ CAMPAIGN: any }} env
   */
  async fetch(request, env) {
    const [, what, method] = new URL(request.url).pathname.split("/");
    const stub = () => env.CAMPAIGN.get(env.CAMPAIGN.idFromName("sale"));
    const others = /** @type {any} */ (durableLedger(env.CAMPAIGN, "sale"));
    const namespace = {
      idFromName: () => "sale",
      get: () => ({
        /** @param {Request} request */
        async fetch(request) {
          const response = await stub().fetch(request);
          const [call, other = ""] = lost;
          if (new URL(request.url).pathname !== `/${call}`) return response;
          lost = ["", ""];
          await response.text();
          await others[other]();
          throw new Error("Network connection lost.");
        },
      }),
    };
    const ledger = /** @type {any} */ (durableLedger(/** @type {any} */ (namespace), "sale"));
    if (what === "events") return ledger.events();
    if (what === "kept") return stub().fetch(request);
    if (what === "overload") overloaded = method === "yes";
    if (what === "break") broken = method === "yes";
    if (what === "lose") lost = (method ?? "").split("-");
    if (what === "pass") clock.at += Number(method);
    if (what !== "call") {
      const { at, sleepers } = clock;
      return Response.json({ tickets, at, sleepers });
    }
    const args = /** @type {unknown[]} */ (await request.json());
    try {
      return Response.json(await ledger[method ?? ""](...args));
    } catch (error) {
      return Response.json(error, { status: 500 });
    }
  },

  /** @param {{ messages: readonly { body: any, ack(): void }[] }} batch */
  queue({ messages }) {
    for (const { body } of messages) if (body.campaign === "sale") tickets += 1;
  },
};
