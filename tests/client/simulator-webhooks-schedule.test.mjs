/** When the simulator tells a webhook what, and what it tells it together with. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { createSimulator } from "interakt-wasm/simulator";
import { ROOT } from "../../scripts/project.mjs";
import { clientOf, kinds, RCS, SECRET, START, stage, TEXT } from "./simulator-webhooks-support.mjs";
import { API_KEY } from "./support.mjs";

/** The kind of each event and what its message was called. @param {{ received: any[] }} stage */
const toldOf = ({ received }) =>
  received.map(({ event }) => `${event.type.replace("message_api_", "")} ${event.callbackData}`);

/** @param {string} callbackData */
const named = (callbackData) => ({ ...TEXT, callbackData });

test("each step is told when the simulator's clock has come to it", async () => {
  const { client, deliverAfter, received, simulator } = stage();
  await client.sendMessage(TEXT);
  const at = [];
  for (const ms of [0, 999, 1, 0, 999, 1, 5000, 60_000]) {
    at.push((await deliverAfter(ms)).map((delivery) => delivery.at - START));
  }
  assert.deepEqual(at, [[], [], [1000], [], [], [2000], [7000], []]);
  assert.equal(received.length, 3);
  assert.equal(received[2]?.raw.timestamp, "2026-01-15T09:30:03.000000");
  assert.deepEqual(kinds(simulator.deliveries), [
    "message_api_sent",
    "message_api_delivered",
    "message_api_read",
  ]);
});

test("stepMs is the time to the first step, and between two", async () => {
  const { client, deliverAfter } = stage({ stepMs: 250 });
  await client.sendMessage(TEXT);
  assert.deepEqual(kinds(await deliverAfter(249)), []);
  assert.deepEqual(kinds(await deliverAfter(251)), ["message_api_sent", "message_api_delivered"]);
  assert.deepEqual(kinds(await deliverAfter(250)), ["message_api_read"]);
});

test("events are told in order of time, those of one time in order of acceptance", async () => {
  const staged = stage();
  await staged.client.sendMessage(named("A"));
  await staged.client.sendMessage(named("B"));
  staged.wait(1000);
  await staged.client.sendMessage(named("C"));
  await staged.deliverAfter(10_000);
  assert.deepEqual(toldOf(staged), [
    ...["sent A", "sent B"],
    ...["delivered A", "delivered B", "sent C"],
    ...["read A", "read B", "delivered C"],
    "read C",
  ]);
});

test("without time between them the steps of a message stay together", async () => {
  const staged = stage({ stepMs: 0 });
  await staged.client.sendMessage(named("A"));
  await staged.client.sendMessage(named("B"));
  await staged.simulator.deliver();
  assert.deepEqual(toldOf(staged), [
    ...["sent A", "delivered A", "read A"],
    ...["sent B", "delivered B", "read B"],
  ]);
});

test("each message of an array has an id and a life of its own, the first the answered id", async () => {
  /** @type {any[]} */
  const asked = [];
  const { client, deliverAfter, received } = stage({
    life(message) {
      asked.push(message);
      return message.input.callbackData === "B" ? [] : ["sent"];
    },
  });
  const messages = ["A", "B", "C"].map(named);
  const { id } = await client.sendMessage(messages);
  assert.deepEqual(
    asked.map(({ operation, input }) => [operation, input]),
    messages.map((message) => ["sendMessage", message]),
  );
  assert.equal(asked[0].id, id);
  assert.equal(new Set(asked.map((message) => message.id)).size, 3);
  await deliverAfter(1000);
  assert.deepEqual(
    received.map(({ event }) => [event.callbackData, event.messageId]),
    [
      ["A", asked[0].id],
      ["C", asked[2].id],
    ],
  );
});

test("what is told does not change the ids of answers", async () => {
  const plain = clientOf(createSimulator());
  const { client, deliverAfter } = stage({ life: () => ["sent", { replied: "Hi" }] });
  for (let sent = 0; sent < 3; sent += 1) {
    const expected = [(await plain.sendMessage(TEXT)).id, (await plain.sendRcs(RCS)).id];
    assert.deepEqual(
      [(await client.sendMessage(TEXT)).id, (await client.sendRcs(RCS)).id],
      expected,
    );
    await deliverAfter(2000);
  }
});

test("messages that are not accepted have no life", async () => {
  let asked = 0;
  const life = () => {
    asked += 1;
    return [];
  };
  const { client, simulator } = stage({ life }, { windowOpen: [] });
  await assert.rejects(client.sendMessage(TEXT));
  await assert.rejects(client.sendMessage([TEXT, TEXT]));
  simulator.fault({ status: 400 });
  await assert.rejects(client.sendRcs(RCS));
  assert.equal(asked, 0);
  await client.sendRcs(RCS);
  assert.equal(asked, 1);
});

test("one is told after the other, and nothing twice, however often deliver is called", async () => {
  let atOnce = 0;
  let most = 0;
  const { client, deliverAfter, simulator, wait } = stage({
    async to() {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      return new Response();
    },
  });
  await client.sendMessage([named("A"), named("B")]);
  wait(1000);
  const [first, second, third] = await Promise.all([
    simulator.deliver(),
    simulator.deliver(),
    deliverAfter(1000),
  ]);
  assert.equal(most, 1);
  // The clock had gone on by the time that the first run looked at it again.
  assert.equal(first.length, 4);
  assert.deepEqual([second, third], [[], []]);
  assert.equal(simulator.deliveries.length, 4);
});

test("what is accepted and due while others are told is told in the same run", async () => {
  const received = /** @type {string[]} */ ([]);
  const { client, simulator } = stage({
    stepMs: 0,
    life: ({ input }) => (input.callbackData === "A" ? ["sent", { replied: "Hi" }] : ["sent"]),
    async to(request) {
      const { type } = await request.json();
      received.push(type);
      if (type === "message_received") await client.sendMessage(named("B"));
      return new Response();
    },
  });
  await client.sendMessage(named("A"));
  const deliveries = await simulator.deliver();
  assert.deepEqual(received, ["message_api_sent", "message_received", "message_api_sent"]);
  assert.deepEqual(kinds(deliveries), received);
});

test("reset forgets what was told and what was still to be told", async () => {
  const { client, deliverAfter, simulator } = stage();
  const { deliveries } = simulator;
  const before = await client.sendMessage(TEXT);
  const [first] = await deliverAfter(1000);
  simulator.reset();
  assert.equal(simulator.deliveries, deliveries);
  assert.deepEqual(deliveries, []);
  assert.deepEqual(await deliverAfter(60_000), []);
  assert.deepEqual(await client.sendMessage(TEXT), before);
  const [again] = await deliverAfter(1000);
  assert.deepEqual(
    [again?.messageId, again?.payload.data.customer.id],
    [first?.messageId, first?.payload.data.customer.id],
  );
});

test("reset ends a run after the one that is on its way", async () => {
  /** The requests that wait for an answer, each as what answers it. @type {(() => void)[]} */
  const open = [];
  const to = () =>
    new Promise((/** @type {(response: Response) => void} */ resolve) => {
      open.push(() => resolve(new Response()));
    });
  const { client, simulator, wait } = stage({ to });
  await client.sendMessage(TEXT);
  wait(3000);
  const run = simulator.deliver();
  while (open.length === 0) await new Promise((resolve) => setImmediate(resolve));
  simulator.reset();
  await client.sendMessage(TEXT);
  // Nothing of what is forgotten holds up what comes after it.
  assert.deepEqual(await simulator.deliver(), []);
  open[0]?.();
  assert.deepEqual(kinds(await run), ["message_api_sent"]);
  assert.equal(open.length, 1);
  assert.deepEqual(simulator.deliveries, []);
});

/** Keeps the process alive, as the timers of webhooks do not. @param {import("node:test").TestContext} t */
function stayAlive(t) {
  const timer = setInterval(() => {}, 1000);
  t.after(() => clearInterval(timer));
}

test("without a clock of its own, timers tell each step", { timeout: 30_000 }, async (t) => {
  stayAlive(t);
  /** @type {string[]} */
  const received = [];
  /** @type {import("interakt-wasm/simulator").Simulator} */
  let simulator;
  const done = new Promise((resolve, reject) => {
    simulator = createSimulator({
      webhooks: {
        secret: SECRET,
        stepMs: 5,
        async to(request) {
          const { type } = await request.json();
          received.push(type);
          if (received.length === 6) resolve(undefined);
          if (received.length === 2) throw new Error("the receiver has its problems");
          return new Response();
        },
      },
    });
    clientOf(simulator).sendMessage([TEXT, TEXT]).catch(reject);
  });
  await done;
  assert.deepEqual(received.sort(), [
    ...["message_api_delivered", "message_api_delivered"],
    ...["message_api_read", "message_api_read"],
    ...["message_api_sent", "message_api_sent"],
  ]);
});

test("with a clock of its own, timers tell what is due if they are asked to", async (t) => {
  stayAlive(t);
  const kind = await new Promise((resolve, reject) => {
    const { client } = stage({
      auto: true,
      stepMs: 0,
      life: () => ["read"],
      async to(request) {
        resolve((await request.json()).type);
        return new Response();
      },
    });
    client.sendMessage(TEXT).catch(reject);
  });
  assert.equal(kind, "message_api_read");
});

test("no timer is set with a clock of its own, nor where auto is off", async (t) => {
  const timers = t.mock.method(globalThis, "setTimeout");
  const set = [];
  for (const options of [{ now: () => START }, { auto: false }, { auto: true }]) {
    timers.mock.resetCalls();
    const { now, ...settings } = { now: undefined, ...options };
    const { simulator } = stage({ ...settings, stepMs: 600_000 }, { now });
    await simulator("https://api.interakt.ai/v1/public/message/", {
      method: "POST",
      headers: { authorization: `Basic ${API_KEY}` },
      body: JSON.stringify(TEXT),
    });
    set.push(timers.mock.callCount());
  }
  assert.deepEqual(set, [0, 0, 1]);
});

test("timers that wait do not keep Node running", async () => {
  const program = `
    import { createSimulator } from "interakt-wasm/simulator";
    const simulator = createSimulator({
      webhooks: { secret: "s", stepMs: 2 ** 40, to: () => console.log("told") },
    });
    const { status } = await simulator("https://api.interakt.ai/v1/public/message/", {
      method: "POST",
      headers: { authorization: "Basic dGVzdC1rZXk6" },
      body: ${JSON.stringify(JSON.stringify(TEXT))},
    });
    console.log(status, process.getActiveResourcesInfo().includes("Timeout"));
  `;
  const args = ["--input-type=module", "--eval", program];
  const options = { cwd: ROOT, timeout: 30_000 };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, options);
  assert.deepEqual([stdout, stderr], ["201 false\n", ""]);
});

test("without the option nothing is told", async () => {
  const simulator = createSimulator();
  const client = clientOf(simulator);
  await client.sendMessage([TEXT, TEXT]);
  await client.sendRcs(RCS);
  assert.deepEqual(await simulator.deliver(), []);
  assert.deepEqual(simulator.deliveries, []);
  simulator.reset();
  assert.deepEqual(await simulator.deliver(), []);
});
