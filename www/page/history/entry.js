/** What was sent once, and what came of it: as the tab keeps it, and in words. */
import { bytesIn, sizeOf } from "../size.js";

/**
 * @typedef {import("../worker-client.js").Result} Result
 *
 * @typedef {object} Asked What is sent.
 * @property {number} at When, in milliseconds.
 * @property {string} address Of the example that it began with.
 * @property {string} operation
 * @property {string} title Of the example.
 * @property {string} text As it stood in the editor.
 * @property {string} to Whom it is about, shortened; empty where that is nobody.
 * @property {string} [file] The name of the file that went with it. The file itself is not kept.
 *
 * @typedef {object} Facts What is told of an answer in a line.
 * @property {number} [status] Nothing where there was no answer.
 * @property {string} [name] Of the error.
 * @property {string} [code]
 * @property {import("interakt-wasm").Outcome} [outcome] Where it failed.
 * @property {number} [ms] By the Worker's clock, from the request's leaving to the end of its answer.
 * @property {number} [sent] Bytes of the request's body.
 * @property {number} [received] Bytes of the answer's body.
 *
 * @typedef {Asked & { id: string, facts?: Facts, result?: Result }} Entry Without facts it is on its
 *   way; without a result that was too large to be kept.
 */

/**
 * @param {Result} result
 * @returns {Facts}
 */
export function factsOf({ request, response, error, ms }) {
  const { name, code, outcome } = /** @type {any} */ (error ?? {});
  const { size = bytesIn(response?.body ?? "") } = /** @type {any} */ (response ?? {});
  return {
    ...(response && { status: response.status, received: size }),
    ...(request && { sent: sizeOfRequest(request) }),
    ...(error && { name, code, outcome }),
    ...(ms !== undefined && { ms }),
  };
}

/** @param {import("../../worker/record.js").SentRequest} request */
function sizeOfRequest({ body, form }) {
  if (form) return form.reduce((sum, { size }) => sum + size, 0);
  return bytesIn(body ?? "");
}

/** What became of what failed. @type {Record<string, string>} */
const OUTCOMES = {
  not_sent: "not sent",
  refused: "refused",
  unknown: "unknown: it may have arrived",
};

/**
 * @param {Entry} entry
 * @returns {{ words: string, kind: "good" | "error" | "warning" | "none" }}
 */
export function statusOf({ facts }) {
  if (facts === undefined) return { words: "On its way", kind: "none" };
  const { status, code, outcome = "" } = facts;
  if (code === undefined) return { words: `${status ?? "Done"}`, kind: "good" };
  const parts = [status, code, OUTCOMES[outcome]];
  const words = parts.filter((part) => part !== undefined).join(" · ");
  return { words, kind: outcome === "unknown" ? "warning" : "error" };
}

/**
 * @param {Facts} [facts]
 * @returns {string} "184 ms · 412 bytes sent · 1.2 KB received"
 */
export function measuresOf({ ms, sent, received } = {}) {
  return [
    ms !== undefined && durationOf(ms),
    sent !== undefined && sent > 0 && `${sizeOf(sent)} sent`,
    received !== undefined && `${sizeOf(received)} received`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/**
 * @param {number} ms
 * @returns {string} "under 1 ms", "184 ms", "2.4 s"
 */
export function durationOf(ms) {
  if (ms < 1) return "under 1 ms";
  return ms < 1000 ? `${Math.round(ms)} ms` : `${Number((ms / 1000).toFixed(1))} s`;
}

/**
 * What the page was left with while it was on its way: nobody knows what became of it.
 *
 * @type {Facts}
 */
export const LEFT = { name: "ConsoleError", code: "page_left", outcome: "unknown" };
