/** The database of campaigns: Node's own SQLite, in a file that only its owner can read. */
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { createAccount, createLedger, listLedgers, nodeSql } from "interakt-wasm/edge";
import { Failure } from "../failure.js";
import { placeOf } from "../files.js";

/**
 * @typedef {object} Store
 * @property {string} path
 * @property {() => string[]} ids Of its campaigns, the newest first.
 * @property {(id: string) => import("interakt-wasm/edge").Ledger} ledger
 * @property {(plan?: import("interakt-wasm/edge").AccountOptions["plan"]) => import("interakt-wasm/edge").Account} account
 */

/**
 * @template Result
 * @param {string} path
 * @param {boolean} isMade Whether one that is not there is made.
 * @param {(store: Store) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withStore(path, isMade, work) {
  const { DatabaseSync } = await loadSqlite();
  if (isMade) await make(path);
  else if (!existsSync(path)) {
    throw new Failure(
      `${path} does not exist. Name the database of your campaigns with --db FILE.`,
    );
  }
  let database;
  try {
    database = new DatabaseSync(path);
    const sql = nodeSql(database);
    return await work({
      path,
      ids: () => listLedgers(sql),
      ledger: (id) => createLedger(sql, id),
      account: (plan) => createAccount(sql, { plan }),
    });
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== "ERR_SQLITE_ERROR") throw error;
    throw new Failure(`${path} cannot be used: ${message}.`);
  } finally {
    database?.close();
  }
}

/**
 * @param {string} path Of a database.
 * @returns {Promise<string[]>} It, and what SQLite keeps beside it while it is open, or after a crash.
 */
export async function filesOf(path) {
  const place = await placeOf(path);
  return [path, ...["-wal", "-shm", "-journal"].map((ending) => place + ending)];
}

/** The SQLite that comes with Node; fails where it comes with none. Some versions call it experimental, each time that it is loaded. */
export async function loadSqlite() {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return await import("node:sqlite");
  } catch {
    throw new Failure(
      `campaign needs Node 22.13 or newer, for its built-in SQLite; this is Node ${process.versions.node}.`,
    );
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** What stands beside it while it is open gets the same rights. @param {string} path */
async function make(path) {
  try {
    await (await open(path, "a", 0o600)).close();
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const why = code === "ENOENT" ? "its folder does not exist" : code;
    throw new Failure(`${path} cannot be written (${why}).`);
  }
}
