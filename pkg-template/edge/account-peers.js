/**
 * Processes that share the database of an account: each tells the others where the first of its line
 * stands, and lets an earlier one go before.
 */

/** Who says nothing for so long has died, and is not waited for. */
const SILENT_MS = 3_000;

/** How often who only waits says that it is there. */
const TELL_MS = 1_000;

const TABLE = `CREATE TABLE IF NOT EXISTS interakt_peer (
  id TEXT PRIMARY KEY, place REAL NOT NULL, waiting INTEGER NOT NULL, seen REAL NOT NULL
) WITHOUT ROWID`;

/**
 * @typedef {object} Peers
 * @property {(place: number, now: number) => boolean} before Whether somebody waits elsewhere who came
 *   before.
 * @property {(place: number, waiting: number, now: number) => void} tell Where the first stands who
 *   waits here, and how many do.
 * @property {() => void} quit Nobody waits here any more.
 * @property {(now: number) => number} waiting How many wait elsewhere, about.
 */

/** @type {Peers} Of a Durable Object, which is alone with its database. */
export const ALONE = { before: () => false, tell: () => {}, quit: () => {}, waiting: () => 0 };

/**
 * @param {import("../types/edge-sql.js").Sql} sql
 * @param {string} id Of this process.
 * @returns {Peers}
 */
export function createPeers(sql, id) {
  sql.all(TABLE);
  /** What the others were told last. @type {{ place: number, waiting: number, seen: number } | undefined} */
  let told;
  const others = "FROM interakt_peer WHERE id <> ? AND abs(seen - ?) < ?";

  return {
    before(place, now) {
      const earlier = "AND (place < ? OR (place = ? AND id < ?)) LIMIT 1";
      const query = `SELECT 1 ${others} ${earlier}`;
      return sql.all(query, id, now, SILENT_MS, place, place, id).length > 0;
    },
    tell(place, waiting, now) {
      const isNews = told?.place !== place || told.waiting !== waiting;
      if (!isNews && Math.abs(now - (told?.seen ?? 0)) < TELL_MS) return;
      told = { place, waiting, seen: now };
      sql.all("INSERT OR REPLACE INTO interakt_peer VALUES (?, ?, ?, ?)", id, place, waiting, now);
    },
    quit() {
      if (told) sql.all("DELETE FROM interakt_peer WHERE id = ?", id);
      told = undefined;
    },
    waiting(now) {
      const [row] = sql.all(`SELECT sum(waiting) AS many ${others}`, id, now, SILENT_MS);
      return Number(row?.many ?? 0);
    },
  };
}
