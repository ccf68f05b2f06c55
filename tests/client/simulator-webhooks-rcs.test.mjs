/** What the simulator tells a webhook of RCS messages, as it is sent and as it is read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { kinds, PAIR, RCS, stage, told } from "./simulator-webhooks-support.mjs";

const BOT = "00000000-0000-4000-9000-000000000002";
const FROM = { userPhoneNumber: "+919876543210", botId: BOT };

/** The facts that `webhooks.parse` gives. @param {any} event */
const factsOf = ({
  known,
  channel,
  messageId,
  callbackData,
  status,
  submissionKey,
  dedupeKey,
}) => ({
  known,
  channel,
  messageId,
  callbackData,
  status,
  submissionKey,
  dedupeKey,
});

test("an RCS message is told in Jio's shape, without a signature", async () => {
  const { id, received, deliveries } = await told(["sent", "delivered", "read"], RCS);
  assert.deepEqual(kinds(deliveries), [
    "SEND_MESSAGE_SUCCESS",
    "MESSAGE_DELIVERED",
    "MESSAGE_READ",
  ]);
  assert.deepEqual(
    received.map(({ signature }) => signature),
    [null, null, null],
  );
  const senderPhoneNumber = "+919876543210";
  assert.deepEqual(
    received.map(({ raw }) => raw),
    [
      {
        ...FROM,
        entityType: "STATUS_EVENT",
        entity: {
          eventType: "SEND_MESSAGE_SUCCESS",
          messageId: id,
          sendTime: "2026-01-15T09:30:01.000000Z",
        },
      },
      {
        ...FROM,
        entityType: "USER_EVENT",
        entity: {
          eventType: "MESSAGE_DELIVERED",
          messageId: id,
          sendTime: "2026-01-15T09:30:02.000000Z",
          senderPhoneNumber,
          eventId: "00000000-0000-4000-8000-000010000001",
        },
      },
      {
        ...FROM,
        entityType: "USER_EVENT",
        entity: {
          eventType: "MESSAGE_READ",
          messageId: id,
          sendTime: "2026-01-15T09:30:03.000000Z",
          senderPhoneNumber,
          eventId: "00000000-0000-4000-8000-000010000002",
        },
      },
    ],
  );
  assert.deepEqual(
    received.map(({ event }) => factsOf(event)),
    [
      ["accepted", "STATUS_EVENT:SEND_MESSAGE_SUCCESS"],
      ["delivered", "USER_EVENT:MESSAGE_DELIVERED"],
      ["read", "USER_EVENT:MESSAGE_READ"],
    ].map(([status, key]) => ({
      known: true,
      channel: "rcs",
      messageId: id,
      callbackData: null,
      status,
      submissionKey: null,
      dedupeKey: `${key}:${id}`,
    })),
  );
});

test("a failed RCS message says why", async () => {
  const failed = { code: "404", reason: "The phone has no RCS" };
  const { id, received, deliveries } = await told([{ failed }], RCS);
  assert.deepEqual(kinds(deliveries), ["SEND_MESSAGE_FAILURE"]);
  assert.deepEqual(received[0]?.raw, {
    ...FROM,
    entityType: "STATUS_EVENT",
    entity: {
      eventType: "SEND_MESSAGE_FAILURE",
      messageId: id,
      sendTime: "2026-01-15T09:30:01.000000Z",
      error: { code: "404", errCode: "404", message: "The phone has no RCS" },
    },
  });
  assert.deepEqual([received[0]?.event.known, received[0]?.event.status], [true, "failed"]);
});

test("a tapped suggestion sends back what the message gave it", async () => {
  const url = "https://nilgiritea.example/week-3";
  const message = {
    ...PAIR,
    type: "QR",
    message: {
      plainText: "Is your order complete?",
      suggestions: [
        { reply: { plainText: "Yes, all there", postBack: { data: "complete" } } },
        { action: { plainText: "See teas", postBack: { data: "week_3" }, openUrl: { url } } },
      ],
    },
  };
  const { id, received, deliveries } = await told(
    [{ clicked: "Yes, all there" }, { clicked: "See teas", url }, { clicked: "Something else" }],
    message,
  );
  assert.deepEqual(kinds(deliveries), ["USER_MESSAGE", "USER_MESSAGE", "USER_MESSAGE"]);
  assert.deepEqual(received[0]?.raw, {
    ...FROM,
    entityType: "USER_MESSAGE",
    entity: {
      messageId: "00000000-0000-4000-8000-000010000001",
      sendTime: "2026-01-15T09:30:01.000000Z",
      text: null,
      userFile: null,
      location: null,
      suggestionResponse: {
        postBack: { data: "complete" },
        plainText: "Yes, all there",
        type: "REPLY",
      },
    },
  });
  assert.deepEqual(
    received.slice(1).map(({ raw }) => raw.entity.suggestionResponse),
    [
      { postBack: { data: "week_3" }, plainText: "See teas", type: "ACTION" },
      { postBack: { data: "Something else" }, plainText: "Something else", type: "REPLY" },
    ],
  );
  for (const { event } of received) {
    assert.deepEqual([event.known, event.status], [true, null]);
    assert.notEqual(event.messageId, id);
  }
});

test("replies by RCS are texts, or suggestions with the button's id", async () => {
  const button = { id: "yes", title: "Yes" };
  const { id, received, deliveries } = await told(
    [{ replied: "Hello" }, { replied: { button } }],
    RCS,
  );
  const [text, tapped] = received.map(({ raw }) => raw.entity);
  assert.deepEqual([text.text, text.suggestionResponse], ["Hello", null]);
  assert.equal(tapped.text, null);
  assert.deepEqual(tapped.suggestionResponse, {
    postBack: { data: "yes" },
    plainText: "Yes",
    type: "REPLY",
  });
  assert.notEqual(received[0]?.event.dedupeKey, received[1]?.event.dedupeKey);
  assert.deepEqual(
    deliveries.map(({ lifeOf }) => lifeOf),
    [id, id],
  );
});

test("a row of a list is refused for RCS, which has none", async () => {
  const life = () => [/** @type {const} */ ({ replied: { row: { id: "1", title: "One" } } })];
  const { simulator } = stage({ life });
  const request = new Request("https://api.interakt.ai/v1/public/rcs/message/", {
    method: "POST",
    headers: { authorization: "Basic dGVzdC1rZXk6", "content-type": "application/json" },
    body: JSON.stringify(RCS),
  });
  await assert.rejects(simulator(request), {
    name: "TypeError",
    message: "webhooks.life: step 1: replied: RCS has no lists, and so no row",
  });
});
