/** What became of rows: by whoever sent them, by webhooks, and by people. */
import { webhooks } from "interakt-wasm";
import { hear } from "./ledger-claim.js";
import { countAnew } from "./ledger-head.js";
import { count, move, putAllBack, putBack, rowAt, stateIs } from "./ledger-move.js";
import { LONGEST_PROBLEM } from "./ledger-schema.js";
import { refuse } from "./options.js";

/** @typedef {import("./ledger-head.js").Opened} Opened */
/** @typedef {import("./ledger-move.js").StoredRow} StoredRow */
/** @typedef {import("../types/edge-ledger.js").RowFate} RowFate */
/** @typedef {import("../types/edge-ledger.js").RowNews} RowNews */
/** @typedef {import("../types/edge-ledger.js").RowState} RowState */

/** How often a row is tried, where the settings do not say. */
const MAX_ATTEMPTS = 5;

/** Behind what became of a row since. */
const DOUBT = "It may have been sent before.";

const FATES = ["sent", "refused", "unknown", "again", "back", "opted_out"];

/** States of which somebody who surely sent the row may still tell. @type {readonly RowState[]} */
const PERHAPS_SENT = ["claimed", "leaving", "unknown", "waiting", "dead", "cancelled"];

/**
 * @param {Opened} opened
 * @param {{ owner: string, index: number } & RowFate} options
 */
export function settle(opened, options) {
  const { owner, index, fate } = options;
  if (!FATES.includes(fate)) refuse(`settle: fate must be one of ${FATES.join(", ")}.`);
  hear(opened, owner);
  const row = rowAt(opened, index);
  if (!row) return;
  const attempts = row.attempts + (row.state === "unknown" ? 0 : 1);
  if (fate === "sent") {
    if (!row.departed && row.owner !== owner) return;
    const message = row.message ?? options.messageId ?? null;
    if (PERHAPS_SENT.includes(row.state)) {
      move(opened, row, {
        state: fate,
        owner: null,
        departed: 1,
        message,
        problem: null,
        attempts,
      });
    } else if (row.state === "sent" && row.message !== message) {
      move(opened, row, { message });
    }
    return;
  }
  // Only a row that is in hand, or of unknown fate, has an owner.
  if (row.owner !== owner) return;
  if (fate === "opted_out") return move(opened, row, { state: fate, owner: null });
  if (fate === "back") {
    return putBack(opened, row, { attempts: row.attempts - (row.state === "unknown" ? 1 : 0) });
  }
  const doubtful = row.doubtful || Number(fate === "again" && options.unknown === true);
  const before = row.doubtful && fate !== "unknown" ? ` ${DOUBT}` : "";
  const problem = `${options.code}: ${options.message}`.slice(0, LONGEST_PROBLEM) + before;
  if (fate === "unknown") {
    if (row.state !== "unknown") move(opened, row, { state: fate, departed: 1, attempts, problem });
    return;
  }
  if (fate === "refused") return move(opened, row, { state: fate, owner: null, attempts, problem });
  const departed = row.departed || doubtful;
  const changes = { departed, doubtful, attempts, problem };
  if (attempts >= (opened.head.rules.maxAttempts ?? MAX_ATTEMPTS)) {
    return move(opened, row, { ...changes, state: doubtful ? "unknown" : "dead", owner: null });
  }
  const due = opened.now + Math.max(0, Math.ceil(options.delayMs) || 0);
  putBack(opened, row, { ...changes, due });
}

/**
 * A webhook that knows a status of a row that has left knows that it was sent, whatever anybody else
 * knows; only one that failed tells nothing new of a row that Interakt has refused. A row with a
 * status is one that was sent, therefore.
 *
 * @param {Opened} opened
 * @param {RowNews} news
 */
export function tell(opened, news) {
  const row = rowAt(opened, news.index);
  if (!row?.departed) return;
  const isOpen = row.state === "sent" || PERHAPS_SENT.includes(row.state);
  const given = news.clicked ? "clicked" : (news.status ?? null);
  const told = given === "failed" && !isOpen ? null : given;
  const status = webhooks.statusOf([{ messageId: null, status: told }], row.status);
  /** @type {Partial<StoredRow>} */
  const changes = {};
  if (status !== row.status) changes.status = status;
  if (told && row.state !== "sent") {
    const attempts = row.attempts + (row.state === "leaving" ? 1 : 0);
    Object.assign(changes, { state: "sent", owner: null, problem: null, attempts });
  }
  if (told && news.messageId && !row.message) changes.message = news.messageId;
  if (news.replied && !row.replied) changes.replied = 1;
  if (news.cost !== undefined && news.cost !== row.cost) changes.cost = news.cost;
  if (news.problem && told === "failed" && status === "failed") {
    const problem = news.problem.slice(0, LONGEST_PROBLEM);
    if (problem !== row.problem) changes.problem = problem;
  }
  // Clocks differ, but nothing has happened before the start, nor after now.
  const since = Math.max(Number(news.at) || 0, opened.head.startedAt ?? 0);
  const at = Math.min(since, opened.now);
  if (Object.keys(changes).length > 0) move(opened, row, changes, at);
}

/**
 * @param {Opened} opened
 * @param {{ state: "unknown" | "dead" | "refused", indexes?: readonly number[] | undefined }} options
 */
export function again(opened, { state, indexes }) {
  if (opened.head.cancelled) return 0;
  const set =
    "state = 'waiting', owner = NULL, due = 0, attempts = 0, " +
    "doubtful = doubtful OR state = 'unknown', " +
    "problem = CASE WHEN doubtful OR state = 'unknown' THEN problem END";
  const rows = changeAll(opened, state, "waiting", set, { indexes });
  if (rows > 0) countAnew(opened.head);
  return rows;
}

/**
 * @param {Opened} opened
 * @param {{ indexes?: readonly number[] | undefined }} options
 */
export function markSent(opened, { indexes }) {
  const set = "state = 'sent', owner = NULL, problem = NULL";
  const rows = changeAll(opened, "unknown", "sent", set, { indexes });
  if (rows > 0) count(opened, opened.now, "sent", rows);
  return rows;
}

/** What surely has not left never will; what may have been sent is known as such. @param {Opened} opened */
export function cancel(opened) {
  if (opened.head.cancelled) return;
  opened.head.cancelled = true;
  opened.changed = true;
  putAllBack(opened);
  changeAll(opened, "waiting", "unknown", "state = 'unknown'", { doubtful: true });
  changeAll(opened, "waiting", "cancelled", "state = 'cancelled'");
}

/**
 * Rows that nobody has in hand.
 *
 * @param {Opened} opened
 * @param {RowState} from
 * @param {RowState} to
 * @param {string} set
 * @param {{ indexes?: readonly number[] | undefined, doubtful?: boolean }} [which] Default: all.
 * @returns {number} How many.
 */
function changeAll(opened, from, to, set, { indexes, doubtful = false } = {}) {
  const { sql, number, base, head, now } = opened;
  const listed = indexes ? "AND place IN (SELECT value FROM json_each(?))" : "";
  const places = indexes ? [JSON.stringify(indexes.map((index) => base + index))] : [];
  const where = `campaign = ? AND ${stateIs(from)} ${listed} ${doubtful ? "AND doubtful" : ""}`;
  const [found] =
    listed || doubtful
      ? sql.all(`SELECT count(*) AS rows FROM interakt_rows WHERE ${where}`, number, ...places)
      : [{ rows: head.counts[from] }];
  const rows = Number(found?.rows);
  if (rows === 0) return 0;
  sql.all(`UPDATE interakt_rows SET ${set}, at = ? WHERE ${where}`, now, number, ...places);
  head.counts[from] -= rows;
  head.counts[to] += rows;
  opened.changed = true;
  return rows;
}
