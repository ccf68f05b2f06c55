/** What every case works with. Runs in every runtime that the suite runs in. */
import { assert } from "chai";
import { API_KEY } from "./keys.mjs";
import { leaksOf } from "./leaks.mjs";

/** @typedef {import("./perform.mjs").Fault} Fault */
/** @typedef {import("./server.mjs").Report} Report */
/** @typedef {"Node" | "Deno" | "Bun" | "workerd" | "Chromium"} RuntimeName */

/**
 * @typedef {object} World
 * @property {any} api the package's exports
 * @property {RuntimeName} runtime
 * @property {import("./remote.mjs").Remote} remote the fault server
 * @property {(value: unknown) => string} [inspect] how the runtime's console shows values
 */

/**
 * @typedef {object} Case
 * @property {string} name a sentence
 * @property {Partial<Record<RuntimeName, string>>} [skip] why a runtime cannot run it
 * @property {(world: World) => Promise<void>} run rejects when it does not hold
 */

/** @type {Record<string, unknown>} */
export const INPUTS = {
  // The same again would be a second message.
  sendMessage: {
    countryCode: "+91",
    phoneNumber: "9876543210",
    type: "Text",
    data: { message: "Your tea leaves the warehouse today." },
  },
  // The same again changes nothing.
  trackUser: { userId: "customer-0042", traits: { name: "Asha" } },
  getUserById: { userId: "customer-0042" },
};

/**
 * @typedef {object} Attempted
 * @property {Fault[]} faults
 * @property {string} [operation]
 * @property {"closed" | "silent"} [where] instead of at the server
 * @property {object} [options] of the client
 * @property {AbortSignal} [signal]
 * @property {true} [astray] requests may lack the key and go elsewhere: the case's own `fetch`
 *   sees to that
 * @property {(scene: import("./remote.mjs").Scene) => unknown} [meanwhile] runs once the call
 *   has begun
 */

/**
 * @typedef {object} Ended how a call ended. Only one of the first two is there
 * @property {{ data: any, response: any }} [value]
 * @property {{ error: any }} [thrown]
 * @property {Report} report
 * @property {[hook: string, event: any][]} events what the hooks were told
 */

/**
 * Makes one call, and checks what is true of every call: nothing of it stays open, each of its
 * requests has the key and goes where it should, and nobody gets to see the key.
 * @param {World} world
 * @param {Attempted} attempted
 * @returns {Promise<Ended>}
 */
export async function call(world, { operation = "sendMessage", faults, where, ...rest }) {
  const scene = await world.remote.play(faults, where);
  const overheard = listenToConsole();
  /** @type {[string, any][]} */
  const events = [];
  try {
    const client = clientOf(world, scene, events, rest.options);
    const settings = { headers: scene.headers, signal: rest.signal };
    const promise = client[operation](INPUTS[operation], settings).withResponse();
    const ended = promise.then(
      (/** @type {any} */ value) => ({ value }),
      (/** @type {unknown} */ error) => ({ thrown: { error } }),
    );
    await rest.meanwhile?.(scene);
    const result = await ended;
    const report = await scene.until("every connection is closed", ({ open }) => open === 0);
    if (!rest.astray) {
      for (const request of report.requests) {
        assert.equal(request.authorization, `Basic ${API_KEY}`);
      }
      assert.equal(report.elsewhere, 0, "requests that followed a redirect");
    }
    const { thrown } = result;
    assert.deepEqual(leaksOf("error", thrown?.error, world.inspect), [], "the key leaked");
    assert.deepEqual(leaksOf("events", events, world.inspect), [], "the key leaked");
    return { ...result, report, events };
  } finally {
    overheard.stop();
    assert.deepEqual(leaksOf("console", overheard.said), [], "the key was logged");
  }
}

/**
 * @param {World} world
 * @param {import("./remote.mjs").Scene} scene
 * @param {[string, any][]} events
 * @param {object} [options]
 */
function clientOf({ api }, scene, events, options) {
  const hooks = ["onRequest", "onResponse", "onRetry", "onRateLimit"].map((name) => [
    name,
    (/** @type {any} */ event) => events.push([name, event]),
  ]);
  return new api.Interakt({
    apiKey: API_KEY,
    baseUrl: scene.baseUrl,
    dangerouslyAllowBrowser: true, // the suite also runs in a page, with a key that is nobody's
    maxRetries: 2,
    maxRetryAfterMs: 20,
    // A timer of this length that is left behind keeps a process from ending for too long.
    timeoutMs: 60_000,
    ...Object.fromEntries(hooks),
    ...options,
  });
}

const METHODS = /** @type {const} */ (["debug", "log", "info", "warn", "error", "trace"]);

/** Keeps what is written to the console, until it is stopped. */
function listenToConsole() {
  /** @type {unknown[][]} */
  const said = [];
  const before = METHODS.map((method) => /** @type {const} */ ([method, console[method]]));
  for (const method of METHODS) console[method] = (...args) => void said.push(args);
  return {
    said,
    stop() {
      for (const [method, original] of before) console[method] = original;
    },
  };
}

/**
 * Asserts that the call failed, and with what.
 * @param {World} world
 * @param {Ended} ended
 * @param {string} Class
 * @param {Record<string, unknown>} properties
 */
export function assertFailed({ api }, { thrown, value }, Class, properties) {
  if (thrown === undefined) throw new Error(`it succeeded: ${JSON.stringify(value)}`);
  const { error } = thrown;
  if (!(error instanceof api[Class])) throw error;
  const found = Object.keys(properties).map((name) => [name, error[name]]);
  assert.deepEqual(Object.fromEntries(found), properties);
}

/**
 * Asserts that the call succeeded, and after how many attempts.
 * @param {Ended} ended
 * @param {number} attempts
 */
export function assertSucceeded({ thrown, value }, attempts) {
  if (value === undefined) throw thrown?.error;
  assert.equal(value.data.result, true);
  assert.equal(value.response.status, 200);
  assert.equal(value.response.attempts, attempts);
}
