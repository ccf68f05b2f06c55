/** A row of a result: its columns by name. */
export type SqlRow = { readonly [column: string]: string | number | null | ArrayBuffer };

/** A SQLite database, as far as ledger and account use it: whatever runs statements at once. */
export interface Sql {
  /** Runs a statement and gives its rows. `?` stand for values, in order. */
  all(query: string, ...values: (string | number | null)[]): SqlRow[];
  /** Runs all of `work`, or nothing of it when it throws. Never within another. */
  transaction<Result>(work: () => Result): Result;
}

/** What a Durable Object with SQLite has as `ctx.storage`, as far as it is used. */
export interface DurableStorage {
  readonly sql: {
    // biome-ignore lint/suspicious/noExplicitAny: Cloudflare's own types are generic here
    exec(query: string, ...values: any[]): { toArray(): any[] };
  };
  transactionSync<Result>(work: () => Result): Result;
}

/** What `node:sqlite` has as `DatabaseSync` and better-sqlite3 as `Database`, as far as it is used. */
export interface NodeDatabase {
  exec(query: string): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: both take any value and give any row
  prepare(query: string): { all(...values: any[]): any[] };
}

/**
 * The database of a Durable Object.
 *
 * @example createLedger(durableSql(ctx.storage))
 */
export declare function durableSql(storage: DurableStorage): Sql;

/**
 * A database of Node's own SQLite (`node:sqlite`, from Node 22.13 on), or of better-sqlite3. What was
 * told before a process was killed is there when the next one opens the file.
 *
 * @example
 * import { DatabaseSync } from "node:sqlite";
 * const sql = nodeSql(new DatabaseSync("campaigns.db"));
 */
export declare function nodeSql(database: NodeDatabase): Sql;
