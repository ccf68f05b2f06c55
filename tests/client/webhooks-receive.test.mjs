import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Hono } from "hono";
import { isConfigurationError, webhooks } from "interakt-wasm";
import { DIST, failureOf, freshCopy, setGlobal } from "./support.mjs";
import { HEADER, post, RCS_READ, READ, SECRET, signatureOf, TEST } from "./webhooks-support.mjs";

/**
 * Receives a request, with the events that it told.
 *
 * @param {unknown} request
 * @param {object} [options]
 */
async function received(request, options) {
  /** @type {import("interakt-wasm").WebhookEvent[]} */
  const events = [];
  const onEvent = (/** @type {any} */ event) => void events.push(event);
  const settings = { secret: SECRET, onEvent, ...options };
  const response = await webhooks.receive(/** @type {any} */ (request), settings);
  return { response, events, text: await response.text() };
}

/** A body of which nobody may read. */
const untouchable = () =>
  new ReadableStream(
    {
      pull() {
        throw new Error("the body was read");
      },
    },
    { highWaterMark: 0 },
  );

const RCS_ONLY = { secret: undefined, dangerouslyAllowUnsignedRcs: true };
const WITH_RCS = { dangerouslyAllowUnsignedRcs: true };

test("an event whose signature verifies is given as parse gives it, and answered 200", async () => {
  for (const body of [READ, RCS_READ, TEST, '{"type":"tomorrow","secret":1}', "{}"]) {
    const { response, events, text } = await received(post(body));
    assert.deepEqual([response.status, text], [200, "OK"]);
    assert.deepEqual(events, [webhooks.parse(body)]);
  }
});

test("the dashboard's test is answered 200, is an event of its own, and must be signed like any other", async () => {
  const { response, events } = await received(post(TEST));
  assert.equal(response.status, 200);
  const [event] = events;
  assert.ok(event?.known && event.type === "Webhook Test");
  assert.deepEqual([event.messageId, event.status, event.submissionKey], [null, null, null]);
  for (const [headers, options] of /** @type {const} */ ([
    [{}, {}],
    [{}, WITH_RCS],
    [{ [HEADER]: signatureOf(TEST, "another") }, {}],
  ])) {
    const refused = await received(post(TEST, headers), options);
    assert.deepEqual([refused.response.status, refused.events], [401, []]);
  }
  // Who does not expect it and fails at it still answers in a way that keeps the webhook on.
  const failing = { onEvent: (/** @type {any} */ { data }) => data.message.id, onError() {} };
  assert.equal((await received(post(TEST), failing)).response.status, 200);
});

test("every refusal says in a sentence what to do, and tells no event", async () => {
  const unsigned =
    "There is no signature to verify: WhatsApp needs `secret` and the header " +
    "Interakt-Signature, RCS needs `dangerouslyAllowUnsignedRcs`.";
  const unverified =
    "The signature does not verify: is `secret` the key of the dashboard, and the body untouched?";
  const long = "The body is longer than `maxBytes`.";
  const noEvent = "The body is not a JSON object, as the bodies of Interakt's webhooks are.";
  const foreign = { [HEADER]: signatureOf(READ, "another") };
  for (const [
    request,
    options,
    status,
    text,
  ] of /** @type {[Request, object, number, string][]} */ ([
    [new Request("https://example.com"), {}, 405, "Webhooks come by POST."],
    [post(READ, {}), {}, 401, unsigned],
    [post(READ, {}), WITH_RCS, 401, unsigned],
    [post(READ), RCS_ONLY, 401, unsigned],
    [post(READ, foreign), {}, 401, unverified],
    [post("{"), {}, 400, noEvent],
    [post("[]"), {}, 400, noEvent],
    [post(""), {}, 400, noEvent],
    [post(null), {}, 400, noEvent],
    [post(Uint8Array.of(123, 34, 255, 34, 125)), {}, 400, noEvent],
    [post("{", {}), WITH_RCS, 400, noEvent],
    [post(READ), { maxBytes: READ.length - 1 }, 413, long],
  ])) {
    const { response, events, text: said } = await received(request, options);
    assert.deepEqual([response.status, said], [status, text]);
    assert.deepEqual(events, []);
    assert.equal(response.headers.get("content-type"), "text/plain;charset=UTF-8");
    assert.equal(response.headers.get("allow"), status === 405 ? "POST" : null);
  }
});

test("any method but POST is refused before anything else is looked at", async () => {
  for (const method of ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    const hasBody = method !== "GET" && method !== "HEAD";
    const body = hasBody ? untouchable() : null;
    const request = new Request("https://example.com", { method, body, ...{ duplex: "half" } });
    const { response } = await received(request);
    assert.equal(response.status, 405);
  }
});

test("RCS may come unsigned where that is allowed, and WhatsApp may not pass for it", async () => {
  for (const options of [RCS_ONLY, WITH_RCS]) {
    const { response, events } = await received(post(RCS_READ, {}), options);
    assert.deepEqual([response.status, events.length], [200, 1]);
    const fields =
      '"entityType":"USER_EVENT","entity":{"eventType":"MESSAGE_READ","messageId":"m"}';
    for (const body of [
      READ,
      `${READ.slice(0, -1)},${fields}}`,
      `{${fields},${READ.slice(1)}`,
      `{"type":7,${fields},${READ.slice(1)}`,
      `{"typ\\u0065":"message_api_read",${fields}}`,
      `{"type":"\\ud800",${fields}}`,
      '{"type":"account_alerts"}',
      "{}",
    ]) {
      const refused = await received(post(body, {}), options);
      assert.deepEqual([refused.response.status, refused.events], [401, []], body);
    }
  }
});

test("a signature that is there must verify, also that of RCS", async () => {
  for (const signature of [signatureOf(RCS_READ, "another"), "none", ""]) {
    const request = post(RCS_READ, { [HEADER]: signature });
    const { response, text } = await received(request, WITH_RCS);
    assert.equal(response.status, 401);
    assert.match(text, /^The signature does not verify/);
  }
  assert.equal((await received(post(RCS_READ), WITH_RCS)).response.status, 200);
  // Without a secret nothing can be said of a signature.
  assert.equal((await received(post(RCS_READ), RCS_ONLY)).response.status, 200);
});

test("of a body that is refused for its header nothing is read", async () => {
  const signed = { [HEADER]: signatureOf(READ) };
  for (const [
    headers,
    options,
    status,
  ] of /** @type {[Record<string, string>, object, number][]} */ ([
    [{}, {}, 401],
    [{ ...signed, "content-length": "1048577" }, {}, 413],
    [{ ...signed, "content-length": "11" }, { maxBytes: 10 }, 413],
  ])) {
    const { response } = await received(post(untouchable(), headers), options);
    assert.equal(response.status, status);
  }
});

test("settings are looked at before the request", async () => {
  const onEvent = () => {};
  const milliseconds = "answerWithinMs must be a number of milliseconds above 0.";
  const bytes = "maxBytes must be a whole number, 1 or more.";
  const secret = "secret must be the secret key of Interakt's dashboard.";
  const wrong = /** @type {[unknown, string][]} */ ([
    [undefined, "onEvent must be a function."],
    [null, "onEvent must be a function."],
    ["secret", "onEvent must be a function."],
    [{ secret: SECRET }, "onEvent must be a function."],
    [{ secret: SECRET, onEvent: "log" }, "onEvent must be a function."],
    [{ secret: SECRET, onEvent, onError: "log" }, "onError must be a function."],
    [{ secret: SECRET, onEvent, onError: null }, "onError must be a function."],
    ...[null, {}, "ctx", { waitUntil: true }].map((context) => [
      { secret: SECRET, onEvent, context },
      "context must have a function waitUntil.",
    ]),
    ...[0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "9", 9n].map((maxBytes) => [
      { secret: SECRET, onEvent, maxBytes },
      bytes,
    ]),
    ...[0, -1, Number.NaN, "9", 9n, null].map((answerWithinMs) => [
      { secret: SECRET, onEvent, answerWithinMs },
      milliseconds,
    ]),
    [
      { secret: SECRET, onEvent, dangerouslyAllowUnsignedRcs: "no" },
      "dangerouslyAllowUnsignedRcs must be true or false.",
    ],
    [{ onEvent }, secret],
    [{ onEvent, dangerouslyAllowUnsignedRcs: false }, secret],
    ...["", 7, null, "\0"].flatMap((bad) => [
      [{ onEvent, secret: bad }, secret],
      [{ onEvent, secret: bad, dangerouslyAllowUnsignedRcs: true }, secret],
    ]),
  ]);
  const request = () => assert.fail("the request was looked at");
  for (const [options, message] of wrong) {
    const proxy = new Proxy({}, { get: request });
    const failures = [
      await failureOf(webhooks.receive(/** @type {any} */ (proxy), /** @type {any} */ (options))),
      await failureOf(() => webhooks.nodeHandler(/** @type {any} */ (options))),
    ];
    for (const error of failures) {
      assert.ok(isConfigurationError(error));
      assert.equal(error.code, message === secret ? "webhook_secret_missing" : "option_invalid");
      assert.equal(error.message, message);
    }
  }
});

test("what is no Request is refused with what to call instead", async () => {
  const node = { method: "POST", headers: { [HEADER]: signatureOf(READ) } };
  for (const request of [undefined, null, READ, {}, node]) {
    const error = await failureOf(received(request));
    assert.ok(isConfigurationError(error));
    assert.deepEqual(
      [error.code, error.message],
      [
        "request_invalid",
        "receive takes a Request; for what Node's http gives there is nodeHandler.",
      ],
    );
  }
});

test("a body that was read before is a mistake of the program, not of the sender", async () => {
  const read = post();
  await read.json();
  const locked = post();
  locked.body?.getReader();
  const { body: _, ...bare } = { method: "POST", headers: post().headers, body: null };
  for (const request of [read, locked, bare]) {
    const error = await failureOf(received(request));
    assert.ok(isConfigurationError(error));
    assert.deepEqual(
      [error.code, error.message],
      ["request_invalid", "The body was read before, perhaps by a framework: call receive first."],
    );
  }
});

test("a Request of another realm or a polyfill is read all the same", async () => {
  const headers = new Headers({ [HEADER]: signatureOf(READ) });
  const bytes = new TextEncoder().encode(READ);
  for (const parts of [
    { body: new Blob([READ]).stream() },
    { body: undefined, arrayBuffer: async () => bytes.buffer },
    { text: async () => READ },
  ]) {
    const request = Object.assign(Object.create(null), { method: "POST", headers, ...parts });
    const { response, events } = await received(request);
    assert.deepEqual([response.status, events.length], [200, 1]);
  }
});

test("Hono's own request is taken", async () => {
  const app = new Hono();
  /** @type {unknown[]} */
  const kinds = [];
  app.post("/webhook", (c) =>
    webhooks.receive(c.req.raw, {
      secret: SECRET,
      onEvent: (event) => kinds.push(event.known && event.type),
    }),
  );
  app.onError((error, c) => c.text(error.name, 500));
  const response = await app.request("/webhook", {
    method: "POST",
    body: READ,
    headers: { "Interakt-Signature": signatureOf(READ) },
  });
  assert.deepEqual([response.status, await response.text()], [200, "OK"]);
  assert.deepEqual(kinds, ["message_api_read"]);
  assert.equal((await app.request("/webhook", { method: "POST", body: READ })).status, 401);
});

test("receive needs no object around it", async () => {
  const { receive } = webhooks;
  assert.equal((await receive(post(), { secret: SECRET, onEvent() {} })).status, 200);
});

test("./web asks for init, and the request may come again", async (t) => {
  const web = await freshCopy(t, "web.js");
  const options = { secret: SECRET, onEvent() {} };
  const error = await failureOf(web.webhooks.receive(post(), options));
  assert.deepEqual([error.name, error.code], ["ConfigurationError", "not_started"]);
  await web.init(await readFile(join(DIST, "core_bg.wasm")));
  assert.equal((await web.webhooks.receive(post(), options)).status, 200);
});

test("without WebCrypto nobody is told that the signature is wrong", async (t) => {
  setGlobal(t, "crypto", {});
  const error = await failureOf(received(post()));
  assert.deepEqual([error.name, error.code], ["ConfigurationError", "crypto_missing"]);
});
