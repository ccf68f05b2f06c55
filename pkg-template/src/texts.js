/**
 * How texts cross to the module and back: as UTF-8 in its memory, where both sides keep a place for
 * them. Only numbers cross by themselves.
 */
import { createDecoder, createEncoder } from "./text.js";

/**
 * @typedef {object} Shared What is known of a module's memory. It is kept with the module's glue,
 *   which two entries can share.
 * @property {Uint8Array | undefined} bytes All of it; empty when it has grown since.
 * @property {number} at Where texts are written.
 * @property {number} size How many bytes there are for them.
 * @property {() => void} [renew] Has the next call start a fresh instance, if that can be.
 *
 * @typedef {Pick<import("./start.js").Core, "room" | "output" | "length" | "memory" | "shared">} Texts
 *   The part of the module that takes and leaves texts.
 */

/** Room for the texts of most forms. */
export const USUAL = 1 << 13;

/** What is not kept for the next text. */
const LARGE = 1 << 20;

/** So large a memory is not kept for the next text either. */
const MOST = 1 << 24;

/** Up to so many characters, a loop is faster than an encoder. */
const SHORT = 256;

/** @type {ReturnType<typeof createEncoder> | undefined} */
let encoder;
/** @type {ReturnType<typeof createDecoder> | undefined} */
let decoder;

/**
 * Writes a text where the module reads it.
 *
 * @param {Texts} core
 * @param {string} text
 * @returns {number} How many bytes it has.
 */
export function send(core, text) {
  const { length } = text;
  const { shared } = core;
  reserve(core);
  if (length > SHORT) return sendLong(core, text);
  const bytes = memoryOf(core);
  const { at } = shared;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return sendLong(core, text);
    bytes[at + index] = code;
  }
  return length;
}

/**
 * Has the usual room for a text, of which that of the last one may have been more.
 *
 * @param {Texts} core
 */
export function reserve(core) {
  const { shared } = core;
  // Nothing of the last call is asked for any more.
  if (shared.size > LARGE && core.memory().buffer.byteLength > MOST) shared.renew?.();
  if (shared.size < USUAL || shared.size > LARGE) makeRoom(core, USUAL);
}

/**
 * @param {string} text
 * @param {Uint8Array} room
 * @returns {number} How many bytes were written.
 */
export function encodeInto(text, room) {
  encoder ??= createEncoder();
  return encoder.encodeInto(text, room).written;
}

/**
 * @param {Texts} core
 * @param {string} text
 */
function sendLong(core, text) {
  encoder ??= createEncoder();
  const { shared } = core;
  // A character takes up to three bytes.
  const most = text.length * 3;
  if (most < LARGE) {
    if (shared.size < most || shared.size > LARGE) makeRoom(core, Math.max(most, USUAL));
    const room = memoryOf(core).subarray(shared.at, shared.at + shared.size);
    return encodeInto(text, room);
  }
  const encoded = encoder.encode(text);
  makeRoom(core, encoded.length);
  memoryOf(core).set(encoded, shared.at);
  return encoded.length;
}

/**
 * Writes bytes where the module reads them.
 *
 * @param {Texts} core
 * @param {Uint8Array} bytes
 */
export function sendBytes(core, bytes) {
  reserve(core);
  return appendBytes(core, 0, bytes);
}

/**
 * Writes a text behind what was written.
 *
 * @param {Texts} core
 * @param {number} length How many bytes were.
 * @param {string} text
 * @returns {number} How many are now.
 */
export function append(core, length, text) {
  encoder ??= createEncoder();
  return appendBytes(core, length, encoder.encode(text));
}

/**
 * @param {Texts} core
 * @param {number} length
 * @param {Uint8Array} bytes
 */
export function appendBytes(core, length, bytes) {
  const { shared } = core;
  const whole = length + bytes.length;
  // What is there stays there when there is more room.
  if (whole > shared.size) makeRoom(core, whole);
  memoryOf(core).set(bytes, shared.at + length);
  return whole;
}

/**
 * @param {Texts} core
 * @param {number} size
 */
function makeRoom(core, size) {
  core.shared.at = core.room(size);
  core.shared.size = size;
}

/** @param {Texts} core */
export function memoryOf(core) {
  const { shared } = core;
  // Memory that grows takes the views of it away.
  if (!shared.bytes?.length) shared.bytes = new Uint8Array(core.memory().buffer);
  return shared.bytes;
}

/**
 * The text that the last call has left.
 *
 * @param {Texts} core
 * @returns {string}
 */
export function receive(core) {
  decoder ??= createDecoder();
  const start = core.output();
  return decoder.decode(memoryOf(core).subarray(start, start + core.length()));
}
