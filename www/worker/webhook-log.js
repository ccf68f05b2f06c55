/** What webhooks have told lately, for the page to list. In memory: none of it is ever written down. */
import { customerOf, kindOf } from "../page/event.js";

/**
 * @typedef {import("interakt-wasm").WebhookEvent} WebhookEvent
 *
 * @typedef {object} Listed What the page lists of a webhook.
 * @property {string} id
 * @property {number} at When it came, in milliseconds since 1970.
 * @property {string} kind
 * @property {string | null} channel
 * @property {string | null} messageId
 * @property {string | null} callbackData
 * @property {string | null} customer The digits of a number.
 * @property {boolean} signed And verified: what does not verify is refused, and not listed.
 * @property {boolean} duplicate It told what another had told before.
 *
 * @typedef {object} Heard A webhook as it came.
 * @property {WebhookEvent} event
 * @property {string} payload
 * @property {string | null} header Its signature.
 * @property {string} [secret] What it was signed with, where that is nobody's: the simulator's.
 *
 * @typedef {Listed & Pick<Heard, "payload" | "header" | "secret">} Whole
 *
 * @typedef {object} Page
 * @property {Listed[]} webhooks The newest first.
 * @property {boolean} isAll They are all that there are: what was listed before is to be forgotten.
 * @property {{ count: number, at: number } | null} refused How many did not verify, and when the last
 *   of them came.
 * @property {number} most How many are kept.
 */

/** How many are kept. */
export const KEPT = 200;

/** How long, in milliseconds. */
export const KEEP_MS = 60 * 60 * 1000;

/** How long their payloads may be together, in characters. A Durable Object has 128 MB. */
const LONGEST = 8 * 1024 * 1024;

/** @param {string} prefix Of the ids: no two logs have the same. */
export function createLog(prefix) {
  /** The oldest first. @type {{ key: string, listed: Listed, whole: Whole }[]} */
  let entries = [];
  let count = 0;
  let length = 0;
  /** @type {Page["refused"]} */
  let refused = null;

  /** @param {number} now */
  function trim(now) {
    let surplus = 0;
    for (const { listed, whole } of entries) {
      const isOver = entries.length - surplus > KEPT || length > LONGEST;
      if (!isOver && listed.at + KEEP_MS > now) break;
      surplus += 1;
      length -= whole.payload.length;
    }
    entries = entries.slice(surplus);
    if (refused !== null && refused.at + KEEP_MS <= now) refused = null;
  }

  return {
    /**
     * @param {Heard} heard
     * @param {number} now In milliseconds since 1970.
     */
    add({ event, ...heard }, now) {
      const { channel, messageId, callbackData, submissionKey, dedupeKey } = event;
      // A form is told twice, by two kinds of events.
      const key = submissionKey ?? dedupeKey;
      count += 1;
      const listed = {
        id: `${prefix}-${count}`,
        at: now,
        kind: kindOf(event),
        ...{ channel, messageId, callbackData },
        customer: customerOf(event),
        signed: heard.header !== null,
        duplicate: entries.some((entry) => entry.key === key),
      };
      entries.push({ key, listed, whole: { ...listed, ...heard } });
      length += heard.payload.length;
      trim(now);
    },

    /** @param {number} now One came that does not verify. */
    refuse(now) {
      refused = { count: (refused?.count ?? 0) + 1, at: now };
    },

    /**
     * @param {string | null} after The newest that the page has.
     * @param {number} now
     * @returns {Page}
     */
    list(after, now) {
      trim(now);
      const from = entries.findIndex(({ listed }) => listed.id === after) + 1;
      const webhooks = entries.slice(from).map(({ listed }) => listed);
      return { webhooks: webhooks.reverse(), isAll: from === 0, refused, most: KEPT };
    },

    /**
     * @param {string} id
     * @param {number} now
     * @returns {Whole | null}
     */
    get(id, now) {
      trim(now);
      return entries.find(({ listed }) => listed.id === id)?.whole ?? null;
    },

    forget() {
      entries = [];
      length = 0;
      refused = null;
    },
  };
}

/** @typedef {ReturnType<typeof createLog>} Log */

/** The Durable Object that has it, one for an account. */
export class WebhookLog {
  constructor() {
    /** @type {Record<string, any>} */
    this.log = createLog(crypto.randomUUID().slice(0, 8));
  }

  /** @param {Request} request */
  async fetch(request) {
    const [name, ...args] = /** @type {[string, ...unknown[]]} */ (await request.json());
    return Response.json(this.log[name]?.(...args) ?? null);
  }
}

/**
 * @param {import("./account.js").Env} env
 * @param {import("./account.js").Account} account
 * @returns {{ [Method in keyof Log]: (...args: Parameters<Log[Method]>) => Promise<ReturnType<Log[Method]>> } | undefined}
 *   Nothing, where nobody asked for it: what people write to a business is kept nowhere by default.
 */
export function logOf({ WEBHOOKS, SHOW_WEBHOOKS }, { name, mode }) {
  if (mode === "live" && SHOW_WEBHOOKS !== "on") return undefined;
  /** @param {unknown[]} call @returns {Promise<any>} */
  const ask = async (...call) => {
    const stub = WEBHOOKS.get(WEBHOOKS.idFromName(name));
    const body = JSON.stringify(call);
    const response = await stub.fetch(new Request("https://log/", { method: "POST", body }));
    return response.json();
  };
  return {
    add: (...args) => ask("add", ...args),
    refuse: (...args) => ask("refuse", ...args),
    list: (...args) => ask("list", ...args),
    get: (...args) => ask("get", ...args),
    forget: () => ask("forget"),
  };
}
