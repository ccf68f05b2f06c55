/** The caller may end a call at any moment, and gets back exactly the reason that it gave. */
import { assert } from "chai";
import { pause } from "../remote.mjs";
import { SUCCESS } from "../ways.mjs";
import { call } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").World} World */
/** @typedef {import("../world.mjs").Attempted} Attempted */

/** @type {[name: string, reason: unknown][]} */
const REASONS = [
  ["an error", new Error("the customer has left")],
  ["a text", "enough"],
  ["0", 0],
  ["null", null],
  ["an object", { because: "enough" }],
];

/**
 * @typedef {object} Moment
 * @property {string} name
 * @property {number} requests that arrived by then
 * @property {(abort: () => void) => Omit<Attempted, "signal">} make the call
 */

/** @type {Moment[]} */
const MOMENTS = [
  {
    name: "before the call",
    requests: 0,
    make(abort) {
      abort();
      return { faults: [{ body: SUCCESS }] };
    },
  },
  {
    name: "in the turn in which it begins",
    requests: 0,
    make: (abort) => ({ faults: [], where: "silent", meanwhile: abort }),
  },
  {
    name: "while it connects",
    requests: 0,
    make: (abort) => ({
      faults: [],
      where: "silent",
      meanwhile: async () => {
        await pause(50);
        abort();
      },
    }),
  },
  {
    name: "while it waits for headers",
    requests: 1,
    make: (abort) => ({
      faults: [{ stall: "headers" }],
      meanwhile: async (scene) => {
        await scene.until("a request arrives", ({ requests }) => requests[0]?.complete === true);
        abort();
      },
    }),
  },
  {
    name: "while it reads the body",
    requests: 1,
    make: (abort) => ({
      faults: [{ stall: "body", body: SUCCESS }],
      meanwhile: async (scene) => {
        await scene.until("an answer begins", ({ requests }) => (requests[0]?.written ?? 0) > 0);
        await pause(50);
        abort();
      },
    }),
  },
  {
    name: "while it reads a body that does not end",
    requests: 1,
    make: (abort) => ({
      faults: [{ endless: true }],
      options: { maxResponseBytes: Number.MAX_SAFE_INTEGER },
      meanwhile: async (scene) => {
        await scene.until("an answer begins", ({ requests }) => (requests[0]?.written ?? 0) > 0);
        abort();
      },
    }),
  },
  {
    name: "when it hears that it will be sent again",
    requests: 1,
    make: (abort) => ({
      faults: [{ status: 429, headers: { "retry-after": "60" } }],
      options: { maxRetryAfterMs: 60_000, onRetry: abort },
    }),
  },
  {
    name: "while it sleeps between two attempts",
    requests: 1,
    make: (abort) => ({
      faults: [{ status: 429, headers: { "retry-after": "60" } }],
      options: { maxRetryAfterMs: 60_000, onRetry: () => setTimeout(abort, 50) },
    }),
  },
  {
    name: "while it waits for its turn under a rate limit",
    requests: 1,
    make: (abort) => ({
      faults: [{ status: 429 }],
      options: {
        plan: { requestsPerMinute: 1 },
        onRateLimit(/** @type {{ reason: string }} */ { reason }) {
          if (reason === "paced") setTimeout(abort, 50);
        },
      },
    }),
  },
  {
    name: "in the second attempt",
    requests: 2,
    make: (abort) => ({
      faults: [{ status: 429 }, { stall: "headers" }],
      meanwhile: async (scene) => {
        await scene.until("two arrive", ({ requests }) => requests[1]?.complete === true);
        abort();
      },
    }),
  },
];

/** @returns {Case[]} */
export const abortCases = () => [
  ...MOMENTS.map(({ name, requests, make }) => ({
    name: `an abort ${name} rejects with the caller's own reason, and nothing more is sent`,
    async run(/** @type {World} */ world) {
      for (const [what, reason] of REASONS) {
        const controller = new AbortController();
        const attempted = make(() => controller.abort(reason));
        const ended = await call(world, { ...attempted, signal: controller.signal });
        assert.isDefined(ended.thrown, what);
        assert.strictEqual(ended.thrown?.error, reason, what);
        assert.lengthOf(ended.report.requests, requests, what);
      }
    },
  })),
  {
    name: "an abort that gives no reason rejects with an AbortError",
    async run(world) {
      const controller = new AbortController();
      const meanwhile = () => controller.abort();
      const { signal } = controller;
      const ended = await call(world, { faults: [{ stall: "headers" }], meanwhile, signal });
      assert.equal(ended.thrown?.error.name, "AbortError");
    },
  },
  {
    name: "a signal that times out rejects with its TimeoutError",
    async run(world) {
      const signal = AbortSignal.timeout(100);
      const ended = await call(world, { faults: [{ stall: "headers" }], signal });
      assert.equal(ended.thrown?.error.name, "TimeoutError");
      assert.isFalse(world.api.isInteraktError(ended.thrown?.error));
    },
  },
];
