/** The databases that ledger and account are kept in. */
import { failure, refuse } from "./options.js";

/** @typedef {import("../types/edge-sql.js").Sql} Sql */

/** How long a statement waits for another process that writes, in milliseconds. */
const BUSY_MS = 10_000;

/** @type {typeof import("../types/edge-sql.js").durableSql} */
export function durableSql(storage) {
  const { sql } = storage ?? {};
  if (typeof sql?.exec !== "function" || typeof storage.transactionSync !== "function") {
    refuse(
      "durableSql takes the storage of a Durable Object with SQLite (ctx.storage): name its class " +
        "under new_sqlite_classes in the migrations of wrangler.jsonc.",
    );
  }
  return {
    all: (query, ...values) => sql.exec(query, ...values).toArray(),
    transaction: (work) => storage.transactionSync(work),
  };
}

/** @type {typeof import("../types/edge-sql.js").nodeSql} */
export function nodeSql(database) {
  if (typeof database?.prepare !== "function" || typeof database.exec !== "function") {
    refuse("nodeSql takes a DatabaseSync of node:sqlite, or a Database of better-sqlite3.");
  }
  // First of all: the others may have to wait for another process.
  database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  // One writes while others read. FULL: what was told is there after a power cut too, or a message
  // that had left would look as if it had not.
  reachable(() => useWal(database));
  database.exec("PRAGMA synchronous = FULL");

  /** @type {Map<string, ReturnType<typeof database.prepare>>} */
  const statements = new Map();
  /** @param {string} query */
  const statement = (query) => {
    let found = statements.get(query);
    if (!found) {
      found = database.prepare(query);
      statements.set(query, found);
    }
    return found;
  };

  return {
    all: (query, ...values) =>
      reachable(() => {
        const found = /** @type {any} */ (statement(query));
        // better-sqlite3 reads nothing from what gives no rows.
        if (found.reader !== false) return found.all(...values);
        found.run(...values);
        return [];
      }),
    transaction(work) {
      // IMMEDIATE: one that has read and then wants to write could wait for nobody.
      reachable(() => database.exec("BEGIN IMMEDIATE"));
      let result;
      try {
        result = work();
        database.exec("COMMIT");
      } catch (error) {
        rollBack(database);
        throw error;
      }
      return result;
    },
  };
}

/**
 * Of those who turn the same new file to WAL at the same time, all but one are told at once that it is
 * locked, whatever they are ready to wait: each would wait for the others. A transaction does wait.
 *
 * @param {import("../types/edge-sql.js").NodeDatabase} database
 */
function useWal(database) {
  for (let left = 9; ; left -= 1) {
    try {
      database.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (error) {
      if (left === 0 || !isBusy(error)) throw error;
      database.exec("BEGIN IMMEDIATE");
      database.exec("COMMIT");
    }
  }
}

/** @param {import("../types/edge-sql.js").NodeDatabase} database */
function rollBack(database) {
  try {
    database.exec("ROLLBACK");
  } catch {
    // SQLite has done so itself, after a full disk for one. What is thrown is the cause of it.
  }
}

/** @param {unknown} error */
const isBusy = (error) =>
  /database (table )?is locked|busy/i.test(String(/** @type {any} */ (error)?.message));

/**
 * @template Result
 * @param {() => Result} work
 * @returns {Result}
 */
function reachable(work) {
  try {
    return work();
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw failure({
      code: "database_busy",
      message:
        `The database was locked by another program for more than ${BUSY_MS / 1000} seconds. Close ` +
        "what holds a transaction open on its file, and keep the file on a disk of this machine.",
      cause: error,
    });
  }
}
