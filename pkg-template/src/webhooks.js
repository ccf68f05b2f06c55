/** What Interakt tells a webhook: verified, read, received. */
import { WebhookError } from "./errors.js";
import { inside } from "./inside.js";
import { createNodeHandler } from "./node-handler.js";
import { STATUSES } from "./operations.js";
import { refuse } from "./options.js";
import { createReceive } from "./receive.js";
import { bytesOf, sign, verify } from "./signature.js";
import { createDecoder } from "./text.js";
import { receive, send } from "./texts.js";

/** What an event says of a payload, in the place of what the payload may say itself. */
const HIDING = "known channel messageId callbackData status submissionKey dedupeKey payload".split(
  " ",
);

/** @param {import("./start.js").Starter} starter */
export function createWebhooks({ core }) {
  /** @param {unknown} body */
  function parse(body) {
    const text = textOf(body);
    const read = text && inside(() => readEvent(core(), text));
    if (!read) {
      const message = "The body is not a JSON object, as the bodies of Interakt's webhooks are.";
      throw new WebhookError({ code: "webhook_body_invalid", message });
    }
    const [payload, facts] = JSON.parse(read);
    const event = { ...payload, ...facts };
    // What has keys of its own called like ours loses none of them.
    const isWhole = facts.known && !HIDING.some((name) => Object.hasOwn(payload, name));
    return isWhole ? event : { ...event, payload };
  }

  return Object.freeze({
    verify,
    sign,
    parse,
    statusOf,
    receive: createReceive(parse),
    nodeHandler: createNodeHandler(parse),
  });
}

/**
 * @param {import("./start.js").Core} core
 * @param {string} text
 * @returns {string} Of a pair; empty where the text is no JSON object.
 */
function readEvent(core, text) {
  core.event(send(core, text));
  return receive(core);
}

/**
 * @param {any} events
 * @param {any} before
 */
function statusOf(events, before) {
  let furthest = STATUSES.indexOf(before);
  if (furthest < 0 && before !== undefined && before !== null) {
    refuse(`before must be null or a status: ${STATUSES.join(", ")}.`);
  }
  if (typeof events !== "object" || typeof events?.[Symbol.iterator] !== "function") {
    refuse("statusOf takes a list of events.");
  }
  const ids = new Set();
  for (const event of events) {
    if (typeof event !== "object" || event === null) refuse("statusOf takes a list of events.");
    const rank = STATUSES.indexOf(event.status);
    // No status, or one of a later version.
    if (rank < 0) continue;
    furthest = Math.max(furthest, rank);
    ids.add(event.messageId);
    if (ids.size > 1) refuse("statusOf takes the events of one message.");
  }
  return STATUSES[furthest] ?? null;
}

/**
 * @param {unknown} body
 * @returns {string | undefined} Undefined: these bytes are no text.
 */
function textOf(body) {
  const bytes = bytesOf(body);
  if (typeof body === "string") return body;
  try {
    return createDecoder()
      .decode(bytes)
      .replace(/^\ufeff/, "");
  } catch {
    return undefined;
  }
}
