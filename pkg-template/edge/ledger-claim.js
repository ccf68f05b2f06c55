/** Rows are taken in hand, and may leave. */
import { statusOf } from "./ledger-head.js";
import { COLUMNS, move, putBack, rowAt, rowsOf } from "./ledger-move.js";
import { LATEST_MS, opensAt, zonesOf } from "./quiet.js";

/** @typedef {import("./ledger-head.js").Opened} Opened */
/** @typedef {import("./ledger-move.js").StoredRow} StoredRow */
/** @typedef {import("../types/edge-ledger.js").Claim} Claim */

/** The zone of countries that are not known, where the settings name none. */
const TIME_ZONE = "Asia/Kolkata";

/**
 * A clock that was set back is not waited for: how long leases last and rows are delayed stays the
 * same.
 *
 * @param {Opened} opened
 */
export function follow(opened) {
  const { sql, number, head, now } = opened;
  if (head.at <= now) return;
  const back = head.at - now;
  for (const lease of Object.values(head.owners)) lease.until -= back;
  for (const lane of lanesOf(opened)) {
    sql.all(
      `UPDATE interakt_rows SET due = due - ?
        WHERE campaign = ? AND state = 'waiting' AND lane = ? AND due > ?`,
      ...[back, number, lane, head.at],
    );
  }
  opened.touched = true;
}

/**
 * Whoever has said nothing for its lease is dead: what it has claimed surely has not left, and what
 * was leaving may have.
 *
 * @param {Opened} opened
 */
export function sweep(opened) {
  const { owners } = opened.head;
  const dead = Object.keys(owners).filter((owner) => (owners[owner]?.until ?? 0) <= opened.now);
  if (dead.length === 0) return;
  for (const row of rowsOf(opened, "claimed")) {
    if (row.owner && dead.includes(row.owner)) putBack(opened, row);
  }
  for (const row of rowsOf(opened, "leaving")) {
    if (!row.owner || !dead.includes(row.owner)) continue;
    const problem = "interrupted: whoever was sending it went silent; it may have been sent";
    // Its owner stays known: when it is late and not dead, it can still tell.
    move(opened, row, { state: "unknown", attempts: row.attempts + 1, problem });
  }
}

/**
 * Somebody with rows in hand has been heard.
 *
 * @param {Opened} opened
 * @param {string} owner
 */
export function hear(opened, owner) {
  const lease = opened.head.owners[owner];
  if (!lease) return;
  lease.until = opened.now + lease.leaseMs;
  opened.touched = true;
}

/**
 * @param {Opened} opened
 * @param {{ owner: string, most: number, leaseMs: number }} options
 * @returns {Claim}
 */
export function claim(opened, { owner, most, leaseMs }) {
  const { head } = opened;
  hear(opened, owner);
  sweep(opened);
  const status = statusOf(head);
  const operation = head.rules.operation ?? "sendMessage";
  if (status !== "running") return { status, operation, rows: [], waitMs: null };
  const held = head.owners[owner]
    ? rowsOf(opened, "claimed").filter((row) => row.owner === owner)
    : [];
  // The same call again gives the same rows: the first answer may not have arrived.
  const rows = held.length > 0 ? held : take(opened, owner, most, leaseMs);
  const next = nextAt(opened, owner);
  return {
    status,
    operation,
    rows: rows.map((row) => handed(opened, row)),
    waitMs: next === null ? null : Math.max(0, next - opened.now),
  };
}

/**
 * @param {Opened} opened
 * @param {StoredRow} row
 */
function handed({ sql, base }, { place, key, recipient, country, attempts }) {
  const [row] = sql.all("SELECT input FROM interakt_rows WHERE place = ?", place);
  return {
    index: place - base,
    key: key ?? "",
    recipient: recipient ?? "",
    country,
    input: JSON.parse(String(row?.input)),
    attempts,
  };
}

/**
 * Those first that have waited for another try, and then by their order in the file.
 *
 * @param {Opened} opened
 * @param {string} owner
 * @param {number} most
 * @param {number} leaseMs
 */
function take(opened, owner, most, leaseMs) {
  const { sql, number, head, now } = opened;
  const due = lanesOf(opened)
    .filter((lane) => openAt(opened, lane, now) === now)
    .flatMap((lane) => {
      const rows = sql.all(
        `SELECT ${COLUMNS} FROM interakt_rows
          WHERE campaign = ? AND state = 'waiting' AND lane = ? AND due <= ?
          ORDER BY due DESC, place LIMIT ?`,
        ...[number, lane, now, most],
      );
      return /** @type {StoredRow[]} */ (/** @type {unknown} */ (rows));
    })
    .sort((one, other) => other.due - one.due || one.place - other.place)
    .slice(0, most);
  if (due.length === 0) return due;
  head.owners[owner] ??= { until: now + leaseMs, leaseMs, rows: 0 };
  for (const row of due) move(opened, row, { state: "claimed", owner });
  return due;
}

/** The lanes in which rows wait. @param {Opened} opened */
function lanesOf({ sql, number }) {
  /** @type {string[]} */
  const lanes = [];
  for (;;) {
    const [next] = sql.all(
      `SELECT lane FROM interakt_rows WHERE campaign = ? AND state = 'waiting' AND lane > ?
        ORDER BY lane LIMIT 1`,
      number,
      lanes.at(-1) ?? "",
    );
    if (!next) return lanes;
    lanes.push(String(next.lane));
  }
}

/**
 * When rows of a lane may leave, from `at` on.
 *
 * @param {Opened} opened
 * @param {string} lane
 * @param {number} at
 * @returns {number} Never `at` where it is quiet.
 */
function openAt({ head: { rules } }, lane, at) {
  if (!rules.quiet) return at;
  return opensAt(rules.quiet, zonesOfLane(rules, lane), at) ?? at + LATEST_MS;
}

/** Where there are no quiet hours, and for recipients whose country nobody knows. */
const ANY = "-";

/**
 * @param {Opened["head"]["rules"]} rules
 * @param {string | null} country
 */
export const laneOf = (rules, country) => (rules.quiet && country) || ANY;

/**
 * @param {Opened["head"]["rules"]} rules
 * @param {string} lane
 */
export const zonesOfLane = ({ timeZone = TIME_ZONE }, lane) => zonesOf(lane, timeZone);

/**
 * When there may be rows to be claimed.
 *
 * @param {Opened} opened of a running campaign
 * @param {string} [owner] who asks: what it has in hand it knows itself
 * @returns {number | null} Null: nothing waits, nor can come back from somebody else.
 */
export function nextAt(opened, owner) {
  const { sql, number, head, now } = opened;
  const times = Object.entries(head.owners)
    .filter(([name]) => name !== owner)
    .map(([, { until }]) => until);
  for (const lane of lanesOf(opened)) {
    const [first] = sql.all(
      `SELECT due FROM interakt_rows WHERE campaign = ? AND state = 'waiting' AND lane = ?
        ORDER BY due LIMIT 1`,
      number,
      lane,
    );
    times.push(openAt(opened, lane, Math.max(now, Number(first?.due))));
  }
  return times.length === 0 ? null : Math.min(...times);
}

/**
 * @param {Opened} opened
 * @param {{ owner: string, index: number }} options
 */
export function leave(opened, { owner, index }) {
  hear(opened, owner);
  const row = rowAt(opened, index);
  if (!row || row.owner !== owner) return { leaves: false };
  // The same call again: the first answer may not have arrived.
  if (row.state === "leaving") return { leaves: true };
  if (row.state !== "claimed") return { leaves: false };
  const leaves =
    statusOf(opened.head) === "running" && openAt(opened, row.lane, opened.now) === opened.now;
  if (leaves) move(opened, row, { state: "leaving", departed: 1 });
  else putBack(opened, row);
  return { leaves };
}
