/** A campaign in Durable Objects that count what they are asked, and what that writes and reads. */
import { Interakt } from "interakt-wasm";
import {
  InteraktAccount as Account,
  InteraktCampaign as Campaign,
  createConsumer,
  durableLedger,
  durableLimiter,
} from "interakt-wasm/edge";

/** Setting an alarm is a row written, as Cloudflare counts. */
const NONE = { requests: 0, written: 0, read: 0 };

/** Of the objects, which are all in one isolate here. */
const account = { ...NONE };
const campaign = { ...NONE };

/**
 * The state of an object, of whose storage all is counted that is used.
 *
 * @param {any} state
 * @param {typeof NONE} count
 */
function counted(state, count) {
  const { storage } = state;
  return {
    waitUntil: state.waitUntil.bind(state),
    blockConcurrencyWhile: state.blockConcurrencyWhile.bind(state),
    storage: {
      sql: {
        exec(/** @type {string} */ query, /** @type {unknown[]} */ ...values) {
          const cursor = storage.sql.exec(query, ...values);
          const rows = cursor.toArray();
          count.written += cursor.rowsWritten;
          count.read += cursor.rowsRead;
          return { toArray: () => rows };
        },
      },
      transactionSync: (/** @type {() => unknown} */ work) => storage.transactionSync(work),
      setAlarm(/** @type {number} */ at) {
        count.written += 1;
        return storage.setAlarm(at);
      },
      deleteAlarm: () => storage.deleteAlarm(),
      deleteAll: () => storage.deleteAll(),
    },
  };
}

export class InteraktAccount extends Account {
  /** @param {any} state @param {any} env */
  constructor(state, env) {
    super(counted(state, account), env);
  }

  /** @param {Request} request */
  fetch(request) {
    account.requests += 1;
    return super.fetch(request);
  }
}

export class InteraktCampaign extends Campaign {
  /** @param {any} state */
  constructor(state) {
    // Tickets are the queue's own affair: here one consumer works without.
    super(counted(state, campaign), { TICKETS: { send: async () => {} } });
  }

  /** @param {Request} request */
  fetch(request) {
    campaign.requests += 1;
    return super.fetch(request);
  }
}

/** What was counted since it was asked last. */
function counts() {
  const now = structuredClone({ account, campaign });
  Object.assign(account, NONE);
  Object.assign(campaign, NONE);
  return now;
}

export default {
  /** @param {Request} request @param {any} env */
  async fetch(request, env) {
    const messages = Number(new URL(request.url).searchParams.get("messages"));
    const ledger = (/** @type {string} */ id) => durableLedger(env.CAMPAIGN, id);
    let sent = 0;
    const client = new Interakt({
      apiKey: "dGVzdC1rZXk6",
      async fetch() {
        sent += 1;
        return Response.json({ result: true, id: `m-${sent}` });
      },
    });
    const began = Date.now();
    // No permission is too old by the time that it is used, however slow the machine: another one
    // would cost again.
    const clock = {
      now: () => began,
      sleep: (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    };
    const consumer = createConsumer({
      ...{ client, ledger, clock },
      account: durableLimiter(env.ACCOUNT, { plan: { requestsPerMinute: 60_000 }, clock }),
    });
    const spring = ledger("spring");
    await spring.open({ name: "Spring" });
    counts();
    const rows = Array.from({ length: messages }, (_, index) => {
      const phoneNumber = String(9_800_000_000 + index);
      const recipient = `91${phoneNumber}`;
      const input = {
        countryCode: "+91",
        phoneNumber,
        type: "Text",
        data: { message: "a text of the usual length, with a link: https://shop.example/o/1042" },
      };
      return { index, key: recipient, recipient, country: "IN", input };
    });
    for (let from = 0; from < rows.length; from += 100) {
      await spring.add(rows.slice(from, from + 100));
    }
    const added = counts();
    await spring.start();
    const { status } = await consumer.run("spring");
    const working = counts();
    for (const status of /** @type {const} */ (["sent", "delivered", "read"])) {
      for (const { index } of rows) {
        await spring.tell({ index, messageId: `m-${index}`, status, at: Date.now() });
      }
    }
    return Response.json({ status, sent, added, working, told: counts() });
  },
};
