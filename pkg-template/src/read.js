/** Reading what came over HTTP, and no more of it than wanted. */
import { createEncoder } from "./text.js";

/**
 * @typedef {{ bytes: Uint8Array<ArrayBuffer>, cut: boolean }} Body Cut: there was more.
 *
 * @typedef {object} Reader As a stream gives it.
 * @property {() => Promise<{ done: boolean | undefined, value?: any }>} read Bytes, one piece
 *   after the other.
 * @property {() => Promise<unknown>} cancel
 */

/**
 * @param {Partial<Request | Response> | null | undefined} message A mock, a polyfill or of another
 *   realm: only what it does counts.
 * @param {number} most Bytes.
 * @param {Promise<unknown>} [late] When to give up.
 * @returns {Promise<Body | undefined>} Undefined: it has no body that could be read.
 */
export async function readBody(message, most, late) {
  if (typeof message?.body?.getReader === "function") {
    return await readStream(message.body.getReader(), most, late);
  }
  /** @type {Uint8Array<ArrayBuffer>} */
  let bytes;
  if (typeof message?.arrayBuffer === "function") {
    bytes = new Uint8Array(await message.arrayBuffer());
  } else if (typeof message?.text === "function") {
    bytes = createEncoder().encode(await message.text());
  } else {
    return undefined;
  }
  return { bytes: bytes.subarray(0, most), cut: bytes.length > most };
}

/**
 * Stops reading as soon as there is more than wanted, so that nobody can fill the memory.
 *
 * @param {Reader} reader
 * @param {number} most Bytes.
 * @param {Promise<unknown>} [late] When to give up.
 * @returns {Promise<Body>}
 */
export async function readStream(reader, most, late) {
  const stop = async () => reader.cancel();
  // Nobody waits for the rest to go away, nor for whether it does.
  late?.then(stop).catch(() => {});
  /** @type {Uint8Array[]} */
  const chunks = [];
  let length = 0;
  let cut = false;
  while (!cut) {
    const { done, value } = await reader.read();
    if (done) break;
    cut = length + value.length > most;
    const chunk = cut ? value.subarray(0, most - length) : value;
    chunks.push(chunk);
    length += chunk.length;
  }
  if (cut) stop().catch(() => {});
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes, cut };
}
