/**
 * A connection that served one request already may be gone when it gets the next, and then
 * some runtimes send that again by themselves, unseen by the client. Here stands which do, and
 * that the client keeps Deno from doing so with messages.
 */
import { assert } from "chai";
import { API_KEY } from "../keys.mjs";
import { pause } from "../remote.mjs";
import { SUCCESS } from "../ways.mjs";
import { assertFailed, assertSucceeded, call, INPUTS } from "../world.mjs";

/** @typedef {import("../perform.mjs").Fault} Fault */
/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").RuntimeName} RuntimeName */
/** @typedef {import("../world.mjs").World} World */

/** @type {Record<RuntimeName, string[]>} */
const SENT_AGAIN_BY_ITSELF = {
  Node: [],
  workerd: [],
  Bun: ["getUserById"],
  Deno: ["getUserById"],
  Chromium: ["getUserById", "sendMessage"],
};

/** Where messages never go over a connection that was kept: the client sees to that. */
const ONLY_FRESH = ["Deno"];

/** @type {[name: string, fault: Fault][]} */
const ENDS = [
  ["reset", { reset: "read" }],
  ["closed", { hangUp: true }],
];

/**
 * An answer that has begun, or a client that has had enough: these leave nothing to guess.
 * @type {[name: string, fault: Fault][]}
 */
const CLEAR_ENDS = [
  ["reset in the middle of the answer", { reset: "answering", body: SUCCESS }],
  ["given up", { stall: "headers" }],
];

/** A runtime may take a moment until it uses a connection again. */
const MOST_TRIES = 10;

/**
 * Makes two calls, a read and then another on the connection of the first, which then ends
 * without an answer.
 * @param {World} world
 * @param {string} operation the second call's
 * @param {Fault} end
 */
async function callTwice({ api, remote, runtime }, operation, end) {
  const isFresh = operation === "sendMessage" && ONLY_FRESH.includes(runtime);
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const fine = { keepAlive: /** @type {const} */ (true), body: SUCCESS };
    const scene = await remote.play([fine, end, fine]);
    const client = new api.Interakt({
      apiKey: API_KEY,
      baseUrl: scene.baseUrl,
      headers: scene.headers,
      dangerouslyAllowBrowser: true,
      maxRetries: 0,
      timeoutMs: 1000,
    });
    await client.getUserById(INPUTS.getUserById);
    await pause(20 * attempt);
    const succeeded = await client[operation](INPUTS[operation]).then(
      () => true,
      () => false,
    );
    // What a runtime sends again it sends at once.
    await pause(100);
    const [first, second, ...more] = (await scene.report()).requests;
    const isReused = first?.connection === second?.connection;
    if (isReused !== isFresh) return { succeeded, more };
    assert.isFalse(isFresh, "a message went over a connection that was kept");
  }
  throw new Error(`after ${MOST_TRIES} tries no connection was used again`);
}

/**
 * Which send again what is answered with 421: "this connection is not the right one", by which the
 * server says that it did nothing.
 *
 * @type {Record<RuntimeName, string[]>}
 */
const SENT_AGAIN_AFTER_421 = {
  Node: ["getUserById", "sendMessage"],
  workerd: [],
  Bun: [],
  Deno: [],
  Chromium: ["getUserById", "sendMessage"],
};

/** @returns {Case[]} */
export const reuseCases = () => [
  ...["sendMessage", "getUserById"].map((operation) => ({
    name: `a 421: whether the runtime sends ${operation} again is known`,
    async run(/** @type {World} */ world) {
      const faults = [{ status: 421 }, { body: SUCCESS }];
      const ended = await call(world, { operation, faults, options: { maxRetries: 0 } });
      const isSentAgain = SENT_AGAIN_AFTER_421[world.runtime].includes(operation);
      assert.lengthOf(ended.report.requests, isSentAgain ? 2 : 1);
      if (isSentAgain) assertSucceeded(ended, 1);
      else assertFailed(world, ended, "ApiError", { code: "bad_request", outcome: "refused" });
    },
  })),
  ...ENDS.flatMap(([name, end]) =>
    ["sendMessage", "getUserById"].map((operation) => ({
      name: `a reused connection that is ${name}: whether the runtime sends ${operation} again is known`,
      async run(/** @type {World} */ world) {
        const { succeeded, more } = await callTwice(world, operation, end);
        const isSentAgain = SENT_AGAIN_BY_ITSELF[world.runtime].includes(operation);
        assert.lengthOf(more, isSentAgain ? 1 : 0, "what the runtime sent by itself");
        assert.equal(succeeded, isSentAgain);
      },
    })),
  ),
  ...CLEAR_ENDS.map(([name, end]) => ({
    name: `a reused connection that is ${name}: no runtime sends sendMessage again`,
    async run(/** @type {World} */ world) {
      const { succeeded, more } = await callTwice(world, "sendMessage", end);
      assert.deepEqual({ succeeded, more }, { succeeded: false, more: [] });
    },
  })),
];
