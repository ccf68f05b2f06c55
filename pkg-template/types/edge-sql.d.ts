/** A row of a query's result: columns by name. */
export type SqlRow = { readonly [column: string]: string | number | null | ArrayBuffer };

/** A SQLite database with synchronous statements, as far as ledgers and accounts use it. */
export interface Sql {
  /** Runs a statement and returns its rows. Each `?` stands for a value, in order. */
  all(query: string, ...values: (string | number | null)[]): SqlRow[];
  /** Runs `work` in a transaction, which is rolled back if it throws. Never nested. */
  transaction<Result>(work: () => Result): Result;
}

/** `ctx.storage` of a Durable Object with SQLite, as far as it is used. */
export interface DurableStorage {
  /** The object's database. */
  readonly sql: {
    /** Runs a statement. */
    exec(
      query: string,
      // biome-ignore lint/suspicious/noExplicitAny: Cloudflare's own types are generic here
      ...values: any[]
    ): {
      /** The rows of its result. */
      // biome-ignore lint/suspicious/noExplicitAny: Cloudflare's own types are generic here
      toArray(): any[];
    };
  };
  /** Runs a function in a transaction. */
  transactionSync<Result>(work: () => Result): Result;
}

/** `DatabaseSync` of `node:sqlite`, or `Database` of better-sqlite3, as far as it is used. */
export interface NodeDatabase {
  /** Runs statements that have no result. */
  exec(query: string): unknown;
  /** Prepares a statement. */
  prepare(query: string): {
    /** Runs it and returns its rows. */
    // biome-ignore lint/suspicious/noExplicitAny: both take any value and give any row
    all(...values: any[]): any[];
  };
}

/**
 * The database of a Durable Object.
 *
 * @example createLedger(durableSql(ctx.storage))
 */
export declare function durableSql(storage: DurableStorage): Sql;

/**
 * A database of Node's own SQLite (`node:sqlite`, from Node 22.13 on), or of better-sqlite3. Whatever
 * was recorded before a process was killed is there when the next one opens the file.
 *
 * @example
 * import { DatabaseSync } from "node:sqlite";
 * const sql = nodeSql(new DatabaseSync("campaigns.db"));
 */
export declare function nodeSql(database: NodeDatabase): Sql;
