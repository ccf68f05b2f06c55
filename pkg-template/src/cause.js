/** What fetch was rejected with, without the API key. */
import { redact } from "./without-key.js";

/** Most values and most characters that are looked at: what has more counts as holding the key. */
const MOST_VALUES = 10_000;
const MOST_CHARACTERS = 100_000;
/** Most causes of causes that a substitute has: causes can form a ring. */
const MOST_CAUSES = 6;
/** What an error says: some classes have it behind getters. */
const FIELDS = ["name", "message", "stack", "code", "cause"];

/**
 * The cause itself when it is made of plain objects, arrays and errors, and the key is nowhere in
 * it. Otherwise (errors of HTTP libraries hold the request) an error that says the same and holds
 * nothing else.
 *
 * @param {import("./start.js").Core} core
 * @param {any} cause
 * @param {string | undefined} apiKey
 * @returns {unknown}
 */
export function safeCause(core, cause, apiKey, most = MOST_CAUSES) {
  if (apiKey === undefined || !mayHold(core, cause, apiKey)) return cause;
  if (typeof cause === "string") return redact(core, cause, apiKey);
  const error = new Error();
  for (const name of FIELDS) {
    /** @type {unknown} */
    let value;
    try {
      value = cause[name];
      if (name === "cause") value = most > 0 ? safeCause(core, value, apiKey, most - 1) : undefined;
      else {
        if (name === "message") value ??= Object.prototype.toString.call(cause);
        value = typeof value === "string" ? redact(core, value, apiKey) : undefined;
      }
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
  try {
    for (const value of found) {
      // A function shows its text, and is how everything else shows more than its fields.
      if (typeof value === "function") return true;
      if (Object(value) !== value) {
        text += `${String(value)}\n`;
      } else {
        for (const name of [...shownBy(value), ...FIELDS]) {
          left -= 1;
          found.add(String(name)).add(value[name]);
        }
      }
      if (left < 0 || text.length > MOST_CHARACTERS) return true;
    }
  } catch {
    // A getter or a proxy that throws.
    return true;
  }
  // Compared with what comes back of it without a key: WebAssembly mends broken characters.
  return redact(core, text, apiKey) !== redact(core, text, "");
}

/** A function of the runtime; one that was bound has no name. */
const NATIVE = /^function (get )?\w+\(\) \{\s*\[native code\]\s*\}$/;

/**
 * Whether this is the prototype of objects or errors of another realm, such as of Jest's: all that
 * its functions are called and do is the runtime's own.
 *
 * @param {any} type
 */
function isForeign(type) {
  return (
    Object.hasOwn(type, "constructor") &&
    /^(Object|\w*Error)$/.test(type.constructor.name) &&
    Reflect.ownKeys(type).every((name) => {
      const { value, get } = Reflect.getOwnPropertyDescriptor(type, name) ?? {};
      const shown = get ?? value;
      return typeof shown !== "function" || NATIVE.test(Function.prototype.toString.call(shown));
    })
  );
}

/**
 * The keys of an object and of its class, as far as that is none of which all is known.
 *
 * @param {object} value
 */
function shownBy(value) {
  const known = [Object, Array, Error, globalThis.DOMException].map((known) => known?.prototype);
  const names = Reflect.ownKeys(value);
  let type = Object.getPrototypeOf(value);
  while (type && !known.includes(type) && !isForeign(type)) {
    names.push(...Reflect.ownKeys(type).filter((name) => name !== "constructor"));
    type = Object.getPrototypeOf(type);
  }
  return names;
}
