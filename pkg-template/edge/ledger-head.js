/** What is kept of a campaign as a whole, and what follows from it. */
import { isPrepared, MOST_ROWS } from "./ledger-schema.js";
import { refuse } from "./options.js";

/** @typedef {import("../types/edge-sql.js").Sql} Sql */
/** @typedef {import("../types/edge-ledger.js").CampaignSettings} CampaignSettings */
/** @typedef {import("../types/edge-ledger.js").CampaignState} CampaignState */
/** @typedef {import("../types/edge-ledger.js").CampaignStatus} CampaignStatus */
/** @typedef {import("../types/edge-ledger.js").CampaignCounts} CampaignCounts */
/** @typedef {import("../types/edge-ledger.js").RowState} RowState */

export const ROW_STATES = /** @type {readonly RowState[]} */ (
  "waiting claimed leaving unknown sent refused dead opted_out cancelled invalid duplicate".split(
    " ",
  )
);

/** What else is counted. */
const TOLD = ["rows", "delivered", "read", "failed", "clicked", "replied"];

/** @typedef {{ -readonly [Name in keyof CampaignCounts]: number }} Counts */

/**
 * @typedef {object} Head
 * @property {Pick<CampaignSettings, "operation" | "quiet" | "timeZone" | "stopAt" | "maxAttempts">} rules
 *   What is looked at for each message.
 * @property {Counts} counts
 * @property {string} cost in billionths
 * @property {{ [owner: string]: { until: number, leaseMs: number, rows: number } }} owners who has
 *   how many rows in hand, and when it is taken for dead
 * @property {{ failed: number, ended: number }} since how many had failed, and come to an end, when
 *   it was started last
 * @property {number | null} startedAt
 * @property {number | null} endedAt
 * @property {boolean} paused
 * @property {CampaignState["reason"]} reason
 * @property {boolean} cancelled
 * @property {number} version
 * @property {number} at when it was written last
 * @property {[call: string, rows: number][]} answered the last calls that name themselves, and how
 *   many rows each has changed
 */

/**
 * A campaign within a transaction.
 *
 * @typedef {object} Opened
 * @property {Sql} sql
 * @property {number} number
 * @property {number} base the place of its first row
 * @property {Head} head
 * @property {number} now
 * @property {boolean} changed whether anybody who looks at it sees another
 * @property {boolean} touched whether the head is another
 */

/** @param {Head["rules"]} rules @param {number} now @returns {Head} */
export const newHead = (rules, now) => ({
  rules,
  counts: /** @type {Counts} */ (
    Object.fromEntries([...ROW_STATES, ...TOLD].map((name) => [name, 0]))
  ),
  cost: "0",
  owners: {},
  since: { failed: 0, ended: 0 },
  startedAt: null,
  endedAt: null,
  paused: false,
  reason: null,
  cancelled: false,
  version: 1,
  at: now,
  answered: [],
});

/** How many rows are still to be sent, or are being sent. @param {Counts} counts */
const ahead = ({ waiting, claimed, leaving }) => waiting + claimed + leaving;

/**
 * Follows from what is kept, so that no campaign can call itself done while rows are left. Dead rows
 * surely have not left: as for unknown ones, a person decides about them, and so it is parked.
 *
 * @param {Head} head
 * @returns {CampaignStatus}
 */
export function statusOf({ cancelled, startedAt, paused, counts }) {
  if (cancelled) return "cancelled";
  if (startedAt === null) return "draft";
  if (ahead(counts) > 0) return paused ? "paused" : "running";
  return counts.unknown + counts.dead > 0 ? "parked" : "done";
}

/**
 * Rows that have come to an end, and those of them that failed. One of unknown fate counts for both:
 * when nothing gets an answer any more, it is not to go on.
 *
 * @param {Counts} counts
 */
function shares({ sent, refused, dead, unknown, failed }) {
  return { failed: refused + dead + unknown + failed, ended: sent + refused + dead + unknown };
}

/** Counts failures from now on. @param {Head} head */
export function countAnew(head) {
  head.since = shares(head.counts);
}

/**
 * Whether more failed since it was started last than it may.
 *
 * @param {Head} head
 */
export function failsTooOften({ rules: { stopAt }, counts, since }) {
  if (!stopAt) return false;
  const now = shares(counts);
  const ended = now.ended - since.ended;
  return ended >= (stopAt.after ?? 50) && now.failed - since.failed > stopAt.failed * ended;
}

/**
 * @param {Sql} sql
 * @param {string} id
 * @param {number} now
 * @returns {Opened | undefined}
 */
export function find(sql, id, now) {
  if (!isPrepared(sql)) return undefined;
  const [found] = sql.all(
    `SELECT number, head FROM interakt_campaigns JOIN interakt_heads ON campaign = number
      WHERE id = ?`,
    id,
  );
  if (!found) return undefined;
  const number = Number(found.number);
  const head = JSON.parse(String(found.head));
  // Owners have any names.
  head.owners = Object.assign(Object.create(null), head.owners);
  return { sql, number, base: number * MOST_ROWS, head, now, changed: false, touched: false };
}

/** @param {string} id @returns {never} */
export const refuseUnknown = (id) =>
  refuse(
    `There is no campaign "${id}": open it first. It may have been erased.`,
    "campaign_unknown",
  );

/** Writes what has changed. @param {Opened} opened */
export function keep(opened) {
  const { sql, number, head, now, changed, touched } = opened;
  if (!changed && !touched) return;
  if (changed) {
    head.version += 1;
    const status = statusOf(head);
    head.endedAt = status === "done" || status === "cancelled" ? (head.endedAt ?? now) : null;
    if (status !== "paused") head.reason = null;
  }
  head.at = now;
  sql.all("UPDATE interakt_heads SET head = ? WHERE campaign = ?", JSON.stringify(head), number);
  Object.assign(opened, { changed: false, touched: false });
}

/** How many calls are remembered: many more than come while one of them is made again. */
const ANSWERED = 16;

/**
 * Does what a call is for, unless this very call was made before: its answer may have got lost, and
 * somebody else may have decided otherwise since.
 *
 * @param {Opened} opened
 * @param {string | undefined} call
 * @param {() => number | void} work
 * @returns {number} How many rows it has changed.
 */
export function once(opened, call, work) {
  const { head } = opened;
  const known = head.answered.find(([name]) => name === call);
  if (known) return known[1];
  const rows = work() ?? 0;
  if (call !== undefined) {
    head.answered.push([call, rows]);
    head.answered = head.answered.slice(-ANSWERED);
    opened.touched = true;
  }
  return rows;
}

/**
 * @param {Opened} opened
 * @returns {CampaignState}
 */
export function report({ sql, number, head }) {
  const [campaign] = sql.all(
    "SELECT id, created, settings FROM interakt_campaigns WHERE number = ?",
    number,
  );
  return {
    id: String(campaign?.id),
    settings: JSON.parse(String(campaign?.settings)),
    status: statusOf(head),
    reason: head.reason,
    counts: head.counts,
    cost: decimalsOf(head.cost),
    createdAt: Number(campaign?.created),
    startedAt: head.startedAt,
    endedAt: head.endedAt,
    version: head.version,
  };
}

/** How many decimals of a cost are counted. */
const DECIMALS = 9;

/**
 * @param {string | null} cost in decimals, as a webhook tells it
 * @returns {bigint} In billionths; 0 for what is no such number.
 */
export function billionthsOf(cost) {
  const [, sign, whole, decimals = ""] =
    /^\s*(-?)(\d{1,15})(?:\.(\d+))?\s*$/.exec(cost ?? "") ?? [];
  // No literal: Vite 2 refuses them in what it prepares for old browsers.
  if (whole === undefined) return BigInt(0);
  const digits = BigInt(whole + decimals.slice(0, DECIMALS).padEnd(DECIMALS, "0"));
  return sign ? -digits : digits;
}

/** @param {string} billionths */
function decimalsOf(billionths) {
  const [, sign, digits = ""] = /^(-?)(\d+)$/.exec(billionths) ?? [];
  const padded = digits.padStart(DECIMALS + 1, "0");
  const decimals = padded.slice(-DECIMALS).replace(/0+$/, "");
  return `${sign}${padded.slice(0, -DECIMALS)}${decimals && `.${decimals}`}`;
}
