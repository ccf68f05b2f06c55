/** What fetch was rejected with, without the API key. */
import { isOf } from "./kind.js";

/** Most values and most characters that are looked at: what has more counts as holding the key. */
const MOST_VALUES = 10_000;
const MOST_CHARACTERS = 100_000;
/** Most causes of causes that a substitute has: causes can form a ring. */
const MOST_CAUSES = 6;
/** What may come from a class: errors of others, Request and Headers have getters for it. */
const INHERITED = "name message stack code cause errors request response headers url".split(" ");

/**
 * The cause itself when the key is nowhere in it. Otherwise (errors of HTTP
 * libraries hold the request) an error that says the same and holds nothing else.
 *
 * @param {import("./start.js").Core} core
 * @param {any} cause
 * @param {string | undefined} apiKey
 * @returns {unknown}
 */
export function safeCause(core, cause, apiKey, most = MOST_CAUSES) {
  if (apiKey === undefined || !mayHold(core, cause, apiKey)) return cause;
  if (typeof cause === "string") return core.redact(cause, apiKey);
  const error = new Error();
  for (const name of ["name", "message", "stack", "code", "cause"]) {
    /** @type {unknown} */
    let value;
    try {
      value = cause[name];
      if (name === "cause") value = most > 0 ? safeCause(core, value, apiKey, most - 1) : undefined;
      else value = typeof value === "string" ? core.redact(value, apiKey) : undefined;
    } catch {
      value = undefined;
    }
    // The substitute's own stack would lead here.
    if (value !== undefined || name === "stack") {
      Object.defineProperty(error, name, { value, configurable: true, writable: true });
    }
  }
  return error;
}

/**
 * @param {import("./start.js").Core} core
 * @param {unknown} cause
 * @param {string} apiKey
 */
function mayHold(core, cause, apiKey) {
  let text = "";
  let left = MOST_VALUES;
  // Grows while it is walked.
  const found = /** @type {Set<any>} */ (new Set([cause]));
  /** @param {unknown} value */
  const add = (value) => {
    left -= 1;
    if (left < 0) throw left;
    found.add(value);
  };
  try {
    for (const value of found) {
      if (Object(value) !== value) {
        text += `${String(value)}\n`;
      } else if (ArrayBuffer.isView(value) || isOf(value, "ArrayBuffer")) {
        text += new TextDecoder().decode(value);
      } else {
        for (const name of [...Reflect.ownKeys(value), ...INHERITED]) {
          add(String(name));
          add(value[name]);
        }
        if (typeof value.toJSON === "function") add(value.toJSON());
        // Headers, Map, Set, FormData, URLSearchParams.
        if (typeof value.entries === "function" && !Array.isArray(value)) {
          for (const entry of value.entries()) add(entry);
        }
      }
      if (text.length > MOST_CHARACTERS) return true;
    }
  } catch {
    // Too many values, or a getter or a proxy that throws.
    return true;
  }
  // Compared with what comes back of it without a key: WebAssembly mends broken characters.
  return core.redact(text, apiKey) !== core.redact(text, "");
}
