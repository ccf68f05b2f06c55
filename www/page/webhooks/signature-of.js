/** What a program is told as the signature of a webhook. */
import { webhooks } from "interakt-wasm/web";

/**
 * The signature as it came, unless there is a key to sign with. RCS has none either way. The key stays
 * in the browser.
 *
 * @param {string} payload
 * @param {string} header
 * @param {string} secret
 * @returns {Promise<string | null>}
 * @throws What `webhooks.sign` does, and `webhooks.parse`.
 */
export async function signatureOf(payload, header, secret) {
  if (secret === "" || webhooks.parse(payload).channel === "rcs") return header.trim() || null;
  return webhooks.sign(payload, secret);
}
