/** From a message that is sent to what its webhook has told of it, over HTTP, in servers of every kind. */
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startBun, startDeno, startNode } from "../support/child.mjs";
import { startWorker } from "../support/runtimes.mjs";
import { serve } from "../support/server.mjs";
import { createRemote } from "./round-trip-remote.mjs";

const SERVER = fileURLToPath(new URL("round-trip-server.mjs", import.meta.url));
const WORKER = fileURLToPath(new URL("round-trip-worker.mjs", import.meta.url));

/** How long to wait for what must come to pass before the test fails. */
const PATIENCE_MS = 10_000;

/** @type {[name: string, start: () => Promise<{ url: string, stop: () => Promise<void> }>][]} */
const SERVERS = [
  ["a Worker", startProgram],
  ["Node's http, with nodeHandler", () => startServer(startNode(SERVER))],
  ["Deno.serve", async () => startServer(await startDeno(SERVER, ["--allow-net=127.0.0.1"]))],
  ["Bun.serve", async () => startServer(await startBun(SERVER))],
];

async function startProgram() {
  const { address, stop } = await startWorker(WORKER);
  return { url: await address(), stop };
}

/** @param {import("../support/child.mjs").Child} child */
async function startServer({ ask, stop }) {
  const { url } = await ask({});
  return { url, stop };
}

const TEXT = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  callbackData: "order-1904",
  type: "Text",
  data: { message: "Your tea leaves the warehouse today." },
};

const TEMPLATE = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  callbackData: "order-1905",
  type: "Template",
  template: { name: "order_packed", languageCode: "en", bodyValues: ["Asha"] },
};

const RCS = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  type: "Text",
  message: { plainText: "The shop opens at nine tomorrow." },
};

for (const [name, start] of SERVERS) {
  test(`what becomes of messages comes back over HTTP to ${name}`, async (t) => {
    const { url, stop } = await start();
    t.after(stop);
    const { send, deliver, know } = createRemote(url);

    await t.test("a message is followed until it is read", async () => {
      const id = await send(TEXT, ["sent", "delivered", "read"]);
      assert.deepEqual(await know(id), { status: null, events: [] });
      for (const status of ["sent", "delivered", "read"]) {
        assert.deepEqual((await deliver(1)).map(outcome), [[`message_api_${status}`, 200]]);
        assert.equal((await know(id)).status, status);
      }
    });

    await t.test("events that come late or again take nothing back", async () => {
      const id = await send(TEXT, ["read", "sent", "delivered", "sent"]);
      assert.deepEqual((await deliver(4)).map(outcome), [
        ["message_api_read", 200],
        ["message_api_sent", 200],
        ["message_api_delivered", 200],
        ["message_api_sent", 200],
      ]);
      const { status, events } = await know(id);
      assert.equal(status, "read");
      assert.equal(events.length, 3, "told twice, kept once");
    });

    await t.test("a message that fails says why", async () => {
      const reason = "Message undeliverable";
      const id = await send(TEXT, ["sent", { failed: { code: "131026", reason } }]);
      await deliver(2);
      const { status, events } = await know(id);
      assert.equal(status, "failed");
      const { message } = events.at(-1).data;
      assert.equal(message.channel_error_code, "131026");
      assert.equal(message.channel_failure_reason, reason);
    });

    await t.test("a tap tells the callbackData, and a reply is a message of its own", async () => {
      const button = { id: "rating-3", title: "Lovely" };
      const id = await send(TEMPLATE, ["delivered", { clicked: "Yes" }, { replied: { button } }]);
      const told = await deliver(3);
      const { status, events } = await know(id);
      assert.equal(status, "clicked");
      assert.deepEqual(
        events.map(({ type, callbackData }) => [type, callbackData]),
        [
          ["message_api_delivered", TEMPLATE.callbackData],
          ["message_api_clicked", TEMPLATE.callbackData],
        ],
      );
      const replyId = told[2]?.messageId ?? "";
      assert.notEqual(replyId, id);
      const reply = await know(replyId);
      assert.equal(reply.status, null);
      assert.deepEqual(reply.events[0].data.message.message, {
        type: "button_reply",
        button_reply: button,
      });
    });

    await t.test("what was changed on its way is refused, and changes nothing", async () => {
      const id = await send(TEXT, ["sent", "read"]);
      await deliver(1);
      const before = await know(id);
      assert.deepEqual((await deliver(1, { isTamperedWith: true })).map(outcome), [
        ["message_api_read", 401],
      ]);
      assert.deepEqual(await know(id), before);
    });

    await t.test("what takes long is done after the answer", async (t) => {
      const gate = await startGate();
      t.after(gate.close);
      const id = await send(TEXT, ["read"]);
      assert.deepEqual((await deliver(1, { gate: gate.url })).map(outcome), [
        ["message_api_read", 200],
      ]);
      assert.deepEqual(await know(id), { status: null, events: [] });
      gate.open();
      await until(async () => (await know(id)).status === "read");
    });

    await t.test("RCS comes without a signature", async () => {
      const id = await send(RCS, ["sent", "delivered", "read"], "sendRcs");
      for (const status of ["accepted", "delivered", "read"]) {
        assert.deepEqual(
          (await deliver(1)).map((delivery) => delivery.status),
          [200],
        );
        assert.equal((await know(id)).status, status);
      }
    });
  });
}

/** @param {import("interakt-wasm/simulator").Delivery} delivery */
const outcome = ({ kind, status, error }) => [kind, status ?? error];

/** A server that answers when it is told to. */
async function startGate() {
  /** @type {() => void} */
  let open = () => {};
  const opened = new Promise((resolve) => {
    open = () => resolve(undefined);
  });
  const server = await serve(async () => {
    await opened;
    return new Response();
  });
  return { ...server, open };
}

/** @param {() => Promise<boolean>} holds */
async function until(holds) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("it never came to pass");
    await pause(5);
  }
}
