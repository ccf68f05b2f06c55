/** One exchange over HTTP: request out, answer in, or the reason why not. */
import { ConfigurationError, ConnectionError, TimeoutError } from "./errors.js";
import { isStatus } from "./operation.js";
import { withErrors } from "./thrown.js";

/**
 * @typedef {object} Exchange
 * @property {string} name The operation's.
 * @property {string} url
 * @property {Record<string, string>} headers
 * @property {string | FormData | null} body
 * @property {string | undefined} apiKey The key in the headers, which no error may repeat.
 * @property {(request: Request) => unknown} fetch
 * @property {AbortSignal | undefined} signal The caller's, of any realm.
 * @property {number} timeoutMs For connection, headers and body together.
 */

/** A timer with more bits would go off at once; it is as good as none. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Sends a request once and gives the decoded answer.
 *
 * It ends with the time limit or the abort even when fetch does not look at its
 * signal, and leaves neither timer nor listener behind.
 *
 * @param {import("./start.js").Core} core
 * @param {number} index The operation's place in the list of operations.
 * @param {Exchange} exchange
 * @returns {Promise<unknown>}
 */
export async function send(core, index, { signal, timeoutMs, ...exchange }) {
  if (signal?.aborted) throw reasonOf(signal);
  const controller = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {() => void} */
  let onAbort = () => {};
  /** @type {Promise<never>} */
  const stopped = new Promise((_, reject) => {
    /** @param {unknown} reason */
    const stop = (reason) => {
      reject(reason);
      controller.abort(reason);
    };
    if (timeoutMs <= LONGEST_TIMER_MS) {
      timer = setTimeout(() => {
        const message = core.lost(index, timeoutMs);
        stop(new TimeoutError({ code: "timeout", message, operation: exchange.name }));
      }, timeoutMs);
    }
    if (signal) onAbort = () => stop(reasonOf(signal));
  });
  try {
    signal?.addEventListener("abort", onAbort);
    return await Promise.race([stopped, talk(core, index, exchange, controller.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

/**
 * @param {import("./start.js").Core} core
 * @param {number} index
 * @param {Omit<Exchange, "signal" | "timeoutMs">} exchange
 * @param {AbortSignal} signal
 */
async function talk(core, index, { name, url, headers, body, apiKey, fetch }, signal) {
  const list = JSON.stringify(Object.entries(headers).flat());
  const request = withErrors(() => core.request(index, url, list, body, signal));
  /** @type {Awaited<ReturnType<typeof read>>} */
  let answer;
  try {
    answer = await read(await fetch(request));
  } catch (cause) {
    const message = core.lost(index);
    throw new ConnectionError({ code: "connection_failed", message, operation: name, cause });
  }
  if (answer === undefined) {
    const message =
      "The fetch function did not resolve with a Response: it needs a numeric status, headers, " +
      "and arrayBuffer() or text().";
    throw new ConfigurationError({ code: "fetch_invalid", message, operation: name });
  }
  const { status, retryAfter, bytes } = answer;
  return withErrors(() => core.parse(index, status, retryAfter, bytes, apiKey));
}

/**
 * What fetch resolved with may be a mock, a polyfill or of another realm, so
 * only what it does counts.
 *
 * @param {unknown} value
 */
async function read(value) {
  const response = /** @type {Partial<Response> | null | undefined} */ (value);
  const status = response?.status;
  if (!isStatus(status)) return undefined;
  const retryAfter = response?.headers?.get?.("retry-after") ?? undefined;
  if (typeof response?.arrayBuffer === "function") {
    return { status, retryAfter, bytes: new Uint8Array(await response.arrayBuffer()) };
  }
  if (typeof response?.text === "function") {
    return { status, retryAfter, bytes: new TextEncoder().encode(await response.text()) };
  }
  return undefined;
}

/** @param {AbortSignal} signal */
function reasonOf(signal) {
  if (signal.reason !== undefined) return signal.reason;
  // A signal older than `reason` has none.
  return new DOMException("The call was aborted.", "AbortError");
}
