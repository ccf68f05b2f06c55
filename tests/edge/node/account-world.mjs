/**
 * A Durable Object of an account that everything happens to, in simulated time: it is evicted, its
 * callers vanish, its clock is set. Its database is SQLite's own, and writes down each permission.
 */
import { DatabaseSync } from "node:sqlite";
import { durableLimiter, InteraktAccount } from "interakt-wasm/edge";
import { createTime } from "../time.mjs";
import { transactionSync } from "../transaction.mjs";

/** @typedef {import("interakt-wasm/edge").AccountOptions["plan"]} Plan */

/**
 * @typedef {object} Permission
 * @property {number} at By the object's clock.
 * @property {number} passed When it really was.
 * @property {number} perMinute The limit then.
 * @property {number} slackMs
 */

export function createWorld() {
  const time = createTime();
  const database = new DatabaseSync(":memory:");
  /** @type {Permission[]} */
  const permissions = [];

  /** @type {Map<string, ReturnType<typeof database.prepare>>} */
  const statements = new Map();
  /** @param {string} query */
  function statement(query) {
    const known = statements.get(query) ?? database.prepare(query);
    statements.set(query, known);
    return known;
  }

  function remember() {
    const [pace] = statement("SELECT * FROM interakt_pace").all();
    permissions.push({
      at: time.now(),
      passed: time.passed,
      perMinute: Number(pace?.per_minute),
      slackMs: Number(pace?.slack_ms),
    });
  }

  /** What an object has of the database for as long as it lives. */
  function incarnate() {
    let dead = false;
    /** @type {(reason: Error) => void} */
    let die = () => {};
    /** @type {Promise<never>} */
    const death = new Promise((_, reject) => {
      die = reject;
    });
    death.catch(() => {});
    const storage = {
      sql: {
        /** @param {string} query @param {any[]} values */
        exec(query, ...values) {
          if (dead) throw new Error("a dead object writes");
          const rows = statement(query).all(...values);
          if (query.startsWith("INSERT INTO interakt_permission")) remember();
          return { toArray: () => rows };
        },
      },
      /** @template T @param {() => T} work @returns {T} */
      transactionSync: (work) => transactionSync(database, work),
    };
    // Of an evicted object nothing runs any more.
    const clock = {
      now: time.now,
      sleep: async (/** @type {number} */ ms, /** @type {AbortSignal | undefined} */ signal) => {
        await time.sleep(ms, signal);
        if (dead) await new Promise(() => {});
      },
    };
    const object = new InteraktAccount(/** @type {any} */ ({ storage }), {}, { clock });
    return {
      /** @param {Request} request */
      fetch: (request) => Promise.race([object.fetch(request), death]),
      evict() {
        dead = true;
        die(new Error("The object was evicted."));
      },
    };
  }

  let object = incarnate();
  /** Until when no answer arrives, of the time that has passed. */
  let heldUntil = 0;

  /**
   * A Worker that calls it.
   *
   * @param {Plan} [plan]
   * @param {number} [slackMs]
   */
  function caller(plan, slackMs) {
    let vanished = false;
    const stub = {
      /** @param {Request} request */
      async fetch(request) {
        if (vanished) throw new Error("nobody is there");
        // The object is not told when its caller goes away: it never gets a signal.
        const init = { method: "POST", body: request.body, duplex: "half" };
        const answer = await object.fetch(new Request(request.url, init));
        if (time.passed < heldUntil) await time.sleep(heldUntil - time.passed);
        return answer;
      },
    };
    const namespace = { idFromName: () => 1, get: () => stub };
    const account = durableLimiter(/** @type {any} */ (namespace), {
      plan,
      slackMs,
      clock: time,
    });
    return {
      ...account,
      vanish() {
        vanished = true;
      },
    };
  }

  return {
    time,
    permissions,
    caller,
    /** Answers of the object arrive together, so much later. @param {number} ms */
    holdAnswers(ms) {
      heldUntil = time.passed + ms;
    },
    /** The object is gone, and a new one is made of its database. */
    restart() {
      object.evict();
      object = incarnate();
    },
    /** How many rows a table has. @param {string} table */
    count: (table) => Number(database.prepare(`SELECT count(*) AS many FROM ${table}`).get()?.many),
  };
}

/**
 * The permission that was one too many, if there is one: behind it as many as the limit, within its
 * window.
 *
 * @param {Permission[]} permissions
 * @param {(permission: Permission) => number} [timeOf]
 * @param {(permission: Permission) => number} [windowOf]
 */
export function oneTooMany(
  permissions,
  timeOf = ({ at }) => at,
  windowOf = ({ slackMs }) => 60_000 + slackMs,
) {
  return permissions.find((permission, place) => {
    const before = permissions[place - permission.perMinute];
    return before && timeOf(permission) - timeOf(before) < windowOf(permission) - 0.01;
  });
}
