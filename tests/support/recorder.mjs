/**
 * A server that says yes to whatever arrives, and keeps it. It stands outside of what is tested:
 * where a request changed on its way, only the other end can tell.
 */
import { createServer } from "node:http";
import { listen } from "./listen.mjs";

/** What Interakt says of a message that it took. */
const ACCEPTED = JSON.stringify({
  result: true,
  message: "Message created successfully",
  id: "3f1c8a52-9a0e-4c46-9d0b-5c2f6d1e7a90",
});

/**
 * @typedef {object} Arrival
 * @property {string} method
 * @property {string} path With the query.
 * @property {string[]} authorization Each header of that name, as it was written.
 * @property {string[]} contentType
 * @property {string} body Read as UTF-8, where other bytes give another text.
 */

/**
 * @returns {Promise<{ url: string, arrivals: Arrival[], close: () => Promise<void> }>} `arrivals`
 *   grows while it runs. Pages of every origin may ask.
 */
export async function startRecorder() {
  /** @type {Arrival[]} */
  const arrivals = [];
  const server = createServer(async (incoming, outgoing) => {
    const headers = {
      "content-type": "application/json",
      "access-control-allow-origin": "*",
      "access-control-allow-headers": incoming.headers["access-control-request-headers"] ?? "*",
    };
    // What a browser asks before it sends.
    if (incoming.method === "OPTIONS") return outgoing.writeHead(204, headers).end();
    const chunks = await incoming.toArray();
    arrivals.push({
      method: incoming.method ?? "",
      path: incoming.url ?? "",
      authorization: incoming.headersDistinct.authorization ?? [],
      contentType: incoming.headersDistinct["content-type"] ?? [],
      body: Buffer.concat(chunks).toString(),
    });
    outgoing.writeHead(200, headers).end(ACCEPTED);
  });
  return { arrivals, ...(await listen(server)) };
}
