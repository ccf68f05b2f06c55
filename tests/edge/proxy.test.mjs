/** What the proxy lets through, for whom, how often, and in what time. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, operations } from "interakt-wasm";
import { createProxy, memoryBuckets } from "interakt-wasm/edge";
import { failureOf } from "../support/failure.mjs";
import { sendRaw, serveInterakt, serveRequests } from "./proxy-http.mjs";
import { KEY, PATH, TEXT } from "./proxy-rows.mjs";

const DONE = '{"result":true,"message":"Done","id":"m-1"}';

/**
 * A proxy before an Interakt that accepts everything, or does as `answer` says.
 *
 * @param {any} [options]
 * @param {(request: Request, count: number) => Response | Promise<Response>} [answer]
 */
function start(options = {}, answer = () => new Response(DONE)) {
  /** @type {any[]} */
  const sent = [];
  /** @type {Promise<unknown>[]} */
  const waited = [];
  const proxy = createProxy(
    /** @type {any} */ ({
      apiKey: KEY,
      allow: { sendMessage: { maxMessages: 5 }, sendRcs: true, trackUser: true, getUserById: true },
      authorize: () => ({ id: "somebody" }),
      async fetch(/** @type {Request} */ request) {
        const text = await request.clone().text();
        sent.push(text === "" ? request.url : JSON.parse(text));
        return answer(request, sent.length);
      },
      ...options,
    }),
  );
  const context = { waitUntil: (/** @type {Promise<unknown>} */ work) => waited.push(work) };
  return {
    sent,
    waited,
    proxy,
    /** @param {any} input @param {RequestInit} [more] */
    async post(input, more, path = PATH) {
      const response = await proxy(requestOf(input, more, path), context);
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
  };
}

/** @param {any} input @param {RequestInit} [more] */
const requestOf = (input, more = {}, path = PATH) =>
  new Request(`https://shop.example${path}`, {
    method: "POST",
    body: JSON.stringify(input),
    ...more,
    headers: {
      "content-type": "application/json",
      origin: "https://shop.example",
      .../** @type {any} */ (more.headers),
    },
  });

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

test("who is bound to numbers may write to them in every form", async () => {
  const { post, sent } = start({
    authorize: () => ({ id: "a", recipients: ["+91 98765 43210", "14155552671"] }),
  });
  const { fullPhoneNumber, ...rest } = TEXT;
  const inputs = [
    TEXT,
    { ...rest, fullPhoneNumber: "+919876543210" },
    { ...rest, countryCode: "+91", phoneNumber: "9876543210" },
    { ...rest, countryCode: "91", phoneNumber: "9876543210" },
    { ...rest, countryCode: "", phoneNumber: "", userId: "", fullPhoneNumber },
    [TEXT, { ...rest, fullPhoneNumber: "14155552671" }],
  ];
  for (const input of inputs) assert.equal((await post(input)).status, 200, JSON.stringify(input));
  assert.deepEqual(sent, inputs);
});

test("who is bound to an id may say it, and theirs are the numbers beside it", async () => {
  const { post, sent, proxy } = start({
    authorize: () => ({ id: "a", userId: "user-42", recipients: ["919876543210"] }),
  });
  const { fullPhoneNumber: _, ...rest } = TEXT;
  const user = { userId: "user-42", traits: { name: "Asha" } };
  assert.equal((await post({ ...rest, userId: "user-42" })).status, 200);
  assert.equal((await post({ ...TEXT, userId: "user-42" })).status, 200);
  assert.equal((await post(user, {}, "/v1/public/track/users/")).status, 200);
  const url = "https://shop.example/v1/public/apis/users/id/user-42";
  assert.equal((await proxy(new Request(url))).status, 200);
  assert.equal(sent.length, 4);
});

test("a function decides of each customer, by number and id", async () => {
  /** @type {any[]} */
  const asked = [];
  const { post } = start({
    authorize: () => ({
      id: "agent",
      recipients: async (/** @type {any} */ one) => {
        asked.push(one);
        return one.phone === "919876543210";
      },
    }),
  });
  assert.equal((await post({ ...TEXT, userId: "user-42" })).status, 200);
  assert.equal((await post([TEXT, { ...TEXT, fullPhoneNumber: "14155552671" }])).status, 403);
  assert.deepEqual(asked, [
    { phone: "919876543210", userId: "user-42" },
    { phone: "919876543210", userId: undefined },
    { phone: "14155552671", userId: undefined },
  ]);
});

test("an operation may be left out of what a caller is bound to", async () => {
  const { post } = start({
    allow: { listUsers: { bound: false } },
    authorize: () => ({ id: "agent", recipients: [] }),
  });
  assert.equal((await post({}, {}, "/v1/public/apis/users/")).status, 200);
});

test("a number is counted once, in whichever form it comes, and by whichever channel", async () => {
  const { fullPhoneNumber: _, ...rest } = TEXT;
  const rcs = { type: "Text", message: { plainText: "Hi" } };
  /** @type {[input: any, path?: string][]} */
  const forms = [
    [{ ...rest, fullPhoneNumber: "919876543210" }],
    [{ ...rest, fullPhoneNumber: "+919876543210" }],
    [{ ...rest, countryCode: "+91", phoneNumber: "9876543210" }],
    [{ ...rest, countryCode: "91", phoneNumber: "9876543210" }],
    [{ ...rest, countryCode: "+91", phoneNumber: "9876543210", fullPhoneNumber: "" }],
    [[{ ...rest, fullPhoneNumber: "919876543210" }]],
    [{ ...rcs, fullPhoneNumber: "919876543210" }, "/v1/public/rcs/message/"],
  ];
  /** @type {[input: any, path?: string][][]} */
  const others = [
    ["5215512345678", "525512345678"],
    ["5491123456789", "541123456789"],
    ["5511987654321", "551187654321"],
  ].map((pair) => pair.map((number) => [{ ...rest, fullPhoneNumber: number }]));
  for (const same of [forms, ...others]) {
    for (const [one, onePath] of same) {
      const { post, sent } = start({ limits: { recipient: { most: 1, perMs: 60_000 } } });
      assert.equal((await post(one, {}, onePath)).status, 200, JSON.stringify(one));
      for (const [other, path] of same) {
        const { status, body } = await post(other, {}, path);
        assert.deepEqual([status, body.code], [429, "recipient_limited"], JSON.stringify(other));
      }
      assert.equal(sent.length, 1);
    }
  }
});

test("a caller who is bound to an id is one customer, by id and by number", async () => {
  const { post, sent } = start({
    authorize: () => ({ id: "a", userId: "user-42", recipients: ["919876543210"] }),
    limits: { recipient: { most: 1, perMs: 60_000 } },
  });
  const { fullPhoneNumber: _, ...rest } = TEXT;
  assert.equal((await post({ ...rest, userId: "user-42" })).status, 200);
  assert.equal((await post(TEXT)).status, 429);
  assert.equal(sent.length, 1);
});

test("callers have limits of their own, and proxies may share where they are counted", async () => {
  let id = "a";
  const limits = { caller: { most: 1, perMs: 60_000 }, buckets: memoryBuckets() };
  const one = start({ authorize: () => ({ id }), limits });
  const other = start({ authorize: () => ({ id }), limits });
  assert.equal((await one.post(TEXT)).status, 200);
  assert.equal((await other.post(TEXT)).status, 429);
  id = "b";
  assert.equal((await other.post(TEXT)).status, 200);
});

test("what is refused for another reason uses nothing up", async () => {
  const { post } = start({ limits: { caller: { most: 1, perMs: 60_000 } } });
  assert.equal((await post({ ...TEXT, data: {} })).status, 422);
  assert.equal((await post({ ...TEXT, more: 1 })).status, 422);
  assert.equal((await post(TEXT)).status, 200);
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

test("what would come too late is not sent any more", async () => {
  /** @type {(who: any) => void} */
  let decide = () => {};
  const { post, sent } = start({
    timeoutMs: 30,
    authorize: () => new Promise((resolve) => (decide = resolve)),
  });
  const { status, body } = await post(TEXT);
  assert.deepEqual([status, body.code], [429, "out_of_time"]);
  decide({ id: "a" });
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(sent, []);
});

test("a body without an end is given up", async () => {
  let cancelled = false;
  const body = new ReadableStream({
    cancel() {
      cancelled = true;
    },
  });
  const { proxy, sent } = start({ timeoutMs: 30 });
  const response = await proxy(requestOf(null, /** @type {any} */ ({ body, duplex: "half" })));
  assert.equal((await response.json()).code, "out_of_time");
  assert.ok(cancelled);
  assert.deepEqual(sent, []);
});

test("a body that breaks off is no input", async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(JSON.stringify(TEXT)));
      controller.error(new Error("the line is dead"));
    },
  });
  const { proxy, sent } = start();
  const response = await proxy(requestOf(null, /** @type {any} */ ({ body, duplex: "half" })));
  assert.deepEqual([response.status, (await response.json()).code], [400, "body_incomplete"]);
  assert.deepEqual(sent, []);
});

test("a wait that is longer than the page's patience is told in place of being waited", async () => {
  const slow = new Response("{}", { status: 429, headers: { "retry-after": "20" } });
  const { post, sent } = start({ timeoutMs: 5_000 }, () => slow);
  const { status, headers } = await post(TEXT);
  assert.deepEqual([status, headers.get("retry-after"), sent.length], [429, "20", 1]);
});

test("a message that waits for its turn for too long was not sent, and the page knows it", async () => {
  const { post, sent } = start({ timeoutMs: 100, plan: { requestsPerMinute: 1 } });
  const first = await post(TEXT);
  const second = await post(TEXT);
  assert.deepEqual([first.status, second.status, second.body.code], [200, 429, "out_of_time"]);
  assert.equal(sent.length, 1);
});

test("no answer in time is told as unknown before the page gives up", async () => {
  const { post } = start({ timeoutMs: 50 }, () => new Promise(() => {}));
  const { status, body } = await post(TEXT);
  assert.deepEqual([status, body.code], [504, "total_timeout"]);
});

test("an error of another kind after the sending is told as unknown", async () => {
  const client = {
    sendMessage: () => ({ withResponse: () => Promise.reject(new TypeError(KEY)) }),
  };
  const { post } = start({ client, fetch: undefined });
  const { status, body } = await post(TEXT);
  assert.equal(status, 502);
  assert.ok(!JSON.stringify(body).includes(KEY));
});

test("a page that goes while its message is sent changes nothing, and the application is told", async (t) => {
  /** @type {any[]} */
  const told = [];
  const gone = new AbortController();
  /** @type {(request: Request) => void} */
  let begun = () => {};
  const sending = new Promise((resolve) => (begun = resolve));
  /** @type {(response: Response) => void} */
  let answer = () => {};
  const { proxy } = start({ onSend: (/** @type {any} */ event) => told.push(event) }, (request) => {
    begun(request);
    return new Promise((resolve) => (answer = resolve));
  });
  /** @type {Promise<unknown>[]} */
  const waited = [];
  /** @type {(value?: unknown) => void} */
  let left = () => {};
  const leaving = new Promise((resolve) => (left = resolve));
  const server = await serveRequests((request) => {
    request.signal.addEventListener("abort", left);
    return proxy(request, { waitUntil: (work) => waited.push(work) });
  });
  t.after(server.close);
  const page = fetch(server.url + PATH, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify(TEXT),
    signal: gone.signal,
  });
  const request = /** @type {Request} */ (await sending);
  gone.abort();
  await assert.rejects(page);
  await leaving;
  assert.equal(request.signal.aborted, false, "the sending was given up");
  answer(new Response(DONE));
  await Promise.all(waited);
  assert.equal(told[0]?.data.id, "m-1");
});

test("a page that has gone before is not sent for", async () => {
  const gone = new AbortController();
  const { post, sent } = start({
    async authorize() {
      gone.abort();
      return { id: "a" };
    },
  });
  const { status, body } = await post(TEXT, { signal: gone.signal });
  assert.deepEqual([status, body.code], [499, "caller_gone"]);
  assert.deepEqual(sent, []);
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
