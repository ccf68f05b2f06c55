/** Answers that are larger than anybody wants: the client stops reading, and the server notices. */
import { assert } from "chai";
import { SUCCESS } from "../ways.mjs";
import { assertFailed, assertSucceeded, call } from "../world.mjs";

/** @typedef {import("../perform.mjs").Fault} Fault */
/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").World} World */

const FLOOD = 100_000_000;
const BOUND = 65_536;

const options = { maxResponseBytes: BOUND };

/**
 * Asserts that no answer was taken whole, nor half of it: what was, filled buffers on the way.
 * @param {import("../server.mjs").Report} report
 * @param {number} attempts
 */
function assertCut({ requests }, attempts) {
  assert.lengthOf(requests, attempts);
  for (const { answered, written } of requests) {
    assert.isFalse(answered);
    assert.isBelow(written, FLOOD / 2);
  }
}

/** @returns {Case[]} */
export const boundCases = () => [
  ...[/** @type {const} */ (true), undefined].map((unsized) => ({
    name: `a body of 50 MB${unsized ? " without a length" : ""} is not read to its end`,
    async run(/** @type {World} */ world) {
      const ended = await call(world, { faults: [{ flood: FLOOD, unsized }], options });
      const expected = { code: "response_too_large", outcome: "unknown", status: 200, attempts: 1 };
      assertFailed(world, ended, "ApiError", expected);
      assertCut(ended.report, 1);
    },
  })),
  {
    name: "gzip that is small on the wire and large when unpacked is bounded as well",
    async run(world) {
      const ended = await call(world, { faults: [{ flood: FLOOD, gzip: true }], options });
      assertFailed(world, ended, "ApiError", { code: "response_too_large", attempts: 1 });
    },
  },
  {
    name: "10 MiB are enough when nothing else is said",
    async run(world) {
      const ended = await call(world, { faults: [{ flood: FLOOD }] });
      assertFailed(world, ended, "ApiError", { code: "response_too_large", attempts: 1 });
      assertCut(ended.report, 1);
    },
  },
  {
    name: "a failure with a large body is judged by its status, and is not read to its end",
    async run(world) {
      const faults = [{ status: 500, flood: FLOOD }];
      const ended = await call(world, { faults, options, operation: "getUserById" });
      assertFailed(world, ended, "ServerError", { code: "server_error", attempts: 3 });
      assertCut(ended.report, 3);
    },
  },
  {
    name: "a refusal with a large body is followed by another attempt",
    async run(world) {
      const faults = [{ status: 429, flood: FLOOD }, { body: SUCCESS }];
      const ended = await call(world, { faults, options });
      assertSucceeded(ended, 2);
      assert.deepEqual(
        ended.report.requests.map(({ answered }) => answered),
        [false, true],
      );
    },
  },
  {
    name: "a redirect with a large body is not read to its end",
    async run(world) {
      const ended = await call(world, { faults: [{ status: 307, flood: FLOOD }], options });
      assertFailed(world, ended, "ApiError", { code: "redirected", attempts: 1 });
      assertCut(ended.report, 1);
    },
  },
  ...[BOUND, BOUND + 1].map((length) => ({
    name: `a body of ${length} bytes is ${length > BOUND ? "more" : "no more"} than ${BOUND}`,
    async run(/** @type {World} */ world) {
      const ended = await call(world, { faults: [{ flood: length }], options });
      if (length <= BOUND) return assertSucceeded(ended, 1);
      assertFailed(world, ended, "ApiError", { code: "response_too_large", attempts: 1 });
    },
  })),
];
