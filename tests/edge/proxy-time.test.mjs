/** In what time the page is answered, and what becomes of its message when it goes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { serveRequests } from "./proxy-http.mjs";
import { KEY, PATH, TEXT } from "./proxy-inputs.mjs";
import { DONE, requestOf, start } from "./proxy-support.mjs";

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
