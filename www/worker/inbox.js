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
 * @property {string} id
 * @property {number} acceptedAt
 * @property {number} steps How many events there will be.
 * @property {Received[]} received
 */

/** How many messages are remembered. */
const KEPT = 50;

/**
 * @param {string} secret
 * @param {number} stepMs From one event of a message to the next.
 */
export function createInbox(secret, stepMs) {
  /** By their ids, the oldest first. @type {Map<string, Message>} */
  const messages = new Map();

  /** @param {Received} received */
  function keep(received) {
    const message = messages.get(received.event.messageId ?? "") ?? nextToTell();
    message?.received.push(received);
  }

  /**
   * A customer's reply has an id of its own. The simulator tells all in order of time, so it
   * belongs to the message whose next event is due first.
   */
  function nextToTell() {
    /** @param {Message} message */
    const due = ({ acceptedAt, received }) => acceptedAt + received.length * stepMs;
    const open = [...messages.values()].filter(({ steps, received }) => received.length < steps);
    return open.sort((one, other) => due(one) - due(other))[0];
  }

  return {
    /**
     * A message was accepted, of which so many events will come.
     *
     * @param {string} id
     * @param {number} steps
     */
    expect(id, steps) {
      messages.set(id, { id, acceptedAt: Date.now(), steps, received: [] });
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
        onEvent: (event) => keep({ event, body, signature }),
      });
    },

    /**
     * @param {string} id
     * @returns {Life | undefined} Nothing of a message that is not remembered.
     */
    lifeOf(id) {
      const message = messages.get(id);
      if (message === undefined) return undefined;
      const { steps, received } = message;
      const status = webhooks.statusOf(received.map(({ event }) => event));
      return { status, done: received.length >= steps, received };
    },
  };
}
