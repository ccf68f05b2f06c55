/** Trouble on request: answers that Interakt would not give, late answers, and no answer. */

import { checkFault } from "./options.js";
import { html, json, rateLimited, SHOWN_RETRY_AFTER, unauthorized } from "./respond.js";

/** @typedef {import("../types/simulator.js").FaultSpec} FaultSpec */
/** @typedef {import("../types/simulator.js").RecordedRequest} RecordedRequest */
/** @typedef {import("./respond.js").Answer} Answer */

export function createFaults() {
  /** @type {{ spec: FaultSpec, left: number }[]} */
  let pending = [];

  return {
    /** @param {FaultSpec} spec */
    add(spec) {
      checkFault(spec);
      pending.push({ spec, left: spec.times ?? 1 });
    },

    clear() {
      pending = [];
    },

    /**
     * Plays the oldest fault that matches, if any. Returns the answer to give instead of
     * the ordinary one, or nothing when the request goes on; rejects as `fetch` does.
     * @param {RecordedRequest} record
     * @param {AbortSignal | undefined} signal
     * @returns {Promise<Answer | undefined>}
     */
    async meet(record, signal) {
      const fault = pending.find(({ spec, left }) => left > 0 && matches(spec, record));
      if (fault === undefined) return undefined;
      fault.left -= 1;
      const { spec } = fault;
      if (spec.delayMs !== undefined) await delay(spec.delayMs, signal);
      if (spec.hang) await aborted(signal);
      if (spec.error !== undefined && spec.error !== false) throw networkError(spec.error);
      if (spec.status === undefined && spec.body === undefined) return undefined;
      return answerOf(spec);
    },
  };
}

/**
 * @param {FaultSpec} spec
 * @param {RecordedRequest} record
 */
function matches({ on }, record) {
  if (on === undefined) return true;
  return typeof on === "function" ? on(record) : on === record.operation;
}

/**
 * @param {FaultSpec} spec
 * @returns {Answer}
 */
function answerOf({ status = 200, headers, body }) {
  const answer = body === undefined ? usual(status) : withBody(status, body);
  return { ...answer, headers: { ...answer.headers, ...lowerCase(headers) } };
}

/**
 * How a status usually looks when only the status was asked for.
 * @param {number} status
 */
function usual(status) {
  if (status === 401) return unauthorized();
  if (status === 429) return rateLimited(SHOWN_RETRY_AFTER);
  if (status === 404 || status === 405 || status >= 500) return html(status, `Error ${status}`);
  const result = status < 300;
  return json(status, { result, message: `Injected answer ${status}` });
}

/**
 * @param {number} status
 * @param {unknown} body
 * @returns {Answer}
 */
function withBody(status, body) {
  // Of this realm or another, such as a test runner's.
  if (ArrayBuffer.isView(body) || body === "") {
    return { status, headers: {}, body: /** @type {Uint8Array} */ (body) };
  }
  if (typeof body !== "string") return json(status, body);
  const type = body.startsWith("<") ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
  return { status, headers: { "content-type": type }, body };
}

/** @param {Record<string, string>} [headers] */
function lowerCase(headers = {}) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** @param {true | string | Error} error */
function networkError(error) {
  if (error === true) return new TypeError("the simulated network failed");
  return typeof error === "string" ? new TypeError(error) : error;
}

/**
 * @param {number} ms
 * @param {AbortSignal | undefined} signal
 */
function delay(ms, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve(undefined);
    }, ms);
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/**
 * Never settles but by the signal: a connection on which nothing comes back.
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<never>}
 */
function aborted(signal) {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
