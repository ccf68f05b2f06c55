/** What the simulator tells a webhook, wherever it runs. */
import { assert } from "chai";
import { assertHolds, clientOf, TEMPLATE, TEXT } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").World} World */
/** @typedef {import("interakt-wasm/simulator").WebhookOptions} WebhookOptions */

const SECRET = "a-secret-of-tests";

/** A message by RCS. */
const RCS = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  type: "Text",
  message: { plainText: "The shop opens at nine." },
};

/**
 * A client of a simulator whose clock stands still until it is moved, and what its webhook is told.
 * @param {World} world
 * @param {Partial<WebhookOptions>} [settings]
 * @param {import("interakt-wasm/simulator").SimulatorOptions} [options]
 */
function withWebhook(world, settings, options) {
  let at = Date.UTC(2026, 0, 15, 9, 30);
  /** @type {{ text: string, signature: string | null, event: any }[]} */
  const received = [];
  const simulator = world.createSimulator({
    now: () => at,
    ...options,
    webhooks: {
      secret: SECRET,
      async to(request) {
        const text = await request.text();
        const signature = request.headers.get("interakt-signature");
        received.push({ text, signature, event: world.api.webhooks.parse(text) });
        return new Response("noted", { status: 202 });
      },
      ...settings,
    },
  });
  const client = clientOf(world, { baseUrl: undefined, fetch: simulator });
  /** @param {number} ms */
  const deliverAfter = (ms) => {
    at += ms;
    return simulator.deliver();
  };
  return { simulator, client, received, deliverAfter };
}

/** @type {Case[]} */
export const simulatorWebhookCases = [
  {
    name: "the simulator tells a webhook what becomes of a message, signed",
    run: async (world) => {
      const { client, received, deliverAfter } = withWebhook(world);
      const { id } = await client.sendMessage({ ...TEMPLATE, callbackData: "order-7" });
      const deliveries = await deliverAfter(3000);
      assertHolds(
        deliveries,
        ["sent", "delivered", "read"].map((step) => ({
          kind: `message_api_${step}`,
          messageId: id,
          lifeOf: id,
          status: 202,
          error: null,
        })),
      );
      for (const { text, signature, event } of received) {
        assert.isTrue(await world.api.webhooks.verify(text, signature, SECRET));
        assertHolds(event, { known: true, messageId: id, callbackData: "order-7" });
        assertHolds(event.data.message.raw_template, { name: TEMPLATE.template.name });
      }
      assert.deepEqual(
        received.map(({ event }) => event.status),
        ["sent", "delivered", "read"],
      );
    },
  },
  {
    name: "the simulator tells what becomes of RCS in Jio's form, unsigned",
    run: async (world) => {
      const life = () => /** @type {const} */ (["sent", "read", { replied: "Thank you" }]);
      const { client, received, deliverAfter } = withWebhook(world, { life });
      const { id } = await client.sendRcs(RCS);
      await deliverAfter(3000);
      assertHolds(received, [
        { signature: null, event: { known: true, messageId: id, status: "accepted" } },
        { signature: null, event: { known: true, messageId: id, status: "read" } },
        { signature: null, event: { entityType: "USER_MESSAGE", entity: { text: "Thank you" } } },
      ]);
    },
  },
  {
    name: "the simulator lets a message have the life that a test chooses",
    run: async (world) => {
      const url = "https://nilgiritea.example";
      const { client, received, deliverAfter } = withWebhook(world, {
        life: ({ input }) =>
          input.type === "Text"
            ? ["sent", { failed: { code: "1013", reason: "Not on WhatsApp" } }]
            : ["read", "delivered", { clicked: "Visit", url }, { clicked: "Thanks" }],
      });
      await client.sendMessage([TEXT, TEMPLATE]);
      await deliverAfter(4000);
      assert.deepEqual(
        received.map(({ event }) => event.status),
        ["sent", "read", "failed", "delivered", "clicked", "clicked"],
      );
      const [, , failed, , visited, thanked] = received.map(({ event }) => event.data);
      assertHolds(failed.message, { channel_error_code: "1013" });
      assertHolds(visited.event, { click_type: "CTA", button_link: url });
      assertHolds(thanked.message.meta_data, { click_type: "QR", button_text: "Thanks" });
    },
  },
  {
    name: "a reply to the simulator's webhook opens the window",
    run: async (world) => {
      const { client, received, deliverAfter } = withWebhook(
        world,
        { life: () => [{ replied: { button: { id: "yes", title: "Yes" } } }] },
        { windowOpen: [] },
      );
      await client.sendMessage(TEMPLATE);
      await deliverAfter(1000);
      assertHolds(received[0]?.event.data.message, {
        message_content_type: "InteractiveButtonReply",
        message: { type: "button_reply", button_reply: { id: "yes", title: "Yes" } },
      });
      assertHolds(await client.sendMessage(TEXT), { result: true });
    },
  },
  {
    name: "the simulator tells both events of a form, with one key",
    run: async (world) => {
      const answers = { city: "Pune", days: ["mon", "tue"] };
      const { client, received, deliverAfter } = withWebhook(world, {
        life: () => [{ submitted: answers }],
      });
      await client.sendMessage({ ...TEMPLATE, callbackData: "survey-7" });
      await deliverAfter(1000);
      const events = received.map(({ event }) => event);
      assert.deepEqual(
        events.map(({ type }) => type),
        ["message_api_flow_response", "message_received"],
      );
      for (const { callbackData, data } of events) {
        assert.equal(callbackData, "survey-7");
        assert.deepEqual(data.message.message.nfm_reply.response_json, answers);
      }
      assert.match(events[0].submissionKey, /^submission:/);
      assert.equal(events[1].submissionKey, events[0].submissionKey);
      assert.notEqual(events[1].dedupeKey, events[0].dedupeKey);
    },
  },
  {
    name: "a webhook that fails is told of by the delivery",
    run: async (world) => {
      const { client, simulator, deliverAfter } = withWebhook(world, {
        life: () => ["sent"],
        to: () => {
          throw new RangeError("out of tea");
        },
      });
      await client.sendMessage(TEXT);
      const [delivery] = await deliverAfter(1000);
      assertHolds(delivery, { status: null, error: "RangeError: out of tea" });
      assert.deepEqual(simulator.deliveries, [delivery]);
      simulator.reset();
      assert.deepEqual(simulator.deliveries, []);
    },
  },
  {
    name: "the simulator's webhook reaches an address with the runtime's own fetch",
    run: async (world) => {
      // The server behind HTTP knows no such path, and says so.
      const { client, deliverAfter } = withWebhook(world, {
        to: `${world.remote.baseUrl}/webhooks/interakt`,
        life: () => ["sent"],
      });
      await client.sendMessage(TEXT);
      assertHolds(await deliverAfter(1000), [{ status: 404, error: null }]);
    },
  },
  {
    name: "timers tell the simulator's webhook what is due",
    run: async (world) => {
      const kind = await new Promise((resolve, reject) => {
        const to = async (/** @type {Request} */ request) => {
          resolve((await request.json()).type);
          return new Response();
        };
        const settings = { to, auto: true, stepMs: 0, life: () => [/** @type {const} */ ("read")] };
        withWebhook(world, settings).client.sendMessage(TEXT).catch(reject);
      });
      assert.equal(kind, "message_api_read");
    },
  },
];
