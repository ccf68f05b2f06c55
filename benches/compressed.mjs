/** What stands before a server and compresses what it answers, as a network of servers does. */
import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { listen } from "../tests/support/listen.mjs";

const COMPRESSED = /^(?:text\/|application\/(?:javascript|json|wasm))|svg/;

/**
 * Passes on what is asked by GET. Each answer is compressed once, so that nobody waits for that.
 *
 * @param {string} upstream Where it asks.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveCompressed(upstream) {
  /** @type {Map<string, Promise<{ status: number, headers: Record<string, string>, body: Buffer }>>} */
  const known = new Map();

  /** @param {string} path */
  async function answerTo(path) {
    const response = await fetch(`${upstream}${path}`);
    const headers = Object.fromEntries(response.headers);
    const body = Buffer.from(await response.arrayBuffer());
    const { status } = response;
    if (!COMPRESSED.test(headers["content-type"] ?? "")) return { status, headers, body };
    const { "content-length": _, ...others } = headers;
    const encoded = { ...others, "content-encoding": "br" };
    return { status, headers: encoded, body: brotliCompressSync(body) };
  }

  return listen(
    createServer(async ({ url = "/" }, response) => {
      const answering = known.get(url) ?? answerTo(url);
      known.set(url, answering);
      const { status, headers, body } = await answering;
      response.writeHead(status, { ...headers, "content-length": body.length }).end(body);
    }),
  );
}
