import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, operations } from "interakt-wasm";
import { API_KEY, answer, failureOf, MESSAGE, setGlobal, TWICE_ENCODED_KEY } from "./support.mjs";

const baseUrl = "https://example.com/interakt";

/** @param {import("interakt-wasm").InteraktOptions} [options] */
function recording(options) {
  /** @type {Request[]} */
  const requests = [];
  /** @param {Request} request */
  const fetch = async (request) => {
    requests.push(request);
    const { pathname } = new URL(request.url);
    return answer(200, pathname.endsWith("/users/") ? USERS : { result: true, id: "1" });
  };
  return { requests, client: new Interakt({ apiKey: API_KEY, baseUrl, fetch, ...options }) };
}

const USERS = {
  result: true,
  data: { customers: [], total_customers: 0, has_next_page: false },
};

/** @param {Request | undefined} request */
async function told(request) {
  assert.ok(request);
  const { method, url, headers } = request;
  return {
    method,
    url,
    headers: Object.fromEntries(headers),
    body: (await request.text()) || null,
  };
}

/** Inputs of each kind of request: the input is its body, part of it, or none of it. */
const INPUTS = /** @type {const} */ ({
  sendMessage: [MESSAGE, { ...MESSAGE, data: { message: 'ü "\u2028' } }],
  trackUser: [
    { userId: "1", traits: { name: "A", n: 1e21, m: -0 } },
    { userId: "2", traits: { date: new Date(0), list: [1.5, null, true] } },
  ],
  listUsers: [
    { filters: [{ trait: "a", op: "eq", val: "b" }], limit: 1 },
    { filters: [{ trait: "a", op: "eq", val: "c" }], offset: 2 },
  ],
});

test("the first request of a client and the next are as they are built alone", async () => {
  const settings = { apiKey: API_KEY, baseUrl };
  for (const [name, [first, second]] of Object.entries(INPUTS)) {
    const operation = operations.find((operation) => operation.name === name);
    const { requests, client } = recording();
    const call = /** @type {any} */ (client)[name].bind(client);
    for (const input of [first, second, first]) {
      await call(input).catch(() => {});
      const { method, url, headers, body } = /** @type {any} */ (operation).build(input, settings);
      assert.deepEqual(await told(requests.at(-1)), { method, url, headers, body });
    }
    await call(second, { headers: { "X-A": "1" } }).catch(() => {});
    assert.equal(requests.at(-1)?.headers.get("x-a"), "1");
    await call(second).catch(() => {});
    assert.equal(requests.at(-1)?.headers.has("x-a"), false);
    assert.equal(requests.length, 5);
  }
});

test("what is wrong with an input is told of each, and nothing of it is sent", async () => {
  const { requests, client } = recording({ headers: { a: "b" } });
  /** @type {any} */
  const bad = { ...MESSAGE, phoneNumber: 7, data: {} };
  const failures = [];
  for (const input of [bad, MESSAGE, bad]) {
    const sent = client.sendMessage(input);
    failures.push(input === MESSAGE ? await sent : await failureOf(sent));
  }
  const [before, , after] = /** @type {any[]} */ (failures);
  assert.equal(before.issues.length, 2);
  assert.deepEqual(JSON.parse(JSON.stringify(after)), JSON.parse(JSON.stringify(before)));
  assert.equal(requests.length, 1);
});

test("a client with a key that was encoded twice sends, and says so once", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const { requests, client } = recording({ apiKey: TWICE_ENCODED_KEY });
  for (const _ of [1, 2]) await client.sendMessage(MESSAGE);
  assert.deepEqual([requests.length, warn.mock.callCount()], [2, 1]);
});

test("a key with half a character is no missing key", async () => {
  const failure = await failureOf(() => new Interakt({ apiKey: "c2Vj\ud800", baseUrl }));
  assert.equal(failure.code, "api_key_invalid");
});

test("a runtime that refuses a request is told of", async (t) => {
  const { requests, client } = recording();
  setGlobal(
    t,
    "Request",
    class {
      constructor() {
        throw new TypeError(`no request with ${API_KEY}`);
      }
    },
  );
  const failure = await failureOf(client.sendMessage(MESSAGE));
  const { name, code, operation, outcome, cause } = failure;
  assert.deepEqual(
    { name, code, operation, outcome, cause },
    {
      ...{ name: "ConfigurationError", code: "request_invalid", operation: "sendMessage" },
      ...{ outcome: "not_sent", cause: undefined },
    },
  );
  assert.equal(requests.length, 0);
});

test("a success that this engine cannot read is of unknown fate", async (t) => {
  const { client } = recording();
  const { parse } = JSON;
  t.mock.method(JSON, "parse", (/** @type {string} */ text) => {
    if (text.startsWith('{"result":true')) throw new RangeError("too deep");
    return parse(text);
  });
  const { code, outcome } = await failureOf(client.sendMessage(MESSAGE));
  assert.deepEqual([code, outcome], ["invalid_response", "unknown"]);
});
