/** What each failure of a message says of its row, of the campaign and of the account. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createSimulator } from "interakt-wasm/simulator";
import { createDesk, rowAt } from "./consumer-support.mjs";

/** @param {number} status @param {unknown} body @param {HeadersInit} [headers] */
const answer = (status, body, headers) => async () =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

const said = (/** @type {string} */ message) => ({ result: false, message });

/**
 * @typedef {object} Case
 * @property {() => Promise<Response>} fetch
 * @property {string} fate
 * @property {string} [code]
 * @property {string[]} [asked] What else is asked.
 * @property {number} [delayMs]
 */

/** @type {Record<string, Case>} */
const CASES = {
  "an invalid number": {
    fetch: answer(400, said("phone number & country code provided is invalid")),
    ...{ fate: "refused", code: "invalid_phone" },
  },
  "a closed window": {
    fetch: answer(400, said("Customer has not messaged within last 24 hours")),
    ...{ fate: "refused", code: "window_closed" },
  },
  "a template that is not there": {
    fetch: answer(400, said("No approved template found with name 'x'")),
    ...{ fate: "refused", code: "template_not_found" },
  },
  "a success that says it is none": {
    fetch: answer(200, said("no")),
    ...{ fate: "refused", code: "rejected" },
  },
  "too many requests": {
    fetch: answer(429, "", { "retry-after": "7" }),
    ...{ fate: "back", asked: ["pause account 7000"], delayMs: 7_000 },
  },
  "too many requests, for nobody knows how long": {
    fetch: answer(429, ""),
    ...{ fate: "back", asked: ["pause account 20000"], delayMs: 20_000 },
  },
  "a wrong key": {
    fetch: answer(401, said("no")),
    ...{ fate: "back", asked: ["pause campaign account"] },
  },
  "a plan without an API": {
    fetch: answer(403, said("no")),
    ...{ fate: "back", asked: ["pause campaign account"] },
  },
  "a wrong address": {
    fetch: answer(404, "<html>not found</html>"),
    ...{ fate: "back", asked: ["pause campaign account"] },
  },
  "a server's own trouble": {
    fetch: answer(500, "<html>oops</html>"),
    ...{ fate: "unknown", code: "server_error" },
  },
  "a server that asks to come back": {
    fetch: answer(503, "", { "retry-after": "5" }),
    ...{ fate: "unknown", code: "server_error" },
  },
  "an answer that nobody can read": {
    fetch: answer(200, "{"),
    ...{ fate: "unknown", code: "invalid_response" },
  },
  "a broken connection": {
    fetch: () => Promise.reject(new TypeError("fetch failed")),
    ...{ fate: "unknown", code: "connection_failed" },
  },
};

for (const [name, { fetch, fate, code, asked = [], delayMs = 0 }] of Object.entries(CASES)) {
  test(`${name}: ${fate}`, async () => {
    const desk = createDesk({ fetch });
    const work = await desk.work();
    assert.deepEqual(desk.asked, ["admit 0", "leave 0", "send 0", ...asked, `settle 0 ${fate}`]);
    assert.equal(work.delayMs, delayMs);
    const [settled] = desk.settled;
    assert.equal(settled.code, code);
    assert.equal(typeof settled.message, code === undefined ? "undefined" : "string");
  });
}

test("an answer that never comes is unknown when its time is up", async () => {
  const desk = createDesk({
    options: { timeoutMs: 50 },
    fetch: (request) =>
      new Promise((_, reject) => {
        request.signal.addEventListener("abort", () => reject(request.signal.reason));
      }),
  });
  // This one waits in real time, as the client does.
  await desk.consumer.work("diwali");
  assert.deepEqual(
    desk.settled.map(({ fate, code }) => ({ fate, code })),
    [{ fate: "unknown", code: "timeout" }],
  );
});

test("an input that Interakt would refuse is refused before it leaves", async () => {
  const desk = createDesk();
  desk.ledger.claim = async () => ({
    status: "running",
    operation: "sendMessage",
    rows: [{ ...rowAt(0), input: { fullPhoneNumber: "1", type: "Text", data: {} } }],
    waitMs: null,
  });
  await desk.work();
  assert.deepEqual(desk.asked, ["admit 0", "leave 0", "settle 0 refused"]);
  assert.equal(desk.settled[0].code, "invalid_input");
});

test("an error that is none of the client's leaves the message unknown", async () => {
  const client = { sendMessage: () => Promise.reject(new Error("boom")) };
  const desk = createDesk({ options: { client } });
  await desk.work();
  assert.deepEqual(
    desk.settled.map(({ fate, code }) => ({ fate, code })),
    [{ fate: "unknown", code: "unexpected" }],
  );
});

test("of many that are refused for the key, none is lost and the campaign is paused once", async () => {
  const fetch = createSimulator({ apiKey: "YW5vdGhlcjo=" });
  const desk = createDesk({ rows: 60, fetch });
  await desk.work();
  assert.equal(desk.asked.filter((what) => what.startsWith("pause")).length, 1);
  assert.deepEqual(new Set(desk.settled.map(({ fate }) => fate)), new Set(["back"]));
  assert.equal(desk.settled.length, 60);
  assert.ok(fetch.requests.length <= 10, "only what was under way was sent");
  assert.equal(desk.errors.length, 1);
  assert.doesNotMatch(String(desk.errors[0]), /dGVzdC1rZXk6|919800000000/);
});

test("with retryUnknownOutcome the unknown comes again, later each time", async () => {
  const delays = [];
  for (const attempts of [0, 1, 2, 9]) {
    const desk = createDesk({
      options: { retryUnknownOutcome: true },
      fetch: answer(500, ""),
    });
    const { claim } = desk.ledger;
    desk.ledger.claim = async (/** @type {any} */ options) => {
      const given = await claim(options);
      return {
        ...given,
        rows: given.rows.map((/** @type {object} */ row) => ({ ...row, attempts })),
      };
    };
    await desk.work();
    delays.push(desk.settled[0].delayMs);
    assert.equal(desk.settled[0].fate, "again");
    assert.equal(desk.settled[0].unknown, true);
  }
  assert.deepEqual(delays, [5_000, 10_000, 20_000, 300_000]);
});

test("RCS is sent as RCS", async () => {
  /** @type {unknown[]} */
  const sent = [];
  const client = {
    sendMessage: () => assert.fail(),
    sendRcs: async (/** @type {unknown[]} */ ...given) => {
      sent.push(given);
      return { id: "r-1" };
    },
  };
  const desk = createDesk({ options: { client, timeoutMs: 9_000 } });
  const { claim } = desk.ledger;
  desk.ledger.claim = async (/** @type {any} */ options) => ({
    ...(await claim(options)),
    operation: "sendRcs",
  });
  await desk.work();
  assert.deepEqual(sent, [[rowAt(0).input, { maxRetries: 0, timeoutMs: 9_000 }]]);
  assert.deepEqual(desk.settled, [{ index: 0, fate: "sent", messageId: "r-1" }]);
});
