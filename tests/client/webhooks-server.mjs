/** Real servers with the handler for Node's http. */
import { createServer } from "node:http";
import { webhooks } from "interakt-wasm";
import { listen } from "../support/listen.mjs";
import { HEADER, NEVER_LATE, READ, SECRET, signatureOf } from "./webhooks-support.mjs";

/**
 * @typedef {import("node:http").IncomingMessage & { body?: unknown, rawBody?: unknown }} Incoming
 * @typedef {(request: Incoming) => unknown} Middleware
 */

/**
 * A server with the handler, and the kinds of events that it was told.
 *
 * @param {import("node:test").TestContext} t
 * @param {object} [options]
 * @param {Middleware} [before]
 */
export async function serve(t, options, before) {
  /** @type {unknown[]} */
  const kinds = [];
  /** @type {Promise<void>[]} */
  const handled = [];
  const handler = webhooks.nodeHandler({
    secret: SECRET,
    answerWithinMs: NEVER_LATE,
    onEvent: (event) => kinds.push(event.known && (event.type ?? event.entityType)),
    ...options,
  });
  const server = createServer(async (request, response) => {
    await before?.(request);
    handled.push(handler(request, response));
  });
  const { url, close } = await listen(server);
  t.after(close);
  return { url, kinds, handled, server };
}

/**
 * @param {string} url
 * @param {string | Uint8Array} [body]
 * @param {Record<string, string>} [headers]
 */
export async function send(url, body = READ, headers = { [HEADER]: signatureOf(body) }) {
  const init = { method: "POST", body: /** @type {BodyInit} */ (body), headers };
  const response = await fetch(url, init);
  return { status: response.status, text: await response.text(), headers: response.headers };
}
