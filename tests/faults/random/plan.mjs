/** What happens in one random run: the server's part and the caller's. */
import fc from "fast-check";
import { SUCCESS } from "../ways.mjs";

/** @typedef {import("../perform.mjs").Fault} Fault */

/**
 * @typedef {object} Part what the server does with a request
 * @property {Fault} fault
 * @property {"done" | "refused" | "unknown"} means what a client may take it for that sees all of it
 * @property {true} [later] a refusal that asks to come again
 */

/**
 * @param {number} status
 * @param {string} [seconds]
 * @returns {Part}
 */
const later = (status, seconds) => ({
  fault: { status, headers: seconds === undefined ? {} : { "retry-after": seconds } },
  means: "refused",
  later: true,
});

/** @type {Record<string, Part>} */
export const PARTS = {
  success: { fault: { body: SUCCESS }, means: "done" },
  "slow success": { fault: { slow: true, body: SUCCESS }, means: "done" },
  gzip: { fault: { gzip: true, body: SUCCESS }, means: "done" },
  "success, kept alive": { fault: { keepAlive: true, body: SUCCESS }, means: "done" },
  429: later(429),
  "429, 0 seconds": later(429, "0"),
  "429, a year": later(429, "31536000"),
  "429, kept alive": { fault: { status: 429, keepAlive: true }, means: "refused", later: true },
  "503, a second": {
    fault: { status: 503, headers: { "retry-after": "1" } },
    means: "unknown",
  },
  503: { fault: { status: 503 }, means: "unknown" },
  500: { fault: { status: 500, body: "{}" }, means: "unknown" },
  "502, large": { fault: { status: 502, flood: 200_000 }, means: "unknown" },
  400: { fault: { status: 400, body: "{}" }, means: "refused" },
  "result: false": { fault: { body: '{"result":false}' }, means: "refused" },
  redirect: { fault: { status: 307 }, means: "refused" },
  empty: { fault: {}, means: "unknown" },
  "other JSON": { fault: { body: '{"ok":true}' }, means: "unknown" },
  HTML: { fault: { body: "<p>" }, means: "unknown" },
  large: { fault: { flood: 200_000 }, means: "unknown" },
  endless: { fault: { endless: true }, means: "unknown" },
  "reset unread": { fault: { reset: "unread" }, means: "unknown" },
  "reset when read": { fault: { reset: "read" }, means: "unknown" },
  "reset in the answer": { fault: { reset: "answering", body: SUCCESS }, means: "unknown" },
  "hung up": { fault: { hangUp: true }, means: "unknown" },
  "no HTTP": { fault: { raw: "hello\r\n\r\n" }, means: "unknown" },
  "stall before headers": { fault: { stall: "headers" }, means: "unknown" },
  "stall in the body": { fault: { stall: "body", body: SUCCESS }, means: "unknown" },
};

/** How many clients are there for several calls. */
export const SHARED_CLIENTS = 4;

const REASONS = [new Error("enough"), "enough", 0, null, false, { because: "enough" }];

const NAMES = Object.keys(PARTS);
const LATER = NAMES.filter((name) => PARTS[name]?.later);

/** @typedef {typeof plans extends fc.Arbitrary<infer Value> ? Value : never} Plan */

/** Refusals first, often: after anything else most calls are over. */
const parts = fc
  .tuple(
    fc.array(fc.constantFrom(...LATER), { maxLength: 3 }),
    fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 }),
  )
  .map(([first, then]) => [...first, ...then]);

/** @param {string[]} parts without what needs a port of its own, which a shared client has not */
const onSharedPort = (parts) =>
  parts.map((name) => (name === "reset unread" ? "reset when read" : name));

export const plans = fc
  .record({
    /** The first is never sent again after an unknown fate, unless the caller wants it. */
    operation: fc.constantFrom("sendMessage", "sendMessage", "getUserById", "trackUser"),
    /** Names in `PARTS`, one for each attempt; the last one for all further attempts. */
    parts,
    options: fc.record({
      maxRetries: fc.integer({ min: 0, max: 4 }),
      retryUnknownOutcome: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
      timeoutMs: fc.constantFrom(10, 30, 100, 300),
      totalTimeoutMs: fc.constantFrom(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 50, 200),
      maxRetryAfterMs: fc.constantFrom(0, 5, 20),
      maxResponseBytes: fc.constant(10_000),
    }),
    /** Which of the clients that several calls share; often one of its own. */
    shared: fc.option(fc.integer({ min: 0, max: SHARED_CLIENTS - 1 }), { freq: 1, nil: undefined }),
    abort: fc.option(
      fc.record({
        /** In milliseconds, or in the turn of the call itself. */
        moment: fc.constantFrom("before", "at once", 1, 5, 10, 20, 50, 100),
        reason: fc.constantFrom(...REASONS),
      }),
      { freq: 1, nil: undefined },
    ),
  })
  .map((plan) => (plan.shared === undefined ? plan : { ...plan, parts: onSharedPort(plan.parts) }));

/** @param {Plan} plan */
export function describePlan({ operation, parts, options, shared, abort }) {
  const about = [`${operation}: ${parts.join(" → ")}`, JSON.stringify(options)];
  if (shared !== undefined) about.push(`shared client ${shared}`);
  if (abort !== undefined) about.push(`aborted: ${abort.moment}`);
  return about.join("; ");
}
