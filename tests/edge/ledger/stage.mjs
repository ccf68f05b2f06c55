/** What the cases of the ledger share, in whatever runs them. */
import { createLedger } from "interakt-wasm/edge";

/**
 * @typedef {import("interakt-wasm/edge").Sql} Sql
 * @typedef {import("interakt-wasm/edge").Ledger} Ledger
 * @typedef {import("interakt-wasm/edge").CampaignSettings} CampaignSettings
 */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** A Monday, at half past two in the afternoon in India. */
export const NOON = Date.UTC(2026, 10, 30, 9);

export const LEASE = MINUTE;

/**
 * @param {number} index
 * @param {{ country?: string | null, [key: string]: unknown }} [changes] Of its input, and its country.
 */
export function row(index, { country = "IN", ...input } = {}) {
  const recipient = String(919_876_500_000 + index);
  const data = { message: `Hi ${index}` };
  return {
    ...{ index, line: index + 2, key: `k${index}`, recipient, country },
    input: { fullPhoneNumber: recipient, type: "Text", data, ...input },
  };
}

/** @param {number} count @param {{ country?: string | null }} [changes] */
export const rows = (count, changes) =>
  Array.from({ length: count }, (_, index) => row(index, changes));

/**
 * A ledger, and its time.
 *
 * @param {() => Sql} open Opens the database, and once more after a restart.
 */
export function createStage(open) {
  let sql = open();
  const clock = { at: NOON, now: () => clock.at, sleep: async () => {} };
  return {
    clock,
    sql: () => sql,
    /** @param {string} [id] */
    ledger: (id = "sale") => createLedger(sql, id, { clock }),
    restart() {
      sql = open();
    },
    /**
     * A campaign that runs.
     *
     * @param {number | ReturnType<typeof row>[]} count
     * @param {Partial<CampaignSettings>} [settings]
     */
    async started(count, settings) {
      const ledger = createLedger(sql, "sale", { clock });
      await ledger.open({ name: "Sale", ...settings });
      await ledger.add(typeof count === "number" ? rows(count) : count);
      await ledger.start();
      return ledger;
    },
  };
}

/** @typedef {ReturnType<typeof createStage>} Stage */

/**
 * @param {Ledger} ledger
 * @param {string} owner
 * @param {number} [most]
 */
export async function claim(ledger, owner, most = 100) {
  const { rows } = await ledger.claim({ owner, most, leaseMs: LEASE });
  return rows.map(({ index }) => index);
}

/**
 * Rows that one owner takes and sends, or whatever becomes of them.
 *
 * @param {Ledger} ledger
 * @param {string} owner
 * @param {number} most
 * @param {import("interakt-wasm/edge").RowFate} [fate]
 */
export async function send(ledger, owner, most, fate = SENT) {
  const indexes = await claim(ledger, owner, most);
  for (const index of indexes) {
    await ledger.leave({ owner, index });
    await ledger.settle({ owner, index, ...fate });
  }
  return indexes;
}

/** @type {import("interakt-wasm/edge").RowFate} */
export const SENT = { fate: "sent", messageId: "m" };
export const REFUSED = /** @type {const} */ ({ fate: "refused", code: "no", message: "No." });
export const UNKNOWN = /** @type {const} */ ({ fate: "unknown", code: "late", message: "Late." });
/** @param {number} delayMs */
export const again = (delayMs) =>
  /** @type {const} */ ({ fate: "again", delayMs, code: "lost", message: "Lost." });

/** Where the rows stand, by index. @param {Ledger} ledger */
export async function states(ledger) {
  const rows = await ledger.rows({ most: 1000 });
  return rows.map(({ state }) => state);
}

/** How many there are of each state. @param {Ledger} ledger */
export async function counts(ledger) {
  const { counts } = await ledger.state();
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/**
 * @param {() => Promise<unknown>} work
 * @returns {Promise<string>} The code of what it is rejected with.
 */
export async function codeOf(work) {
  try {
    await work();
  } catch (error) {
    return /** @type {any} */ (error).code;
  }
  return "resolved";
}
