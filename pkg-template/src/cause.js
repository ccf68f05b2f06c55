/** What fetch was rejected with, without the API key. */

/** Most values that are looked at: what is larger counts as holding the key. */
const MOST_VALUES = 10_000;
/** Most causes of causes that a substitute has: causes can form a ring. */
const DEEPEST = 6;
/** What may come from a class: errors of others, Request and Headers say it with getters. */
const INHERITED = "name message stack code cause errors request response headers url".split(" ");

/**
 * The cause itself when the key is nowhere in it. Otherwise (errors of HTTP
 * libraries hold the request) an error that says the same, and holds nothing else.
 *
 * @param {import("./start.js").Core} core
 * @param {any} cause
 * @param {string | undefined} apiKey
 * @returns {unknown}
 */
export function safeCause(core, cause, apiKey, depth = DEEPEST) {
  if (apiKey === undefined || !mayHold(core, cause, apiKey)) return cause;
  if (typeof cause === "string") return core.redact(cause, apiKey);
  /** @param {string} name */
  const read = (name) => {
    try {
      const value = cause[name];
      if (name === "cause")
        return depth > 0 ? safeCause(core, value, apiKey, depth - 1) : undefined;
      return typeof value === "string" ? core.redact(value, apiKey) : undefined;
    } catch {
      return undefined;
    }
  };
  const error = new Error();
  for (const name of ["name", "message", "stack", "code", "cause"]) {
    const value = read(name);
    // The substitute's own stack would lead to this line.
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
  /** @type {string[]} */
  const texts = [];
  // Grows while it is walked.
  const found = new Set([cause]);
  let left = MOST_VALUES;
  /** @param {unknown} value */
  const add = (value) => {
    left -= 1;
    if (left < 0) throw left;
    found.add(value);
  };
  try {
    for (const value of /** @type {Set<any>} */ (found)) {
      if (Object(value) !== value) {
        texts.push(String(value));
      } else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
        texts.push(new TextDecoder().decode(value));
      } else {
        for (const name of [...Reflect.ownKeys(value), ...INHERITED]) {
          texts.push(String(name));
          add(value[name]);
        }
        if (typeof value.toJSON === "function") add(value.toJSON());
        // Headers, Map, Set, FormData, URLSearchParams.
        if (typeof value.entries === "function" && !Array.isArray(value)) {
          for (const entry of value.entries()) add(entry);
        }
      }
    }
  } catch {
    // A getter or a proxy that throws, too.
    return true;
  }
  const text = texts.join("\n");
  // Compared with what comes back of it without a key, as WebAssembly mends broken characters.
  return core.redact(text, apiKey) !== core.redact(text, "");
}
