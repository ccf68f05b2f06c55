/** The handler for Node's http: behind real servers, and behind what stands before it in them. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { connect, createServer as createHttp2Server } from "node:http2";
import { test } from "node:test";
import { webhooks } from "interakt-wasm";
import { send, serve } from "./webhooks-server.mjs";
import {
  HEADER,
  logged,
  PRIVATE,
  post,
  RCS_READ,
  READ,
  SECRET,
  signatureOf,
  TEST,
} from "./webhooks-support.mjs";

/** @typedef {import("./webhooks-server.mjs").Middleware} Middleware */

const SIGNED = { [HEADER]: signatureOf(READ) };

/** @param {import("./webhooks-server.mjs").Incoming} request */
async function bytesOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("an event is received as receive does it", async (t) => {
  const { url, kinds } = await serve(t, { dangerouslyAllowUnsignedRcs: true });
  assert.deepEqual([(await send(url)).status, (await send(url, RCS_READ, {})).status], [200, 200]);
  assert.deepEqual(
    [(await send(url, TEST)).status, (await send(url, TEST, {})).status],
    [200, 401],
  );
  assert.deepEqual(kinds, ["message_api_read", "USER_EVENT", "Webhook Test"]);
});

test("every refusal is that of receive", async (t) => {
  const options = { secret: SECRET, maxBytes: READ.length, onEvent() {} };
  const { url, kinds } = await serve(t, options);
  for (const request of [
    post(READ, {}),
    post(READ, { [HEADER]: signatureOf(READ, "another") }),
    post("{"),
    post(`${READ} `),
    new Request("https://example.com/webhook"),
    new Request("https://example.com/webhook", { method: "PUT", body: READ }),
  ]) {
    const expected = await webhooks.receive(request.clone(), options);
    const response = await fetch(new Request(url, request));
    assert.deepEqual(
      [response.status, await response.text()],
      [expected.status, await expected.text()],
    );
    for (const name of ["content-type", "allow"]) {
      assert.equal(response.headers.get(name), expected.headers.get(name));
    }
  }
  assert.deepEqual(kinds, []);
});

test("a connection serves on after a body that was refused unread", async (t) => {
  const { url, kinds } = await serve(t);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  t.after(() => agent.destroy());
  const sockets = new Set();
  for (const [body, headers, status] of /** @type {[string, Record<string, string>, number][]} */ ([
    [READ.repeat(100), {}, 401],
    [READ, SIGNED, 200],
    [READ.repeat(100), {}, 401],
    [READ, SIGNED, 200],
  ])) {
    const request = httpRequest(url, { method: "POST", agent, headers });
    request.end(body);
    const [response] = await once(request, "response");
    assert.equal(response.statusCode, status);
    sockets.add(request.socket);
    response.resume();
    await once(response, "end");
  }
  assert.equal(sockets.size, 1);
  assert.equal(kinds.length, 2);
});

test("bytes or a text that a platform or a middleware has kept are used", async (t) => {
  for (const [name, before] of /** @type {[string, Middleware][]} */ ([
    [
      "rawBody, as of Firebase",
      async (request) => {
        request.rawBody = await bytesOf(request);
        request.body = JSON.parse(String(request.rawBody));
      },
    ],
    [
      "express.raw()",
      async (request) => {
        request.body = await bytesOf(request);
      },
    ],
    [
      "express.text()",
      async (request) => {
        request.body = String(await bytesOf(request));
      },
    ],
  ])) {
    await t.test(name, async (each) => {
      const { url, kinds } = await serve(each, { maxBytes: READ.length }, before);
      assert.equal((await send(url)).status, 200);
      assert.equal((await send(url, READ, { [HEADER]: signatureOf("{}") })).status, 401);
      assert.deepEqual(kinds, ["message_api_read"]);
      // Without a content-length that tells.
      const body = new Blob([`${READ} `]).stream();
      const init = { method: "POST", body, headers: SIGNED, ...{ duplex: "half" } };
      assert.equal((await fetch(url, init)).status, 413);
    });
  }
});

test("a middleware that leaves the body alone does no harm", async (t) => {
  // As express.urlencoded() does with JSON.
  const { url, kinds } = await serve(t, {}, (request) => {
    request.body = {};
  });
  assert.equal((await send(url)).status, 200);
  assert.deepEqual(kinds, ["message_api_read"]);
});

test("pieces that were made text on the way are put together", async (t) => {
  const body = READ.replace(PRIVATE, "é€😀".repeat(500));
  const { url, kinds } = await serve(t, {}, (request) => request.setEncoding("utf8"));
  const request = httpRequest(url, { method: "POST", headers: { [HEADER]: signatureOf(body) } });
  const bytes = Buffer.from(body);
  for (let at = 0; at < bytes.length; at += 501) {
    await new Promise((resolve) => request.write(bytes.subarray(at, at + 501), resolve));
  }
  request.end();
  const [response] = await once(request, "response");
  assert.equal(response.statusCode, 200);
  assert.deepEqual(kinds, ["message_api_read"]);
});

for (const [name, before] of /** @type {[string, Middleware][]} */ ([
  [
    "express.json()",
    async (request) => {
      request.body = JSON.parse(String(await bytesOf(request)));
    },
  ],
  ["something that keeps nothing", (request) => bytesOf(request)],
])) {
  test(`behind ${name} the answer is 500, and the console says once what to do`, async (t) => {
    const lines = logged(t);
    const { url, kinds } = await serve(t, {}, before);
    const remedy =
      "The body was read before: mount nodeHandler before express.json() and the like, " +
      "or keep the bytes as request.rawBody.";
    for (let count = 0; count < 3; count += 1) {
      const { status, text } = await send(url);
      assert.deepEqual([status, text], [500, remedy]);
    }
    assert.deepEqual(kinds, []);
    assert.deepEqual(lines, [`error: interakt-wasm: nodeHandler answers 500. ${remedy}`]);
  });
}

test("a server of HTTP/2 takes the handler", async (t) => {
  const handler = webhooks.nodeHandler({ secret: SECRET, maxBytes: READ.length, onEvent() {} });
  const server = createHttp2Server((request, response) => void handler(request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const session = connect(`http://127.0.0.1:${port}`);
  t.after(() => {
    session.destroy();
    server.close();
  });
  for (const [body, status] of /** @type {[string, number][]} */ ([
    [READ, 200],
    [`${READ} `, 413],
  ])) {
    const stream = session.request({ ":method": "POST", [HEADER]: signatureOf(body) });
    stream.end(body);
    const [headers] = await once(stream, "response");
    assert.equal(headers[":status"], status);
    stream.resume();
    await once(stream, "close");
  }
});

test("the values of headers may be lists", async () => {
  const handler = webhooks.nodeHandler({ secret: SECRET, onEvent() {} });
  for (const [signature, status] of /** @type {[string[], number][]} */ ([
    [[signatureOf(READ)], 200],
    [[signatureOf(READ), signatureOf(READ)], 401],
    [[], 401],
  ])) {
    const headers = { [HEADER]: signature, "content-length": [String(READ.length)] };
    /** @type {unknown[]} */
    const said = [];
    const response = { writeHead: (/** @type {number} */ status) => said.push(status), end() {} };
    await handler(
      {
        method: "POST",
        headers,
        async *[Symbol.asyncIterator]() {
          yield READ;
        },
      },
      response,
    );
    assert.equal(said[0], status);
  }
});
