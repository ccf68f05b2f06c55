/** What the proxy lets through, and what it answers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, operations } from "interakt-wasm";
import { createProxy } from "interakt-wasm/edge";
import { failureOf } from "../support/failure.mjs";
import { sendRaw, serveInterakt, serveRequests } from "./proxy-http.mjs";
import { KEY, PATH, TEXT } from "./proxy-inputs.mjs";
import { DONE, requestOf, start } from "./proxy-support.mjs";

test("an option that cannot work, or lets everything through, is an error when the proxy is made", async () => {
  const good = { apiKey: KEY, public: true, allow: { sendMessage: true } };
  /** @type {[any, RegExp][]} */
  const wrong = [
    [undefined, /must be an object/],
    [{ ...good, public: undefined }, /authorize must say who is asking.+public: true/],
    [{ ...good, public: "yes" }, /authorize must say who is asking/],
    [{ ...good, authorize: () => null }, /contradict/],
    [{ ...good, public: undefined, authorize: "me" }, /authorize must be a function/],
    [{ ...good, allow: undefined }, /allow must be an object/],
    [{ ...good, allow: {} }, /allow must name an operation/],
    [{ ...good, allow: { sendMessages: true } }, /no option "sendMessages".+"sendMessage"/],
    [{ ...good, allow: { sendMessage: 1 } }, /allow\.sendMessage must be an object/],
    [{ ...good, allow: { sendMessage: { kind: [] } } }, /no option "kind".+"kinds"/],
    [{ ...good, allow: { sendMessage: { kinds: ["template"] } } }, /kinds must be .+Template/],
    [{ ...good, allow: { sendMessage: { kinds: "Template" } } }, /kinds must be/],
    [{ ...good, allow: { sendMessage: { templates: "a" } } }, /templates must be names/],
    [{ ...good, allow: { sendMessage: { maxMessages: "5" } } }, /maxMessages must be a whole/],
    [{ ...good, allow: { sendMessage: { fallback: "sms" } } }, /fallback must be true or false/],
    [{ ...good, allow: { sendMessage: { shape: true } } }, /shape must be a function/],
    [{ ...good, allow: { trackUser: { fallback: true } } }, /no option "fallback"/],
    [{ ...good, allow: { sendRcs: { maxMessages: 1 } } }, /no option "maxMessages"/],
    [{ ...good, origins: "*" }, /origins must be a list/],
    [{ ...good, origins: ["*"] }, /A \* or null/],
    [{ ...good, origins: ["https://*.shop.example"] }, /a \* in a host matches no origin/],
    [{ ...good, origins: ["null"] }, /A \* or null/],
    [{ ...good, origins: ["https://shop.example/"] }, /scheme and host/],
    [{ ...good, origins: ["shop.example"] }, /scheme and host/],
    [{ ...good, credentials: 1 }, /credentials must be/],
    [{ ...good, headers: "x" }, /headers must be/],
    [{ ...good, limits: { perMinute: 5 } }, /no option "perMinute"/],
    [{ ...good, limits: { buckets: new Map() } }, /buckets must be/],
    [{ ...good, maxBytes: 0 }, /maxBytes must be/],
    [{ ...good, timeoutMs: Number.POSITIVE_INFINITY }, /timeoutMs must be/],
    [{ ...good, onSend: {} }, /onSend must be a function/],
    [{ ...good, origin: "https://a.example" }, /no option "origin".+"origins"/],
    [{ ...good, apiKey: undefined }, /give it a client, or the apiKey/],
    [{ ...good, client: new Interakt({ apiKey: KEY }), plan: "growth" }, /plan is for the client/],
  ];
  for (const [options, message] of wrong) {
    const error = await failureOf(() => createProxy(options));
    assert.equal(error.name, "ConfigurationError", String(error));
    assert.match(error.message, message);
    assert.ok(!error.message.includes(KEY));
  }
});

test("the answer is sent as it came, and the input as the page gave it", async () => {
  const { post, sent } = start();
  const { status, body } = await post(TEXT);
  assert.deepEqual([status, body], [200, JSON.parse(DONE)]);
  assert.deepEqual(sent, [TEXT]);
});

test("of a key that stands twice, what was judged is what is sent", async () => {
  const { proxy, sent } = start({ allow: { sendMessage: { kinds: ["Text"] } } });
  const text = JSON.stringify(TEXT).replace('"type":"Text"', '"type":"Image","type":"Text"');
  const response = await proxy(requestOf(null, { body: text }));
  assert.equal(response.status, 200);
  assert.deepEqual(sent, [TEXT]);
});

test("what shape makes of an input is sent, and it knows who asks", async () => {
  const who = { id: "a", name: "Asha" };
  const { post, sent } = start({
    authorize: async () => who,
    allow: {
      sendMessage: {
        shape: async (/** @type {any} */ input, /** @type {any} */ who) => ({
          ...input,
          callbackData: who.name,
          fallback: [{ channel: "RCS" }],
        }),
      },
    },
  });
  assert.equal((await post(TEXT)).status, 200);
  assert.deepEqual(sent, [{ ...TEXT, callbackData: "Asha", fallback: [{ channel: "RCS" }] }]);
});

test("authorize and shape may answer themselves, and the page may read it", async () => {
  const own = () =>
    Response.json({ message: "Pay first" }, { status: 402, headers: { vary: "Cookie" } });
  for (const options of [{ authorize: own }, { allow: { sendMessage: { shape: own } } }]) {
    const { post, sent } = start({ ...options, origins: ["https://other.example"] });
    const { status, headers, body } = await post(TEXT, {
      headers: { origin: "https://other.example" },
    });
    assert.deepEqual([status, body], [402, { message: "Pay first" }]);
    assert.equal(headers.get("access-control-allow-origin"), "https://other.example");
    assert.equal(headers.get("vary"), "Cookie, Origin");
    assert.deepEqual(sent, []);
  }
});

test("nothing of a stranger's body is read", async () => {
  const { proxy } = start({ authorize: () => null });
  const body = new ReadableStream(
    {
      pull() {
        assert.fail("it was read");
      },
    },
    { highWaterMark: 0 },
  );
  const response = await proxy(requestOf(null, /** @type {any} */ ({ body, duplex: "half" })));
  assert.equal(response.status, 401);
});

test("the application is told what went out, and what was refused, and the answer is the same if it fails", async () => {
  /** @type {any[]} */
  const told = [];
  const tell = (/** @type {any} */ event) => {
    told.push(event);
    throw new Error("no room");
  };
  const { post, waited } = start({ onSend: tell, onRefuse: tell }, (_, count) =>
    count === 1 ? new Response(DONE) : new Response('{"message":"No"}', { status: 400 }),
  );
  assert.equal((await post(TEXT)).status, 200);
  assert.equal((await post(TEXT)).status, 400);
  assert.equal((await post([])).status, 422);
  const who = { id: "somebody" };
  const [first, second, third] = told;
  assert.deepEqual(first, { operation: "sendMessage", input: TEXT, who, data: JSON.parse(DONE) });
  assert.deepEqual([second.operation, second.error.code], ["sendMessage", "bad_request"]);
  assert.deepEqual(third, {
    ...{ code: "input_invalid", status: 422, operation: "sendMessage", who, cause: undefined },
  });
  assert.equal(told.length, 3);
  await Promise.all(waited);
});

test("a preflight is answered for pages that may ask, with what they may send", async () => {
  const { proxy } = start({
    origins: ["https://other.example"],
    headers: ["X-CSRF"],
    credentials: true,
  });
  /** @param {string} origin */
  const ask = (origin) =>
    proxy(
      new Request(`https://shop.example${PATH}`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      }),
    );
  const { status, headers } = await ask("https://other.example");
  assert.equal(status, 204);
  assert.deepEqual(Object.fromEntries(headers), {
    "access-control-allow-credentials": "true",
    "access-control-allow-headers": "content-type, X-CSRF",
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-origin": "https://other.example",
    "access-control-expose-headers": "Retry-After",
    "access-control-max-age": "600",
    "cache-control": "no-store",
    vary: "Origin",
    "x-content-type-options": "nosniff",
  });
  const refused = await ask("https://evil.example");
  assert.equal(refused.status, 403);
  assert.equal(refused.headers.get("access-control-allow-origin"), null);
});

test("a page of this very origin is known by its origin, or by what its browser says", async () => {
  const { post } = start();
  const behind = { origin: "http://shop.example", "sec-fetch-site": "same-origin" };
  assert.equal((await post(TEXT, { headers: behind })).status, 200);
  const lied = { origin: "https://shop.example", "sec-fetch-site": "same-site" };
  assert.equal((await post(TEXT, { headers: lied })).status, 403);
});

test("the key is taken out of an answer that repeats it", async () => {
  for (const text of [KEY, atob(KEY), encodeURIComponent(KEY)]) {
    const said = JSON.stringify({ result: true, message: `You said ${text}`, id: "m-1" });
    const { post } = start({}, () => new Response(said));
    const { status, body } = await post(TEXT);
    assert.equal(status, 200);
    assert.match(body.message, /^You said \[API key\]:?$/);
  }
});

test("every operation goes through that is allowed, by whatever path the proxy is reached", async (t) => {
  const interakt = await serveInterakt({ v1: (outgoing) => outgoing.end(DONE) });
  t.after(interakt.close);
  const allow = Object.fromEntries(operations.map(({ name }) => [name, true]));
  const proxy = createProxy(
    /** @type {any} */ ({
      apiKey: KEY,
      baseUrl: interakt.url,
      public: true,
      missingOrigin: true,
      allow,
    }),
  );
  const server = await serveRequests(proxy);
  t.after(server.close);
  for (const { name, method, path } of operations) {
    if (name === "uploadMedia") continue;
    const raw = { method, path: `/any/path${path.replace(/\{.+\}/, "9876543210")}` };
    const json = { "content-type": "application/json" };
    const post = method === "POST" ? { headers: json, body: "{}" } : {};
    const { status, text } = await sendRaw(server.url, { ...raw, ...post });
    // An empty input is valid for some, and for others refused by the operation's own rules.
    assert.ok([200, 422].includes(status), `${name}: ${status} ${text}`);
  }
});
