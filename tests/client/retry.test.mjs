import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, isApiError, isConnectionError, isTimeoutError } from "interakt-wasm";
import { API_KEY, answer, failureOf, MESSAGE, unhandledIn } from "./support.mjs";

const SENT = { result: true, message: "Message queued", id: "m-1" };
const USER = { userId: "user-42" };

/** What a fetch does with one request. @typedef {() => unknown} Play */

/** @type {Play} */
const succeed = () => answer(200, SENT);
/** @type {Play} */
const reset = () => Promise.reject(new TypeError("fetch failed"));
/** @type {Play} */
const hang = () => new Promise(() => {});
/**
 * @param {number} status
 * @param {HeadersInit} [headers]
 * @returns {Play}
 */
const fail = (status, headers) => () => answer(status, "", headers);
const refuse = fail(429, { "retry-after": "1" });

/**
 * A client whose fetch plays one after the other, and counts. Waits are cut short.
 *
 * @param {Play[]} plays The last one goes on for ever.
 * @param {object} [options]
 */
function clientOf(plays, options) {
  /** @type {Request[]} */
  const requests = [];
  const interakt = new Interakt({
    apiKey: API_KEY,
    maxRetryAfterMs: 1,
    fetch: /** @type {any} */ (
      (/** @type {Request} */ request) => {
        requests.push(request);
        return (plays[requests.length - 1] ?? plays.at(-1) ?? succeed)();
      }
    ),
    ...options,
  });
  return { interakt, requests };
}

/**
 * Mocks the timers, and lets them go off at once; gives the milliseconds that were asked for.
 *
 * @param {import("node:test").TestContext} t
 */
function recordWaits(t) {
  const real = globalThis.setTimeout;
  /** @type {number[]} */
  const waits = [];
  t.mock.method(
    globalThis,
    "setTimeout",
    (/** @type {() => void} */ work, /** @type {number} */ ms) => {
      // The time limit of an attempt is no wait.
      if (ms === 30_000) return real(work, ms);
      waits.push(ms);
      return real(work, 0);
    },
  );
  return waits;
}

test("a message that Interakt refused for its rate goes out again", async () => {
  const { interakt, requests } = clientOf([refuse, refuse, succeed]);
  assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
  assert.equal(requests.length, 3);
  const bodies = await Promise.all(requests.map((request) => request.text()));
  assert.deepEqual(bodies, Array(3).fill(JSON.stringify(MESSAGE)));
});

test("a 503 that says when to come back does not say that nothing was done", async () => {
  const message = clientOf([fail(503, { "retry-after": "1" }), succeed]);
  const error = await failureOf(message.interakt.sendMessage(MESSAGE));
  assert.deepEqual([error.code, error.outcome], ["server_error", "unknown"]);
  assert.equal(message.requests.length, 1);
  const read = clientOf([fail(503, { "retry-after": "1" }), succeed]);
  assert.deepEqual(await read.interakt.trackUser(USER), SENT);
  assert.equal(read.requests.length, 2);
});

test("a message of unknown fate never goes out again", async () => {
  for (const play of [reset, hang, fail(500), fail(502), fail(503), () => answer(200, "<html>")]) {
    const { interakt, requests } = clientOf([play, succeed]);
    const error = await failureOf(interakt.sendMessage(MESSAGE, { timeoutMs: 20 }));
    assert.equal(error.outcome, "unknown");
    assert.equal(error.attempts, 1);
    assert.match(error.message, /Interakt may have carried it out anyway/);
    assert.equal(requests.length, 1);
  }
});

test("a message of unknown fate goes out again when the caller takes the risk", async () => {
  for (const play of [reset, hang, fail(500)]) {
    const { interakt, requests } = clientOf([play, succeed], { timeoutMs: 20 });
    const options = { retryUnknownOutcome: true };
    assert.deepEqual(await interakt.sendMessage(MESSAGE, options), SENT);
    assert.equal(requests.length, 2);
  }
});

test("reads and trackUser go out again after an unknown fate", async () => {
  for (const play of [reset, hang, fail(500)]) {
    const { interakt, requests } = clientOf([play, play, succeed], { timeoutMs: 20 });
    await interakt.trackUser(USER);
    assert.equal(requests.length, 3);
  }
});

test("a refusal after an unknown fate leaves it unknown", async () => {
  for (const last of [fail(400), refuse]) {
    const { interakt, requests } = clientOf([reset, last], { retryUnknownOutcome: true });
    const error = await failureOf(interakt.sendMessage(MESSAGE));
    assert.ok(isApiError(error));
    assert.equal(error.outcome, "unknown");
    assert.equal(error.attempts, requests.length);
    assert.match(error.message, /Interakt may have carried it out anyway/);
  }
});

test("the last failure is what is thrown when the retries are used up", async () => {
  const { interakt, requests } = clientOf([refuse]);
  const error = await failureOf(interakt.sendMessage(MESSAGE));
  assert.deepEqual([error.name, error.attempts], ["RateLimitError", 3]);
  assert.equal(error.outcome, "refused");
  assert.equal(requests.length, 3);
});

test("the number of retries can be said for the client and for a call", async () => {
  for (const [ofClient, ofCall, attempts] of [
    [0, undefined, 1],
    [1, undefined, 2],
    [0, 4, 5],
    [5, 0, 1],
  ]) {
    const { interakt, requests } = clientOf([refuse], { maxRetries: ofClient });
    const error = await failureOf(interakt.sendMessage(MESSAGE, { maxRetries: ofCall }));
    assert.equal(error.attempts, attempts);
    assert.equal(requests.length, attempts);
  }
});

test("Retry-After is honoured in seconds and as a date, up to the cap", async (t) => {
  const waits = recordWaits(t);
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
  for (const [retryAfter, atLeast, atMost] of /** @type {[string, number, number][]} */ ([
    ["7", 7000, 7000],
    [inAnHour, 3_590_000, 3_600_000],
    ["31536000", 86_400_000, 86_400_000],
    ["soon", 0, 500],
  ])) {
    const { interakt } = clientOf([fail(429, { "retry-after": retryAfter }), succeed], {
      maxRetryAfterMs: 86_400_000,
    });
    waits.length = 0;
    await interakt.sendMessage(MESSAGE);
    assert.equal(waits.length, 1);
    const [wait = -1] = waits;
    assert.ok(wait >= atLeast && wait <= atMost, `${retryAfter}: ${wait}`);
  }
});

test("a wait is at most a minute unless the caller says otherwise", async (t) => {
  const waits = recordWaits(t);
  const year = fail(429, { "retry-after": "31536000" });
  const { interakt } = clientOf([year, succeed], { maxRetryAfterMs: undefined });
  await interakt.sendMessage(MESSAGE);
  assert.deepEqual(waits, [60_000]);
});

test("the wait without Retry-After is random, below a bound that doubles", async (t) => {
  const waits = recordWaits(t);
  const options = { maxRetries: 7, maxRetryAfterMs: 60_000 };
  for (const [random, expected] of /** @type {[number, number[]][]} */ ([
    [0, [0, 0, 0, 0, 0, 0, 0]],
    [0.5, [250, 500, 1000, 2000, 4000, 4000, 4000]],
  ])) {
    const mock = t.mock.method(Math, "random", () => random);
    waits.length = 0;
    await failureOf(clientOf([reset], options).interakt.trackUser(USER));
    assert.deepEqual(waits, expected);
    mock.mock.restore();
  }
});

test("a retry that would come too late is not waited for", async () => {
  const { interakt, requests } = clientOf([fail(429, { "retry-after": "60" })], {
    maxRetryAfterMs: 60_000,
    totalTimeoutMs: 30_000,
  });
  const error = await failureOf(interakt.sendMessage(MESSAGE));
  assert.deepEqual([error.code, error.retryAfterMs], ["rate_limited", 60_000]);
  assert.equal(requests.length, 1);
});

test("the total time limit ends an attempt, and says that the fate is unknown", async () => {
  const { interakt, requests } = clientOf([refuse, hang]);
  const error = await failureOf(interakt.sendMessage(MESSAGE, { totalTimeoutMs: 50 }));
  assert.ok(isTimeoutError(error));
  assert.deepEqual([error.code, error.outcome, error.attempts], ["total_timeout", "unknown", 2]);
  assert.match(error.message, /^sendMessage got no complete answer when totalTimeoutMs, 50 ms,/);
  assert.equal(requests.length, 2);
  assert.equal(requests[1]?.signal.aborted, true);
});

test("an abort while a call sleeps rejects with the reason, and nothing goes out again", async () => {
  for (const reason of [new Error("enough"), "text", 0, null, { because: 1 }]) {
    const controller = new AbortController();
    const { interakt, requests } = clientOf([fail(429, { "retry-after": "60" }), succeed], {
      maxRetryAfterMs: 60_000,
      onRetry: () => queueMicrotask(() => controller.abort(reason)),
    });
    const call = interakt.sendMessage(MESSAGE, { signal: controller.signal });
    assert.equal(await failureOf(call), reason);
    assert.equal(requests.length, 1);
  }
});

test("an abort that is an error of this package comes back as it is", async () => {
  const reason = await failureOf(clientOf([fail(500)]).interakt.sendMessage(MESSAGE));
  const controller = new AbortController();
  const { interakt, requests } = clientOf([hang, succeed]);
  const call = interakt.trackUser(USER, { signal: controller.signal });
  setImmediate(() => controller.abort(reason));
  assert.equal(await failureOf(call), reason);
  assert.equal(requests.length, 1);
});

test("neither timer nor listener stays behind after retries", async (t) => {
  const set = t.mock.method(globalThis, "setTimeout");
  const cleared = t.mock.method(globalThis, "clearTimeout");
  const fired = new Set();
  const { signal } = new AbortController();
  const added = t.mock.method(signal, "addEventListener");
  const removed = t.mock.method(signal, "removeEventListener");
  const { interakt } = clientOf([refuse, reset, succeed], { onRetry: () => fired.add(1) });
  await interakt.trackUser(USER, { signal });
  assert.equal(fired.size, 1);
  // Three attempts' limits; and the two waits, although they went off.
  const ids = new Set(cleared.mock.calls.map((call) => call.arguments[0]));
  const left = set.mock.calls.filter(({ result }) => !ids.has(result));
  assert.equal(set.mock.callCount(), 5);
  assert.equal(left.length, 0);
  assert.ok(added.mock.callCount() > 0);
  assert.equal(removed.mock.callCount(), added.mock.callCount());
});

test("withResponse gives the answer and how it came", async () => {
  const { interakt } = clientOf([refuse, () => answer(201, SENT, { "x-request-id": "r-1" })]);
  const { data, response } = await interakt.sendMessage(MESSAGE).withResponse();
  assert.deepEqual(data, SENT);
  assert.deepEqual([response.status, response.attempts], [201, 2]);
  assert.equal(response.headers.get("x-request-id"), "r-1");
  assert.equal(typeof response.durationMs, "number");
});

test("withResponse rejects as the call does, and nothing is left unhandled", async (t) => {
  const unhandled = unhandledIn(t);
  const { interakt } = clientOf([fail(400)]);
  assert.equal((await failureOf(interakt.sendMessage(MESSAGE).withResponse())).code, "bad_request");
  assert.equal((await failureOf(interakt.sendMessage(MESSAGE))).code, "bad_request");
  const both = interakt.sendMessage(MESSAGE);
  const details = both.withResponse();
  assert.equal(await failureOf(both), await failureOf(details));
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(unhandled, []);
});

test("an answer that is too large is not read to its end", async () => {
  let pulled = 0;
  let cancelled = false;
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1024));
        },
        cancel() {
          cancelled = true;
          return Promise.reject(new Error("the source does not want to stop"));
        },
      }),
    );
  const { interakt, requests } = clientOf([endless], { maxResponseBytes: 10_000 });
  const error = await failureOf(interakt.sendMessage(MESSAGE));
  assert.deepEqual([error.code, error.outcome], ["response_too_large", "unknown"]);
  assert.equal(requests.length, 1);
  assert.ok(pulled <= 12, String(pulled));
  assert.equal(cancelled, true);
});

test("an answer of exactly the allowed size is read", async () => {
  const text = JSON.stringify(SENT);
  const bytes = new TextEncoder().encode(text).buffer;
  const mocks = [
    () => answer(200, text),
    () => ({ status: 200, arrayBuffer: async () => bytes }),
    () => ({ status: 200, text: async () => text }),
  ];
  for (const mock of mocks) {
    const fits = clientOf([mock], { maxResponseBytes: text.length }).interakt;
    assert.deepEqual(await fits.sendMessage(MESSAGE), SENT);
    const tight = clientOf([mock], { maxResponseBytes: text.length - 1 }).interakt;
    assert.equal((await failureOf(tight.sendMessage(MESSAGE))).code, "response_too_large");
  }
});

test("a setting that cannot work says what it must be", async () => {
  for (const [options, message] of /** @type {[object, RegExp][]} */ ([
    [{ maxRetries: -1 }, /^maxRetries must be a whole number, 0 or more\.$/],
    [{ maxRetries: 1.5 }, /^maxRetries must be/],
    [{ maxRetries: "2" }, /^maxRetries must be/],
    [{ maxRetryAfterMs: Number.NaN }, /^maxRetryAfterMs must be a number of milliseconds, 0 or mo/],
    [{ timeoutMs: 0 }, /^timeoutMs must be a number of milliseconds above 0, or Infinity for no l/],
    [{ totalTimeoutMs: -1 }, /^totalTimeoutMs must be a number of milliseconds above 0/],
    [{ maxResponseBytes: 0 }, /^maxResponseBytes must be a number of bytes above 0/],
    [{ retryUnknownOutcome: 1 }, /^retryUnknownOutcome must be true or false\.$/],
  ])) {
    const { interakt, requests } = clientOf([succeed]);
    const error = await failureOf(() => clientOf([succeed], options));
    assert.deepEqual([error.name, error.code], ["ConfigurationError", "option_invalid"]);
    assert.match(error.message, message);
    const atCall = await failureOf(interakt.sendMessage(MESSAGE, options));
    assert.equal(atCall.message, error.message);
    assert.equal(requests.length, 0);
  }
});

test("a fetch that ignores its signal changes nothing after the call is over", async () => {
  /** @type {((value: unknown) => void)[]} */
  const late = [];
  const { interakt, requests } = clientOf([() => new Promise((resolve) => late.push(resolve))]);
  const controller = new AbortController();
  const call = interakt.trackUser(USER, { signal: controller.signal });
  while (late.length === 0) await new Promise((resolve) => setImmediate(resolve));
  controller.abort("enough");
  assert.equal(await failureOf(call), "enough");
  for (const resolve of late) resolve(answer(500, ""));
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(requests.length, 1);
});

test("a broken connection of a read is a ConnectionError with the number of attempts", async () => {
  const { interakt, requests } = clientOf([reset]);
  const error = await failureOf(interakt.getUserById({ userId: "user-42" }));
  assert.ok(isConnectionError(error));
  assert.deepEqual([error.attempts, requests.length], [3, 3]);
  assert.deepEqual(error.toJSON().attempts, 3);
});
