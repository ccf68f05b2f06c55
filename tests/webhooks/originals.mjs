/** Deliveries as they should be, with something in them for every way to change one. */

/**
 * @typedef {object} Delivery
 * @property {string} name
 * @property {string} body
 * @property {string} secret
 * @property {object} event what the body tells
 *
 * @typedef {Delivery & { header: string }} Original with its signature
 */

const READ_ID = "c1a9a4c8-4a0b-4c5e-9d55-6f0e8f1f7a10";

/** @param {{ zone: string }} times what follows each */
const read = ({ zone }) => ({
  version: "1.0",
  timestamp: `2026-01-15T09:30:00.250000${zone}`,
  type: "message_api_read",
  data: {
    customer: { id: "0d8fd3a1-9a51-4f4b-8c3e-6a2f60a1c1d2", channel_phone_number: "919876543210" },
    message: {
      id: READ_ID,
      chat_message_type: "PublicApiMessage",
      message_status: "Read",
      seen_at_utc: `2026-01-15T09:29:58.100000${zone}`,
      meta_data: { source: "PublicInterakt", source_data: { callback_data: "order-1904" } },
    },
  },
});

const TEXT_ID = "5d0b5a0e-70c9-49b8-8e4c-0c6a3f6f9d11";

/** Its accents are composed and not, and some of its characters are not what they were. */
const text = ({ zone = "" }) => ({
  type: "message_received",
  timestamp: `2026-01-15T09:31:00${zone}`,
  data: {
    customer: { traits: { name: "Zo\u00eb \u212bke" } },
    message: {
      id: TEXT_ID,
      message_content_type: "Text",
      message: "Cre\u0300me br\u00fbl\u00e9e \ufffd\ufffd \u304c\u304d \ud83c\udf75 \uff21",
    },
  },
});

const FAILED_ID = "0f1c2f1d-5d86-4d0c-a6a2-8b8c0ad4c9b0";

const FAILED = {
  userPhoneNumber: "+919876543210",
  botId: "nilgiri-tea",
  entityType: "STATUS_EVENT",
  entity: {
    eventType: "SEND_MESSAGE_FAILURE",
    messageId: FAILED_ID,
    sendTime: "2026-01-15T09:32:00Z",
    error: { code: 404, message: "The user does not have RCS." },
  },
};

const DELIVERED = {
  type: "message_api_delivered",
  data: { message: { id: "\u00c4", meta_data: null, cost: [-0.5, 1e21, null, true] } },
};

/** @type {Delivery[]} */
const DELIVERIES = [
  {
    name: "a message was read",
    body: JSON.stringify(read({ zone: "" })),
    secret: "nilgiri-Webhook-Secret-1904",
    event: {
      ...read({ zone: "Z" }),
      known: true,
      channel: "whatsapp",
      messageId: READ_ID,
      callbackData: "order-1904",
      status: "read",
      submissionKey: null,
      dedupeKey: `message_api_read:${READ_ID}`,
    },
  },
  {
    name: "a text",
    body: JSON.stringify(text({ zone: "" })),
    secret: "cl\u00e9 \ufffd secre\u0300te",
    event: {
      ...text({ zone: "Z" }),
      known: true,
      channel: "whatsapp",
      messageId: TEXT_ID,
      callbackData: null,
      status: null,
      submissionKey: null,
      dedupeKey: `message_received:${TEXT_ID}`,
    },
  },
  {
    // Indented, as somebody's proxy may have left it.
    name: "RCS failed",
    body: `${JSON.stringify(FAILED, null, 2)}\n`,
    secret: " padded ",
    event: {
      ...FAILED,
      known: true,
      channel: "rcs",
      messageId: FAILED_ID,
      callbackData: null,
      status: "failed",
      submissionKey: null,
      dedupeKey: `STATUS_EVENT:SEND_MESSAGE_FAILURE:${FAILED_ID}`,
    },
  },
  {
    // Longer than what HMAC takes as it is.
    name: "delivered, and a long secret",
    body: JSON.stringify(DELIVERED),
    secret: "0123456789abcdef".repeat(5),
    event: {
      ...DELIVERED,
      known: true,
      channel: "whatsapp",
      messageId: "\u00c4",
      callbackData: null,
      status: "delivered",
      submissionKey: null,
      dedupeKey: "message_api_delivered:\u00c4",
    },
  },
  {
    name: "little, and a secret of one letter",
    body: '{"entityType":"USER_MESSAGE","entity":{"messageId":"7"}}',
    secret: "k",
    event: {
      entityType: "USER_MESSAGE",
      entity: { messageId: "7" },
      known: true,
      channel: "rcs",
      messageId: "7",
      callbackData: null,
      status: null,
      submissionKey: null,
      dedupeKey: "USER_MESSAGE:7",
    },
  },
];

/** One in so many of the fixtures is there besides. */
const FIXTURES_EVERY = 10;

/**
 * All of them, with what the fixtures have, and no more secrets.
 * @param {readonly import("../support/fixtures.mjs").WebhookFixture[]} fixtures
 * @returns {Delivery[]}
 */
export function deliveriesWith(fixtures) {
  const some = fixtures.filter((_, index) => index % FIXTURES_EVERY === 0);
  const secrets = DELIVERIES.map(({ secret }) => secret);
  const others = some.map(({ name, body, event }, place) => ({
    name,
    body: JSON.stringify(body),
    secret: secrets[place % secrets.length] ?? "",
    event,
  }));
  return [...DELIVERIES, ...others];
}
