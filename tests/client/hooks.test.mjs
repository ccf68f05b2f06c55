import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt } from "interakt-wasm";
import { API_KEY, answer, failureOf, MESSAGE, setGlobal, TWICE_ENCODED_KEY } from "./support.mjs";

const SENT = { result: true, message: "Message queued", id: "m-1" };
const HOOKS = /** @type {const} */ ([
  ...["onRequest", "onResponse", "onRetry", "onRateLimit", "onWarning"],
]);

/**
 * A client that answers with these in turn, and what its hooks were told.
 *
 * @param {(() => unknown)[]} plays
 * @param {object} [options]
 */
function watched(plays, options) {
  /** @type {[string, any][]} */
  const told = [];
  const hooks = Object.fromEntries(
    HOOKS.map((name) => [name, (/** @type {any} */ event) => void told.push([name, event])]),
  );
  const left = [...plays];
  const fetch = /** @type {any} */ (() => left.shift()?.());
  const interakt = new Interakt({
    apiKey: API_KEY,
    maxRetryAfterMs: 1,
    fetch,
    ...hooks,
    ...options,
  });
  return { interakt, told };
}

test("hooks are told of every attempt, in order", async () => {
  const refusal = () => answer(429, { message: "slow down" }, { "retry-after": "20" });
  const { interakt, told } = watched([refusal, () => answer(200, SENT)]);
  await interakt.sendMessage(MESSAGE);
  const about = { operation: "sendMessage", method: "POST", path: "/v1/public/message/" };
  for (const [, event] of told) {
    if ("durationMs" in event) {
      assert.ok(event.durationMs >= 0);
      event.durationMs = 1;
    }
  }
  assert.deepEqual(told, [
    ["onRequest", { ...about, attempt: 1 }],
    ["onResponse", { ...about, attempt: 1, status: 429, durationMs: 1, retryAfterMs: 20_000 }],
    ["onRateLimit", { ...about, reason: "refused", waitMs: 1 }],
    [
      "onRetry",
      {
        ...about,
        attempt: 1,
        delayMs: 1,
        error: {
          name: "RateLimitError",
          code: "rate_limited",
          message: told[3]?.[1].error.message,
          operation: "sendMessage",
          outcome: "refused",
          attempts: 1,
          status: 429,
          retryAfterMs: 20_000,
        },
      },
    ],
    ["onRequest", { ...about, attempt: 2 }],
    ["onResponse", { ...about, attempt: 2, status: 200, durationMs: 1 }],
  ]);
  assert.match(told[3]?.[1].error.message, /^sendMessage failed with status 429: slow down\./);
});

test("hooks are told nothing of what was sent", async () => {
  const { interakt, told } = watched([
    () => answer(200, { result: true, data: [] }),
    () => answer(200, SENT),
  ]);
  await interakt.getUserByPhone({ phoneNumber: "9876543210" });
  await interakt.sendMessage(MESSAGE);
  const text = JSON.stringify(told);
  assert.match(text, /users\/phone_number\/\{phoneNumber\}/);
  for (const secret of [
    API_KEY,
    "secret-key",
    "9876543210",
    MESSAGE.phoneNumber,
    "no error repeats",
  ]) {
    assert.ok(!text.includes(secret), secret);
  }
});

test("no answer, no onResponse", async () => {
  const { interakt, told } = watched([() => Promise.reject(new Error("reset"))]);
  await failureOf(interakt.sendMessage(MESSAGE));
  assert.deepEqual(
    told.map(([name]) => name),
    ["onRequest"],
  );
});

test("a hook that throws or rejects changes nothing, and is mentioned once", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  for (const hook of [
    () => {
      throw new Error(API_KEY);
    },
    async () => {
      throw API_KEY;
    },
    // biome-ignore lint/suspicious/noThenProperty: what a broken promise looks like
    () => ({ then: (/** @type {any} */ _, /** @type {any} */ reject) => reject(API_KEY) }),
  ]) {
    warn.mock.resetCalls();
    const refusal = () => answer(429, "", { "retry-after": "1" });
    const hooks = Object.fromEntries(HOOKS.map((name) => [name, hook]));
    const { interakt } = watched([refusal, refusal, () => answer(200, SENT)], hooks);
    assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(
      warn.mock.calls.map((call) => call.arguments),
      [["interakt-wasm: onRequest threw an error; the call goes on."]],
    );
  }
});

test("nobody waits for a hook", async () => {
  const { interakt } = watched([() => answer(200, SENT)], {
    onRequest: () => new Promise(() => {}),
  });
  assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
});

test("a hook can end the call before it goes out", async () => {
  const controller = new AbortController();
  let requests = 0;
  const { interakt } = watched(
    [
      () => {
        requests += 1;
        return answer(200, SENT);
      },
    ],
    { onRequest: () => controller.abort("enough") },
  );
  const call = interakt.sendMessage(MESSAGE, { signal: controller.signal });
  assert.equal(await failureOf(call), "enough");
  assert.equal(requests, 0);
});

test("a hook must be a function", async () => {
  for (const name of HOOKS) {
    const error = await failureOf(() => new Interakt({ apiKey: API_KEY, [name]: "log" }));
    assert.deepEqual(
      [error.code, error.message],
      ["option_invalid", `${name} must be a function.`],
    );
  }
});

test("hooks are read once, when the client is made", async () => {
  /** @type {any} */
  const options = { apiKey: API_KEY, fetch: async () => answer(200, SENT) };
  /** @type {string[]} */
  const told = [];
  let reads = 0;
  Object.defineProperty(options, "onRequest", {
    configurable: true,
    get() {
      reads += 1;
      return () => told.push("first");
    },
  });
  const interakt = new Interakt(options);
  Object.defineProperty(options, "onRequest", {
    get() {
      throw new Error("read again");
    },
  });
  assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
  assert.deepEqual([told, reads], [["first"], 1]);
});

test("a console that throws, or none, changes nothing for a call", async (t) => {
  const hooks = Object.fromEntries(
    HOOKS.map((name) => [
      name,
      () => {
        throw new Error("a hook that is not finished");
      },
    ]),
  );
  const broken = {
    warn() {
      throw new Error("no console");
    },
  };
  for (const console of [broken, undefined]) {
    setGlobal(t, "console", console);
    const { interakt } = watched([() => answer(200, SENT)], {
      ...hooks,
      apiKey: TWICE_ENCODED_KEY,
    });
    assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
  }
});
