/** `sendAll` without a client: the tests say what becomes of each message. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DIST } from "./support.mjs";

/**
 * @typedef {import("interakt-wasm").BulkResult} BulkResult
 * @typedef {import("interakt-wasm").BulkRun} BulkRun
 * @typedef {{ attempts: number, outcome: "not_sent" | "refused" | "unknown" }} Fate
 */

/** @type {typeof import("../../pkg-template/src/bulk.js")} */
const bulk = await import(pathToFileURL(join(DIST, "bulk.js")).href);
/** @type {typeof import("../../pkg-template/src/errors.js")} */
export const errors = await import(pathToFileURL(join(DIST, "errors.js")).href);
export const { progressOf } = bulk;

/**
 * @param {(message: any, fate: Fate, options: { signal: AbortSignal }) => Promise<unknown>} send
 * @param {unknown} messages
 * @param {any} [options]
 * @param {() => number} [clock]
 */
export const sendAll = (send, messages, options = {}, clock = () => 0) =>
  bulk.sendAll(send, messages, options, clock);

/** Lets everything happen that waits for nothing but its turn. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));

/** 0, 1, 2… @param {number} count */
export const upTo = (count) => Array.from({ length: count }, (_, index) => index);

/**
 * All results, and what the loop threw.
 *
 * @param {BulkRun} run
 */
export async function drain(run) {
  /** @type {BulkResult[]} */
  const results = [];
  try {
    for await (const result of run) results.push(result);
  } catch (error) {
    return { results, error, threw: true };
  }
  return { results, threw: false };
}

/** @param {readonly BulkResult[]} results */
export const indexes = (results) => results.map(({ index }) => index);

/** As a call that did not go out, or that Interakt refused, or whose fate nobody knows. */
export const failures = {
  invalid: () =>
    new errors.ValidationError({
      code: "invalid_input",
      message: "sendMessage: the input is not valid, nothing was sent.",
      issues: [{ code: "string.empty", path: [], message: "", severity: "error", params: {} }],
    }),
  refused: () =>
    new errors.ApiError({
      code: "bad_request",
      message: "sendMessage failed with status 400.",
      outcome: "refused",
      status: 400,
      retryAfterMs: null,
      body: "",
    }),
  unknown: () =>
    new errors.ConnectionError({
      code: "connection_failed",
      message: "sendMessage got no answer.",
      outcome: "unknown",
    }),
};

/**
 * Sends nothing: each message waits until the test says what becomes of it, or until it is
 * aborted.
 */
export function createDesk() {
  /** @type {Map<any, { fate: Fate, signal: AbortSignal, answer: (value?: unknown) => void, fail: (error: unknown) => void }>} */
  const open = new Map();
  return {
    /**
     * @param {any} message
     * @param {Fate} fate
     * @param {{ signal: AbortSignal }} options
     */
    send(message, fate, { signal }) {
      return new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        open.set(message, { fate, signal, answer: resolve, fail: reject });
      });
    },
    /** What has been given to it, in order. */
    messages: () => [...open.keys()],
    /** @param {any} message */
    at(message) {
      const found = open.get(message);
      if (!found) throw new Error(`nobody has sent ${message}`);
      return found;
    },
    /** The message leaves. @param {any} message */
    depart(message) {
      const { fate } = this.at(message);
      fate.attempts += 1;
      fate.outcome = "unknown";
    },
  };
}

/**
 * A source that tells how it is used.
 *
 * @param {Iterable<unknown> | AsyncIterable<unknown>} messages
 */
export function watch(messages) {
  const seen = { asked: 0, pending: 0, mostPending: 0, closed: 0 };
  const source = {
    async *items() {
      yield* messages;
    },
    [Symbol.asyncIterator]() {
      const items = this.items();
      return {
        async next() {
          seen.asked += 1;
          seen.pending += 1;
          seen.mostPending = Math.max(seen.mostPending, seen.pending);
          const result = await items.next();
          seen.pending -= 1;
          return result;
        },
        async return() {
          seen.closed += 1;
          return items.return(undefined);
        },
      };
    },
  };
  return { source, seen };
}

/**
 * A run of eight messages, five at a time: the loop works on the result of 0, 1 has left, 2 was
 * refused and sleeps, 3 and 4 wait for their turn.
 *
 * @param {any} [options]
 */
export async function midway(options) {
  const desk = createDesk();
  const { source, seen } = watch(upTo(8));
  const run = sendAll(desk.send, source, { concurrency: 5, ...options });
  const first = run.next();
  await settle();
  desk.at(0).answer();
  await first;
  await settle();
  desk.depart(1);
  desk.depart(2);
  desk.at(2).fate.outcome = "refused";
  return { desk, run, seen };
}

export function withReject() {
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<never>} */
  const promise = new Promise((_, no) => {
    reject = no;
  });
  return { promise, reject: (/** @type {unknown} */ error) => reject(error) };
}
