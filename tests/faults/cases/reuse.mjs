/**
 * A connection that served one request already may be gone when it gets the next, and then
 * some runtimes send that again by themselves, unseen by the client. Here stands which do.
 */
import { assert } from "chai";
import { API_KEY } from "../keys.mjs";
import { pause } from "../remote.mjs";
import { SUCCESS } from "../ways.mjs";
import { INPUTS } from "../world.mjs";

/** @typedef {import("../perform.mjs").Fault} Fault */
/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").RuntimeName} RuntimeName */
/** @typedef {import("../world.mjs").World} World */

/** @type {Record<RuntimeName, string[]>} */
const SENT_AGAIN_BY_ITSELF = {
  Node: [],
  workerd: [],
  Bun: ["getUserById"],
  Deno: ["getUserById", "sendMessage"],
  Chromium: ["getUserById", "sendMessage"],
};

/** @type {[name: string, fault: Fault][]} */
const ENDS = [
  ["reset", { reset: "read" }],
  ["closed", { hangUp: true }],
];

/** A runtime may take a moment until it uses a connection again. */
const MOST_TRIES = 10;

/**
 * Makes two calls, the second on the connection of the first, which then ends without an answer.
 * @param {World} world
 * @param {string} operation
 * @param {Fault} end
 * @param {object} [options]
 */
async function callTwice({ api, remote }, operation, end, options) {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const fine = { keepAlive: /** @type {const} */ (true), body: SUCCESS };
    const scene = await remote.play([fine, end, fine]);
    const client = new api.Interakt({
      apiKey: API_KEY,
      baseUrl: scene.baseUrl,
      headers: scene.headers,
      dangerouslyAllowBrowser: true,
      maxRetries: 0,
      ...options,
    });
    await client[operation](INPUTS[operation]);
    await pause(20 * attempt);
    const succeeded = await client[operation](INPUTS[operation]).then(
      () => true,
      () => false,
    );
    const [first, second, ...more] = (await scene.report()).requests;
    const isReused = first?.connection === second?.connection;
    if (isReused || options) return { succeeded, isReused, more };
  }
  throw new Error(`after ${MOST_TRIES} tries no connection was used again`);
}

/** @returns {Case[]} */
export const reuseCases = () => [
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
  ...ENDS.map(([name, end]) => ({
    name: `a fetch that keeps no connection: sendMessage is sent once where it would be ${name}`,
    skip: {
      Node: "it sends nothing again by itself",
      workerd: "it sends nothing again by itself",
      Bun: "it sends no message again by itself",
      Chromium: "a page cannot say which connection to use",
    },
    async run(/** @type {World} */ world) {
      const { Deno } = /** @type {any} */ (globalThis);
      const client = Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
      const options = {
        fetch: (/** @type {Request} */ request) => fetch(request, /** @type {any} */ ({ client })),
      };
      const { succeeded, isReused, more } = await callTwice(world, "sendMessage", end, options);
      assert.deepEqual(
        { succeeded, isReused, more },
        { succeeded: false, isReused: false, more: [] },
      );
    },
  })),
];
