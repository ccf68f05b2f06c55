/** Real HTTP around the proxy: a server for it, one for Interakt, and requests as no client sends them. */
import { createServer, request as httpRequest } from "node:http";
import { Readable } from "node:stream";
import { listen } from "../support/listen.mjs";

/**
 * A server that hands requests on as they come: the body as a stream, and aborted when the caller
 * hangs up.
 *
 * @param {(request: Request) => Promise<Response>} answer
 */
export function serveRequests(answer) {
  const server = createServer(async (incoming, outgoing) => {
    const { method = "GET", url, headers } = incoming;
    const gone = new AbortController();
    outgoing.on("close", () => gone.abort());
    const list = Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => /** @type {[string, string]} */ ([name, one])),
    );
    const hasBody = method !== "GET" && method !== "HEAD";
    const request = new Request(`http://${headers.host}${url}`, {
      ...{ method, headers: list, signal: gone.signal, duplex: "half" },
      body: hasBody ? /** @type {any} */ (Readable.toWeb(incoming)) : null,
    });
    const response = await answer(request).catch((error) => {
      outgoing.destroy();
      throw error;
    });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(new Uint8Array(await response.arrayBuffer()));
  });
  return listen(server);
}

/**
 * Stands for Interakt: answers by the first segment of the path, and counts what arrives.
 *
 * @param {Record<string, (outgoing: import("node:http").ServerResponse, body: string) => void>} cases
 */
export async function serveInterakt(cases) {
  /** @type {{ case: string, url: string, headers: any, body: string }[]} */
  const arrived = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await textOf(incoming);
    const [, name = ""] = (incoming.url ?? "").split("/");
    arrived.push({ case: name, url: incoming.url ?? "", headers: incoming.headers, body });
    cases[decodeURIComponent(name)]?.(outgoing, body);
  });
  return { ...(await listen(server)), arrived };
}

/**
 * Sends what is given and nothing else, the path as it is written.
 *
 * @param {string} url Of the server.
 * @param {{ path: string, method?: string, headers?: Record<string, string | string[]>,
 *   body?: string | Uint8Array | undefined, chunked?: boolean }} raw
 * @returns {Promise<{ status: number, headers: Headers, text: string }>}
 */
export function sendRaw(url, { path, method = "POST", headers = {}, body, chunked = false }) {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const length =
      chunked || body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const outgoing = httpRequest({
      ...{ hostname, port, path, method, agent: false },
      headers: { ...length, ...headers },
    });
    outgoing.on("error", reject);
    outgoing.on("response", async (incoming) => {
      resolve({
        status: incoming.statusCode ?? 0,
        headers: new Headers(/** @type {Record<string, string>} */ (incoming.headers)),
        text: await textOf(incoming),
      });
    });
    outgoing.end(body);
  });
}

/** @param {import("node:http").IncomingMessage} incoming */
async function textOf(incoming) {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
