import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { Interakt, isApiError, isInteraktError, sendMessage } from "interakt-wasm";
import { listen } from "../support/listen.mjs";
import { assertFree, assertFreeText, echoesOf } from "./leaks.mjs";
import { API_KEY, answer, failureOf, MESSAGE, TWICE_ENCODED_KEY } from "./support.mjs";

/** A key with all that base64 has: `~?>~??user-one:`. */
const MARKED_KEY = "fj8+fj8/dXNlci1vbmU6";
/** A key of a length that makes base64 of it end in padding. */
const LONG_KEY = Buffer.from("hf8Gk_2mQvKx-0123456789abcdefghijkl:").toString("base64");

const KEYS = [API_KEY, MARKED_KEY, LONG_KEY];

/** Ways in which an answer can hold what a server repeats. */
const BODIES = /** @type {Record<string, (echo: string) => string>} */ ({
  "a message": (echo) => JSON.stringify({ result: false, message: `Bad header ${echo}.` }),
  "a message as it is": (echo) => `{"result":false,"message":"Bad header ${echo} (line\\n2)"}`,
  "a message of objects": (echo) =>
    JSON.stringify({ result: false, detail: [{ loc: ["header"], input: echo }] }),
  "another key": (echo) => `{"result":false,"headers":{"authorization":"${echo}"}}`,
  "the name of a key": (echo) => `{"result":false,"${echo}":["\\\\${echo}","\\n${echo}\\t"]}`,
  "JSON in a text": (echo) => `{"result":false,"error":"{\\"key\\":\\"${echo}\\"}"}`,
  HTML: (echo) => `<html><body><p title="${echo}">Sent: ${echo}</p>`,
  "plain text": (echo) => `Unauthorized: ${echo}`,
  "broken JSON": (echo) => `{"message":"${echo}`,
});

for (const status of [200, 400, 401, 429, 500]) {
  test(`an answer ${status} that repeats the key, however encoded, leads to an error without it`, async () => {
    for (const key of KEYS) {
      for (const [how, echo] of Object.entries(echoesOf(key))) {
        for (const [where, body] of Object.entries(BODIES)) {
          const text = body(echo);
          const interakt = new Interakt({
            apiKey: key,
            maxRetries: 0,
            fetch: async () => answer(status, text, { "retry-after": echo, "x-echo": echo }),
          });
          const error = await failureOf(interakt.sendMessage(MESSAGE));
          assert.ok(isApiError(error), `${how}, ${where}`);
          assertFree(error, key);
          assert.match(JSON.stringify(error.body), /\[API key\]/, `${how}, ${where}`);
          // What was JSON can still be read.
          assert.equal(typeof error.body, typeof parsed(text), `${how}, ${where}`);
        }
      }
    }
  });
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

test("what stands around the key stays", async () => {
  const body = { result: false, message: `Header "Basic ${API_KEY}" of secret-key: bad`, id: 7 };
  const interakt = new Interakt({ apiKey: API_KEY, fetch: async () => answer(400, body) });
  const error = await failureOf(interakt.sendMessage(MESSAGE));
  const message = 'Header "Basic [API key]" of [API key]: bad';
  assert.deepEqual(error.body, { ...body, message });
  assert.ok(error.message.startsWith(`sendMessage failed with status 400: ${message}. `));
});

test("no part of the key is left where a long answer is cut", async () => {
  // The places where a message, a text and what is searched end, and a key on each side of them.
  for (const place of [300, 2000, 65_536]) {
    for (let before = place - API_KEY.length - 2; before <= place + 2; before += 1) {
      const said = `${"a ".repeat(before / 2)}${before % 2 ? "b" : ""}${API_KEY} end`;
      for (const body of [said, JSON.stringify({ message: said })]) {
        const interakt = new Interakt({ apiKey: API_KEY, fetch: async () => answer(400, body) });
        const error = await failureOf(interakt.sendMessage(MESSAGE));
        for (const text of [error.message, JSON.stringify(error.body)]) {
          assert.ok(!text.includes(API_KEY.slice(0, 4)), text.slice(-80));
        }
      }
    }
  }
});

test("of a body that is cut by maxResponseBytes, less than half of the key is left", async () => {
  const body = `{"message":"${API_KEY}"}`;
  for (let maxResponseBytes = 1; maxResponseBytes < body.length; maxResponseBytes += 1) {
    const fetch = async () => answer(200, body);
    const interakt = new Interakt({ apiKey: API_KEY, maxResponseBytes, fetch });
    const error = await failureOf(interakt.sendMessage(MESSAGE));
    assert.ok(!JSON.stringify(error.body).includes(API_KEY.slice(0, 8)), error.body);
    assertFree(error, API_KEY);
  }
});

test("a server that repeats the request's headers gets no error to repeat them", async (t) => {
  const server = await listen(
    createServer((request, response) => {
      const said = JSON.stringify({ result: false, message: "Refused", ...request.headers });
      response.writeHead(request.url?.includes("track") ? 500 : 401, {
        "content-type": "application/json",
        "www-authenticate": String(request.headers.authorization),
      });
      response.end(said);
    }),
  );
  t.after(server.close);
  const interakt = new Interakt({ apiKey: API_KEY, baseUrl: server.url, maxRetries: 0 });
  const input = { ...MESSAGE, data: { message: "Hi" } };
  for (const call of [
    () => interakt.sendMessage(input),
    () => interakt.trackUser({ userId: "1", traits: { a: 1 } }),
    () => interakt.sendMessage(input).withResponse(),
  ]) {
    const error = await failureOf(call);
    assert.ok(isApiError(error));
    assert.equal(/** @type {any} */ (error.body).authorization, "Basic [API key]");
    assertFree(error, API_KEY);
  }
});

test("a key that was encoded twice is hidden in what it decodes to as well", async () => {
  for (const echo of [TWICE_ENCODED_KEY, API_KEY, "secret-key:", "secret-key"]) {
    const interakt = new Interakt({
      apiKey: TWICE_ENCODED_KEY,
      fetch: async () => answer(400, { message: `No user ${echo}` }),
    });
    const error = await failureOf(interakt.sendMessage(MESSAGE));
    assertFree(error, TWICE_ENCODED_KEY);
    assertFree(error, API_KEY);
  }
});

test("no hook and no log gets what a server repeats", async (t) => {
  const logs = ["log", "info", "warn", "error", "debug"].map((name) =>
    t.mock.method(console, /** @type {"log"} */ (name), () => {}),
  );
  for (const echo of Object.values(echoesOf(MARKED_KEY))) {
    /** @type {unknown[]} */
    const events = [];
    const listen = (/** @type {unknown} */ event) => events.push(event);
    const interakt = new Interakt({
      ...{ apiKey: MARKED_KEY, maxRetries: 1, maxRetryAfterMs: 0 },
      ...{ onRequest: listen, onResponse: listen, onRetry: listen, onRateLimit: listen },
      fetch: async () => answer(429, { message: echo }, { "retry-after": "0", "x-echo": echo }),
    });
    const error = await failureOf(interakt.sendMessage(MESSAGE));
    assert.equal(error.attempts, 2);
    assert.ok(events.length >= 5);
    assertFreeText(JSON.stringify(events), MARKED_KEY);
  }
  for (const log of logs) {
    for (const { arguments: written } of log.mock.calls) {
      assertFreeText(written.map(String).join(" "), MARKED_KEY);
    }
  }
});

test("a key that cannot be sent is refused without repeating it", async () => {
  for (const wrong of [`${API_KEY}\n`, `Basic ${API_KEY}`, ` ${API_KEY}`, `${API_KEY}é`]) {
    for (const make of [
      () => new Interakt({ apiKey: wrong }),
      () => sendMessage.build(MESSAGE, { apiKey: wrong }),
    ]) {
      const error = await failureOf(make);
      assert.ok(isInteraktError(error));
      assertFree(error, API_KEY);
    }
  }
});

test("a key of less than eight characters is not looked for", async () => {
  const body = { result: false, message: "bad key: key1234" };
  const interakt = new Interakt({ apiKey: "key1234", fetch: async () => answer(400, body) });
  assert.deepEqual((await failureOf(interakt.sendMessage(MESSAGE))).body, body);
});
