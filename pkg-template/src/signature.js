/** Signatures of webhooks: HMAC-SHA256 of the body, by the runtime's own WebCrypto. */
import { ConfigurationError } from "./errors.js";

const FORM = /^sha256=([0-9a-f]{64})$/;

/** Half characters: encoding would put others in their place, and another text would verify. */
const BROKEN = /\p{Surrogate}/u;

/**
 * @param {unknown} value
 * @returns {value is ArrayBuffer | ArrayBufferView} Of this realm or another.
 */
const isBytes = (value) =>
  ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === "[object ArrayBuffer]";

/**
 * @param {string} code
 * @param {string} message
 * @returns {never}
 */
function refuse(code, message) {
  throw new ConfigurationError({ code, message });
}

/**
 * @param {unknown} body
 * @returns {ArrayBuffer | ArrayBufferView}
 */
export function bytesOf(body) {
  if (isBytes(body)) return body;
  if (typeof body !== "string" || BROKEN.test(body)) {
    refuse("body_invalid", "The body must be what came: its bytes, or their text.");
  }
  return new TextEncoder().encode(body);
}

/**
 * @param {unknown} secret
 * @param {KeyUsage} usage
 */
function keyOf(secret, usage) {
  // HMAC fills keys up with NUL: one that ends in it would be as good as one without.
  if (typeof secret !== "string" || secret === "" || /\0/.test(secret) || BROKEN.test(secret)) {
    refuse("webhook_secret_missing", "secret must be the secret key of Interakt's dashboard.");
  }
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) refuse("crypto_missing", "This runtime has no WebCrypto; pages have it over HTTPS.");
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return subtle.importKey("raw", new TextEncoder().encode(secret), algorithm, false, [usage]);
}

/**
 * @param {unknown} body
 * @param {unknown} secret
 * @returns {Promise<string>}
 */
export async function sign(body, secret) {
  const bytes = /** @type {BufferSource} */ (bytesOf(body));
  const signed = await crypto.subtle.sign("HMAC", await keyOf(secret, "sign"), bytes);
  const digits = [...new Uint8Array(signed)].map((byte) => byte.toString(16).padStart(2, "0"));
  return `sha256=${digits.join("")}`;
}

/**
 * @param {unknown} body
 * @param {unknown} header
 * @param {unknown} secret
 * @returns {Promise<boolean>}
 */
export async function verify(body, header, secret) {
  try {
    const digits = typeof header === "string" && FORM.exec(header)?.[1];
    if (!digits) return false;
    const signed = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const bytes = /** @type {BufferSource} */ (bytesOf(body));
    // `verify` compares in constant time.
    return await crypto.subtle.verify("HMAC", await keyOf(secret, "verify"), signed, bytes);
  } catch {
    return false;
  }
}
