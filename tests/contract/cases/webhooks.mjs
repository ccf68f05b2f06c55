/** What webhooks tell: signatures verify everywhere alike, and payloads become events. */
import { assert } from "chai";
import { assertError, failureOf } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").World} World */

const SECRET = "nilgiri-webhook-secret";
const BODY = '{"type":"message_api_read","data":{"message":{"id":"m-1"}}}';

/** What other implementations of HMAC make of this body, by the secret. */
const SIGNED = {
  [SECRET]: "sha256=abbf7054d62f2baa442310b91b2b0bf077c79afd323eb0b6063eac74434adea9",
  "": "sha256=4917fba0a276da9b39fd43391c4920676c10e5a08e7a16e9eecc137bd400c659",
  "\0": "sha256=4917fba0a276da9b39fd43391c4920676c10e5a08e7a16e9eecc137bd400c659",
  undefined: "sha256=6c230c3054c918cba3277278312f85c0e320f1a8dddb0159f072a4ea273cb226",
};

/**
 * What the collection's kinds of events say of a message, where they say anything.
 * @type {Record<string, string>}
 */
const STATUS_OF = { MESSAGE_READ: "read", TTL_EXPIRATION_REVOKED: "failed" };

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text);

/**
 * An event about the message `m-1`.
 * @param {World["api"]} api
 * @param {string} what
 */
const eventOf = ({ webhooks }, what) =>
  webhooks.parse(JSON.stringify({ type: `message_api_${what}`, data: { message: { id: "m-1" } } }));

/**
 * @param {readonly T[]} list
 * @returns {T[][]}
 * @template T
 */
const ordersOf = (list) =>
  list.length === 0
    ? [[]]
    : list.flatMap((first, at) =>
        ordersOf([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [first, ...rest]),
      );

/**
 * @param {readonly import("../../support/fixtures.mjs").WebhookFixture[]} fixtures
 * @param {readonly { name: string, body: any }[]} collection
 * @returns {Case[]}
 */
export const webhookCases = (fixtures, collection) => [
  {
    name: "every payload becomes exactly its event, from text and from bytes",
    async run({ api: { webhooks } }) {
      assert.isNotEmpty(fixtures);
      for (const { name, body, event } of fixtures) {
        const text = JSON.stringify(body);
        assert.deepEqual(webhooks.parse(text), event, name);
        assert.deepEqual(webhooks.parse(bytesOf(text)), event, name);
        assert.deepEqual(webhooks.parse(bytesOf(` ${text}\n`).buffer).data, event.data, name);
      }
    },
  },
  ...collection.map(({ name, body }) => ({
    name: `the collection's webhook "${name}" is known, and nothing of it changes`,
    async run(/** @type {World} */ { api: { webhooks } }) {
      const event = webhooks.parse(JSON.stringify(body));
      const { known, channel, messageId, callbackData, status, ...others } = event;
      const { submissionKey, dedupeKey, ...payload } = others;
      assert.deepEqual(payload, body);
      assert.match(payload.entity.sendTime, /Z$/);
      const { entityType, entity } = body;
      const parts = [entityType, entity.eventType, entity.messageId];
      const key = parts.filter((part) => part !== undefined).join(":");
      assert.deepEqual([known, channel, messageId], [true, "rcs", entity.messageId]);
      assert.deepEqual([callbackData, submissionKey, dedupeKey], [null, null, key]);
      assert.equal(status, STATUS_OF[entity.eventType] ?? null);
    },
  })),
  {
    name: "a webhook's signature is that of other implementations, and verifies",
    async run({ api: { webhooks } }) {
      for (const body of [BODY, bytesOf(BODY), bytesOf(BODY).buffer]) {
        const header = await webhooks.sign(body, SECRET);
        assert.equal(header, SIGNED[SECRET]);
        assert.isTrue(await webhooks.verify(body, header, SECRET));
        assert.isFalse(await webhooks.verify(body, header, `${SECRET}s`));
        assert.isFalse(await webhooks.verify(body, header.toUpperCase(), SECRET));
        assert.isFalse(await webhooks.verify(body, undefined, SECRET));
      }
      assert.isFalse(await webhooks.verify(`${BODY} `, SIGNED[SECRET], SECRET));
      assert.isFalse(await webhooks.verify(JSON.parse(BODY), SIGNED[SECRET], SECRET));
    },
  },
  {
    name: "without a secret nothing verifies, however it is signed",
    async run({ api: { webhooks, ConfigurationError } }) {
      for (const [secret, header] of Object.entries(SIGNED).slice(1)) {
        const missing = secret === "undefined" ? undefined : secret;
        assert.isFalse(await webhooks.verify(BODY, header, missing));
        const error = await failureOf(webhooks.sign(BODY, missing));
        assertError(error, ConfigurationError, { code: "webhook_secret_missing" });
      }
    },
  },
  {
    name: "a body that is no JSON object is a WebhookError",
    async run({ api: { webhooks, WebhookError, isWebhookError } }) {
      const texts = ["", " ", "null", "[]", '"{}"', "{", `${BODY}{}`, `\ufeff${BODY}`, `${BODY}\0`];
      const bytes = [new Uint8Array(), Uint8Array.of(0x7b, 0xff, 0x7d), bytesOf("[]")];
      for (const body of [...texts, ...bytes]) {
        const error = await failureOf((async () => webhooks.parse(body))());
        assertError(error, WebhookError, { code: "webhook_body_invalid" });
        assert.isTrue(isWebhookError(error));
      }
      assert.equal(webhooks.parse(BODY).messageId, "m-1");
    },
  },
  {
    name: "what is no body is a ConfigurationError",
    async run({ api: { webhooks, ConfigurationError } }) {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      const half = BODY.replace("m-1", "\ud83d");
      for (const body of [undefined, null, 7, JSON.parse(BODY), [123, 125], proxy, half]) {
        for (const attempt of [
          async () => webhooks.parse(body),
          () => webhooks.sign(body, SECRET),
        ]) {
          assertError(await failureOf(attempt()), ConfigurationError, { code: "body_invalid" });
        }
        assert.isFalse(await webhooks.verify(body, SIGNED[SECRET], SECRET));
      }
    },
  },
  {
    name: "a payload cannot say for itself what an event says of it",
    async run({ api: { webhooks } }) {
      const payload = {
        known: true,
        channel: "rcs",
        messageId: "forged",
        callbackData: "forged",
        status: "read",
        submissionKey: "forged",
        dedupeKey: "forged",
        type: "forged",
      };
      const event = webhooks.parse(JSON.stringify(payload));
      assert.match(event.dedupeKey, /^forged:\w+$/);
      const { dedupeKey } = event;
      const nothing = { messageId: null, callbackData: null, status: null, submissionKey: null };
      assert.deepEqual(event, {
        type: "forged",
        known: false,
        channel: "whatsapp",
        ...nothing,
        dedupeKey,
        payload,
      });
    },
  },
  {
    name: "nothing is lost of a payload that has keys called like the facts of an event",
    async run({ api: { webhooks } }) {
      const own = {
        submissionKey: 1,
        status: "PAUSED",
        channel: 7,
        messageId: [1],
        callbackData: {},
        payload: "p",
      };
      const { payload } = webhooks.parse(
        JSON.stringify({ type: "message_template_paused", ...own }),
      );
      assert.deepEqual(payload, { type: "message_template_paused", ...own });
      const known = JSON.parse(BODY);
      for (const [name, value] of Object.entries(own)) {
        const event = webhooks.parse(JSON.stringify({ ...known, [name]: value }));
        assert.deepEqual(event.payload, { ...known, [name]: value }, name);
        assert.deepEqual([event.known, event.messageId, event.status], [true, "m-1", "read"]);
      }
      // What hides nothing is not there twice.
      assert.notProperty(webhooks.parse(BODY), "payload");
      assert.notProperty(webhooks.parse(JSON.stringify({ ...known, extra: 1 })), "payload");
    },
  },
  {
    name: "how far a message has come is the same in every order of its events",
    async run({ api }) {
      const { statusOf } = api.webhooks;
      const life = ["sent", "failed", "delivered", "read", "clicked"];
      for (let length = 0; length <= life.length; length += 1) {
        const expected = life[length - 1] ?? null;
        const events = life.slice(0, length).map((what) => eventOf(api, what));
        for (const order of ordersOf(events)) {
          assert.equal(statusOf(order), expected);
          assert.equal(statusOf([...order, ...order]), expected);
          let kept = null;
          for (const event of order) kept = statusOf([event], kept);
          assert.equal(kept, expected);
        }
      }
    },
  },
  {
    name: "a webhook's request is received with its event, unless it is another's",
    async run({ api: { webhooks } }) {
      /** @type {any[]} */
      const events = [];
      const receive = (/** @type {string} */ secret) =>
        webhooks.receive(
          new Request("https://shop.example/webhook", {
            method: "POST",
            headers: { "interakt-signature": SIGNED[SECRET] },
            body: BODY,
          }),
          { secret, onEvent: (/** @type {any} */ event) => events.push(event) },
        );
      assert.equal((await receive("another secret")).status, 401);
      assert.deepEqual(events, []);
      assert.equal((await receive(SECRET)).status, 200);
      assert.deepEqual(events, [webhooks.parse(BODY)]);
    },
  },
];
