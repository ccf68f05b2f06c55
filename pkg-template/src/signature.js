/** Signatures of webhooks: HMAC-SHA256 of the body, by the runtime's own WebCrypto. */
import { refuse } from "./options.js";
import { createEncoder } from "./text.js";

const FORM = /^sha256=([0-9a-f]{64})$/;

/** Half characters: encoding would put others in their place, and another text would verify. */
const BROKEN = /\p{Surrogate}/u;

/**
 * A copy, which nobody else can change while it is verified and read.
 *
 * @param {any} body
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesOf(body) {
  try {
    if (ArrayBuffer.isView(body)) {
      return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
    }
    // Of this realm or another; throws at whatever is none.
    if (typeof body !== "string") return new Uint8Array(ArrayBuffer.prototype.slice.call(body, 0));
    if (!BROKEN.test(body)) return createEncoder().encode(body);
  } catch {}
  return refuse("The body must be what was received: its bytes, or their text.", "body_invalid");
}

/**
 * @param {unknown} secret
 * @returns {asserts secret is string}
 */
export function checkSecret(secret) {
  // HMAC fills keys up with NUL: one that ends in it would be as good as one without.
  if (typeof secret !== "string" || secret === "" || /\0/.test(secret) || BROKEN.test(secret)) {
    refuse("secret must be the secret key of Interakt's dashboard.", "webhook_secret_missing");
  }
}

/**
 * @param {unknown} secret
 * @param {KeyUsage} usage
 */
async function keyOf(secret, usage) {
  checkSecret(secret);
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) refuse("This runtime has no WebCrypto; pages have it over HTTPS.", "crypto_missing");
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return subtle.importKey("raw", createEncoder().encode(secret), algorithm, false, [usage]);
}

/**
 * @param {unknown} body
 * @param {unknown} secret
 * @returns {Promise<string>}
 */
export async function sign(body, secret) {
  const bytes = bytesOf(body);
  const key = await keyOf(secret, "sign");
  const signed = new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes));
  return `sha256=${[...signed].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * @param {unknown} body
 * @param {unknown} header
 * @param {unknown} secret
 * @returns {Promise<boolean>}
 * @throws {ConfigurationError} There is nothing to verify, or nothing to verify it with.
 */
export async function hasSigned(body, header, secret) {
  const bytes = bytesOf(body);
  const digits = typeof header === "string" && FORM.exec(header)?.[1];
  if (!digits) return false;
  const signed = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const key = await keyOf(secret, "verify");
  // Compares in constant time.
  return crypto.subtle.verify("HMAC", key, signed, bytes);
}

/**
 * @param {unknown} body
 * @param {unknown} header
 * @param {unknown} secret
 * @returns {Promise<boolean>} False also where `hasSigned` throws.
 */
export const verify = (body, header, secret) => hasSigned(body, header, secret).catch(() => false);
