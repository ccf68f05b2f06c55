/** Token buckets in a Durable Object: the same for all isolates. */
import { InteraktError } from "interakt-wasm";
import { takeTokens } from "./bucket.js";

/**
 * @typedef {import("../types/edge-proxy.js").BucketTurn} BucketTurn
 * @typedef {import("../types/edge-cloudflare.js").DurableState} DurableState
 */

/** The Durable Object: buckets outlive it, in its SQLite. */
export class InteraktBuckets {
  #storage;
  #clock;

  /**
   * @param {DurableState} state
   * @param {unknown} [_env]
   * @param {{ clock?: Pick<import("../types/edge-cloudflare.js").Clock, "now"> }} [options]
   */
  constructor({ storage }, _env, { clock = Date } = {}) {
    this.#storage = storage;
    this.#clock = clock;
    storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS interakt_buckets (key TEXT PRIMARY KEY, full_at REAL NOT NULL)",
    );
    storage.sql.exec(
      "CREATE INDEX IF NOT EXISTS interakt_buckets_full ON interakt_buckets (full_at)",
    );
  }

  /** @param {Request} request */
  async fetch(request) {
    const takes = /** @type {import("../types/edge-proxy.js").BucketTake[]} */ (
      await request.json()
    );
    const turn = this.#storage.transactionSync(() => this.#take(takes));
    // JSON knows no Infinity.
    return Response.json({ ...turn, waitMs: Number.isFinite(turn.waitMs) ? turn.waitMs : null });
  }

  /** @param {import("../types/edge-proxy.js").BucketTake[]} takes @returns {BucketTurn} */
  #take(takes) {
    const { sql } = this.#storage;
    const now = this.#clock.now();
    sql.exec("DELETE FROM interakt_buckets WHERE full_at <= ?", now);
    return takeTokens(
      takes,
      now,
      (key) =>
        sql.exec("SELECT full_at FROM interakt_buckets WHERE key = ?", key).toArray()[0]?.full_at,
      (key, fullAt) =>
        sql.exec(
          "INSERT OR REPLACE INTO interakt_buckets (key, full_at) VALUES (?, ?)",
          key,
          fullAt,
        ),
    );
  }
}

/**
 * @param {import("../types/edge-cloudflare.js").DurableNamespace} namespace
 * @param {{ name?: string | undefined }} [options]
 * @returns {import("../types/edge-proxy.js").Buckets}
 */
export function durableBuckets(namespace, { name = "default" } = {}) {
  return {
    async take(takes) {
      try {
        const request = new Request("https://buckets/", {
          method: "POST",
          body: JSON.stringify(takes),
        });
        const response = await namespace.get(namespace.idFromName(name)).fetch(request);
        if (!response.ok) throw new Error(`status ${response.status}`);
        const { waitMs, key } = /** @type {{ waitMs: number | null, key: string | null }} */ (
          await response.json()
        );
        return { waitMs: waitMs ?? Number.POSITIVE_INFINITY, key };
      } catch (cause) {
        const message =
          "The Durable Object of the limits cannot be reached: bind its namespace to the class " +
          "InteraktBuckets, which the Worker exports and a migration (new_sqlite_classes) names.";
        throw new InteraktError({ code: "edge_unreachable", message, cause });
      }
    },
  };
}
