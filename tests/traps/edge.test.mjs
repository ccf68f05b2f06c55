/** What servers answer and write down when the module traps within them. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import test from "node:test";
import { isInternalError, webhooks } from "interakt-wasm";
import { createDesk } from "../edge/consumer-support.mjs";
import { TEXT as INPUT } from "../edge/proxy-inputs.mjs";
import { start } from "../edge/proxy-support.mjs";
import { failureOf } from "../support/failure.mjs";
import { listen } from "../support/listen.mjs";
import { createTraps } from "./trap.mjs";
import { NUMBER } from "./uses.mjs";

const traps = createTraps();
test.after(() => traps.end());

/** @param {string} calls @param {any} [options] */
async function askProxy(calls, options) {
  const told = /** @type {any[]} */ ([]);
  const desk = start({ onSend: (/** @type {any} */ event) => told.push(event), ...options });
  // What it says once it has said it, it says from what it knows.
  assert.equal((await desk.post(INPUT)).status, 200);
  traps.set(calls);
  const answer = await desk.post(INPUT);
  assert.equal(traps.isSet, false);
  const sent = desk.sent.length - 1;
  assert.equal((await desk.post(INPUT)).status, 200);
  assert.deepEqual(traps.late, []);
  return { answer, sent, told: told[1] };
}

test("a proxy whose check traps says that nothing was sent", async () => {
  const refused = /** @type {any[]} */ ([]);
  const onRefuse = (/** @type {any} */ event) => refused.push(event);
  const { answer, sent } = await askProxy("validate", { onRefuse });
  assert.deepEqual([answer.status, answer.body.code, sent], [424, "application_failed", 0]);
  assert.deepEqual(
    refused.map(({ cause }) => isInternalError(cause)),
    [true],
  );
});

test("a proxy that traps at Interakt's answer says that the fate of the message is unknown", async () => {
  const { answer, sent, told } = await askProxy("parse");
  assert.deepEqual([answer.status, answer.body.code, sent], [502, "internal", 1]);
  assert.ok(isInternalError(told.error));
  assert.equal(told.error.outcome, "unknown");
});

test("a proxy that traps when it takes the key out of an answer does not call it unsent", async () => {
  const { answer, sent } = await askProxy("redact");
  assert.deepEqual([answer.status, answer.body.code, sent], [502, "internal", 1]);
});

test("a row whose check traps goes out again later, one whose answer traps is of unknown fate", async () => {
  for (const [calls, fate] of /** @type {const} */ ([
    ["validate", "again"],
    ["parse", "unknown"],
  ])) {
    const desk = createDesk({ rows: 5, options: { concurrency: 1 } });
    traps.set(calls, { nth: 3 });
    await desk.work();
    assert.equal(traps.isSet, false);
    const others = desk.settled.filter(({ fate }) => fate === "sent");
    const [own, ...more] = desk.settled.filter(({ fate }) => fate !== "sent");
    assert.deepEqual([others.length, more.length], [4, 0]);
    assert.deepEqual([own.fate, own.code], [fate, "internal"]);
    assert.doesNotMatch(own.message, /9198/);
    assert.deepEqual([desk.errors, traps.late], [[], []]);
  }
});

const OPTIONS = { dangerouslyAllowUnsignedRcs: true, onEvent() {} };
const BODY = JSON.stringify({ entityType: "USER_MESSAGE", userPhoneNumber: NUMBER });

test("a webhook that traps is none that was received: Interakt sends it again", async () => {
  const receive = () => {
    const request = new Request("https://shop.example/", { method: "POST", body: BODY });
    return webhooks.receive(request, OPTIONS);
  };
  const { status } = await receive();
  traps.set("event");
  assert.ok(isInternalError(await failureOf(receive())));
  assert.equal((await receive()).status, status);
  assert.deepEqual(traps.late, []);
});

test("a server of Node's answers 500 to a webhook that traps, and says nothing of its data", async (t) => {
  const said = t.mock.method(console, "error", () => {});
  const server = createServer(webhooks.nodeHandler(OPTIONS));
  const { url, close } = await listen(server);
  t.after(close);
  const post = () => fetch(url, { method: "POST", body: BODY });
  const { status } = await post();
  traps.set("event");
  const failed = await post();
  assert.equal(failed.status, 500);
  assert.doesNotMatch(await failed.text(), new RegExp(NUMBER));
  assert.doesNotMatch(String(said.mock.calls.map((call) => call.arguments)), new RegExp(NUMBER));
  assert.equal((await post()).status, status);
});
