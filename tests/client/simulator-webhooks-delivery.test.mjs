/** How the simulator posts to a webhook, over HTTP too, and what comes of it. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { webhooks } from "interakt-wasm";
import { listen } from "../support/listen.mjs";
import { kinds, SECRET, START, stage, TEXT } from "./simulator-webhooks-support.mjs";
import { setGlobal } from "./support.mjs";

/**
 * A server that answers as the function does.
 * @param {import("node:test").TestContext} t
 * @param {import("node:http").RequestListener} answer
 */
async function serve(t, answer) {
  const { url, close } = await listen(createServer(answer));
  t.after(close);
  return url;
}

/** What became of one event. @param {Partial<import("interakt-wasm/simulator").WebhookOptions>} settings */
async function deliveryBy(settings) {
  const { client, deliverAfter } = stage({ life: () => ["sent"], ...settings });
  await client.sendMessage(TEXT);
  const [delivery] = await deliverAfter(1000);
  return delivery ?? assert.fail("nothing was delivered");
}

test("events arrive at an address, and verify there byte for byte", async (t) => {
  /** @type {any[]} */
  const arrived = [];
  const url = await serve(t, async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url: path, headers } = request;
    arrived.push({ method, path, headers, body: Buffer.concat(chunks) });
    response.end("ok");
  });
  for (const to of [`${url}/hooks?token=7`, new URL(`${url}/hooks?token=7`)]) {
    const { client, deliverAfter } = stage({ to, life: () => [{ replied: "Thänk you 🫖" }] });
    const { id } = await client.sendMessage(TEXT);
    const [delivery] = await deliverAfter(1000);
    const { method, path, headers, body } = arrived.pop();
    assert.deepEqual([method, path], ["POST", "/hooks?token=7"]);
    assert.equal(headers["content-type"], "application/json");
    assert.equal(await webhooks.verify(body, headers["interakt-signature"], SECRET), true);
    assert.deepEqual(JSON.parse(body.toString()), delivery?.payload);
    const { payload: _, ...rest } = delivery ?? assert.fail();
    assert.deepEqual(rest, {
      kind: "message_received",
      messageId: webhooks.parse(body).messageId,
      lifeOf: id,
      status: 200,
      error: null,
      at: START + 1000,
    });
  }
});

test("an answer whose body never ends holds nothing up", { timeout: 30_000 }, async (t) => {
  let closed = 0;
  const url = await serve(t, (request, response) => {
    request.resume();
    response.on("close", () => {
      closed += 1;
    });
    response.write("and so on");
  });
  const { client, deliverAfter } = stage({ to: url });
  await client.sendMessage(TEXT);
  const statuses = (await deliverAfter(3000)).map(({ status }) => status);
  assert.deepEqual(statuses, [200, 200, 200]);
  while (closed < 3) await new Promise((resolve) => setImmediate(resolve));
});

test("the body of an answer is cancelled, also one that cannot be", async () => {
  let cancelled = 0;
  const body = new ReadableStream({
    cancel() {
      cancelled += 1;
      throw new Error("cannot be cancelled");
    },
  });
  const delivery = await deliveryBy({ to: () => new Response(body, { status: 202 }) });
  assert.deepEqual([delivery.status, delivery.error, cancelled], [202, null, 1]);
  const locked = new Response("read");
  locked.body?.getReader();
  assert.equal((await deliveryBy({ to: () => locked })).status, 200);
});

test("whatever status is answered is told, and not where it leads", async (t) => {
  let asked = 0;
  const url = await serve(t, (request, response) => {
    asked += 1;
    const [, status] = /^\/(\d+)/.exec(request.url ?? "") ?? [];
    response.writeHead(Number(status), { location: "/200" }).end();
  });
  for (const status of [200, 204, 302, 307, 401, 500]) {
    const delivery = await deliveryBy({ to: `${url}/${status}` });
    assert.deepEqual([delivery.status, delivery.error], [status, null]);
  }
  assert.equal(asked, 6);
});

test("an address is sent to with the given fetch, called with one request and nothing else", async () => {
  /** @type {any[]} */
  const calls = [];
  /** @type {any} */
  const fetch = function (/** @type {any[]} */ ...args) {
    // @ts-expect-error: that there is no `this` is the point
    calls.push([this, ...args]);
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  const delivery = await deliveryBy({ to: "https://shop.example/hooks", fetch });
  assert.equal(delivery.status, 204);
  assert.equal(calls.length, 1);
  const [self, request, ...more] = calls[0];
  assert.equal(self, undefined);
  assert.ok(request instanceof Request);
  assert.equal(request.url, "https://shop.example/hooks");
  assert.deepEqual(more, []);
});

test("otherwise with the global fetch, as it is by then", async (t) => {
  const { client, deliverAfter } = stage({ to: "https://shop.example/hooks" });
  await client.sendMessage(TEXT);
  setGlobal(t, "fetch", async () => new Response(null, { status: 208 }));
  const [delivery] = await deliverAfter(1000);
  assert.equal(delivery?.status, 208);
});

test("a receiver that fails is told of by name and message, and the next event comes all the same", async () => {
  const plays = [
    () => {
      throw new RangeError("out of tea");
    },
    () => Promise.reject("no words"),
    () => undefined,
    () => new Response(),
  ];
  const steps = /** @type {const} */ (["sent", "delivered", "read", { replied: "Hi" }]);
  const to = /** @type {any} */ (() => plays.shift()?.());
  const { client, deliverAfter } = stage({ to, life: () => steps });
  await client.sendMessage(TEXT);
  const deliveries = await deliverAfter(4000);
  assert.deepEqual(
    deliveries.map(({ kind, status, error }) => [kind, status, error]),
    [
      ["message_api_sent", null, "RangeError: out of tea"],
      ["message_api_delivered", null, "no words"],
      ["message_api_read", null, "TypeError: the answer is no Response"],
      ["message_received", 200, null],
    ],
  );
});

test("a server that is not there is told of, and nothing is repeated", async () => {
  const server = await listen(createServer());
  await server.close();
  const { client, deliverAfter, simulator } = stage({ to: server.url, life: () => ["sent"] });
  await client.sendMessage(TEXT);
  const [delivery] = await deliverAfter(1000);
  assert.equal(delivery?.status, null);
  assert.match(delivery?.error ?? "", /^TypeError: /);
  assert.deepEqual(await deliverAfter(60_000), []);
  assert.deepEqual(kinds(simulator.deliveries), ["message_api_sent"]);
});

test("a secret that nothing can be signed with is told of by the delivery", async () => {
  const delivery = await deliveryBy({ secret: "a\0b" });
  assert.equal(delivery.status, null);
  assert.match(delivery.error ?? "", /^ConfigurationError: /);
  assert.ok(!delivery.error?.includes("a\0b"));
});
