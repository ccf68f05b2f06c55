/** Rows come into the ledger, and are listed. */
import { callbackDataOf, fits } from "./callback-data.js";
import { laneOf, zonesOfLane } from "./ledger-claim.js";
import { COLUMNS, stateIs } from "./ledger-move.js";
import { isIndex, LONGEST_PROBLEM, MOST_ROWS } from "./ledger-schema.js";
import { refuse } from "./options.js";
import { opensAt } from "./quiet.js";

/** @typedef {import("./ledger-head.js").Opened} Opened */
/** @typedef {import("../types/edge-ledger.js").NewRow} NewRow */
/** @typedef {import("../types/edge-ledger.js").LedgerRow} LedgerRow */
/** @typedef {import("../types/edge-ledger.js").RowState} RowState */

/**
 * @param {Opened} opened
 * @param {string} id
 * @param {readonly NewRow[]} rows
 */
export function add(opened, id, rows) {
  const { sql, number, base, head, now } = opened;
  let added = 0;
  /** Countries where it is always quiet. @type {Map<string, boolean>} */
  const closed = new Map();
  for (const row of rows) {
    const { state, lane, problem, input } = stored(opened, id, row, closed);
    const { key, recipient, country } = /** @type {any} */ (row);
    const [fresh] = sql.all(
      `INSERT INTO interakt_rows (place, campaign, state, lane, due, attempts, at, replied, line, key,
          recipient, country, problem, input)
        VALUES (?, ?, ?, ?, 0, 0, ?, 0, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING place`,
      ...[base + row.index, number, state, lane, now, row.line ?? null, key ?? null],
      ...[recipient ?? null, country ?? null, problem, input],
    );
    if (!fresh) continue;
    added += 1;
    head.counts[state] += 1;
  }
  head.counts.rows += added;
  if (added > 0) opened.changed = true;
  return { added };
}

/**
 * @param {Opened} opened
 * @param {string} id
 * @param {NewRow} row
 * @param {Map<string, boolean>} closed
 * @returns {{ state: RowState, lane: string, problem: string | null, input: string | null }}
 */
function stored({ head, now }, id, row, closed) {
  const { rules } = head;
  if (!isIndex(row?.index)) refuse("add: the index of a row must be a whole number, 0 or more.");
  if (!("input" in row)) {
    if (row.state !== "invalid" && row.state !== "duplicate") {
      refuse(`add: row ${row.index} has no input, and its state is neither invalid nor duplicate.`);
    }
    const problem = row.problem?.slice(0, LONGEST_PROBLEM) ?? null;
    return { state: row.state, lane: laneOf(rules, null), problem, input: null };
  }
  const { input, country, recipient } = row;
  if (typeof recipient !== "string" || recipient === "") {
    refuse(`add: row ${row.index} names no recipient: all digits of its number, or its userId.`);
  }
  const { callbackData: own } = /** @type {{ callbackData?: string }} */ (input);
  const callbackData = callbackDataOf(id, row.index, own);
  const lane = laneOf(rules, country);
  /** @param {string} problem */
  const invalid = (problem) =>
    /** @type {const} */ ({ state: "invalid", lane, problem, input: null });
  const text = JSON.stringify({ ...input, callbackData });
  if (text.length > LONGEST_INPUT) {
    return invalid(
      `input: it has ${text.length} characters as JSON, and a campaign keeps ${LONGEST_INPUT}.`,
    );
  }
  if (own && !fits(callbackData)) {
    const room = callbackData.length - own.length;
    return invalid(
      `callbackData: it is too long: the campaign needs ${room} characters of it for itself.`,
    );
  }
  const { quiet } = rules;
  if (quiet && !closed.has(lane)) {
    closed.set(lane, opensAt(quiet, zonesOfLane(rules, lane), now) === null);
  }
  if (closed.get(lane)) {
    return invalid(
      `quiet: from ${quiet?.from} to ${quiet?.to} it is always quiet somewhere in ${country}, ` +
        "which has several time zones: make the quiet hours shorter.",
    );
  }
  return {
    state: head.cancelled ? "cancelled" : "waiting",
    lane,
    problem: null,
    input: text,
  };
}

/** Of an input, in characters: no value of a Durable Object's database has more than 2 MB. */
const LONGEST_INPUT = 500_000;

/** How many rows are listed at once. */
const ROWS = { usual: 100, most: 1000 };

/**
 * @param {Opened} opened
 * @param {{ state?: RowState | undefined, after?: number | undefined, most?: number | undefined }} options
 * @returns {LedgerRow[]}
 */
export function list({ sql, number, base }, { state, after = -1, most = ROWS.usual }) {
  // By their places, unless an index has those of the state in the same order.
  const which = state ? `AND ${stateIs(state)}` : "";
  const campaign = !state || state === "waiting" || state === "sent" ? "+campaign" : "campaign";
  const rows = sql.all(
    `SELECT ${COLUMNS} FROM interakt_rows
      WHERE ${campaign} = ? AND place > ? AND place < ? ${which} ORDER BY place LIMIT ?`,
    ...[number, base + after, base + MOST_ROWS, Math.min(most, ROWS.most)],
  );
  return rows.map((row) => {
    const { place, lane, due, owner, departed, doubtful, message, replied, ...rest } =
      /** @type {any} */ (row);
    return { index: place - base, ...rest, messageId: message, replied: replied === 1 };
  });
}
