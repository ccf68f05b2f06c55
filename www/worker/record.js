/** What went out and what came back, for the page to show: all but the key. */
import { withoutKey } from "interakt-wasm";
import { MEGABYTE } from "./body.js";

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
 * @property {string} body Of a long one its beginning.
 * @property {number} size In bytes: of what was read.
 * @property {true} [cut] There was more, which was not read, or it broke off.
 *
 * @typedef {object} Exchange
 * @property {SentRequest} [request]
 * @property {ReceivedResponse} [response]
 * @property {number} [ms] From the request's leaving to the end of its answer, or to its failure.
 */

/** The most that is read of an answer, in bytes. */
export const LARGEST_ANSWER = 10 * MEGABYTE;

/** How much of an answer the page gets to show as it came, in bytes: nobody reads more. */
const SHOWN = MEGABYTE;

/**
 * @param {(request: Request) => Promise<Response>} fetch
 * @param {string} apiKey
 */
export function recorded(fetch, apiKey) {
  /** @type {SentRequest | undefined} */
  let request;
  /** @type {(() => ReceivedResponse) | undefined} */
  let received;
  let left = 0;
  /** @type {number | undefined} */
  let ms;
  const tick = () => {
    ms = Date.now() - left;
  };

  /** @type {typeof globalThis.fetch} */
  const recordingFetch = async (target, init) => {
    const asked = new Request(target, init);
    request = await describeRequest(asked.clone());
    // The clock of a Worker goes on while it waits, which is what is measured.
    left = Date.now();
    const response = await fetch(asked).finally(tick);
    const { status, headers } = response;
    const { stream, read } = watched(response.body, tick);
    received = () => {
      const { bytes, size, isWhole } = read();
      const text = hidden(new TextDecoder().decode(bytes));
      // Where it ends, half a key may stand, which nobody knows for one.
      const body = bytes.length < size || !isWhole ? text.slice(0, -longestForm(apiKey)) : text;
      const seen = { status, headers: Object.fromEntries(headers), body, size };
      return isWhole ? seen : { ...seen, cut: true };
    };
    return stream === null ? response : new Response(stream, response);
  };

  /** @param {string} text */
  const hidden = (text) => withoutKey(text, apiKey).replaceAll("[API key]", HIDDEN);

  /**
   * Servers repeat what they were sent, above all in their complaints, and write it their own way.
   *
   * @param {unknown} value As JSON has it.
   * @returns {unknown}
   */
  const hide = (value) => {
    if (typeof value === "string") return hidden(value);
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(
      (entry) => /** @type {[string, unknown]} */ (hide(entry)),
    );
    return Object.fromEntries(entries);
  };

  /** @returns {Exchange} What has come until now. */
  const exchange = () => ({
    ...(request && { request }),
    ...(received && { response: received() }),
    ...(ms !== undefined && { ms }),
  });

  return { exchange, recordingFetch, hide };
}

/**
 * How long a key can be that a server writes in its own way: each character of its base64 as an
 * escape within an escape.
 *
 * @param {string} key
 */
const longestForm = ({ length }) => 16 * length + 64;

/**
 * A body that is kept as far as somebody reads it: who has enough of it stops the server, too.
 *
 * @param {ReadableStream<Uint8Array> | null} body
 * @param {() => void} onPiece Something came, or the end.
 * @returns {{
 *   stream: ReadableStream<Uint8Array> | null,
 *   read: () => { bytes: Uint8Array, size: number, isWhole: boolean },
 * }} `bytes` are the first of the `size` that were read.
 */
function watched(body, onPiece) {
  if (body === null) {
    return { stream: null, read: () => ({ bytes: new Uint8Array(), size: 0, isWhole: true }) };
  }
  const kept = new Uint8Array(SHOWN);
  let size = 0;
  let isWhole = false;
  const stream = body.pipeThrough(
    new TransformStream({
      transform(piece, controller) {
        if (size < SHOWN) kept.set(piece.subarray(0, SHOWN - size), size);
        size += piece.length;
        onPiece();
        controller.enqueue(piece);
      },
      flush() {
        isWhole = true;
        onPiece();
      },
    }),
  );
  return {
    stream,
    read: () => ({ bytes: kept.subarray(0, Math.min(size, SHOWN)), size, isWhole }),
  };
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
