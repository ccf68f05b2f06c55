/** The tables of ledgers. All campaigns of a database share them. */

/** @typedef {import("../types/edge-sql.js").Sql} Sql */

/** Rows of a campaign have places: its number times this, and the row's index. */
export const MOST_ROWS = 2 ** 32;

/** The longest text that is kept of a problem. */
export const LONGEST_PROBLEM = 500;

/** @param {unknown} index */
export const isIndex = (index) =>
  Number.isInteger(index) && Number(index) >= 0 && Number(index) < MOST_ROWS;

/**
 * What changes with each message stands in `head`, one row for a campaign: its counts are right in
 * the very transaction that changes a row, and are never counted anew.
 *
 * A row has one key, a whole number, and is in one of two indexes at most: those that wait, in the
 * order in which they leave, and those that somebody may ask for by their state. The many that are
 * sent are in none, and nothing that is done for a message touches them. `lane` is the country where
 * there are quiet hours; otherwise all rows wait in one. `input` is long, and so it comes last.
 */
const TABLES = [
  `CREATE TABLE IF NOT EXISTS interakt_campaigns (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    settings TEXT NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS interakt_heads (
    campaign INTEGER PRIMARY KEY,
    head TEXT NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS interakt_rows (
    place INTEGER PRIMARY KEY,
    campaign INTEGER NOT NULL,
    state TEXT NOT NULL,
    lane TEXT NOT NULL,
    due INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    owner TEXT,
    at INTEGER NOT NULL,
    status TEXT,
    replied INTEGER NOT NULL,
    departed INTEGER NOT NULL DEFAULT 0,
    doubtful INTEGER NOT NULL DEFAULT 0,
    line INTEGER,
    key TEXT,
    recipient TEXT,
    country TEXT,
    message TEXT,
    cost TEXT,
    problem TEXT,
    input TEXT
  )`,
  `CREATE INDEX IF NOT EXISTS interakt_rows_waiting ON interakt_rows (campaign, lane, due DESC)
    WHERE state = 'waiting'`,
  `CREATE INDEX IF NOT EXISTS interakt_rows_state ON interakt_rows (campaign, state)
    WHERE state NOT IN ('waiting', 'sent')`,
  `CREATE TABLE IF NOT EXISTS interakt_spans (
    campaign INTEGER NOT NULL,
    at INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    delivered INTEGER NOT NULL,
    read INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    PRIMARY KEY (campaign, at)
  ) WITHOUT ROWID`,
];

/** Databases that have them. @type {WeakSet<Sql>} */
const prepared = new WeakSet();

/**
 * Whether a campaign was ever opened there. A question makes no tables: in a Durable Object they would
 * be kept for ever, for whatever id a stranger has thought of.
 *
 * @param {Sql} sql
 */
export function isPrepared(sql) {
  if (prepared.has(sql)) return true;
  const isSo = sql.all("SELECT 1 FROM sqlite_master WHERE name = 'interakt_spans'").length > 0;
  if (isSo) prepared.add(sql);
  return isSo;
}

/** @param {Sql} sql */
export function prepare(sql) {
  if (prepared.has(sql)) return;
  sql.transaction(() => {
    for (const table of TABLES) sql.all(table);
  });
  prepared.add(sql);
}
