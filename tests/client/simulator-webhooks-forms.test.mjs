/** What the simulator tells a webhook of a form that a customer fills in, as it is sent and as it is read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webhooks } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { kinds, RCS, SECRET, stage, TEMPLATE, TEXT, told } from "./simulator-webhooks-support.mjs";

const ANSWERS = { screen_0_City_0: "Pune", screen_0_Days_1: ["mon", "tue"], note: '{"a":1}' };

/** @param {import("interakt-wasm/simulator").LifeStep} step @param {any} [message] */
const form = (step, message = TEMPLATE) => told([step], message);

test("a form is told twice, about one message of the customer", async () => {
  const { id, received, deliveries } = await form({ submitted: ANSWERS });
  assert.deepEqual(kinds(deliveries), ["message_api_flow_response", "message_received"]);
  const [first, second] = received.map(({ event }) => event);
  for (const event of [first, second]) {
    assert.equal(event.known, true);
    assert.equal(event.callbackData, TEMPLATE.callbackData);
    assert.equal(event.status, null);
    assert.deepEqual(event.data.message.message, {
      type: "nfm_reply",
      nfm_reply: { response_json: ANSWERS, body: "Sent", name: "flow" },
    });
    assert.equal(event.data.message.message_content_type, "InteractiveFlowReply");
    assert.equal(event.data.message.message_context.id, id);
    assert.equal(event.data.source_template_message.template_name, TEMPLATE.template.name);
    assert.ok(event.data.flow_id > 2 ** 31);
  }
  assert.notEqual(first.messageId, id);
  assert.equal(second.messageId, first.messageId);
  assert.equal(first.submissionKey, `submission:${first.messageId}`);
  assert.equal(second.submissionKey, first.submissionKey);
  assert.notEqual(second.dedupeKey, first.dedupeKey);
  assert.deepEqual(
    deliveries.map(({ lifeOf, messageId }) => [lifeOf, messageId]),
    [first, second].map(({ messageId }) => [id, messageId]),
  );
});

test("its answers come as objects and as JSON in JSON in strings", async () => {
  for (const [encoded, expected] of /** @type {const} */ ([
    [undefined, ["object", "string"]],
    [true, ["string", "string"]],
    [false, ["object", "object"]],
  ])) {
    const { received } = await form({ submitted: ANSWERS, encoded });
    const messages = received.map(({ raw }) => raw.data.message.message);
    assert.deepEqual(
      messages.map((message) => typeof message),
      expected,
    );
    for (const message of messages) {
      const outer = typeof message === "string" ? JSON.parse(message) : message;
      const { response_json } = outer.nfm_reply;
      assert.equal(typeof response_json, typeof message);
      const inner = typeof response_json === "string" ? JSON.parse(response_json) : response_json;
      assert.deepEqual(inner, ANSWERS);
    }
  }
});

test("two forms are two submissions", async () => {
  const { received } = await told([{ submitted: ANSWERS }, { submitted: ANSWERS }], TEMPLATE);
  assert.equal(new Set(received.map(({ event }) => event.submissionKey)).size, 2);
  assert.equal(new Set(received.map(({ event }) => event.dedupeKey)).size, 4);
});

test("whoever keeps the keys handles a form once, in either order", async () => {
  const { received } = await form({ submitted: ANSWERS });
  for (const events of [received, received.toReversed()]) {
    const kept = new Set();
    const handled = events.filter(({ event: { submissionKey, dedupeKey } }) => {
      const key = submissionKey ?? dedupeKey;
      const isNew = !kept.has(key);
      kept.add(key);
      return isNew;
    });
    assert.equal(handled.length, 1);
  }
});

test("a form that answers what is no template names none", async () => {
  const { received } = await form({ submitted: {} }, TEXT);
  assert.equal(received[0]?.event.data.source_template_message.template_name, null);
  assert.equal(received[0]?.event.callbackData, TEXT.callbackData);
});

test("RCS has no forms", async () => {
  const { client } = stage({ life: () => [{ submitted: {} }] });
  await assert.rejects(client.sendRcs(RCS), (/** @type {any} */ { cause, message }) =>
    /RCS has no forms/.test(cause?.message ?? message),
  );
});

test("a webhook that receives takes both events of a form", async () => {
  /** @type {(string | null)[]} */
  const keys = [];
  const simulator = createSimulator({
    webhooks: {
      secret: SECRET,
      auto: false,
      stepMs: 0,
      life: () => [{ submitted: ANSWERS }],
      to: (request) =>
        webhooks.receive(request, {
          secret: SECRET,
          onEvent: ({ submissionKey }) => void keys.push(submissionKey),
        }),
    },
  });
  await simulator("https://api.interakt.ai/v1/public/message/", {
    method: "POST",
    headers: { authorization: "Basic dGVzdC1rZXk6", "content-type": "application/json" },
    body: JSON.stringify(TEMPLATE),
  });
  const deliveries = await simulator.deliver();
  assert.deepEqual(
    deliveries.map(({ status }) => status),
    [200, 200],
  );
  assert.equal(keys.length, 2);
  assert.match(String(keys[0]), /^submission:/);
  assert.equal(keys[0], keys[1]);
});
