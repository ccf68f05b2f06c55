/** Warnings about an input that is sent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, sendMessage } from "interakt-wasm";
import { API_KEY, answer, failureOf, MESSAGE, TWICE_ENCODED_KEY } from "./support.mjs";

const SENT = { result: true, id: "m-1" };

/** A template that is sent with a line break in a value, of which WhatsApp warns. */
const DOUBTFUL = /** @type {import("interakt-wasm").SendMessageInput} */ ({
  countryCode: "+91",
  phoneNumber: "9876543210",
  type: "Template",
  template: { name: "order_update", languageCode: "en", bodyValues: ["Asha\nPatil", "b"] },
});

/** @param {import("interakt-wasm").Issue[]} issues */
const placesOf = (issues) => issues.map(({ code, path, severity }) => [code, path, severity]);

const PLACES = [["template.value_whitespace", ["template", "bodyValues", 0], "warning"]];

/**
 * A client, and what `onWarning` was told.
 *
 * @param {object} [options]
 * @param {(() => Response)[]} [plays]
 */
function watched(options, plays = []) {
  /** @type {import("interakt-wasm").WarningEvent[]} */
  const told = [];
  const interakt = new Interakt({
    apiKey: API_KEY,
    maxRetryAfterMs: 1,
    fetch: async () => (plays.shift() ?? (() => answer(200, SENT)))(),
    onWarning: (event) => told.push(event),
    ...options,
  });
  return { interakt, told };
}

test("withResponse has the warnings that validate and build have", async () => {
  const { interakt } = watched();
  const { response } = await interakt.sendMessage(DOUBTFUL).withResponse();
  assert.deepEqual(placesOf(response.warnings), PLACES);
  assert.deepEqual(response.warnings, sendMessage.validate(DOUBTFUL).warnings);
  assert.deepEqual(response.warnings, sendMessage.build(DOUBTFUL).warnings);
});

test("of a message without warnings there are none, and no hook is told", async () => {
  const { interakt, told } = watched();
  const { response } = await interakt.sendMessage(MESSAGE).withResponse();
  assert.deepEqual(response.warnings, []);
  assert.deepEqual(told, []);
});

test("onWarning is told once for a call, before it goes out, and of no value", async () => {
  /** @type {string[]} */
  const order = [];
  const refuse = () => answer(429, "", { "retry-after": "1" });
  const { interakt, told } = watched({ onRequest: () => order.push(`after ${told.length}`) }, [
    refuse,
  ]);
  await interakt.sendMessage(DOUBTFUL);
  assert.deepEqual(order, ["after 1", "after 1"]);
  const [event] = told;
  assert.ok(event && told.length === 1);
  const { warnings, ...about } = event;
  assert.deepEqual(about, {
    operation: "sendMessage",
    method: "POST",
    path: "/v1/public/message/",
  });
  assert.deepEqual(placesOf([...warnings]), PLACES);
  assert.doesNotMatch(JSON.stringify(event), /Asha|Patil|9876543210|c2VjcmV0/);
});

test("onWarning is told of a call that fails, and not of one that is not sent", async () => {
  const { interakt, told } = watched({}, [() => answer(400, {})]);
  assert.equal((await failureOf(interakt.sendMessage(DOUBTFUL))).code, "bad_request");
  assert.equal(told.length, 1);
  const invalid = /** @type {any} */ ({ ...DOUBTFUL, type: "Templat" });
  assert.equal((await failureOf(interakt.sendMessage(invalid))).code, "invalid_input");
  assert.equal(told.length, 1);
});

test("an onWarning that throws or rejects changes nothing, and is mentioned once", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  for (const onWarning of [
    () => {
      throw new Error(API_KEY);
    },
    () => Promise.reject(new Error(API_KEY)),
  ]) {
    warn.mock.resetCalls();
    const { interakt } = watched({ onWarning });
    for (let call = 0; call < 2; call += 1) {
      const { data, response } = await interakt.sendMessage(DOUBTFUL).withResponse();
      assert.deepEqual([data, placesOf(response.warnings)], [SENT, PLACES]);
    }
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(
      warn.mock.calls.map((call) => call.arguments),
      [["interakt-wasm: onWarning threw an error; the call goes on."]],
    );
  }
});

test("every operation tells its warnings", async () => {
  const { interakt, told } = watched({}, [
    () => answer(200, { result: true, data: { customers: [], has_next_page: false } }),
  ]);
  const filters = [{ trait: "created_at_utc", op: "gt", val: "2026-01-01T00:00:00.000Z" }];
  for await (const _ of interakt.iterateUsers({ filters, limit: 101 }))
    assert.fail("none is there");
  assert.deepEqual(
    told.map(({ operation, warnings }) => [operation, warnings.map(({ path }) => path)]),
    [["listUsers", [["limit"]]]],
  );
});

test("a key that was encoded twice is no warning of a message", async (t) => {
  t.mock.method(console, "warn", () => {});
  const { interakt, told } = watched({ apiKey: TWICE_ENCODED_KEY });
  const { response } = await interakt.sendMessage(MESSAGE).withResponse();
  assert.deepEqual([response.warnings, told], [[], []]);
});

test("each result of sendAll has the warnings of its message, whatever became of it", async () => {
  const { interakt, told } = watched({ maxRetries: 0 }, [
    () => answer(200, SENT),
    () => answer(200, SENT),
    () => answer(400, {}),
    () => answer(500, {}),
  ]);
  const invalid = /** @type {any} */ ({ ...DOUBTFUL, callbackData: "a".repeat(600) });
  const messages = [MESSAGE, DOUBTFUL, DOUBTFUL, DOUBTFUL, invalid];
  /** @type {unknown[]} */
  const results = [];
  for await (const result of interakt.sendAll(messages, { concurrency: 1 })) {
    results.push([result.index, result.status, placesOf(result.warnings)]);
  }
  assert.deepEqual(results, [
    [0, "sent", []],
    [1, "sent", PLACES],
    [2, "failed", PLACES],
    [3, "unknown", PLACES],
    [4, "invalid", PLACES],
  ]);
  assert.equal(told.length, 3);
});
