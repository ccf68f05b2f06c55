/** `sendAll` as the client has it: its calls, its limiter, its retries. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, isRateLimitError } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { drain, indexes, settle, upTo } from "./bulk-support.mjs";
import { API_KEY, failureOf, MESSAGE } from "./support.mjs";

/** @typedef {import("interakt-wasm").BulkPosition} BulkPosition */

/** @param {number} n @returns {import("interakt-wasm").SendMessageInput} */
const messageOf = (n) => ({ ...MESSAGE, callbackData: `message-${n}` });

/** @param {number} count */
const messages = (count) => upTo(count).map(messageOf);

/**
 * @param {object} [options] The client's.
 * @param {Parameters<typeof createSimulator>[0]} [simulated]
 */
function setUp(options, simulated) {
  const simulator = createSimulator({ requestsPerMinute: 1e6, ...simulated });
  const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator, ...options });
  /** The numbers of the messages that arrived, in order. */
  const arrived = () =>
    simulator.requests.map(({ body }) => Number(body.callbackData.replace("message-", "")));
  return { simulator, interakt, arrived };
}

test("the messages of a list are sent, and the ids are those of the answers", async () => {
  const { interakt, arrived } = setUp();
  const { results } = await drain(interakt.sendAll(messages(25)));
  assert.equal(new Set(results.map((result) => "id" in result && result.id)).size, 25);
  assert.ok(results.every(({ status }) => status === "sent"));
  assert.deepEqual(arrived(), upTo(25));
});

test("a message that is invalid, refused or lost stops no other", async () => {
  const { simulator, interakt } = setUp();
  const wrong = /** @type {any} */ ({ ...messageOf(3), phoneNumber: "0999" });
  const list = [...messages(3), wrong, messageOf(4)];
  /** @param {number} n */
  const of =
    (n) =>
    (/** @type {any} */ { body }) =>
      body.callbackData === `message-${n}`;
  simulator.fault({ on: of(0), error: "reset" });
  simulator.fault({ on: of(1), status: 400, body: { result: false, message: "no" } });
  simulator.fault({ on: of(4), status: 500 });
  const run = interakt.sendAll(list);
  const { results } = await drain(run);
  const known = results
    .sort((a, b) => a.index - b.index)
    .map((result) => [result.status, "error" in result && /** @type {any} */ (result.error).code]);
  assert.deepEqual(known, [
    ["unknown", "connection_failed"],
    ["failed", "bad_request"],
    ["sent", false],
    ["invalid", "invalid_input"],
    ["unknown", "server_error"],
  ]);
  const invalid = results[3];
  assert.ok(invalid?.status === "invalid");
  assert.deepEqual(
    invalid.issues.map(({ path }) => path),
    [["phoneNumber"]],
  );
  assert.equal(simulator.requests.length, 4);
});

test("another operation sends its own inputs, and an unknown one is refused at once", async () => {
  const { simulator, interakt } = setUp();
  const users = upTo(3).map((n) => ({ userId: `user-${n}` }));
  const { results } = await drain(interakt.sendAll(users, { operation: "trackUser" }));
  assert.deepEqual(results, [
    { index: 0, status: "sent", warnings: [] },
    { index: 1, status: "sent", warnings: [] },
    { index: 2, status: "sent", warnings: [] },
  ]);
  assert.ok(simulator.requests.every(({ operation }) => operation === "trackUser"));
  for (const operation of /** @type {any[]} */ (["send", "toString", null, 3])) {
    const error = await failureOf(() => interakt.sendAll([], { operation }));
    assert.equal(error.code, "option_invalid");
  }
});

test("options that cannot work are refused at once, those of calls among them", async () => {
  const { interakt } = setUp();
  for (const options of /** @type {any[]} */ ([
    { concurrency: 0 },
    { maxRetries: -1 },
    { timeoutMs: "5" },
    { signal: "stop" },
    { signal: {} },
  ])) {
    assert.equal((await failureOf(() => interakt.sendAll([], options))).code, "option_invalid");
  }
  const error = await failureOf(() => interakt.sendAll(/** @type {any} */ (messageOf(1))));
  assert.equal(error.code, "option_invalid");
});

test("options of a call go for each message, in place of the client's", async () => {
  const { simulator, interakt } = setUp({ maxRetries: 5, headers: { "x-source": "client" } });
  simulator.fault({ status: 429, headers: { "retry-after": "1" }, times: 100 });
  const run = interakt.sendAll(messages(3), { maxRetries: 0, headers: { "x-source": "bulk" } });
  const { results } = await drain(run);
  assert.ok(
    results.every((result) => result.status === "failed" && isRateLimitError(result.error)),
  );
  assert.deepEqual(
    simulator.requests.map(({ headers }) => headers["x-source"]),
    ["bulk", "bulk", "bulk"],
  );
});

test("a message that is refused for now goes out again and is sent once", async () => {
  const { simulator, interakt, arrived } = setUp({ maxRetryAfterMs: 1 });
  simulator.fault({ status: 429, times: 4 });
  const { results } = await drain(interakt.sendAll(messages(12), { concurrency: 4 }));
  assert.ok(results.every(({ status }) => status === "sent"));
  const taken = simulator.requests.filter(({ status }) => status === 201);
  assert.equal(taken.length, 12);
  assert.deepEqual(
    arrived().sort((a, b) => a - b),
    [0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  );
});

test("an abort tells those that wait for their turn from those that have left", async () => {
  // The burst of this plan is one message: the others wait for seconds.
  const { simulator, interakt, arrived } = setUp({ plan: { requestsPerMinute: 20 } });
  simulator.fault({ hang: true, times: 100 });
  const controller = new AbortController();
  const run = interakt.sendAll(messages(50), { concurrency: 6, signal: controller.signal });
  const drained = drain(run);
  while (simulator.requests.length === 0) await settle();
  controller.abort("enough");
  assert.deepEqual(await drained, {
    results: [{ index: 0, status: "unknown", error: "enough", warnings: [] }],
    threw: true,
    error: "enough",
  });
  assert.deepEqual(run.summary.resumeFrom, { index: 6, again: [1, 2, 3, 4, 5], unknown: [] });
  assert.deepEqual(arrived(), [0]);
});

test("leaving the loop lets go of what sleeps after a 429, and the next run sends it", async () => {
  const { simulator, interakt } = setUp();
  const isFirst = (/** @type {any} */ { body }) => body.callbackData === "message-0";
  simulator.fault({ on: isFirst, status: 429, headers: { "retry-after": "50" } });
  const run = interakt.sendAll(messages(20), { concurrency: 3 });
  /** @type {import("interakt-wasm").BulkResult[]} */
  const results = [];
  for await (const result of run) {
    results.push(result);
    if (results.length === 5) break;
  }
  results.push(...run.summary.unreported);
  assert.ok(results.every(({ status }) => status === "sent"));
  const { resumeFrom } = run.summary;
  assert.deepEqual(resumeFrom?.again, [0]);

  const rest = await drain(interakt.sendAll(messages(20), { resumeFrom }));
  assert.deepEqual(
    indexes([...results, ...rest.results]).sort((a, b) => a - b),
    upTo(20),
  );
  assert.equal(simulator.requests.filter(({ status }) => status === 201).length, 20);
});

test("a run that is aborted again and again sends each message once", async () => {
  const { simulator, interakt } = setUp({ maxRetryAfterMs: 2, maxRetries: 40 });
  simulator.fault({ status: 429, times: 40 });
  /** @type {import("interakt-wasm").BulkResult[]} */
  const results = [];
  /** @type {BulkPosition | number} */
  let resumeFrom = 0;
  let runs = 0;
  do {
    const controller = new AbortController();
    const most = runs % 4;
    /** @type {import("interakt-wasm").BulkRun} */
    const run = interakt.sendAll(messages(60), {
      ...{ concurrency: 5, resumeFrom, signal: controller.signal },
      onProgress: ({ done }) => done > most && controller.abort("enough"),
    });
    results.push(...(await drain(run)).results);
    ({ resumeFrom } = run.summary);
    runs += 1;
  } while (resumeFrom.index < 60 || resumeFrom.again.length > 0);
  assert.ok(runs > 5, `${runs} runs`);
  assert.deepEqual(
    indexes(results).sort((a, b) => a - b),
    upTo(60),
  );
  const taken = simulator.requests.filter(({ status }) => status === 201);
  const callbacks = taken.map(({ body }) => body.callbackData);
  assert.equal(new Set(callbacks).size, callbacks.length);
  for (const { index, status } of results) {
    if (status === "sent") assert.ok(callbacks.includes(`message-${index}`));
    else assert.equal(status, "unknown");
  }
});

test("headers that can be read only once go with every message", async () => {
  const { simulator, interakt } = setUp();
  const headers = new Map([["x-campaign", "diwali"]]).entries();
  await drain(interakt.sendAll(messages(3), { headers }));
  assert.deepEqual(
    simulator.requests.map((request) => request.headers["x-campaign"]),
    ["diwali", "diwali", "diwali"],
  );
});
