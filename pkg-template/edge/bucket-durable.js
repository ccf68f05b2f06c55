/** Token buckets in a Durable Object: the same for all isolates. */
import { takeTokens } from "./bucket.js";
import { remote, serve } from "./rpc.js";
import { durableSql } from "./sql.js";

/**
 * @typedef {import("../types/edge-proxy.js").Buckets} Buckets
 * @typedef {import("../types/edge-proxy.js").BucketTurn} BucketTurn
 */

const METHODS = /** @type {const} */ (["take"]);

const SCHEMA = [
  "CREATE TABLE IF NOT EXISTS interakt_buckets (key TEXT PRIMARY KEY, full_at REAL NOT NULL)",
  "CREATE INDEX IF NOT EXISTS interakt_buckets_full ON interakt_buckets (full_at)",
];

/** The Durable Object: what was taken outlives it, in its SQLite. */
export class InteraktBuckets {
  #serve;

  /**
   * @param {import("../types/edge-cloudflare.js").DurableState} state
   * @param {unknown} [_env]
   * @param {{ clock?: Pick<import("../types/edge-cloudflare.js").Clock, "now"> }} [options]
   */
  constructor({ storage }, _env, { clock = Date } = {}) {
    const sql = durableSql(storage);
    for (const statement of SCHEMA) sql.all(statement);
    /** @type {Buckets["take"]} */
    const take = async (takes) => sql.transaction(() => takeOf(sql, takes, clock.now()));
    this.#serve = serve({ take }, METHODS);
  }

  /** @param {Request} request */
  fetch(request) {
    return this.#serve(request);
  }
}

/**
 * @param {import("../types/edge-sql.js").Sql} sql
 * @param {readonly import("../types/edge-proxy.js").BucketTake[]} takes
 * @param {number} now
 * @returns {BucketTurn}
 */
function takeOf(sql, takes, now) {
  // One that is full is forgotten.
  sql.all("DELETE FROM interakt_buckets WHERE full_at <= ?", now);
  return takeTokens(
    takes,
    now,
    (key) => {
      const [row] = sql.all("SELECT full_at FROM interakt_buckets WHERE key = ?", key);
      return row && Number(row.full_at);
    },
    (key, fullAt) => {
      sql.all("INSERT OR REPLACE INTO interakt_buckets (key, full_at) VALUES (?, ?)", key, fullAt);
    },
  );
}

/**
 * @param {import("../types/edge-cloudflare.js").DurableNamespace} namespace
 * @param {{ name?: string | undefined }} [options]
 * @returns {Buckets}
 */
export function durableBuckets(namespace, { name = "default" } = {}) {
  const stub = () => namespace.get(namespace.idFromName(name));
  const { take } = remote(stub, METHODS, { what: "limits" });
  return {
    async take(takes) {
      /** @type {{ waitMs: number | null, key: string | null }} */
      const { waitMs, key } = await take(takes);
      // JSON has no Infinity.
      return { waitMs: waitMs ?? Number.POSITIVE_INFINITY, key };
    },
  };
}
