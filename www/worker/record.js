/** What went out and what came back, for the page to show: all but the key. */
import { withoutKey } from "interakt-wasm";

/** Stands where the key was. */
const HIDDEN = "••••••••";

/**
 * @typedef {object} FormPart A field of a form that was sent.
 * @property {string} name
 * @property {string} [fileName]
 * @property {string} [type]
 * @property {number} size In bytes.
 *
 * @typedef {object} SentRequest
 * @property {string} method
 * @property {string} url
 * @property {Record<string, string>} headers
 * @property {string | null} body
 * @property {FormPart[]} [form] In place of the body.
 *
 * @typedef {object} ReceivedResponse
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {string} body
 *
 * @typedef {object} Exchange
 * @property {SentRequest} [request]
 * @property {ReceivedResponse} [response]
 * @property {number} [ms] From the request's leaving to the end of its answer, or to its failure.
 */

/**
 * @param {(request: Request) => Promise<Response>} fetch
 * @param {string} apiKey
 */
export function recorded(fetch, apiKey) {
  /** @type {Exchange} */
  const exchange = {};

  /** @type {typeof globalThis.fetch} */
  const recordingFetch = async (target, init) => {
    const request = new Request(target, init);
    exchange.request = await describeRequest(request.clone());
    // The clock of a Worker goes on while it waits, which is what is measured.
    const left = Date.now();
    try {
      const response = await fetch(request);
      exchange.response = await describeResponse(response.clone());
      return response;
    } finally {
      exchange.ms = Date.now() - left;
    }
  };

  /**
   * Servers repeat what they were sent, above all in their complaints, and write it their own way.
   *
   * @param {unknown} value As JSON has it.
   * @returns {unknown}
   */
  const hide = (value) => {
    if (typeof value === "string") return withoutKey(value, apiKey).replaceAll("[API key]", HIDDEN);
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(
      (entry) => /** @type {[string, unknown]} */ (hide(entry)),
    );
    return Object.fromEntries(entries);
  };

  return { exchange, recordingFetch, hide };
}

/**
 * @param {Request} request
 * @returns {Promise<SentRequest>}
 */
async function describeRequest(request) {
  const { method, url } = request;
  const headers = Object.fromEntries(request.headers);
  if (!headers["content-type"]?.startsWith("multipart/form-data")) {
    return { method, url, headers, body: (await request.text()) || null };
  }
  const form = [...(await request.formData())].map(([name, value]) =>
    typeof value === "string"
      ? { name, size: new TextEncoder().encode(value).length }
      : { name, fileName: value.name, type: value.type, size: value.size },
  );
  return { method, url, headers, body: null, form };
}

/**
 * @param {Response} response
 * @returns {Promise<ReceivedResponse>}
 */
async function describeResponse(response) {
  const { status } = response;
  return { status, headers: Object.fromEntries(response.headers), body: await response.text() };
}
