import assert from "node:assert/strict";
import { getEventListeners, setMaxListeners } from "node:events";
import { test } from "node:test";
import { Interakt, isRateLimitError, isTimeoutError, isValidationError } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { createRemote } from "../support/remote.mjs";
import { startServer } from "../support/server.mjs";
import { API_KEY, answer, failureOf, MESSAGE } from "./support.mjs";
import { virtualTime } from "./virtual-time.mjs";

/** @param {unknown} name Told apart by it. */
const message = (name) => ({ ...MESSAGE, callbackData: String(name) });

/** @param {Request} request */
const nameOf = async (request) => (await request.clone().json()).callbackData;

/**
 * A client in virtual time, and when what left.
 *
 * @param {import("node:test").TestContext} t
 * @param {object} [options]
 * @param {(request: Request) => Response | Promise<Response>} [respond]
 */
function paced(t, options, respond = () => answer(200, { result: true, id: "m-1" })) {
  const time = virtualTime(t);
  /** @type {[name: string, second: number][]} */
  const left = [];
  const interakt = new Interakt({
    apiKey: API_KEY,
    plan: { requestsPerMinute: 2 },
    /** @param {Request} request */
    fetch: async (request) => {
      const second = Math.round(time.now() / 100) / 10;
      left.push([await nameOf(request), second]);
      return respond(request);
    },
    ...options,
  });
  /**
   * @param {unknown[]} names
   * @param {import("interakt-wasm").CallOptions} [callOptions]
   */
  const send = (names, callOptions) =>
    names.map((name) => interakt.sendMessage(message(name), callOptions));
  return { time, interakt, left, send };
}

/** At two a minute, one leaves each 30.5 seconds. */
const EACH = 30.5;

test("without a plan everything leaves at once", async (t) => {
  const { time, left, send } = paced(t, { plan: undefined });
  await time.until(Promise.all(send([...Array(50).keys()])));
  assert.equal(left.length, 50);
  assert.equal(time.now(), 0);
});

test("requests leave one after another, in order of their arrival", async (t) => {
  const { time, left, send } = paced(t);
  await time.until(Promise.all(send(["a", "b", "c", "d"])));
  assert.deepEqual(left, [
    ["a", 0],
    ["b", EACH],
    ["c", 2 * EACH],
    ["d", 3 * EACH],
  ]);
  assert.equal(time.timers(), 0);
});

test("each plan keeps what its server counts, with all its messages on their way at once", async (t) => {
  for (const plan of /** @type {const} */ (["growth", "advanced"])) {
    await t.test(plan, async (t) => {
      const perMinute = { growth: 300, advanced: 600 }[plan];
      const time = virtualTime(t);
      const simulator = createSimulator({ plan, now: () => time.now() });
      const interakt = new Interakt({ apiKey: API_KEY, plan, fetch: simulator, maxRetries: 0 });
      const calls = Array.from({ length: 1.3 * perMinute }, (_, index) =>
        interakt.sendMessage(message(index)),
      );
      await time.until(Promise.all(calls));
      const names = simulator.requests.map(({ body }) => /** @type {any} */ (body).callbackData);
      assert.deepEqual(
        names,
        calls.map((_, index) => String(index)),
      );
      // Nor does it let much less out.
      assert.ok(time.now() < 90_000, `it took ${time.now()} ms`);
    });
  }
});

test("each client has a count of its own", async (t) => {
  const { time, left, send } = paced(t);
  const other = new Interakt({
    apiKey: API_KEY,
    plan: { requestsPerMinute: 2 },
    fetch: async () => answer(200, { result: true, id: "m-2" }),
  });
  await time.until(Promise.all([...send(["a"]), other.sendMessage(MESSAGE)]));
  assert.deepEqual([left, time.now()], [[["a", 0]], 0]);
});

test("what is not valid takes nobody's turn", async (t) => {
  const { time, interakt, left, send } = paced(t);
  const wrong = /** @type {any} */ ({ ...MESSAGE, type: "Telegram" });
  assert.ok(isValidationError(await failureOf(interakt.sendMessage(wrong))));
  const aborted = { signal: AbortSignal.abort("before") };
  assert.equal(await failureOf(interakt.sendMessage(MESSAGE, aborted)), "before");
  await time.until(Promise.all(send(["a"])));
  assert.deepEqual(left, [["a", 0]]);
});

test("an abort while waiting rejects with the caller's own reason, and the others move up", async (t) => {
  for (const reason of [new Error("enough"), "text", 0, null, { because: 1 }]) {
    await t.test(String(reason), async (t) => {
      const { time, left, send } = paced(t);
      const controller = new AbortController();
      const first = send(["a", "b"]);
      const [given] = send(["given up"], { signal: controller.signal });
      const last = send(["c", "d"]);
      assert.ok(given);
      await time.pass(10_000);
      const timers = time.timers();
      controller.abort(reason);
      assert.equal(await failureOf(given), reason);
      assert.equal(time.timers(), timers - 1);
      assert.equal(getEventListeners(controller.signal, "abort").length, 0);
      await time.until(Promise.all([...first, ...last]));
      assert.deepEqual(left, [
        ["a", 0],
        ["b", EACH],
        ["c", 2 * EACH],
        ["d", 3 * EACH],
      ]);
      assert.equal(time.timers(), 0);
    });
  }
});

test("everybody may give up at once", async (t) => {
  const { time, left, send } = paced(t);
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const calls = send([...Array(100).keys()], { signal: controller.signal });
  await time.pass(1_000);
  controller.abort("enough");
  const ends = await Promise.allSettled(calls);
  assert.equal(ends.filter(({ status }) => status === "rejected").length, 99);
  assert.equal(time.timers(), 0);
  await time.until(Promise.all(send(["next"])));
  assert.deepEqual(left.at(-1), ["next", EACH]);
});

test("a call whose time is up while it waits was not sent", async (t) => {
  const { time, left, send } = paced(t);
  const [first] = send(["a"]);
  const [late] = send(["late"], { totalTimeoutMs: 5_000 });
  const [next] = send(["b"]);
  assert.ok(late);
  const error = await time.until(failureOf(late));
  assert.equal(Math.round(time.now()), 5_000);
  assert.ok(isTimeoutError(error));
  assert.deepEqual(
    [error.code, error.outcome, error.attempts, error.operation],
    ["total_timeout", "not_sent", 0, "sendMessage"],
  );
  await time.until(Promise.all([first, next]));
  assert.deepEqual(left, [
    ["a", 0],
    ["b", EACH],
  ]);
  assert.equal(time.timers(), 0);
});

test("the time limit of an attempt does not count the waiting before it", async (t) => {
  const { time, left, send } = paced(t);
  await time.until(Promise.all(send(["a", "b"], { timeoutMs: 1_000 })));
  assert.deepEqual(left.at(-1), ["b", EACH]);
});

/**
 * A server that refuses once, and says when to come back.
 *
 * @param {number} [status]
 * @param {string} [seconds]
 */
function refusingOnce(status = 429, seconds = "20") {
  const refuse = [true];
  return () =>
    refuse.pop()
      ? answer(status, { message: "Not now" }, { "retry-after": seconds })
      : answer(200, { result: true, id: "m-1" });
}

test("a call that wants to wait less, or not to come again, shortens nobody's pause", async (t) => {
  for (const options of [
    { maxRetryAfterMs: 10 },
    { maxRetryAfterMs: 0 },
    { maxRetries: 0 },
    { totalTimeoutMs: 5_000 },
  ]) {
    await t.test(JSON.stringify(options), async (t) => {
      const plan = { requestsPerMinute: 60 };
      const { time, left, send } = paced(t, { plan }, refusingOnce());
      const [refused] = send(["refused"], options);
      assert.ok(refused);
      const ended = refused.catch((/** @type {unknown} */ error) => error);
      await time.pass(100);
      const others = send(["b", "c"]);
      await time.until(Promise.all([ended, ...others]));
      const later = left.filter(([name]) => name !== "refused").map(([, second]) => second);
      // Who comes again does so first, and is paced as well.
      const again = left.filter(([name]) => name === "refused").length - 1;
      assert.deepEqual(later, again === 1 ? [21.1, 22.1] : [20, 21.1]);
      assert.equal(again, options.maxRetryAfterMs === undefined ? 0 : 1);
      if (again === 0) assert.ok(isRateLimitError(await ended));
    });
  }
});

test("a call that may wait longer than its client does, and holds up nobody else", async (t) => {
  const plan = { requestsPerMinute: 60 };
  const { time, left, send } = paced(t, { plan, maxRetryAfterMs: 5_000 }, refusingOnce());
  const calls = send(["patient"], { maxRetryAfterMs: 60_000 });
  await time.pass(100);
  await time.until(Promise.all([...calls, ...send(["b"])]));
  assert.deepEqual(left, [
    ["patient", 0],
    ["b", 5],
    ["patient", 20],
  ]);
});

test("a 429 makes everything wait, not only the refused request", async (t) => {
  const { time, left, send } = paced(t, { plan: { requestsPerMinute: 60 } }, refusingOnce());
  const calls = send(["refused"]);
  await time.pass(100);
  calls.push(...send(["b", "c"]));
  await time.pass(100);
  calls.push(...send(["d"]));
  await time.until(Promise.all(calls));
  assert.deepEqual(left, [
    ["refused", 0],
    ["refused", 20],
    ["b", 21.1],
    ["c", 22.1],
    ["d", 23.2],
  ]);
});

test("a 429 that is not tried again makes the others wait all the same", async (t) => {
  const { time, left, send } = paced(t, { plan: { requestsPerMinute: 600 } }, refusingOnce());
  const [refused] = send(["refused"], { maxRetries: 0 });
  assert.ok(refused);
  assert.ok(isRateLimitError(await failureOf(refused)));
  await time.until(Promise.all(send(["b"])));
  assert.deepEqual(left, [
    ["refused", 0],
    ["b", 20],
  ]);
});

test("a request that comes again goes before all that arrived later", async (t) => {
  const { time, left, send } = paced(t, { retryUnknownOutcome: true }, refusingOnce(503, "5"));
  await time.until(Promise.all(send(["again", "b", "c"])));
  assert.deepEqual(left, [
    ["again", 0],
    ["again", EACH],
    ["b", 2 * EACH],
    ["c", 3 * EACH],
  ]);
});

test("onRateLimit is told of each wait once, and of each refusal", async (t) => {
  /** @type {object[]} */
  const events = [];
  const onRateLimit = (/** @type {object} */ event) => events.push(event);
  const { time, send } = paced(t, { onRateLimit }, refusingOnce(429, "40"));
  const operation = {
    operation: "sendMessage",
    method: "POST",
    path: "/v1/public/message/",
  };
  const calls = send(["a"]);
  await time.settle();
  const waits = { ...operation, reason: "paced", waitMs: 40_000 };
  assert.deepEqual(events, [{ ...operation, reason: "refused", waitMs: 40_000 }, waits]);
  await time.until(Promise.all(calls));
  calls.push(...send(["b"]));
  await time.settle();
  assert.equal(events.length, 3);
  await time.until(Promise.all(calls));
  assert.equal(events.length, 3);
});

test("an onRateLimit that throws changes nothing", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const { time, left, send } = paced(t, {
    onRateLimit() {
      throw new Error("a mistake");
    },
  });
  await time.until(Promise.all(send(["a", "b", "c"])));
  assert.equal(left.length, 3);
  assert.equal(warn.mock.callCount(), 1);
});

test("a plan that is none is refused", () => {
  for (const plan of /** @type {any[]} */ ([
    ...["gold", "", "Growth", "enterprise", "toString", "__proto__"],
    ...[0, 300, null, true, [], {}, () => {}],
    ...[0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "300", null, undefined, 60n].map(
      (requestsPerMinute) => ({ requestsPerMinute }),
    ),
  ])) {
    assert.throws(() => new Interakt({ apiKey: API_KEY, plan }), {
      name: "ConfigurationError",
      code: "option_invalid",
      message: 'plan must be "growth", "advanced" or { requestsPerMinute }, a number of 1 or more.',
    });
  }
  for (const plan of /** @type {const} */ ([
    undefined,
    "growth",
    "advanced",
    { requestsPerMinute: 1 },
    { requestsPerMinute: 99.5 },
  ])) {
    assert.ok(new Interakt({ apiKey: API_KEY, plan }));
  }
});

test("with the timers and the network that there are, each message arrives once", async (t) => {
  const server = await startServer();
  t.after(server.close);
  const remote = createRemote(server.url);
  await remote.setup({ plan: "enterprise" });
  const interakt = new Interakt({
    apiKey: API_KEY,
    baseUrl: server.url,
    plan: { requestsPerMinute: 6_000 },
  });
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const names = [...Array(60).keys()];
  const calls = names.map((name) =>
    interakt.sendMessage(message(name), name % 3 === 2 ? { signal: controller.signal } : {}),
  );
  // Three were among the first, which leave at once.
  setTimeout(() => controller.abort("enough"), 50);
  const ends = await Promise.allSettled(calls);
  const arrived = (await remote.requests()).map(({ body }) => Number(body.callbackData));
  assert.equal(new Set(arrived).size, arrived.length);
  assert.ok(arrived.length < names.length, "nobody gave up while it waited");
  for (const [name, end] of ends.entries()) {
    if (end.status === "fulfilled") assert.ok(arrived.includes(name));
    else assert.deepEqual([name % 3, end.reason], [2, "enough"]);
  }
  assert.equal(getEventListeners(controller.signal, "abort").length, 0);
});

test("requests that leave one after another leave in the order of the calls", async () => {
  /** @type {string[]} */
  const left = [];
  const interakt = new Interakt({
    apiKey: API_KEY,
    plan: { requestsPerMinute: 6_000 },
    /** @param {Request} request */
    fetch: (request) => {
      left.push(new URL(request.url).pathname);
      return Promise.resolve(answer(200, { result: true, data: {} }));
    },
  });
  const ids = Array.from({ length: 40 }, (_, index) => `user-${index}`);
  const calls = ids.map((userId) => interakt.getUserById({ userId }));
  await Promise.allSettled(calls);
  assert.deepEqual(
    left.map((path) => path.split("/").findLast((step) => step !== "")),
    ids,
  );
});
