/** What a caller may choose: to send again although it may have been done, and how long to try. */
import { assert } from "chai";
import { SUCCESS } from "../ways.mjs";
import { assertFailed, assertSucceeded, call } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */

/** @type {[name: string, fault: import("../perform.mjs").Fault][]} */
const UNKNOWN = [
  ["a reset after the request is read", { reset: "read" }],
  ["a reset in the middle of the answer", { reset: "answering", body: SUCCESS }],
  ["a stall before the headers", { stall: "headers" }],
  ["500", { status: 500 }],
];

/** @type {[retryAfter: string, least: number, most: number][]} */
const ASKED = [
  ["0", 0, 0],
  ["20", 20_000, 20_000],
  ["31536000", 31_536_000_000, 31_536_000_000],
  ["Thu, 01 Jan 2026 00:00:00 GMT", 0, 0],
  ["Thu, 31 Dec 2099 23:59:59 GMT", 86_400_000, Number.MAX_SAFE_INTEGER],
];

const RISK = { retryUnknownOutcome: true, timeoutMs: 1000 };

/** @returns {Case[]} */
export const riskCases = () => [
  ...UNKNOWN.map(([name, fault]) => ({
    name: `${name}: sendMessage is sent again when the caller takes the risk`,
    async run(/** @type {import("../world.mjs").World} */ world) {
      const ended = await call(world, { faults: [fault, { body: SUCCESS }], options: RISK });
      assertSucceeded(ended, 2);
      assert.lengthOf(ended.report.requests, 2);
    },
  })),
  {
    name: "a refusal does not undo what an earlier attempt may have done",
    async run(world) {
      const faults = [{ status: 500 }, { status: 429 }];
      const ended = await call(world, { faults, options: RISK });
      assertFailed(world, ended, "RateLimitError", { outcome: "unknown", attempts: 3 });
      assert.lengthOf(ended.report.requests, 3);
    },
  },
  {
    name: "a refusal, then an unknown fate: sendMessage is not sent a third time",
    async run(world) {
      const faults = [{ status: 429 }, { status: 500 }, { body: SUCCESS }];
      const ended = await call(world, { faults });
      assertFailed(world, ended, "ServerError", { outcome: "unknown", attempts: 2 });
      assert.lengthOf(ended.report.requests, 2);
    },
  },
  {
    name: "without retries even a refusal is final",
    async run(world) {
      const ended = await call(world, { faults: [{ status: 429 }], options: { maxRetries: 0 } });
      assertFailed(world, ended, "RateLimitError", { outcome: "refused", attempts: 1 });
      assert.lengthOf(ended.report.requests, 1);
    },
  },
  ...ASKED.map(([retryAfter, least, most]) => ({
    name: `"Retry-After: ${retryAfter}" asks for ${least} to ${most} milliseconds`,
    async run(/** @type {import("../world.mjs").World} */ world) {
      const headers = { "retry-after": retryAfter };
      const ended = await call(world, {
        faults: [{ status: 429, headers }],
        options: { maxRetries: 0 },
      });
      assert.isAtLeast(ended.thrown?.error.retryAfterMs, least);
      assert.isAtMost(ended.thrown?.error.retryAfterMs, most);
    },
  })),
  {
    name: "a time to wait that makes no sense is none",
    async run(world) {
      const faults = [{ status: 429, headers: { "retry-after": "soon" } }];
      const ended = await call(world, { faults, options: { maxRetries: 0 } });
      assertFailed(world, ended, "RateLimitError", { retryAfterMs: undefined });
    },
  },
  {
    name: "the wait that a server asks for is kept",
    async run(world) {
      const faults = [{ status: 429, headers: { "retry-after": "1" } }, { body: SUCCESS }];
      const ended = await call(world, { faults, options: { maxRetryAfterMs: 60_000 } });
      assertSucceeded(ended, 2);
      const retries = ended.events.filter(([hook]) => hook === "onRetry");
      assert.deepEqual(
        retries.map(([, { delayMs, attempt }]) => [delayMs, attempt]),
        [[1000, 1]],
      );
    },
  },
  {
    name: "a wait that would take too long ends the call at once, with the refusal",
    async run(world) {
      const faults = [{ status: 429, headers: { "retry-after": "31536000" } }];
      const options = { maxRetryAfterMs: Number.POSITIVE_INFINITY, totalTimeoutMs: 60_000 };
      const ended = await call(world, { faults, options });
      assertFailed(world, ended, "RateLimitError", { outcome: "refused", attempts: 1 });
      assert.lengthOf(ended.report.requests, 1);
    },
  },
  {
    name: "the time for a whole call covers its attempts",
    async run(world) {
      const faults = [{ status: 429 }, { stall: /** @type {const} */ ("headers") }];
      const ended = await call(world, { faults, options: { totalTimeoutMs: 1000 } });
      const expected = { code: "total_timeout", outcome: "unknown", attempts: 2 };
      assertFailed(world, ended, "TimeoutError", expected);
      assert.lengthOf(ended.report.requests, 2);
    },
  },
];
