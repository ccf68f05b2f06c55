/** What the server does to one request: the faults, on a raw socket. */
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { withForms } from "./keys.mjs";
import { headBytes } from "./wire.mjs";

/**
 * @typedef {object} Fault what the server does to one attempt. All of it survives JSON
 * @property {"unread" | "read" | "answering"} [reset] the connection, at which moment: before
 *   anything is read from it, after the request, in the middle of the answer
 * @property {"headers" | "body"} [stall] for ever, before the headers or in the body
 * @property {true} [hangUp] without a word after the request, as an idle connection is closed
 * @property {true} [slow] the whole answer, byte by byte
 * @property {number} [status] of the answer
 * @property {Record<string, string>} [headers] besides the usual ones
 * @property {string} [body] `{{key}}` and the like become forms of the API key
 * @property {string} [base64] a body that is no text
 * @property {string} [raw] an answer that is no HTTP, with the same forms of the API key
 * @property {number} [flood] so many bytes of JSON in place of a body
 * @property {true} [endless] the body goes on until the other end has had enough
 * @property {true} [unsized] leaves out `content-length`: the body ends with the connection
 * @property {true} [gzip]
 * @property {true} [keepAlive] leaves the connection open for another request
 */

/**
 * @typedef {object} Account what became of one request
 * @property {string} method
 * @property {string} path
 * @property {string | null} authorization
 * @property {number} connection on which it came: the first, the second, …
 * @property {boolean} complete all of the request arrived
 * @property {string} body its body, once all of it has arrived
 * @property {number} fault which of the play's faults it got
 * @property {number} written bytes of the answer that the connection took
 * @property {boolean} answered the connection took the whole answer
 */

/** Only one request for each connection: runtimes send again by themselves on a reused one. */
const CLOSE = { connection: "close" };

const CORS = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

/** Browsers keep some answers, such as a 301, and would not ask again. */
const FRESH = { "cache-control": "no-store" };

/** The largest piece that is written at once. */
const PIECE = 64 * 1024;

/**
 * Does it, and resolves when the connection is free for another request, if it is.
 * @param {Fault} fault
 * @param {import("node:net").Socket} socket
 * @param {Account} account is kept while it happens
 */
export async function perform(fault, socket, account) {
  if (fault.reset === "read") {
    socket.resetAndDestroy();
    return;
  }
  if (fault.hangUp) {
    socket.end();
    return;
  }
  if (fault.stall === "headers") return;
  if (fault.raw !== undefined) {
    socket.end(withForms(fault.raw));
    return;
  }
  const { head, body } = await answerOf(fault);
  if (fault.reset === "answering" || fault.stall === "body") {
    // Some of the body too: only then is it the body that is waited for.
    const half = body.subarray(0, Math.ceil(body.length / 2));
    await write(socket, [head, half], PIECE, account);
    if (fault.reset) socket.resetAndDestroy();
    return;
  }
  if (fault.endless) {
    const more = Buffer.alloc(PIECE, "a");
    await write(socket, [head], PIECE, account);
    while (await write(socket, [more], PIECE, account)) await delay(1);
    return;
  }
  // At once where that is little: Node's fetch never ends when a body comes after its headers
  // and turns out to be no gzip.
  const parts = body.length < PIECE ? [Buffer.concat([head, body])] : [head, body];
  account.answered = await write(socket, parts, fault.slow ? 1 : PIECE, account);
  if (!fault.keepAlive) socket.end();
}

/**
 * The answer to the question that a browser asks before a request to another origin.
 * @param {import("node:net").Socket} socket
 * @param {import("./wire.mjs").Head} head
 */
export function allow(socket, { headers }) {
  const allowed = {
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "",
  };
  socket.end(headBytes(204, { ...CORS, ...allowed, ...CLOSE }));
}

/** @param {Fault} fault */
async function answerOf(fault) {
  const { status = 200, headers, keepAlive } = fault;
  const plain = bodyOf(fault);
  // Elsewhere than here, where others are served.
  const body = fault.gzip ? await promisify(gzip)(plain) : plain;
  const hasLength = !fault.unsized && !fault.endless && status !== 204;
  const head = headBytes(status, {
    "content-type": "application/json",
    ...CORS,
    ...FRESH,
    ...(keepAlive ? {} : CLOSE),
    ...(hasLength ? { "content-length": body.length } : {}),
    ...(fault.gzip ? { "content-encoding": "gzip" } : {}),
    ...withFormsIn(headers),
  });
  return { head, body };
}

/** @param {Record<string, string>} [headers] */
const withFormsIn = (headers = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, withForms(value)]));

/** @param {Fault} fault */
function bodyOf({ flood, base64, body = "" }) {
  if (flood === undefined) {
    return base64 === undefined ? Buffer.from(withForms(body)) : Buffer.from(base64, "base64");
  }
  const made = floods.get(flood) ?? makeFlood(flood);
  floods.set(flood, made);
  return made;
}

/** @type {Map<number, Buffer>} */
const floods = new Map();

/**
 * A success, for a client that reads all of it.
 * @param {number} length
 */
function makeFlood(length) {
  const begin = '{"result":true,"message":"';
  const end = '"}';
  const bytes = Buffer.alloc(length, "a");
  bytes.write(begin);
  bytes.write(end, length - end.length);
  return bytes;
}

/**
 * Writes piece by piece, each only when the one before has left.
 * @param {import("node:net").Socket} socket
 * @param {Buffer[]} parts
 * @param {number} size of a piece
 * @param {Account} account
 * @returns {Promise<boolean>} whether all of it left
 */
async function write(socket, parts, size, account) {
  for (const bytes of parts) {
    for (let at = 0; at < bytes.length; at += size) {
      const piece = bytes.subarray(at, at + size);
      const failed = await new Promise((resolve) => socket.write(piece, resolve));
      if (failed) return false;
      account.written += piece.length;
      // Otherwise the other end reads several bytes as one.
      if (size === 1) await delay(1);
    }
  }
  return true;
}
