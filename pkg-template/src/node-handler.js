/** Receives webhooks with what Node's `http`, Express and others make of a request. */
import { clock } from "./clock.js";
import { isInteraktError } from "./errors.js";
import { SIGNATURE_HEADER } from "./operations.js";
import { readBody, readStream } from "./read.js";
import { nameOf, readOptions, refuseRequest, respond, say } from "./receive.js";
import { bytesOf } from "./signature.js";
import { LONGEST_TIMER_MS } from "./within.js";

/** Bytes of an answer of `onError` that are sent. */
const LONGEST_ANSWER = 1024 * 1024;

/** What an answer's body has to be read in at least. */
const READ_MS = 200;

/** @param {import("./receive.js").Parse} parse */
export const createNodeHandler = (parse) => (/** @type {unknown} */ options) => {
  const settings = readOptions(options);
  let told = false;

  /**
   * @param {any} request
   * @param {any} response
   */
  return async (request, response) => {
    const start = clock();
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
      await send(request, response, answer, settings.answerWithinMs - (clock() - start));
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
 * @param {number} [leftMs] For its body.
 */
async function send(request, response, answer, leftMs = 0) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, Math.min(Math.max(leftMs, READ_MS), LONGEST_TIMER_MS));
  });
  // What it gives in time goes out: the status says what matters.
  const body = await readBody(answer, LONGEST_ANSWER, late).finally(() => clearTimeout(timer));
  /** @type {Record<string, string | string[]>} */
  const headers = {};
  for (const [name, value] of answer.headers) {
    const before = headers[name];
    headers[name] = before === undefined ? value : [before, value].flat();
  }
  // Nobody reads the rest of such a body. HTTP/2 has no such header, and no need of it.
  if ([408, 413].includes(answer.status) && request.httpVersionMajor === 1) {
    headers.connection = "close";
  }
  response.writeHead(answer.status, headers);
  response.end(new TextDecoder().decode(body?.bytes));
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
      "The body was read before: mount nodeHandler before express.json() and the like, " +
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
