/** Whether something gives an API key away. Knows nothing of how the package looks for it. */
import assert from "node:assert/strict";
import { inspect } from "node:util";

/** @param {string} text */
const base64 = (text) => Buffer.from(text).toString("base64");

/**
 * What servers and proxies make of a key, with a name for each.
 *
 * @param {string} key The base64 of a text.
 * @returns {Record<string, string>}
 */
export function echoesOf(key) {
  const decoded = Buffer.from(key, "base64").toString();
  /** @param {(code: number) => string} write */
  const special = (write) => key.replace(/[^a-z0-9]/gi, (c) => write(c.charCodeAt(0)));
  /** @param {(code: number) => string} write */
  const every = (write) => key.replace(/./g, (c) => write(c.charCodeAt(0)));
  /** @param {number} code */
  const hex = (code) => code.toString(16).padStart(2, "0");
  return {
    "as it is": key,
    "without its padding": key.replace(/=+$/, ""),
    "in small letters": key.toLowerCase(),
    "as a header": `Authorization: Basic ${key}`,
    "as JSON": special((code) => `\\u00${hex(code)}`),
    "as JSON in capitals": special((code) => `\\u00${hex(code).toUpperCase()}`),
    "as JSON with escaped slashes": key.replaceAll("/", "\\/"),
    "as JSON in full": every((code) => `\\u00${hex(code)}`),
    "as JSON in JSON": special((code) => `\\\\u00${hex(code)}`),
    "for a URL": encodeURIComponent(key),
    "for a URL in full": every((code) => `%${hex(code)}`),
    "for a URL in a URL": encodeURIComponent(encodeURIComponent(key)),
    "for HTML": special((code) => `&#x${hex(code).toUpperCase()};`),
    "for HTML in decimals": special((code) => `&#${code};`),
    "for HTML in full": every((code) => `&#${code};`),
    "for HTML in JSON": special((code) => `\\u0026#x${hex(code)};`),
    decoded,
    "decoded, without its colon": decoded.replace(/:$/, ""),
    "decoded, for a URL": encodeURIComponent(decoded),
    "encoded once more": base64(key),
    "encoded by Basic authentication": base64(`${key}:`),
    "encoded by Basic authentication, as a password": base64(`user:${key}`),
    "encoded with a line break": base64(`${key}\n`),
    "encoded once more, for a URL": encodeURIComponent(base64(key)),
  };
}

/**
 * The texts of which none may be found.
 *
 * @param {string} key
 */
function formsOf(key) {
  const secret = Buffer.from(key, "base64").toString().replace(/:$/, "");
  const forms = [key, secret, base64(key), base64(`${key}:`)];
  return forms.map((form) => form.replace(/=+$/, "").toLowerCase());
}

/**
 * Takes one layer of escapes off, whatever may be one.
 *
 * @param {string} text
 */
function unescaped(text) {
  const escapes =
    /%([0-9a-f]{2})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#x([0-9a-f]+);|&#([0-9]+);|\\(["'/\\])/gi;
  return text.replace(escapes, (_, percent, json, js, hex, decimal, plain) => {
    if (plain !== undefined) return plain;
    const digits = percent ?? json ?? js ?? hex;
    return String.fromCharCode(
      digits === undefined ? Number(decimal) : Number.parseInt(digits, 16),
    );
  });
}

/**
 * @param {string} text
 * @param {string} key
 */
export function assertFreeText(text, key) {
  let layer = text;
  for (let depth = 0; depth < 4; depth += 1) {
    for (const form of formsOf(key)) {
      const at = layer.toLowerCase().indexOf(form);
      assert.ok(at < 0, `${form} is in: ${layer.slice(Math.max(0, at - 60), at + 120)}`);
    }
    layer = unescaped(layer);
  }
}

/**
 * All that an error shows of itself, and its causes, hold no form of the key.
 *
 * @param {any} error
 * @param {string} key
 */
export function assertFree(error, key) {
  const seen = new Set();
  for (let cause = error; cause !== undefined && !seen.has(cause); cause = cause?.cause) {
    seen.add(cause);
    const { name, message, stack, code, body } = Object(cause);
    for (const said of [name, message, stack, code, body]) {
      assertFreeText(typeof said === "string" ? said : (JSON.stringify(said) ?? ""), key);
    }
    // An object without a prototype cannot be made a text.
    if ("toString" in Object(cause)) assertFreeText(String(cause), key);
    assertFreeText(json(cause), key);
    for (const showHidden of [false, true]) {
      const options = { depth: 10, showHidden, maxStringLength: null, maxArrayLength: null };
      assertFreeText(inspect(cause, options), key);
    }
  }
}

/** @param {unknown} value */
function json(value) {
  const seen = new Set();
  const text = JSON.stringify(value, (_, part) => {
    if (typeof part === "bigint") return String(part);
    if (typeof part !== "object" || part === null) return part;
    if (seen.has(part)) return "seen";
    seen.add(part);
    return part;
  });
  return text ?? "";
}
