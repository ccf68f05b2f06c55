/**
 * A server that does to each request what the test asked for, and counts what really
 * arrived. It speaks raw TCP, because an HTTP server would not do most of it.
 *
 * A request says in a header which play it belongs to. A reset before anything was read
 * cannot be chosen by what was read: such a play gets a port of its own.
 */
import { createServer } from "node:net";
import { allow, perform } from "./perform.mjs";
import { takeClosedPort, takeSilentPort } from "./ports.mjs";
import { ELSEWHERE, PLAY } from "./remote.mjs";
import { SUCCESS } from "./ways.mjs";
import { createReader, headBytes } from "./wire.mjs";

/** @typedef {import("./perform.mjs").Fault} Fault */
/** @typedef {import("./perform.mjs").Account} Account */

/** The headers of what is served where redirects lead. */
const SERVED = {
  "access-control-allow-origin": "*",
  "content-type": "application/json",
  connection: "close",
  "content-length": SUCCESS.length,
};

/**
 * @typedef {object} Play
 * @property {Fault[]} faults one for each attempt; the last one for all further attempts
 * @property {number} next
 * @property {Account[]} requests
 * @property {number} unread
 * @property {number} elsewhere
 * @property {Set<import("node:net").Socket>} sockets those still open
 */

/**
 * @typedef {object} Report
 * @property {Account[]} requests that arrived, in their order
 * @property {number} unread connections that were reset before anything was read; not each need
 *   have been for a request
 * @property {number} elsewhere connections that followed a redirect
 * @property {number} open connections that are still open
 */

export async function startFaultServer() {
  /** @type {Map<string, Play>} */
  const plays = new Map();
  /** @type {Listener[]} */
  const listeners = [];

  /** @param {(socket: import("node:net").Socket) => Promise<void>} serve */
  async function open(serve) {
    const listener = await listen(serve);
    listeners.push(listener);
    return listener;
  }

  const elsewhere = await open((socket) => serveElsewhere(socket, plays));
  // A port of its own, so that no play finds its connections taken by questions.
  const desk = await open((socket) =>
    serveControl(socket, { play, report: async ({ id }) => reportOf(id) }),
  );
  const stage = await open((socket) => servePlays(socket, plays));
  const [closed, silent] = await Promise.all([takeClosedPort(desk.port), takeSilentPort()]);

  /**
   * Sets a play up.
   * @param {{ id: string, faults: Fault[] }} play
   * @returns {Promise<string>} where to send its requests
   */
  async function play({ id, faults }) {
    const location = `${elsewhere.url}${ELSEWHERE}${id}`;
    /** @type {Play} */
    const made = {
      faults: faults.map((fault) => withLocation(fault, location)),
      next: 0,
      requests: [],
      unread: 0,
      elsewhere: 0,
      sockets: new Set(),
    };
    plays.set(id, made);
    if (!faults.some(({ reset }) => reset === "unread")) return stage.url;
    return (await open((socket) => servePlays(socket, plays, made))).url;
  }

  /**
   * @param {string} id
   * @returns {Report}
   */
  function reportOf(id) {
    const { requests, unread, elsewhere, sockets } = playOf(plays, id);
    return { requests, unread, elsewhere, open: sockets.size };
  }

  return {
    /** @type {import("./remote.mjs").Addresses} */
    addresses: { url: desk.url, closedUrl: closed.url, silentUrl: silent.url },
    /** Where plays are played that need no port of their own. */
    stageUrl: stage.url,
    play,
    reportOf,
    async close() {
      closed.free();
      await silent.free();
      await Promise.all(listeners.map((listener) => listener.close()));
    },
  };
}

/**
 * Answers the test's own questions.
 * @param {import("node:net").Socket} socket
 * @param {Record<string, (content: any) => Promise<unknown>>} actions
 */
async function serveControl(socket, actions) {
  const reader = createReader(socket);
  const head = await reader.head();
  if (head === undefined) return;
  const content = JSON.parse(String(await reader.body(head)));
  const action = actions[head.path.slice(1)];
  if (action === undefined) throw new Error(`there is no ${head.path} to ask for`);
  const answer = Buffer.from(JSON.stringify(await action(content)));
  const headers = { "access-control-allow-origin": "*", connection: "close" };
  socket.end(Buffer.concat([headBytes(200, headers), answer]));
}

/**
 * @param {import("node:net").Socket} socket
 * @param {Map<string, Play>} plays
 * @param {Play} [only] the play whose port this is
 */
async function servePlays(socket, plays, only) {
  if (only && faultOf(only).reset === "unread") {
    only.next += 1;
    only.unread += 1;
    socket.resetAndDestroy();
    return;
  }
  const reader = createReader(socket);
  for (let head = await reader.head(); head; head = await reader.head()) {
    if (head.method === "OPTIONS") allow(socket, head);
    else await attend(socket, reader, head, playOf(plays, head.headers[PLAY] ?? ""));
  }
}

/**
 * Counts a request, takes all of it, and does to it what is its turn.
 * @param {import("node:net").Socket} socket
 * @param {ReturnType<typeof createReader>} reader
 * @param {import("./wire.mjs").Head} head
 * @param {Play} play
 */
async function attend(socket, reader, head, play) {
  const { method, path, headers } = head;
  /** @type {Account} */
  const account = {
    method,
    path,
    authorization: headers.authorization ?? null,
    connection: numberOf(socket),
    complete: false,
    body: "",
    fault: Math.min(play.next, play.faults.length - 1),
    written: 0,
    answered: false,
  };
  const fault = faultOf(play);
  play.next += 1;
  play.requests.push(account);
  play.sockets.add(socket);
  socket.once("close", () => play.sockets.delete(socket));
  const body = await reader.body(head);
  account.complete = body !== undefined;
  account.body = String(body ?? "");
  if (account.complete) await perform(fault, socket, account);
}

/**
 * Where redirects point: whoever comes is counted, and served.
 * @param {import("node:net").Socket} socket
 * @param {Map<string, Play>} plays
 */
async function serveElsewhere(socket, plays) {
  const reader = createReader(socket);
  const head = await reader.head();
  if (head === undefined) return;
  playOf(plays, head.path.slice(ELSEWHERE.length)).elsewhere += 1;
  if (head.method === "OPTIONS") allow(socket, head);
  else socket.end(Buffer.concat([headBytes(200, SERVED), Buffer.from(SUCCESS)]));
}

/**
 * @param {Map<string, Play>} plays
 * @param {string} id
 */
function playOf(plays, id) {
  const play = plays.get(id);
  if (play === undefined) throw new Error(`no play is called "${id}"`);
  return play;
}

/** @param {Play} play @returns {Fault} */
const faultOf = ({ faults, next }) => faults[next] ?? faults.at(-1) ?? {};

/**
 * @param {Fault} fault
 * @param {string} location of a redirect
 * @returns {Fault}
 */
const withLocation = (fault, location) =>
  (fault.status ?? 0) >= 300 && (fault.status ?? 0) < 400
    ? { ...fault, headers: { ...fault.headers, location } }
    : fault;

/** @type {WeakMap<import("node:net").Socket, number>} */
const numbers = new WeakMap();
let connections = 0;

/** @param {import("node:net").Socket} socket */
function numberOf(socket) {
  const known = numbers.get(socket);
  if (known !== undefined) return known;
  connections += 1;
  numbers.set(socket, connections);
  return connections;
}

/** @typedef {Awaited<ReturnType<typeof listen>>} Listener */

/**
 * Listens on a free port of the loopback interface.
 * @param {(socket: import("node:net").Socket) => Promise<void>} serve
 */
async function listen(serve) {
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // Clients that hang up are what this is about.
    socket.on("error", () => {});
    serve(socket).catch((error) => {
      console.error("the fault server failed:", error);
      socket.destroy();
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
