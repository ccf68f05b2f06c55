/** The console's own webhook: it receives what the simulator tells, as any other would. */
import { webhooks } from "interakt-wasm";

/**
 * @typedef {import("interakt-wasm").WebhookEvent} WebhookEvent
 * @typedef {import("interakt-wasm").MessageStatus} MessageStatus
 *
 * @typedef {object} Received
 * @property {WebhookEvent} event
 * @property {string} body As it came.
 * @property {string | null} signature Of RCS there is none; any other has been verified.
 *
 * @typedef {object} Life Of a message, as far as it has been told.
 * @property {MessageStatus | null} status
 * @property {boolean} done Nothing more will be told.
 * @property {readonly Received[]} received
 *
 * @typedef {object} Message
 * @property {number} events How many there will be.
 * @property {Received[]} received
 */

/** How many messages are remembered. */
const KEPT = 50;

/** @param {string} secret */
export function createInbox(secret) {
  /** By their ids, the oldest first. @type {Map<string, Message>} */
  const messages = new Map();

  /** In order, until the simulator has said whose life they are of. @type {Received[]} */
  const arrived = [];

  return {
    /**
     * A message was accepted, of which so many events will come.
     *
     * @param {string} id
     * @param {number} events
     */
    expect(id, events) {
      messages.set(id, { events, received: [] });
      const [oldest] = messages.keys();
      if (messages.size > KEPT && oldest !== undefined) messages.delete(oldest);
    },

    /**
     * @param {Request} request
     * @returns {Promise<Response>}
     */
    async receive(request) {
      const signature = request.headers.get("Interakt-Signature");
      const body = await request.clone().text();
      return webhooks.receive(request, {
        secret,
        dangerouslyAllowUnsignedRcs: true,
        onEvent: (event) => void arrived.push({ event, body, signature }),
      });
    },

    /**
     * Files what has arrived. A customer's reply has an id of its own: only the simulator knows
     * what it replies to.
     *
     * @param {readonly Pick<import("interakt-wasm/simulator").Delivery, "lifeOf" | "status">[]} deliveries
     *   In the order in which they came.
     */
    file(deliveries) {
      for (const { lifeOf, status } of deliveries) {
        const received = status === 200 ? arrived.shift() : undefined;
        if (received) messages.get(lifeOf)?.received.push(received);
      }
    },

    /**
     * @param {string} id
     * @returns {Life | undefined} Nothing of a message that is not remembered.
     */
    lifeOf(id) {
      const message = messages.get(id);
      if (message === undefined) return undefined;
      const { events, received } = message;
      const status = webhooks.statusOf(received.map(({ event }) => event));
      return { status, done: received.length >= events, received };
    },
  };
}
