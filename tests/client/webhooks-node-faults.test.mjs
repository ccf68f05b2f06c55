/** The handler for Node's http when clients, programs or calls are not as they should be. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { test } from "node:test";
import { webhooks } from "interakt-wasm";
import { listen } from "../support/listen.mjs";
import { freshCopy } from "./support.mjs";
import { send, serve } from "./webhooks-server.mjs";
import {
  deferred,
  HEADER,
  logged,
  PRIVATE,
  post,
  READ,
  SECRET,
  signatureOf,
} from "./webhooks-support.mjs";

const SIGNED = { [HEADER]: signatureOf(READ) };

test("a body that is too long is read no further, and the connection ends", async (t) => {
  const { url, kinds } = await serve(t, { maxBytes: 100_000 });
  const request = httpRequest(url, { method: "POST", headers: SIGNED });
  const ended = deferred();
  // The server may close before it has taken all that is under way.
  request.on("error", () => {});
  request.on("close", () => ended.resolve());
  const answered = once(request, "response");
  let stopped = false;
  answered.then(() => {
    stopped = true;
  });
  while (!stopped) {
    await Promise.race([answered, new Promise((r) => request.write(Buffer.alloc(10_000), r))]);
  }
  const [response] = await answered;
  assert.deepEqual([response.statusCode, response.headers.connection], [413, "close"]);
  await ended.promise;
  assert.deepEqual(kinds, []);
});

test("a body that is announced as too long need not come", async (t) => {
  const { url } = await serve(t);
  const headers = { ...SIGNED, "content-length": "1048577" };
  const request = httpRequest(url, { method: "POST", headers });
  request.on("error", () => {});
  request.flushHeaders();
  const [response] = await once(request, "response");
  assert.deepEqual([response.statusCode, response.headers.connection], [413, "close"]);
  request.destroy();
});

test("a body that stops is answered in time, and the connection ends", async (t) => {
  const { url } = await serve(t, { answerWithinMs: 20 });
  const socket = connect(Number(new URL(url).port));
  const head = `POST / HTTP/1.1\r\nHost: x\r\n${HEADER}: ${SIGNED[HEADER]}\r\nContent-Length: 900\r\n`;
  socket.write(`${head}\r\n{"type":`);
  let said = "";
  for await (const chunk of socket) said += chunk;
  assert.match(said, /^HTTP\/1\.1 408 /);
  assert.match(said, /\r\nconnection: close\r\n/i);
  assert.match(said, /The body did not arrive in time\./);
});

test("a client that goes away midway ends nothing but itself", async (t) => {
  const lines = logged(t);
  const arrived = deferred();
  const { url, handled, kinds } = await serve(t, {}, () => arrived.resolve());
  const request = httpRequest(url, { method: "POST", headers: SIGNED });
  request.on("error", () => {});
  request.write(READ.slice(0, 20));
  await arrived.promise;
  await new Promise((resolve) => setImmediate(resolve));
  request.destroy();
  assert.equal((await send(url)).status, 200);
  assert.equal(handled.length, 2);
  await Promise.all(handled);
  assert.deepEqual(kinds, ["message_api_read"]);
  assert.deepEqual(lines, []);
});

test("a client that goes away before the answer changes nothing", async (t) => {
  const began = deferred();
  const work = deferred();
  const { url, handled } = await serve(t, {
    onEvent() {
      began.resolve();
      return work.promise;
    },
  });
  const request = httpRequest(url, { method: "POST", headers: SIGNED });
  const closed = deferred();
  request.on("error", () => {});
  request.on("close", () => closed.resolve());
  request.end(READ);
  await began.promise;
  request.destroy();
  await closed.promise;
  work.resolve();
  await Promise.all(handled);
  assert.equal((await send(url)).status, 200);
});

test("the Response of onError is the answer, with its headers", async (t) => {
  const { url } = await serve(t, {
    onEvent: () => Promise.reject(new Error("no database")),
    onError: () => new Response("später", { status: 503, headers: { "retry-after": "7" } }),
  });
  const { status, text, headers } = await send(url);
  assert.deepEqual([status, text, headers.get("retry-after")], [503, "später", "7"]);
});

/** @param {() => unknown} onError */
const failing = (onError) => ({
  onEvent: () => Promise.reject(new Error("no database")),
  onError,
});

test("of a Response that was read before, status and headers are sent", async (t) => {
  const lines = logged(t);
  const used = new Response("once", { status: 503, headers: { "retry-after": "7" } });
  await used.text();
  const locked = new Response("once", { status: 502 });
  locked.body?.getReader();
  const answers = [used, used, locked];
  const { url } = await serve(
    t,
    failing(() => answers.shift()),
  );
  for (const expected of [503, 503, 502]) {
    const { status, text } = await send(url);
    assert.deepEqual([status, text], [expected, ""]);
  }
  assert.deepEqual(lines, []);
});

test("a Response that nobody can send is told in the console, and answered 200", async (t) => {
  const lines = logged(t);
  const { url } = await serve(
    t,
    failing(() => Response.error()),
  );
  assert.equal((await send(url)).status, 200);
  assert.deepEqual(lines, [
    "error: interakt-wasm: onError failed at message_api_read with RangeError.",
  ]);
});

test("a Response without an end is answered in time, with what it gave until then", async (t) => {
  let cancelled = 0;
  const endless = (/** @type {(controller: any) => any} */ pull) =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode("busy")),
        pull,
        cancel() {
          cancelled += 1;
        },
      }),
      { status: 503 },
    );
  const silent = () => new Promise(() => {});
  const ever = (/** @type {any} */ controller) =>
    controller.enqueue(new Uint8Array(100_000).fill(65));
  const answers = [endless(silent), endless(ever)];
  const options = { ...failing(() => answers.shift()), answerWithinMs: 300 };
  const { url, handled } = await serve(t, options);
  const first = await send(url);
  assert.deepEqual([first.status, first.text], [503, "busy"]);
  const second = await send(url);
  assert.equal(second.status, 503);
  assert.equal(second.text.length, 1024 * 1024);
  await Promise.all(handled);
  assert.equal(cancelled, 2);
});

test("every cookie of a Response is sent", async (t) => {
  const headers = new Headers([
    ["set-cookie", "a=1; Path=/"],
    ["set-cookie", "b=2"],
    ["x-seen", "once"],
  ]);
  const { url } = await serve(
    t,
    failing(() => new Response("busy", { status: 503, headers })),
  );
  const answer = await send(url);
  assert.deepEqual(answer.headers.getSetCookie(), ["a=1; Path=/", "b=2"]);
  assert.equal(answer.headers.get("x-seen"), "once");
});

/** A response that remembers. */
function mockResponse() {
  /** @type {unknown[]} */
  const said = [];
  const response = {
    writeHead: (/** @type {number} */ status) => said.push(status),
    end: (/** @type {string} */ text) => said.push(text),
  };
  return { response, said };
}

test("it never rejects, whatever it is called with, and says once what is wrong", async (t) => {
  const wrong = "nodeHandler takes what Node's http gives; for a Request there is receive.";
  const failing = (/** @type {string} */ name) => ({
    ...mockResponse().response,
    [name]() {
      throw new RangeError(PRIVATE);
    },
  });
  for (const [request, response, said] of /** @type {[unknown, unknown, string][]} */ ([
    [post(), undefined, wrong],
    [{ req: { raw: post() } }, async () => {}, wrong],
    [undefined, undefined, wrong],
    [undefined, mockResponse().response, "It failed with TypeError."],
    [{ method: "POST" }, mockResponse().response, "It failed with TypeError."],
    [{ method: "GET", headers: {} }, failing("writeHead"), "It failed with RangeError."],
    [{ method: "GET", headers: {} }, failing("end"), "It failed with RangeError."],
  ])) {
    await t.test(said, async (each) => {
      const lines = logged(each);
      const handler = webhooks.nodeHandler({ secret: SECRET, onEvent() {} });
      for (let count = 0; count < 2; count += 1) {
        await handler(/** @type {any} */ (request), /** @type {any} */ (response));
      }
      assert.deepEqual(lines, [`error: interakt-wasm: nodeHandler answers 500. ${said}`]);
    });
  }
});

test("what is wrong with the program is answered 500, and said once in the console", async (t) => {
  const web = await freshCopy(t, "web.js");
  const lines = logged(t);
  const handler = web.webhooks.nodeHandler({ secret: SECRET, onEvent() {} });
  const { url, close } = await listen(createServer(handler));
  t.after(close);
  const message =
    "interakt-wasm/web starts with `await init()`: call it once before anything else.";
  for (let count = 0; count < 2; count += 1) {
    const { status, text } = await send(url);
    assert.deepEqual([status, text], [500, message]);
  }
  assert.deepEqual(lines, [`error: interakt-wasm: nodeHandler answers 500. ${message}`]);
});
