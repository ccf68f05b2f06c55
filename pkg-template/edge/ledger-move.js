/** How a row comes from one state into another: the one place where counts change. */
import { webhooks } from "interakt-wasm";
import { billionthsOf } from "./ledger-head.js";
import { isIndex } from "./ledger-schema.js";

/** @typedef {import("./ledger-head.js").Opened} Opened */
/** @typedef {import("../types/edge-ledger.js").RowState} RowState */
/** @typedef {import("../types/edge-ledger.js").CampaignSpan} CampaignSpan */
/** @typedef {import("interakt-wasm").MessageStatus} MessageStatus */

/**
 * A row, without what it sends.
 *
 * @typedef {object} StoredRow
 * @property {number} place
 * @property {RowState} state
 * @property {string} lane
 * @property {number} due
 * @property {number} attempts
 * @property {string | null} owner who has it in hand, or had when its fate became unknown
 * @property {number} at
 * @property {MessageStatus | null} status
 * @property {number} replied
 * @property {number} departed 1: it has left once, whatever became of it. Only then what is told of
 *   it can be of this row: the same id may have been that of an earlier campaign, or be in the
 *   `callbackData` of messages of others
 * @property {number} doubtful 1: it waits, or has waited, though it may have been sent before. Of such
 *   a row nobody can say that it was not
 * @property {number | null} line
 * @property {string | null} key
 * @property {string | null} recipient
 * @property {string | null} country
 * @property {string | null} message
 * @property {string | null} cost
 * @property {string | null} problem
 */

/** The columns of a `StoredRow`. */
export const COLUMNS =
  "place, state, lane, due, attempts, owner, at, status, replied, departed, doubtful, line, key, " +
  "recipient, country, message, cost, problem";

/**
 * @param {Opened} opened
 * @param {number} index
 * @returns {StoredRow | undefined}
 */
export function rowAt({ sql, base }, index) {
  // Beyond are those of another campaign.
  if (!isIndex(index)) return undefined;
  const [row] = sql.all(`SELECT ${COLUMNS} FROM interakt_rows WHERE place = ?`, base + index);
  return /** @type {StoredRow | undefined} */ (/** @type {unknown} */ (row));
}

/**
 * The condition for rows of a state, in the words of the index that has them.
 *
 * @param {RowState} state
 */
export const stateIs = (state) =>
  state === "waiting" || state === "sent"
    ? `state = '${state}'`
    : `state = '${state}' AND state NOT IN ('waiting', 'sent')`;

/**
 * All rows of a state, which are not many.
 *
 * @param {Opened} opened
 * @param {"claimed" | "leaving"} state
 * @returns {StoredRow[]}
 */
export function rowsOf({ sql, number }, state) {
  const rows = sql.all(
    `SELECT ${COLUMNS} FROM interakt_rows WHERE campaign = ? AND ${stateIs(state)} ORDER BY place`,
    number,
  );
  return /** @type {StoredRow[]} */ (/** @type {unknown} */ (rows));
}

/**
 * Whether a status is as far as another, or farther.
 *
 * @param {MessageStatus | null} status
 * @param {MessageStatus} mark
 */
const reaches = (status, mark) =>
  webhooks.statusOf([{ messageId: null, status: mark }], status) === status;

/** What a status counts for: who has read has it delivered. @param {MessageStatus | null} status */
const countsOf = (status) => ({
  delivered: Number(reaches(status, "delivered")),
  read: Number(reaches(status, "read")),
  failed: Number(status === "failed"),
  clicked: Number(status === "clicked"),
});

/** @param {StoredRow} row */
const holderOf = ({ state, owner }) => (state === "claimed" || state === "leaving" ? owner : null);

/**
 * Writes a row as it is from now on, and counts it so.
 *
 * @param {Opened} opened
 * @param {StoredRow} row
 * @param {Partial<StoredRow>} changes
 * @param {number} [at] when what is told has happened
 */
export function move(opened, row, changes, at = opened.now) {
  const { sql, head, now } = opened;
  const next = { ...row, ...changes };
  head.counts[row.state] -= 1;
  head.counts[next.state] += 1;
  handOver(opened, holderOf(row), holderOf(next));
  head.counts.replied += next.replied - row.replied;
  head.cost = String(BigInt(head.cost) + billionthsOf(next.cost) - billionthsOf(row.cost));
  if (row.state !== "sent" && next.state === "sent") count(opened, now, "sent");
  if (row.status !== next.status) {
    const [before, after] = [countsOf(row.status), countsOf(next.status)];
    for (const name of /** @type {const} */ (["delivered", "read", "failed", "clicked"])) {
      head.counts[name] += after[name] - before[name];
      if (name !== "clicked" && after[name] > before[name]) count(opened, at, name);
    }
  }
  const columns = { ...changes, at: now };
  sql.all(
    `UPDATE interakt_rows SET ${Object.keys(columns).map((name) => `${name} = ?`)} WHERE place = ?`,
    ...Object.values(columns),
    row.place,
  );
  opened.changed = true;
}

/**
 * @param {Opened} opened
 * @param {string | null} before
 * @param {string | null} after Has a lease.
 */
function handOver({ head: { owners } }, before, after) {
  if (before === after) return;
  const [had, has] = [before && owners[before], after && owners[after]];
  if (has) has.rows += 1;
  if (!had || !before) return;
  had.rows -= 1;
  if (had.rows === 0) delete owners[before];
}

/** The spans that are kept. */
export const MINUTE_MS = 60_000;

/**
 * @param {Opened} opened
 * @param {number} at
 * @param {Exclude<keyof CampaignSpan, "at">} name
 * @param {number} [howMany]
 */
export function count({ sql, number }, at, name, howMany = 1) {
  sql.all(
    `INSERT INTO interakt_spans (campaign, at, sent, delivered, read, failed)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET ${name} = ${name} + excluded.${name}`,
    number,
    Math.floor(at / MINUTE_MS) * MINUTE_MS,
    ...["sent", "delivered", "read", "failed"].map((each) => (each === name ? howMany : 0)),
  );
}

/**
 * A row that has come to no end waits again; in a campaign that was cancelled it never will.
 *
 * @param {Opened} opened
 * @param {StoredRow} row
 * @param {Partial<StoredRow>} [changes]
 */
export function putBack(opened, row, changes) {
  const doubtful = changes?.doubtful ?? row.doubtful;
  const over = doubtful ? "unknown" : "cancelled";
  move(opened, row, { ...changes, state: opened.head.cancelled ? over : "waiting", owner: null });
}

/** Nothing more is to leave for now: what consumers have in hand waits. @param {Opened} opened */
export function putAllBack(opened) {
  for (const row of rowsOf(opened, "claimed")) putBack(opened, row);
}
