/**
 * What the page's client is answered: what the server's client was, so that both make the same of it.
 */
import { isApiError, isInteraktError, isValidationError, withoutKey } from "interakt-wasm";
import { answerRefused, Refused } from "./proxy-refusals.js";

/** @typedef {import("./match-route.js").AnyOperation} AnyOperation */

/**
 * @param {unknown} data
 * @param {number} status
 * @param {string | undefined} apiKey Taken out, should it be in there.
 */
export const answerData = (data, status, apiKey) =>
  answerText(JSON.stringify(data), canBeSent(status) ? status : 200, apiKey, true);

/**
 * A failure of the server's client.
 *
 * @param {AnyOperation} operation
 * @param {unknown} error
 * @param {string | undefined} apiKey
 * @returns {Response}
 */
export function answerFailure(operation, error, apiKey) {
  if (isValidationError(error)) {
    return answerRefused(new Refused("input_invalid", { issues: error.issues }));
  }
  if (isApiError(error)) {
    const { status, body, retryAfterMs, outcome } = error;
    const isText = typeof body === "string";
    const text = isText ? body : JSON.stringify(body);
    /** @type {Record<string, string>} */
    const headers = retryAfterMs === undefined ? {} : retryAfter(retryAfterMs);
    const same = canBeSent(status) && outcomeOf(operation, status, text) === outcome;
    // Whatever the way was, the page is told what is known of the request.
    const told = same ? status : outcome === "unknown" ? 502 : 400;
    return answerText(text, told, apiKey, !isText, headers);
  }
  // Of what the package does not throw nobody knows when it happened.
  const { code, outcome } = isInteraktError(error) ? error : { code: "failed", outcome: "unknown" };
  if (outcome === "unknown") {
    const [status, message] = code.includes("timeout") ? LATE : LOST;
    return Response.json({ result: false, message, code }, { status });
  }
  // It waited for its turn, or to go out again, and had no time left.
  const late = code === "total_timeout";
  return answerRefused(
    late ? new Refused("out_of_time", { waitMs: 1000 }) : new Refused("client_failed"),
  );
}

/** @satisfies {readonly [status: number, message: string]} */
const LATE = [504, "No answer came from Interakt in time"];
/** @satisfies {readonly [status: number, message: string]} */
const LOST = [502, "No complete answer came from Interakt"];

/** @param {number} ms */
const retryAfter = (ms) => ({ "retry-after": String(Math.ceil(ms / 1000)) });

/**
 * Whether browsers hand on an answer with this status as it is. They have no body to some, send the
 * request again by themselves after others, and take 407 for a word of their own proxy's.
 *
 * @param {number} status
 */
const canBeSent = (status) =>
  (status >= 200 && status < 300 && ![204, 205].includes(status)) ||
  (status >= 400 && status < 600 && ![407, 408, 421, 425].includes(status));

/**
 * What the page's client will make of it.
 *
 * @param {AnyOperation} operation
 * @param {number} status
 * @param {string} text
 */
function outcomeOf(operation, status, text) {
  try {
    operation.parse(status, null, text);
    return undefined;
  } catch (error) {
    return isApiError(error) ? error.outcome : undefined;
  }
}

/**
 * @param {string} text
 * @param {number} status
 * @param {string | undefined} apiKey
 * @param {boolean} isJson A page of somebody's HTML must not become one of this origin.
 * @param {Record<string, string>} [headers]
 */
function answerText(text, status, apiKey, isJson, headers) {
  const clean = apiKey === undefined ? text : withoutKey(text, apiKey);
  const type = isJson ? "application/json" : "text/plain; charset=utf-8";
  return new Response(clean, { status, headers: { ...headers, "content-type": type } });
}
