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
 * @typedef {Life & { others: readonly Life[] }} Lives With those of the other messages that were sent
 *   in the same request, in their order.
 *
 * @typedef {object} Message
 * @property {number} events How many there will be.
 * @property {Received[]} received
 * @property {readonly string[]} request All messages of it.
 */

/** How many messages are remembered, and no less than those of one request. */
const KEPT = 50;

/** @param {string} secret */
export function createInbox(secret) {
  /** By their ids, the oldest first. @type {Map<string, Message>} */
  const messages = new Map();

  /**
   * The messages of the request that is being accepted: all of them are in one go.
   * @type {string[] | undefined}
   */
  let accepting;

  function begin() {
    queueMicrotask(() => {
      accepting = undefined;
    });
    for (const oldest of [...messages.keys()].slice(0, Math.max(0, messages.size - KEPT + 1))) {
      messages.delete(oldest);
    }
    /** @type {string[]} */
    const request = [];
    accepting = request;
    return request;
  }

  /** @param {Message} message @returns {Life} */
  function lifeOf({ events, received }) {
    const status = webhooks.statusOf(received.map(({ event }) => event));
    return { status, done: received.length >= events, received };
  }

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
      const request = accepting ?? begin();
      request.push(id);
      messages.set(id, { events, received: [], request });
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
     * @returns {Lives | undefined} Nothing of a message that is not remembered.
     */
    lifeOf(id) {
      const message = messages.get(id);
      if (message === undefined) return undefined;
      const others = message.request.flatMap((other) =>
        other === id ? [] : [messages.get(other)],
      );
      return {
        ...lifeOf(message),
        others: others.flatMap((other) => (other ? [lifeOf(other)] : [])),
      };
    },
  };
}
