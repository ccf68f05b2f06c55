/** Receives webhooks with what Node's `http`, Express and others make of a request. */
import { isInteraktError } from "./errors.js";
import { SIGNATURE_HEADER } from "./operations.js";
import { readStream } from "./read.js";
import { nameOf, readOptions, refuseRequest, respond, say } from "./receive.js";
import { bytesOf } from "./signature.js";

/** @param {import("./receive.js").Parse} parse */
export const createNodeHandler = (parse) => (/** @type {unknown} */ options) => {
  const settings = readOptions(options);
  let told = false;

  /**
   * @param {any} request
   * @param {any} response
   */
  return async (request, response) => {
    try {
      if (typeof response?.writeHead !== "function") {
        refuseRequest("nodeHandler takes what Node's http gives; for a Request there is receive.");
      }
      const { method, headers } = request;
      const signature = headers[SIGNATURE_HEADER.toLowerCase()];
      const answer = await respond(parse, settings, {
        method,
        length: headers["content-length"],
        // Several of them are none that could verify.
        signature: signature && String(signature),
        read: (most) => readRequest(request, most),
      });
      await send(request, response, answer);
    } catch (error) {
      const reason = isInteraktError(error) ? error.message : `It failed with ${nameOf(error)}.`;
      if (!told) console.error(`interakt-wasm: nodeHandler answers 500. ${reason}`);
      told = true;
      await send(request, response, say(500, reason)).catch(() => {});
    }
  };
};

/**
 * @param {any} request
 * @param {any} response
 * @param {Response} answer
 */
async function send(request, response, answer) {
  const text = await answer.text();
  const headers = Object.fromEntries(answer.headers);
  // Nobody reads the rest of such a body. HTTP/2 has no such header, and no need of it.
  if ([408, 413].includes(answer.status) && request.httpVersionMajor === 1) {
    headers.connection = "close";
  }
  response.writeHead(answer.status, headers);
  response.end(text);
}

/**
 * @param {any} request
 * @param {number} most Bytes.
 * @returns {Promise<import("./read.js").Body>}
 */
async function readRequest(request, most) {
  for (const given of [request.rawBody, request.body]) {
    if (typeof given === "string" || ArrayBuffer.isView(given)) {
      const bytes = bytesOf(given);
      return { bytes, cut: bytes.length > most };
    }
  }
  const chunks = request.readableEnded ? undefined : request[Symbol.asyncIterator]?.();
  if (!chunks) {
    refuseRequest(
      "The body was read before: mount nodeHandler before express.json() and its like, " +
        "or keep the bytes as request.rawBody.",
    );
  }
  const reader = {
    async read() {
      const { done, value } = await chunks.next();
      return { done, value: done ? value : bytesOf(value) };
    },
    // The connection ends with the answer, and the iteration with the connection.
    cancel: async () => {},
  };
  return readStream(reader, most);
}
