/** What the tests of webhooks share. */
import { createHmac } from "node:crypto";

export const SECRET = "a secret of the dashboard";

/** The header with the signature, as Node's http names it. */
export const HEADER = "interakt-signature";

/** A text that only the customer and the program may see. */
export const PRIVATE = "meet me at noon";

/** Bodies as Interakt sends them. */
export const READ = JSON.stringify({
  version: "1.0",
  timestamp: "2022-06-03T05:43:33.237499",
  type: "message_api_read",
  data: {
    customer: { id: "c-1", channel_phone_number: "919999999999", traits: { name: PRIVATE } },
    message: { id: "m-1", message_status: "Read", message: PRIVATE },
  },
});
/** What the button of Interakt's dashboard sends. */
export const TEST = '{"type":"Webhook Test"}';
export const RCS_READ = JSON.stringify({
  userPhoneNumber: "+919999999999",
  botId: "b-1",
  entityType: "USER_EVENT",
  entity: { eventType: "MESSAGE_READ", messageId: "m-2", sendTime: "2024-06-10T08:38:08Z" },
});

/**
 * The header's value, by another implementation than the package's.
 *
 * @param {string | Uint8Array} body
 * @param {string} [secret]
 */
export const signatureOf = (body, secret = SECRET) =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

/**
 * A request with its signature, unless the headers say otherwise.
 *
 * @param {string | Uint8Array | ReadableStream | null} [body]
 * @param {Record<string, string>} [headers]
 */
export function post(body = READ, headers) {
  const plain = typeof body === "string" || body instanceof Uint8Array ? body : "";
  return new Request("https://example.com/webhook", {
    method: "POST",
    body: /** @type {BodyInit | null} */ (body),
    headers: headers ?? { [HEADER]: signatureOf(plain) },
    ...{ duplex: "half" },
  });
}

/**
 * A promise, and what settles it.
 *
 * @template [T=void]
 */
export function deferred() {
  /** @type {(value: T) => void} */
  let resolve = () => {};
  /** @type {(reason: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<T>} */
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** Longer than any test takes. */
export const NEVER_LATE = 60_000;

/**
 * All that is written to the console while a test runs.
 *
 * @param {import("node:test").TestContext} t
 */
export function logged(t) {
  /** @type {string[]} */
  const lines = [];
  for (const name of /** @type {const} */ (["log", "info", "warn", "error", "debug"])) {
    t.mock.method(console, name, (/** @type {unknown[]} */ ...said) => {
      lines.push(`${name}: ${said.map(String).join(" ")}`);
    });
  }
  return lines;
}
