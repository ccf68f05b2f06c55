/** What the simulator tells a webhook of WhatsApp messages, as it is sent and as it is read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webhooks } from "interakt-wasm";
import {
  DIGITS,
  kinds,
  PAIR,
  SECRET,
  stage,
  TEMPLATE,
  TEXT,
  told,
} from "./simulator-webhooks-support.mjs";

const COST = { whatsapp_cost: "0.115", interakt_markup: "0.035", actual_message_cost: "0.15" };

test("a message is sent, delivered and read unless something else is said", async () => {
  const { client, deliverAfter, received, simulator } = stage();
  const { id } = await client.sendMessage(TEXT);
  const deliveries = await deliverAfter(3000);
  assert.deepEqual(kinds(deliveries), [
    "message_api_sent",
    "message_api_delivered",
    "message_api_read",
  ]);
  assert.deepEqual(simulator.deliveries, deliveries);
  assert.deepEqual(
    received.map(({ event }) => [
      event.known,
      event.channel,
      event.type,
      event.messageId,
      event.callbackData,
      event.status,
      event.dedupeKey,
    ]),
    ["sent", "delivered", "read"].map((status) => {
      const kind = `message_api_${status}`;
      return [true, "whatsapp", kind, id, "order-7", status, `${kind}:${id}`];
    }),
  );
});

test("an event has the shape of Interakt's, times without zone included", async () => {
  const { id, received } = await told(["sent"]);
  assert.deepEqual(received[0]?.raw, {
    version: "1.0",
    timestamp: "2026-01-15T09:30:01.000000",
    type: "message_api_sent",
    data: {
      customer: {
        id: "00000000-0000-4000-8000-000010000001",
        channel_phone_number: DIGITS,
        country_code: "+91",
        phone_number: "9876543210",
        traits: {},
      },
      message: {
        id,
        chat_message_type: "PublicApiMessage",
        channel_failure_reason: null,
        message_status: "Sent",
        received_at_utc: "2026-01-15T09:30:01.000000",
        delivered_at_utc: null,
        seen_at_utc: null,
        campaign_id: null,
        is_template_message: false,
        channel_error_code: null,
        message_content_type: "Text",
        raw_template: null,
        media_url: null,
        message: "Your tea leaves the warehouse today.",
        meta_data: {
          source: "PublicInterakt",
          source_data: { callback_data: "order-7" },
          message_cost: COST,
        },
      },
    },
  });
  assert.equal(received[0]?.event.timestamp, "2026-01-15T09:30:01.000000Z");
});

test("every event is posted as JSON, signed with the secret", async () => {
  const { received } = await told(["sent", { replied: "Thänk you 🫖" }]);
  assert.equal(received.length, 2);
  for (const { request, signature, text } of received) {
    assert.equal(request.method, "POST");
    assert.equal(request.headers.get("content-type"), "application/json");
    assert.match(signature ?? "", /^sha256=[0-9a-f]{64}$/);
    assert.equal(await webhooks.verify(text, signature, SECRET), true);
    assert.equal(await webhooks.verify(`${text} `, signature, SECRET), false);
  }
});

test("times that are known stay known, and what comes again has not happened again", async () => {
  const { received } = await told(["read", "delivered", "sent", "sent"]);
  const [one, two, three] = [1, 2, 3].map((second) => `2026-01-15T09:30:0${second}.000000`);
  assert.deepEqual(
    received.map(({ raw: { timestamp, data } }) => {
      const { message_status, received_at_utc, delivered_at_utc, seen_at_utc } = data.message;
      return [timestamp, message_status, received_at_utc, delivered_at_utc, seen_at_utc];
    }),
    [
      [one, "Read", null, null, one],
      [two, "Delivered", null, two, one],
      [three, "Sent", three, two, one],
      ["2026-01-15T09:30:04.000000", "Sent", three, two, one],
    ],
  );
  const keys = received.map(({ event }) => event.dedupeKey);
  assert.equal(keys[2], keys[3]);
  assert.equal(new Set(keys).size, 3);
});

test("a failure says why, with the code as a text, and costs nothing", async () => {
  const reason = "Number is not on WhatsApp";
  const { received } = await told(["sent", { failed: { code: "1013", reason } }, "delivered"]);
  const [, failed, delivered] = received.map(({ raw }) => raw.data.message);
  assert.equal(received[1]?.raw.type, "message_api_failed");
  assert.equal(failed.message_status, "Failed");
  assert.equal(failed.channel_error_code, "1013");
  assert.equal(failed.channel_failure_reason, reason);
  assert.deepEqual(failed.meta_data, {
    source: "PublicInterakt",
    source_data: { callback_data: "order-7" },
  });
  assert.equal(delivered.channel_error_code, null);
  assert.equal(delivered.channel_failure_reason, null);
  assert.deepEqual(
    received.map(({ event }) => [event.known, event.status]),
    [
      [true, "sent"],
      [true, "failed"],
      [true, "delivered"],
    ],
  );
});

test("of a template with more values than it has places Meta's refusal is told", async () => {
  const { name, languageCode: language } = TEMPLATE.template;
  const template = { name, language, category: "UTILITY", body: "Dear {{1}}, it is packed." };
  const plain = { ...TEMPLATE, template: { name, languageCode: language, bodyValues: ["Asha"] } };
  const change = (/** @type {object} */ more) => ({
    ...plain,
    template: { ...plain.template, ...more },
  });
  const tea = { body: "A tea" };
  for (const [held, message] of /** @type {const} */ ([
    [template, change({ bodyValues: ["Asha", "1042"] })],
    [template, change({ headerValues: ["1042"] })],
    [template, change({ buttonValues: { 0: ["1042"] } })],
    [template, change({ carouselCards: [{}, {}] })],
    [
      { ...template, carousel_cards: [tea, tea] },
      change({ carouselCards: [{}, { bodyValues: ["1"] }] }),
    ],
  ])) {
    const { client, deliverAfter } = stage({}, { templates: [held] });
    await client.sendMessage(message);
    const [delivery, ...others] = await deliverAfter(3000);
    assert.deepEqual(others, []);
    assert.equal(delivery?.kind, "message_api_failed");
    assert.equal(delivery?.payload.data.message.channel_error_code, "132000");
  }
  // And of no other: neither what suits nor what tells nothing nor what the test decides.
  for (const [held, message, life] of /** @type {const} */ ([
    [template, plain, undefined],
    [{ ...template, body: null }, TEMPLATE, undefined],
    [template, change({ bodyValues: ["Asha", "1042"] }), () => ["sent", "delivered", "read"]],
  ])) {
    const settings = /** @type {any} */ ({ life });
    const { client, deliverAfter } = stage(settings, { templates: [held] });
    await client.sendMessage(message);
    assert.equal((await deliverAfter(3000)).length, 3);
  }
});

test("a quick reply is told within the message", async () => {
  const { id, received } = await told(["read", { clicked: "Thank you" }], TEMPLATE);
  const { raw, event } = received[1] ?? assert.fail();
  assert.equal(raw.type, "message_api_clicked");
  assert.equal(raw.data.message.message_status, "Read");
  assert.deepEqual(raw.data.message.meta_data, {
    source: "PublicInterakt",
    source_data: { callback_data: "order-8" },
    message_cost: COST,
    click_type: "QR",
    button_text: "Thank you",
    button_link: "",
    click_timestamp: "2026-01-15 09:30:02.000000",
    button_payload: { payload: { type: "QUICK_REPLY", text: "Thank you" } },
  });
  assert.equal("event" in raw.data, false);
  assert.deepEqual([event.known, event.status, event.callbackData], [true, "clicked", "order-8"]);
  const [kind, about, , ...at] = event.dedupeKey.split(":");
  assert.deepEqual([kind, about], ["message_api_clicked", id]);
  assert.equal(at.join(":"), "2026-01-15T09:30:02.000000Z");
  assert.equal(event.data.message.meta_data.click_timestamp, "2026-01-15T09:30:02.000000Z");
});

test("a button that opens a page is told beside the message", async () => {
  const url = "https://nilgiritea.example/orders/8";
  const { received } = await told([{ clicked: "Track order", url }], TEMPLATE);
  const { raw, event } = received[0] ?? assert.fail();
  assert.equal(raw.type, "message_api_clicked");
  assert.deepEqual(raw.data.event, {
    callbackData: "order-8",
    click_type: "CTA",
    button_text: "Track order",
    button_link: url,
    click_timestamp: "2026-01-15 09:30:01.000000",
  });
  assert.equal("click_type" in raw.data.message.meta_data, false);
  assert.deepEqual([event.known, event.status, event.callbackData], [true, "clicked", "order-8"]);
});

test("without callbackData there is none in any event", async () => {
  const { callbackData: _, ...message } = TEMPLATE;
  const url = "https://nilgiritea.example";
  const { received } = await told(["sent", { clicked: "Visit", url }], message);
  assert.equal(received[0]?.raw.data.message.meta_data.source_data.callback_data, null);
  assert.equal(received[1]?.raw.data.event.callbackData, null);
  assert.deepEqual(
    received.map(({ event }) => event.callbackData),
    [null, null],
  );
});

test("a reply is a message of the customer's own", async () => {
  const { id, received } = await told([{ replied: "Thank you" }]);
  const { raw, event } = received[0] ?? assert.fail();
  assert.equal(raw.type, "message_received");
  assert.deepEqual(raw.data.message, {
    id: "00000000-0000-4000-8000-000010000002",
    chat_message_type: "CustomerMessage",
    channel_failure_reason: null,
    message_status: "Sent",
    received_at_utc: "2026-01-15T09:30:01.000000",
    delivered_at_utc: null,
    seen_at_utc: null,
    campaign_id: null,
    is_template_message: false,
    raw_template: null,
    channel_error_code: null,
    message_content_type: "Text",
    message: "Thank you",
    media_url: null,
    meta_data: {},
  });
  assert.notEqual(event.messageId, id);
  assert.deepEqual([event.known, event.status, event.callbackData], [true, null, null]);
});

test("buttons and rows that are chosen come as JSON in a string", async () => {
  const button = { id: "rating-3", title: "Lovely" };
  const row = { id: "tea-1", title: "Orange Pekoe", description: "Whole leaf" };
  const { received } = await told([{ replied: { button } }, { replied: { row } }]);
  const [first, second] = received.map(({ raw }) => raw.data.message);
  assert.equal(first.message_content_type, "InteractiveButtonReply");
  assert.equal(
    first.message,
    '{"type":"button_reply","button_reply":{"id":"rating-3","title":"Lovely"}}',
  );
  assert.equal(second.message_content_type, "InteractiveListReply");
  assert.deepEqual(JSON.parse(second.message), { type: "list_reply", list_reply: row });
  assert.deepEqual(
    received.map(({ event }) => event.data.message.message),
    [
      { type: "button_reply", button_reply: button },
      { type: "list_reply", list_reply: row },
    ],
  );
});

test("a text that looks like a tap stays a text", async () => {
  const forged = '{"type":"button_reply","button_reply":{"id":"pay","title":"Pay"}}';
  const { received } = await told([{ replied: forged }]);
  assert.equal(received[0]?.event.data.message.message, forged);
});

test("the content is told as it was sent", async () => {
  const mediaUrl = "https://media.nilgiritea.example/garden.jpg";
  const interactive = {
    type: "button",
    body: { text: "How was it?" },
    action: { buttons: [{ type: "reply", reply: { id: "3", title: "Lovely" } }] },
  };
  for (const [type, data, message] of /** @type {const} */ ([
    ["Image", { mediaUrl, message: "This morning" }, "This morning"],
    ["Image", { mediaUrl }, "None"],
    ["Sticker", { mediaUrl: "https://media.nilgiritea.example/thanks.webp" }, "None"],
    ["InteractiveButton", { message: interactive }, JSON.stringify(interactive)],
  ])) {
    const { received } = await told(["sent"], { ...PAIR, type, data });
    const { raw, event } = received[0] ?? assert.fail();
    assert.equal(raw.data.message.message_content_type, type);
    assert.equal(raw.data.message.message, message);
    assert.equal(raw.data.message.media_url, "mediaUrl" in data ? data.mediaUrl : null);
    assert.equal(event.known, true);
    assert.equal(event.data.message.message, message === "None" ? null : message);
  }
});
