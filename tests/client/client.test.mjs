import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Interakt, isConfigurationError, isValidationError, operations } from "interakt-wasm";
import {
  API_KEY,
  answer,
  failureOf,
  freshCopy,
  MESSAGE,
  setGlobal,
  TWICE_ENCODED_KEY,
  USER_NAME_KEY,
} from "./support.mjs";

/** Records requests and answers each with success. */
function recorder() {
  /** @type {Request[]} */
  const requests = [];
  return {
    requests,
    /** @param {Request} request */
    fetch: async (request) => {
      requests.push(request);
      return answer(200, { result: true, id: "m-1" });
    },
  };
}

/** @param {any} options */
const refusalOf = (options) => failureOf(() => new Interakt(options));

test("a client has a method for each operation, named after it", () => {
  const interakt = new Interakt({ apiKey: API_KEY });
  for (const { name } of operations) {
    assert.equal(typeof interakt[name], "function");
    assert.equal(interakt[name].name, name);
  }
});

test("a client needs a key or a server of one's own", async () => {
  for (const options of [
    undefined,
    {},
    { apiKey: undefined },
    { fetch: async () => answer(200, {}) },
  ]) {
    const error = await refusalOf(options);
    assert.ok(isConfigurationError(error));
    assert.equal(error.code, "api_key_missing");
    assert.match(error.message, /Settings, Developer Setting/);
  }
});

test("without a key no authorization is sent", async () => {
  const { requests, fetch } = recorder();
  await new Interakt({ baseUrl: "https://example.com/interakt/", fetch }).sendMessage(MESSAGE);
  assert.equal(requests[0]?.url, "https://example.com/interakt/v1/public/message/");
  assert.equal(requests[0]?.headers.has("authorization"), false);
});

test("a setting that cannot work is refused when the client is made", async () => {
  for (const [options, code] of /** @type {[object, string][]} */ ([
    [{ apiKey: "" }, "api_key_invalid"],
    [{ apiKey: `Basic ${API_KEY}` }, "api_key_invalid"],
    [{ apiKey: `${API_KEY}\n` }, "api_key_invalid"],
    [{ apiKey: 7 }, "option_invalid"],
    [{ apiKey: API_KEY, baseUrl: "/api" }, "base_url_invalid"],
    [{ apiKey: API_KEY, baseUrl: new URL("https://example.com") }, "option_invalid"],
    [{ apiKey: API_KEY, fetch: "fetch" }, "option_invalid"],
    [{ apiKey: API_KEY, timeoutMs: 0 }, "option_invalid"],
    [{ apiKey: API_KEY, timeoutMs: -1 }, "option_invalid"],
    [{ apiKey: API_KEY, timeoutMs: Number.NaN }, "option_invalid"],
    [{ apiKey: API_KEY, timeoutMs: "5000" }, "option_invalid"],
    [{ apiKey: API_KEY, headers: "x: 1" }, "option_invalid"],
    [{ apiKey: API_KEY, headers: { "x y": "1" } }, "header_invalid"],
    [{ apiKey: API_KEY, headers: { x: "a\r\nb: c" } }, "header_invalid"],
    [{ apiKey: API_KEY, headers: { Authorization: "Bearer 1" } }, "header_invalid"],
  ])) {
    const error = await refusalOf(options);
    assert.ok(isConfigurationError(error), inspect(options));
    assert.equal(error.code, code, inspect(options));
  }
});

test("a URL that only the URL parser refuses is a ConfigurationError at the call", async () => {
  const interakt = new Interakt({ apiKey: API_KEY, baseUrl: "https://exa<mple.com" });
  const error = await failureOf(interakt.sendMessage(MESSAGE));
  assert.deepEqual([error.name, error.code], ["ConfigurationError", "base_url_invalid"]);
});

test("a call's options are checked, and nothing is sent", async () => {
  const { requests, fetch } = recorder();
  const interakt = new Interakt({ apiKey: API_KEY, fetch });
  for (const [options, code] of /** @type {[any, string][]} */ ([
    [{ timeoutMs: 0 }, "option_invalid"],
    [{ signal: {} }, "option_invalid"],
    [{ headers: { "content-type": "text/plain" } }, "header_invalid"],
    [{ headers: { x: "ह" } }, "header_invalid"],
  ])) {
    assert.equal((await failureOf(interakt.sendMessage(MESSAGE, options))).code, code);
  }
  assert.equal(requests.length, 0);
});

test("headers come as an object, pairs or Headers, and a call's go before the client's", async () => {
  const { requests, fetch } = recorder();
  const interakt = new Interakt({ apiKey: API_KEY, fetch, headers: { "X-A": "1", "X-B": "1" } });
  await interakt.sendMessage(MESSAGE, { headers: { "x-b": "2", "x-c": undefined } });
  await interakt.sendMessage(MESSAGE, { headers: [["x-b", "3"]] });
  await interakt.sendMessage(MESSAGE, { headers: new Headers({ "x-b": "4" }) });
  const seen = requests.map(({ headers }) =>
    ["x-a", "x-b", "x-c"].map((name) => headers.get(name)),
  );
  assert.deepEqual(seen, [
    ["1", "2", null],
    ["1", "3", null],
    ["1", "4", null],
  ]);
});

test("an invalid input is rejected before anything is sent", async () => {
  const { requests, fetch } = recorder();
  const interakt = new Interakt({ apiKey: API_KEY, fetch });
  const error = await failureOf(interakt.sendMessage(/** @type {any} */ ({ type: "Text" })));
  assert.ok(isValidationError(error));
  assert.equal(error.operation, "sendMessage");
  assert.deepEqual(
    error.issues.map(({ code }) => code),
    ["recipient.missing", "object.missing_key"],
  );
  assert.match(
    error.message,
    /^sendMessage: the input is not valid, nothing was sent\.\n {2}input: /,
  );
  assert.equal(requests.length, 0);
});

test("in a web page a key is refused unless it is asked for", async (t) => {
  setGlobal(t, "window", { document: {} });
  const error = await refusalOf({ apiKey: API_KEY });
  assert.equal(error.code, "api_key_in_page");
  assert.match(error.message, /everyone can read the API key/);
  assert.match(error.message, /dangerouslyAllowBrowser: true/);
  assert.ok(new Interakt({ apiKey: API_KEY, dangerouslyAllowBrowser: true }));
  assert.ok(new Interakt({ baseUrl: "https://example.com" }));
});

test("so it is in a page's workers, and not in those of servers", async (t) => {
  const page = new URL("https://shop.example/worker.js");
  const blob = new URL("blob:https://shop.example/6a5c0b7e");
  const importScripts = () => {};
  /** @type {[globals: Record<string, unknown>, isRefused: boolean][]} */
  const cases = [
    [{ importScripts, location: page }, true],
    [{ importScripts, location: blob }, true],
    // Those of servers, of a browser's extension and of programs on a desktop.
    [{ location: page }, false],
    [{ importScripts }, false],
    [{ importScripts, location: page, Deno: {} }, false],
    [{ importScripts, location: new URL("file:///worker.js") }, false],
    [{ importScripts, location: { origin: "chrome-extension://abc" } }, false],
  ];
  for (const [globals, isRefused] of cases) {
    await t.test(`${Object.keys(globals)} ${globals.location}`, async (t) => {
      for (const [key, value] of Object.entries(globals)) setGlobal(t, key, value);
      if (isRefused) assert.equal((await refusalOf({ apiKey: API_KEY })).code, "api_key_in_page");
      else assert.ok(new Interakt({ apiKey: API_KEY }));
      assert.ok(new Interakt({ apiKey: API_KEY, dangerouslyAllowBrowser: true }));
    });
  }
});

test("a window without a document is no page", (t) => {
  setGlobal(t, "window", {});
  assert.ok(new Interakt({ apiKey: API_KEY }));
});

for (const apiKey of [TWICE_ENCODED_KEY, USER_NAME_KEY]) {
  test(`a key that was encoded twice is warned of once, without the key: ${apiKey}`, async (t) => {
    const { fetch } = recorder();
    const warn = t.mock.method(console, "warn", () => {});
    const interakt = new Interakt({ apiKey, fetch });
    await interakt.sendMessage(MESSAGE);
    await interakt.sendMessage(MESSAGE);
    assert.equal(warn.mock.callCount(), 1);
    const [text] = warn.mock.calls[0]?.arguments ?? [];
    assert.match(text, /^interakt-wasm: This API key looks base64-encoded twice: /);
    assert.ok(!text.includes(apiKey));
  });

  test(`a 401 with such a key says what is wrong: ${apiKey}`, async (t) => {
    t.mock.method(console, "warn", () => {});
    const interakt = new Interakt({ apiKey, fetch: async () => answer(401, {}) });
    const error = await failureOf(interakt.sendMessage(MESSAGE));
    assert.equal(error.name, "AuthenticationError");
    assert.match(error.message, /This key looks base64-encoded twice\.$/);
  });
}

test("neither a client nor its errors show the key", async () => {
  const interakt = new Interakt({
    apiKey: API_KEY,
    fetch: async (request) =>
      answer(400, { message: request.headers.get("authorization"), all: [...request.headers] }),
  });
  const error = await failureOf(interakt.sendMessage(MESSAGE));
  assert.equal(error.code, "bad_request");
  const depth = { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true };
  for (const shown of [
    inspect(interakt, depth),
    JSON.stringify(interakt),
    inspect(error, depth),
    JSON.stringify(error),
    JSON.stringify(error.body),
    error.stack,
  ]) {
    assert.ok(!shown.includes(API_KEY), shown);
    assert.ok(!shown.includes(MESSAGE.data.message), shown);
  }
});

test("a runtime without fetch or Request is told so", async (t) => {
  const { Interakt: Client } = await freshCopy(t);
  for (const name of ["fetch", "Request", "Headers"]) {
    await t.test(name, async (each) => {
      setGlobal(each, name, undefined);
      const error = await failureOf(new Client({ apiKey: API_KEY }).sendMessage(MESSAGE));
      assert.equal(error.code, "fetch_missing");
      assert.match(error.message, new RegExp(`has no ${name},.* set globalThis\\.${name}, or`));
    });
  }
});
