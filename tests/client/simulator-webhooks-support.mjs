/** A simulator whose clock stands still until it is moved, and a receiver that keeps what came. */
import { Interakt, webhooks } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { API_KEY } from "./support.mjs";

export const SECRET = "a-secret-of-tests";

/** 2026-01-15T09:30:00Z, when every clock here begins. */
export const START = Date.UTC(2026, 0, 15, 9, 30);

/** Two ways to name the same customer, of whom nobody has told the simulator. */
export const PAIR = { countryCode: "+91", phoneNumber: "9876543210" };
export const DIGITS = "919876543210";

/** A text to the customer. */
export const TEXT = /** @type {const} */ ({
  ...PAIR,
  callbackData: "order-7",
  type: "Text",
  data: { message: "Your tea leaves the warehouse today." },
});

/** The same by RCS. */
export const RCS = /** @type {const} */ ({
  ...PAIR,
  type: "Text",
  message: { plainText: "The shop opens at nine." },
});

const ORDER_PACKED = {
  name: "order_packed",
  languageCode: "en",
  headerValues: ["order 8"],
  bodyValues: ["Asha"],
  buttonValues: { 1: ["8"] },
};

/** A message from a template, with a value in every part. */
export const TEMPLATE = {
  ...PAIR,
  callbackData: "order-8",
  campaignId: "5f0c2a8e-6f0e-4a53-9a55-0d4f6a7b8c9d",
  type: /** @type {const} */ ("Template"),
  template: ORDER_PACKED,
};

/**
 * What the receiver was sent.
 * @typedef {object} Received
 * @property {string} text the body
 * @property {any} raw the body parsed as JSON, and no more
 * @property {any} event what `webhooks.parse` reads of it
 * @property {string | null} signature
 * @property {Request} request
 */

/**
 * @param {Partial<import("interakt-wasm/simulator").WebhookOptions>} [settings]
 * @param {import("interakt-wasm/simulator").SimulatorOptions} [options]
 */
export function stage(settings, options) {
  let at = START;
  /** @type {Received[]} */
  const received = [];
  const simulator = createSimulator({
    now: () => at,
    plan: "enterprise",
    ...options,
    webhooks: {
      secret: SECRET,
      async to(request) {
        const text = await request.text();
        const signature = request.headers.get("interakt-signature");
        const event = webhooks.parse(text);
        received.push({ text, raw: JSON.parse(text), event, signature, request });
        return new Response();
      },
      ...settings,
    },
  });
  return {
    simulator,
    received,
    client: clientOf(simulator),
    /** @param {number} ms */
    wait(ms) {
      at += ms;
    },
    /** @param {number} ms */
    async deliverAfter(ms) {
      at += ms;
      return simulator.deliver();
    },
  };
}

/** @param {import("interakt-wasm/simulator").Simulator} simulator */
export function clientOf(simulator) {
  return new Interakt({ apiKey: API_KEY, fetch: simulator });
}

/**
 * What is told of one message.
 * @param {readonly import("interakt-wasm/simulator").LifeStep[]} steps
 * @param {any} [message]
 * @param {import("interakt-wasm/simulator").SimulatorOptions} [options]
 */
export async function told(steps, message = TEXT, options) {
  const { client, deliverAfter, received } = stage({ life: () => steps }, options);
  const { id } = await (message.data || message.template
    ? client.sendMessage(message)
    : client.sendRcs(message));
  const deliveries = await deliverAfter(1000 * steps.length);
  return { id, received, deliveries };
}

/** @param {readonly { kind: string }[]} deliveries */
export const kinds = (deliveries) => deliveries.map(({ kind }) => kind);
