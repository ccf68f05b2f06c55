/** What an account remembers, in SQL. All of it is there again after a restart. */
import { keyOf, spellingsOf } from "../spellings.js";
import { windowOf } from "./pace.js";

/** The longest `slackMs`. */
export const MOST_SLACK_MS = 60_000;

/** Permissions older than that are in no window. */
const KEPT_MS = windowOf({ perMinute: 1, slackMs: MOST_SLACK_MS });

/** A reply that comes later is about nothing that is known of. */
const REMEMBERED_MS = 7 * 24 * 3_600_000;

/** After so many permissions, what is too old is deleted: at most twice as many are looked at. */
const SWEEP = 32;

const TABLES = [
  // `n` counts up without a gap, so that the permission so many before another is found by its key.
  `CREATE TABLE IF NOT EXISTS interakt_permission (
    n INTEGER PRIMARY KEY, at REAL NOT NULL, slot REAL NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS interakt_pace (
    id INTEGER PRIMARY KEY CHECK (id = 1), per_minute INTEGER NOT NULL, slack_ms REAL NOT NULL,
    paused_at REAL NOT NULL, paused_until REAL NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS interakt_opt_out (recipient TEXT PRIMARY KEY) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS interakt_last_message (
    recipient TEXT PRIMARY KEY, campaign TEXT NOT NULL, row INTEGER NOT NULL, at REAL NOT NULL
  ) WITHOUT ROWID`,
  "CREATE INDEX IF NOT EXISTS interakt_last_message_at ON interakt_last_message (at)",
];

/** @param {readonly unknown[]} values Of a condition `IN`. */
const marks = (values) => values.map(() => "?").join(", ");

/**
 * @param {import("../types/edge-sql.js").Sql} sql
 * @param {import("./pace.js").Limit} limit The first one; what is remembered holds.
 */
export function createStore(sql, limit) {
  sql.transaction(() => {
    for (const table of TABLES) sql.all(table);
    sql.all(
      "INSERT OR IGNORE INTO interakt_pace VALUES (1, ?, ?, 0, 0)",
      limit.perMinute,
      limit.slackMs,
    );
  });

  const pace = () => {
    const [row] = sql.all("SELECT * FROM interakt_pace");
    return /** @type {Record<string, number>} */ (row);
  };

  /** @returns {{ n: number, at: number, slot: number } | undefined} */
  const last = () => {
    const [row] = sql.all("SELECT n, at, slot FROM interakt_permission ORDER BY n DESC LIMIT 1");
    return /** @type {any} */ (row);
  };

  /** Whoever has told one spelling has. @param {string} recipient */
  const hasOptedOut = (recipient) => {
    const known = spellingsOf(recipient);
    const text = `SELECT 1 FROM interakt_opt_out WHERE recipient IN (${marks(known)})`;
    return sql.all(text, ...known).length > 0;
  };

  return {
    sql,

    /** @returns {import("./pace.js").Limit} */
    limit() {
      const { per_minute = 1, slack_ms = 0 } = pace();
      return { perMinute: per_minute, slackMs: slack_ms };
    },

    /** @param {Partial<import("./pace.js").Limit>} changed */
    setLimit({ perMinute, slackMs }) {
      const { per_minute, slack_ms } = pace();
      if ((perMinute ?? per_minute) === per_minute && (slackMs ?? slack_ms) === slack_ms) return;
      sql.all(
        "UPDATE interakt_pace SET per_minute = coalesce(?, per_minute), slack_ms = coalesce(?, slack_ms)",
        perMinute ?? null,
        slackMs ?? null,
      );
    },

    /**
     * What decides about the next permission. None of it is later than now: a clock that was set back
     * takes along what it had shown, as if no time had passed since then.
     *
     * @param {number} now
     * @returns {import("./pace.js").Past & { limit: import("./pace.js").Limit }}
     */
    past(now) {
      let newest = last();
      if (newest && newest.at > now) {
        const ahead = newest.at - now;
        sql.all(
          "UPDATE interakt_permission SET at = at - ?, slot = slot - ? WHERE at > ?",
          ahead,
          ahead,
          now,
        );
        newest = last();
      }
      const { per_minute = 1, slack_ms = 0, paused_at = 0, paused_until = 0 } = pace();
      let pausedUntil = paused_until;
      if (paused_at > now) {
        pausedUntil -= paused_at - now;
        sql.all("UPDATE interakt_pace SET paused_at = ?, paused_until = ?", now, pausedUntil);
      }
      const [bound] = newest
        ? sql.all("SELECT at FROM interakt_permission WHERE n = ?", newest.n + 1 - per_minute)
        : [];
      return {
        limit: { perMinute: per_minute, slackMs: slack_ms },
        last: newest,
        bound: /** @type {number | undefined} */ (bound?.at),
        pausedUntil,
      };
    },

    /** @param {number} at @param {number} slot */
    permit(at, slot) {
      const n = (last()?.n ?? 0) + 1;
      sql.all("INSERT INTO interakt_permission VALUES (?, ?, ?)", n, at, slot);
      if (n % SWEEP > 0) return;
      sql.all(
        `DELETE FROM interakt_permission WHERE at <= ? AND n IN (
          SELECT n FROM interakt_permission ORDER BY n LIMIT ${2 * SWEEP})`,
        at - KEPT_MS,
      );
      sql.all("DELETE FROM interakt_last_message WHERE at < ?", at - REMEMBERED_MS);
    },

    /** @param {number} since How many were let out later. */
    permitted(since) {
      const [row] = sql.all("SELECT count(*) AS many FROM interakt_permission WHERE at > ?", since);
      return Number(row?.many);
    },

    /** Nothing leaves for so long: the longest of several, not their sum. @param {number} now @param {number} ms */
    pause(now, ms) {
      const { paused_until = 0 } = pace();
      if (now + ms <= paused_until) return;
      sql.all("UPDATE interakt_pace SET paused_at = ?, paused_until = ?", now, now + ms);
    },

    hasOptedOut,

    /** @param {readonly string[]} recipients @returns {number} How many are new. */
    optOut: (recipients) =>
      sql.transaction(() => {
        let many = 0;
        for (const recipient of recipients) {
          if (hasOptedOut(recipient)) continue;
          sql.all("INSERT INTO interakt_opt_out VALUES (?)", recipient);
          many += 1;
        }
        return many;
      }),

    /** @param {readonly string[]} recipients @returns {number} How many were there. */
    optIn: (recipients) =>
      sql.transaction(() => {
        let many = 0;
        for (const recipient of recipients) {
          const known = spellingsOf(recipient);
          many += sql.all(
            `DELETE FROM interakt_opt_out WHERE recipient IN (${marks(known)}) RETURNING 1`,
            ...known,
          ).length;
        }
        return many;
      }),

    /** @param {string} after @param {number} most */
    optedOut: (after, most) =>
      sql
        .all(
          "SELECT recipient FROM interakt_opt_out WHERE recipient > ? ORDER BY recipient LIMIT ?",
          after,
          most,
        )
        .map(({ recipient }) => String(recipient)),

    optedOutCount: () => Number(sql.all("SELECT count(*) AS many FROM interakt_opt_out")[0]?.many),

    /** @param {string} recipient @param {string} campaign @param {number} row @param {number} at */
    remember(recipient, campaign, row, at) {
      sql.all(
        "INSERT OR REPLACE INTO interakt_last_message VALUES (?, ?, ?, ?)",
        keyOf(recipient),
        campaign,
        row,
        at,
      );
    },

    /** @param {string} recipient @returns {{ campaign: string, index: number, at: number } | null} */
    lastMessage(recipient) {
      const known = spellingsOf(recipient);
      // Each spelling had one of its own before they were known to be the same.
      const [row] = sql.all(
        `SELECT campaign, row, at FROM interakt_last_message
          WHERE recipient IN (${marks(known)}) ORDER BY at DESC LIMIT 1`,
        ...known,
      );
      if (!row) return null;
      return { campaign: String(row.campaign), index: Number(row.row), at: Number(row.at) };
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
