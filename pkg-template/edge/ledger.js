/** The ledger of a campaign, in a SQLite database. */
import { checkId } from "./callback-data.js";
import { readClock } from "./clock.js";
import { claim, follow, leave, sweep } from "./ledger-claim.js";
import {
  countAnew,
  failsTooOften,
  find,
  keep,
  newHead,
  once,
  refuseUnknown,
  report,
  statusOf,
} from "./ledger-head.js";
import { putAllBack } from "./ledger-move.js";
import { add, list } from "./ledger-rows.js";
import { isPrepared, MOST_ROWS, prepare } from "./ledger-schema.js";
import {
  checkAgain,
  checkClaim,
  checkDecision,
  checkMost,
  checkOwner,
  checkPage,
  readSettings,
} from "./ledger-settings.js";
import { again, cancel, markSent, settle, tell } from "./ledger-settle.js";
import { spansOf } from "./ledger-spans.js";
import { checkNames } from "./options.js";

/** @typedef {import("../types/edge-sql.js").Sql} Sql */
/** @typedef {import("./ledger-head.js").Opened} Opened */

/**
 * Of a campaign that was erased nothing is sent, and tickets for it are to find their end.
 *
 * @type {import("../types/edge-ledger.js").Claim}
 */
const OVER = { status: "cancelled", operation: "sendMessage", rows: [], waitMs: null };

/** @type {typeof import("../types/edge-ledger.js").createLedger} */
export function createLedger(sql, id, options = {}) {
  checkId(id);
  checkNames(options, ["clock"], "A ledger");
  const clock = readClock(options.clock);

  /**
   * Does all of it, or nothing.
   *
   * @template Result
   * @param {(opened: Opened) => Result} work
   * @param {() => Result} [otherwise] What to do where there is no such campaign.
   */
  function within(work, otherwise = () => refuseUnknown(id)) {
    return sql.transaction(() => {
      const opened = find(sql, id, clock.now());
      if (!opened) return otherwise();
      follow(opened);
      const result = work(opened);
      stopFailing(opened);
      keep(opened);
      return result;
    });
  }

  /**
   * @param {(opened: Opened) => void} work
   */
  const change = (work) =>
    within((opened) => {
      sweep(opened);
      work(opened);
      stopFailing(opened);
      keep(opened);
      return report(opened);
    });

  return {
    async open(given) {
      const settings = readSettings(given);
      prepare(sql);
      return within(report, () => create(sql, id, settings, clock.now()));
    },
    add: async (rows) => within((opened) => add(opened, id, rows)),
    async start(options = {}) {
      checkDecision("start", options);
      return change((opened) => once(opened, options.call, () => start(opened)));
    },
    async pause(options = {}) {
      checkDecision("pause", options, ["reason"]);
      return change((opened) => once(opened, options.call, () => pause(opened, options.reason)));
    },
    cancel: async () => change(cancel),
    async claim(options) {
      checkClaim(options);
      return within(
        (opened) => claim(opened, options),
        () => OVER,
      );
    },
    async leave(options) {
      checkOwner("leave", options);
      return within(
        (opened) => leave(opened, options),
        () => ({ leaves: false }),
      );
    },
    async settle(options) {
      checkOwner("settle", options);
      return within(
        (opened) => settle(opened, options),
        () => {},
      );
    },
    tell: async (news) =>
      within(
        (opened) => tell(opened, news),
        () => {},
      ),
    async again(options = /** @type {any} */ ({})) {
      checkAgain(options);
      return within((opened) => once(opened, options.call, () => again(opened, options)));
    },
    async markSent(options = {}) {
      checkDecision("markSent", options, ["indexes"]);
      return within((opened) => once(opened, options.call, () => markSent(opened, options)));
    },
    state: async () => change(() => {}),
    async rows(options = {}) {
      checkPage(options);
      return within((opened) => list(opened, options));
    },
    async spans({ most } = {}) {
      checkMost("spans", most);
      return within((opened) => spansOf(opened, most));
    },
    erase: async () =>
      within(
        (opened) => erase(opened),
        () => {},
      ),
  };
}

/** @param {Sql} sql @returns {string[]} */
export function listLedgers(sql) {
  if (!isPrepared(sql)) return [];
  return sql
    .all("SELECT id FROM interakt_campaigns ORDER BY number DESC")
    .map(({ id }) => String(id));
}

/**
 * @param {Sql} sql
 * @param {string} id
 * @param {import("../types/edge-ledger.js").CampaignSettings} settings
 * @param {number} now
 */
function create(sql, id, settings, now) {
  const { operation, quiet, timeZone, stopAt, maxAttempts } = settings;
  const head = newHead({ operation, quiet, timeZone, stopAt, maxAttempts }, now);
  const [made] = sql.all(
    "INSERT INTO interakt_campaigns (id, created, settings) VALUES (?, ?, ?) RETURNING number",
    ...[id, now, JSON.stringify(settings)],
  );
  const number = Number(made?.number);
  sql.all("INSERT INTO interakt_heads VALUES (?, ?)", number, JSON.stringify(head));
  const opened = find(sql, id, now);
  return opened ? report(opened) : refuseUnknown(id);
}

/** @param {Opened} opened */
function start(opened) {
  const { head, now } = opened;
  if (head.cancelled || (head.startedAt !== null && !head.paused)) return;
  head.startedAt ??= now;
  head.paused = false;
  // Whoever goes on knows what has failed until now.
  countAnew(head);
  opened.changed = true;
}

/**
 * @param {Opened} opened
 * @param {import("../types/edge-ledger.js").CampaignState["reason"]} [reason]
 */
function pause(opened, reason = null) {
  if (statusOf(opened.head) !== "running") return;
  putAllBack(opened);
  opened.head.paused = true;
  opened.head.reason = reason;
  opened.changed = true;
}

/** @param {Opened} opened */
function stopFailing(opened) {
  if (statusOf(opened.head) !== "running" || !failsTooOften(opened.head)) return;
  pause(opened, "failures");
}

/** @param {Opened} opened */
function erase({ sql, number, base }) {
  sql.all("DELETE FROM interakt_rows WHERE place >= ? AND place < ?", base, base + MOST_ROWS);
  for (const table of ["interakt_spans", "interakt_heads"]) {
    sql.all(`DELETE FROM ${table} WHERE campaign = ?`, number);
  }
  sql.all("DELETE FROM interakt_campaigns WHERE number = ?", number);
}
