/**
 * The simulator behind a real HTTP server, so that tests send real requests.
 * Tests set it up over the same connection: remote.mjs is the other end.
 */
import { createServer } from "node:http";
import { createSimulator } from "interakt-wasm/simulator";
import { listen } from "./listen.mjs";
import { CONTROL } from "./remote.mjs";

/** Starts the server; the simulator that it begins with has no settings. */
export function startServer() {
  const stage = createStage();
  return serve(async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(CONTROL)) return stage.simulate(request);
    const action = pathname.slice(CONTROL.length);
    return Response.json(await stage.control(action, await request.json()));
  });
}

/**
 * A server that answers as the function does, to pages of every origin. Where the function is
 * rejected, the connection is cut.
 *
 * @param {(request: Request) => Promise<Response>} answer
 */
export function serve(answer) {
  const server = createServer((incoming, outgoing) => {
    handle(answer, incoming, outgoing).catch((error) => outgoing.destroy(error));
  });
  return listen(server);
}

/** The simulator on show, and the control requests that exchange and question it. */
function createStage() {
  let clock = 0;
  let simulator = createSimulator();
  return {
    /** @param {Request} request */
    simulate: (request) => simulator(request),

    /**
     * @param {string} action
     * @param {any} content
     */
    async control(action, content) {
      switch (action) {
        case "setup":
          clock = Date.UTC(2026, 0, 15, 9, 30);
          simulator = createSimulator({ ...content.options, now: () => clock });
          for (const fault of content.faults) simulator.fault(fault);
          return null;
        case "advance":
          clock += content.ms;
          return null;
        case "requests":
          return Promise.all(simulator.requests.map(portable));
        default:
          throw new Error(`no control action ${action}`);
      }
    },
  };
}

/**
 * A record with its files spelled out, so that it survives JSON.
 * @param {import("interakt-wasm/simulator").RecordedRequest} record
 */
async function portable(record) {
  if (typeof record.body !== "object" || record.body === null) return record;
  const body = Array.isArray(record.body) ? record.body : { ...record.body };
  for (const [name, value] of Object.entries(body)) {
    if (!(value instanceof Blob)) continue;
    const bytes = [...new Uint8Array(await value.arrayBuffer())];
    body[name] = { name: /** @type {File} */ (value).name, type: value.type, bytes };
  }
  return { ...record, body };
}

/**
 * @param {(request: Request) => Promise<Response>} answer
 * @param {import("node:http").IncomingMessage} incoming
 * @param {import("node:http").ServerResponse} outgoing
 */
async function handle(answer, incoming, outgoing) {
  const cors = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": incoming.headers["access-control-request-headers"] ?? "*",
    "access-control-expose-headers": "*",
  };
  if (incoming.method === "OPTIONS") {
    outgoing.writeHead(204, cors).end();
    return;
  }
  const response = await answer(await toRequest(incoming, outgoing));
  outgoing.writeHead(response.status, { ...cors, ...Object.fromEntries(response.headers) });
  outgoing.end(new Uint8Array(await response.arrayBuffer()));
}

/**
 * @param {import("node:http").IncomingMessage} incoming
 * @param {import("node:http").ServerResponse} outgoing
 */
async function toRequest(incoming, outgoing) {
  const { method = "GET", url = "/", rawHeaders } = incoming;
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  }
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
  // A caller that hangs up ends what the simulator is waiting for.
  const hungUp = new AbortController();
  outgoing.on("close", () => hungUp.abort());
  const target = `http://${incoming.headers.host}${url}`;
  return new Request(target, { method, headers, body, signal: hungUp.signal });
}
