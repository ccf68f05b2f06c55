/** Interakt behind a network that fails: what arrives is counted, whatever the sender gets to hear. */
import { createServer } from "node:http";
import { createSimulator } from "interakt-wasm/simulator";
import { listen } from "../../support/listen.mjs";

/**
 * @typedef {object} Arrival
 * @property {number} at By the clock of the test.
 * @property {string} callbackData
 * @property {boolean} isTaken Whether Interakt has the message.
 * @property {boolean} isTroubled Whether it met a fault.
 */

/**
 * What becomes of a request: before Interakt sees it, or after it has the message.
 *
 * @typedef {(outgoing: import("node:http").ServerResponse) => void} Fault
 * @type {{ before: Fault[], after: Fault[] }}
 */
const FAULTS = {
  before: [
    (outgoing) => void outgoing.socket?.resetAndDestroy(),
    (outgoing) => void outgoing.writeHead(429, { "retry-after": "2" }).end('{"message":"slow"}'),
    (outgoing) => void outgoing.writeHead(500).end('{"message":"oops"}'),
    (outgoing) => void outgoing.writeHead(503, { "retry-after": "2" }).end(),
    // For ever: the sender has to give up.
    () => {},
  ],
  after: [
    (outgoing) => void outgoing.socket?.resetAndDestroy(),
    (outgoing) => void outgoing.socket?.end(),
    (outgoing) => void outgoing.writeHead(502).end("<!doctype html><h1>Bad Gateway</h1>"),
    (outgoing) => void outgoing.writeHead(200).end(),
    (outgoing) => void outgoing.writeHead(200).end("<p>Hi"),
    (outgoing) => {
      outgoing.writeHead(200, { "content-length": 1000 }).write('{"result":tr');
      setTimeout(() => outgoing.destroy(), 5);
    },
    () => {},
  ],
};

const ALL = [...FAULTS.before, ...FAULTS.after];

/**
 * @param {object} options
 * @param {import("../../webhooks/random.mjs").Random} options.random
 * @param {number} options.percent Of requests that meet a fault.
 * @param {() => number} options.now
 * @param {number} options.requestsPerMinute
 */
export async function startTrouble({ random, percent, now, requestsPerMinute }) {
  const simulator = createSimulator({ now, requestsPerMinute });
  /** @type {Arrival[]} */
  const arrivals = [];
  let onArrival = () => {};

  /** @param {import("node:http").IncomingMessage} incoming @param {import("node:http").ServerResponse} outgoing */
  async function answer(incoming, outgoing) {
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const fault = random.below(100) < percent ? random.pick(ALL) : undefined;
    const { callbackData } = JSON.parse(body);
    const arrival = { at: now(), callbackData, isTaken: false, isTroubled: fault !== undefined };
    arrivals.push(arrival);
    onArrival();
    if (fault && FAULTS.before.includes(fault)) return fault(outgoing);
    const headers = /** @type {Record<string, string>} */ (incoming.headers);
    const { status, ...response } = await reply(headers, String(incoming.url), body);
    arrival.isTaken = status < 300;
    if (fault) return fault(outgoing);
    outgoing.writeHead(status, response.headers).end(response.text);
  }

  /** @param {Record<string, string>} headers @param {string} path @param {string} body */
  async function reply({ authorization = "" }, path, body) {
    const headers = { authorization, "content-type": "application/json" };
    const response = await simulator(`http://interakt${path}`, { method: "POST", headers, body });
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), text };
  }

  const server = createServer((incoming, outgoing) => {
    // Who is killed hangs up in the middle.
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const { url, close } = await listen(server);
  return {
    ...{ url, close, arrivals },
    /** Resolves when so many more have arrived. @param {number} count */
    arrive(count) {
      const wanted = arrivals.length + count;
      return /** @type {Promise<void>} */ (
        new Promise((resolve) => {
          onArrival = () => {
            if (arrivals.length >= wanted) resolve();
          };
        })
      );
    },
  };
}
