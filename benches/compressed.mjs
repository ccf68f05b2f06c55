/** What stands before a server and compresses what it answers, as a network of servers does. */
import { createServer, get } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliCompressSync } from "node:zlib";
import { listen } from "../tests/support/listen.mjs";

const COMPRESSED = /^(?:text\/|application\/(?:javascript|json|wasm))|svg/;

/**
 * @typedef {{ status: number, headers: import("node:http").IncomingHttpHeaders, body: Buffer }} Answer
 *
 * @param {string} url
 * @returns {Promise<Answer>}
 */
async function ask(url) {
  /** @type {import("node:http").IncomingMessage} */
  const answer = await new Promise((fulfil, reject) => {
    get(url, { agent: false }, fulfil).on("error", reject);
  });
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) };
}

/** @param {Answer} answer @returns {Answer} */
function compressed({ status, headers, body }) {
  const { connection: _, "transfer-encoding": __, "content-length": ___, ...others } = headers;
  if (!COMPRESSED.test(headers["content-type"] ?? "")) return { status, headers: others, body };
  const encoded = { ...others, "content-encoding": "br" };
  return { status, headers: encoded, body: brotliCompressSync(body) };
}

/**
 * Passes on what is asked by GET. Each answer is compressed once, so that nobody waits for that.
 *
 * @param {string} upstream Where it asks.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveCompressed(upstream) {
  /** @type {Map<string, Promise<Answer>>} */
  const known = new Map();
  return listen(
    createServer(async ({ url = "/" }, response) => {
      const answering = known.get(url) ?? ask(`${upstream}${url}`).then(compressed);
      known.set(url, answering);
      try {
        const { status, headers, body } = await answering;
        response.writeHead(status, { ...headers, "content-length": body.length }).end(body);
      } catch (error) {
        response.writeHead(502).end(String(error));
      }
    }),
  );
}
