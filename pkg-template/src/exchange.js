/** One exchange over HTTP: request out, answer in, or the reason why not. */
import { parseAnswer } from "./answer.js";
import { safeCause } from "./cause.js";
import { ConfigurationError, ConnectionError, TimeoutError } from "./errors.js";
import { isStatus } from "./operation.js";
import { readBody } from "./read.js";
import { partsOf } from "./request.js";
import { send as sendText } from "./texts.js";
import { ask } from "./thrown.js";
import { within } from "./within.js";

/**
 * @typedef {object} Exchange
 * @property {number} index The operation's place in the list of operations.
 * @property {import("./hooks.js").Operation} operation
 * @property {Pick<import("./build.js").BuiltRequest, "url" | "headers" | "body">} request
 * @property {string | undefined} apiKey The key in the headers, which no error may repeat.
 * @property {boolean} elsewhere Whether it goes to another server than Interakt's.
 * @property {import("./fetch.js").Fetch} fetch
 * @property {import("./settings.js").Settings} settings
 *
 * @typedef {object} Answer
 * @property {any} data
 * @property {number} status
 * @property {Headers} headers
 */

/**
 * Sends a request once and gives the decoded answer.
 *
 * @param {import("./start.js").Core} core
 * @param {Exchange} exchange
 * @param {AbortSignal | undefined} signal
 * @param {boolean} earlierUnknown Whether an earlier attempt may have been carried out.
 * @returns {Promise<Answer>}
 */
export function send(core, exchange, signal, earlierUnknown) {
  const { index, operation, settings } = exchange;
  const { timeoutMs } = settings;
  const late = () =>
    new TimeoutError({
      code: "timeout",
      message: ask(core, () => core.timedOut(index, sendText(core, String(timeoutMs)))),
      operation: operation.name,
      outcome: "unknown",
    });
  return within(signal, timeoutMs, late, (stopped) =>
    talk(core, exchange, stopped, earlierUnknown),
  );
}

/**
 * @param {import("./start.js").Core} core
 * @param {Exchange} exchange
 * @param {AbortSignal} signal
 * @param {boolean} earlierUnknown
 * @returns {Promise<Answer>}
 */
async function talk(core, exchange, signal, earlierUnknown) {
  const { index, apiKey, elsewhere, fetch } = exchange;
  const { name } = exchange.operation;
  const unsent = earlierUnknown ? "unknown" : "not_sent";
  const parts = partsOf(exchange, signal, unsent);
  const [request] = parts;
  /** @type {Partial<Response> | null | undefined} */
  let response;
  /** @type {Awaited<ReturnType<typeof readBody>>} */
  let body;
  /** @type {string | undefined} */
  let retryAfter;
  /** What the status may not tell of a redirect. */
  let redirect = "";
  try {
    // A mock, a polyfill or of another realm: only what it does counts.
    response = /** @type {typeof response} */ (await fetch(...parts));
    if (isStatus(response?.status))
      body = await readBody(response, exchange.settings.maxResponseBytes);
    const header = response?.headers?.get?.("retry-after") ?? undefined;
    retryAfter = header === undefined ? undefined : String(header);
    redirect = isElsewhere(response, request) ? "followed" : String(response?.type);
  } catch (cause) {
    if (tookForAddress(cause)) {
      throw new ConfigurationError({
        ...{ code: "fetch_invalid", message: NOT_TAKEN, operation: name, outcome: unsent },
        cause: safeCause(core, cause, apiKey),
      });
    }
    throw new ConnectionError({
      code: "connection_failed",
      message: ask(core, () => core.lost(index)),
      operation: name,
      outcome: "unknown",
      cause: safeCause(core, cause, apiKey),
    });
  } finally {
    // Until here the request must be held: Node forgets the signal of one that is collected,
    // and would leave the connection open.
    void request.signal;
  }
  const status = response?.status;
  if (body === undefined || !isStatus(status)) {
    const message =
      "The fetch function did not resolve with a Response: it needs a numeric status, headers, " +
      "and arrayBuffer() or text().";
    const outcome = "unknown";
    throw new ConfigurationError({ code: "fetch_invalid", message, operation: name, outcome });
  }
  const answer = { status, ...body, redirect, retryAfter, apiKey, earlierUnknown, elsewhere };
  const data = parseAnswer(core, index, answer);
  return { data, status, headers: copyHeaders(response?.headers) };
}

const NOT_TAKEN =
  "Nothing was sent: the fetch function took its Request for an address, as another copy of " +
  "undici's does. Give it the request's parts (docs/sending.md, Another fetch).";

/**
 * Whether fetch looked for a server by what a Request is as a text: it cannot have found one.
 *
 * @param {any} cause
 */
function tookForAddress(cause) {
  try {
    const said = [cause.message, cause.input, cause.cause?.input];
    return said.some((text) => typeof text === "string" && text.includes("[object Request]"));
  } catch {
    // Anything can be thrown, also what has no properties, or some that throw.
    return false;
  }
}

/**
 * Whether a redirect was followed, by a `fetch` of the caller's or a polyfill: some of these tell
 * only the address in the end.
 *
 * @param {Partial<Response> | null | undefined} response
 * @param {Request} request
 */
function isElsewhere(response, request) {
  if (typeof response?.redirected === "boolean") return response.redirected;
  if (!response?.url) return false;
  const [there, asked] = [response.url, request.url].map((url) => new URL(url, request.url));
  return there?.origin !== asked?.origin || there?.pathname !== asked?.pathname;
}

/**
 * @param {unknown} headers
 * @returns {Headers} Empty where a mock's cannot be read.
 */
function copyHeaders(headers) {
  if (headers instanceof Headers) return headers;
  try {
    return new Headers(/** @type {HeadersInit} */ (headers ?? undefined));
  } catch {
    return new Headers();
  }
}
