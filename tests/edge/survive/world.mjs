/** What a run has, whatever its campaign is kept in: an Interakt, people, webhooks, a clock. */
import { webhooks } from "interakt-wasm";
import { applyWebhook } from "interakt-wasm/edge";
import { createSimulator } from "interakt-wasm/simulator";
import { createChance } from "./chance.mjs";
import { createNetwork } from "./network.mjs";
import { makeRows } from "./rows.mjs";

export const PLAN = 600;
export const CAMPAIGN = "diwali";
export const SETTINGS = { name: "Diwali", maxAttempts: 5 };

/** How many of all messages, calls and tickets meet a fault. */
export const FAULTY = 0.05;

/** How often a consumer dies. */
export const KILLS = 5;

/**
 * @typedef {object} Run What keeps and sends the campaign.
 * @property {import("interakt-wasm/edge").Ledger} ledger As a person reaches it: without faults.
 * @property {import("interakt-wasm/edge").Account} account
 * @property {() => void} kill Somebody who sends dies soon.
 * @property {() => void} stall Somebody who sends stands still for a while.
 * @property {() => void} shake Something of what keeps the campaign fails for a while.
 * @property {() => void} begin Consumers come, until the campaign is over.
 * @property {() => Record<string, number>} told
 * @property {() => void} close
 * @property {unknown[]} errors What consumers told nobody but `onError`.
 * @property {string[]} problems What consumers have done that they must not.
 */

/**
 * @param {import("./time.mjs").Time} time
 * @param {number} seed
 * @param {number} count Of rows.
 */
export async function createWorld(time, seed, count) {
  const chance = createChance(seed);
  const { rows, expected } = await makeRows(chance, count);
  const ready = rows.flatMap((row) => ("input" in row ? [row] : []));
  const few = (/** @type {number} */ share) =>
    new Set(ready.filter(() => chance.is(share)).map(({ recipient }) => recipient));
  const optedOut = few(0.01);
  const windowClosed = few(0.01);
  const simulator = createSimulator({
    requestsPerMinute: PLAN,
    now: time.now,
    windowOpen: (phone) => !windowClosed.has(phone),
  });
  /** How often each row was accepted. @type {Map<string, string[]>} */
  const accepted = new Map();
  /** The `callbackData` of those of whom no webhook tells. @type {Set<string>} */
  const untold = new Set();
  /** @type {((event: any) => Promise<unknown>)[]} */
  const listeners = [];

  const network = createNetwork(
    {
      ...{ time, chance, simulator },
      onAccepted({ id, input }) {
        const ids = accepted.get(input.callbackData) ?? [];
        accepted.set(input.callbackData, [...ids, id]);
        tell(id, input);
      },
    },
    FAULTY,
  );

  /** What Interakt says of a message: at once, later, twice, out of order, or when all is over. */
  function tell(/** @type {string} */ id, /** @type {any} */ input) {
    if (chance.is(0.1)) {
      untold.add(input.callbackData);
      return;
    }
    const base = chance.is(0.3) ? LATE_MS : chance.between(20, 5_000);
    const kinds = chance.is(0.03)
      ? ["failed"]
      : ["sent", "delivered", "read"].slice(0, chance.whole(1, 3));
    for (const kind of kinds) {
      for (let copy = 0; copy < (chance.is(0.02) ? 2 : 1); copy += 1) {
        time.set(() => void hear(eventOf(kind, id, input)), base + chance.between(0, 20_000));
      }
    }
  }

  /** @param {object} payload */
  async function hear(payload) {
    const event = webhooks.parse(JSON.stringify(payload));
    for (const listener of listeners) await listener(event);
  }

  return {
    ...{ time, chance, rows, ready, expected, optedOut, windowClosed, simulator, accepted },
    ...{ network, untold },
    /** When people had paused it. @type {{ from: number, to: number }[]} */
    pauses: [],
    /** Nobody listens any more. */
    end() {
      listeners.length = 0;
    },
    /** @param {Pick<Run, "ledger" | "account">} run */
    listen({ ledger, account }) {
      listeners.push((event) => applyWebhook(event, { ledger: () => ledger, account }));
    },
  };
}

/** When webhooks come that are late: after every campaign's end. */
export const LATE_MS = 6 * 3_600_000;

/** @param {string} kind @param {string} id @param {any} input */
export function eventOf(kind, id, input) {
  const failed = kind === "failed";
  return {
    version: "1.0",
    timestamp: new Date().toISOString().slice(0, -1),
    type: `message_api_${kind}`,
    data: {
      customer: { channel_phone_number: `91${input.phoneNumber}` },
      message: {
        ...{ id, chat_message_type: "PublicApiMessage", message_status: kind },
        ...(failed && { channel_error_code: "131026", channel_failure_reason: "No WhatsApp" }),
        meta_data: {
          source: "PublicInterakt",
          source_data: { callback_data: input.callbackData },
          ...(!failed && { message_cost: { actual_message_cost: "0.15" } }),
        },
      },
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof createWorld>>} World */
