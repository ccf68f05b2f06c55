/**
 * The short way for what nearly all inputs are: plain objects and arrays of texts, finite numbers
 * and words. They are copied and written as UTF-8 in one go, without a text in between. Everything
 * else goes the long way (input.js).
 *
 * What is written stays outside of the module's memory until it is complete: reading an input can
 * run code of its own, which may call the module, and then its memory is laid out anew.
 */
import { encodeInto, memoryOf, reserve, USUAL } from "./texts.js";

/** In place of what has anything that is not plain, or does not fit. */
export const UNUSUAL = Symbol();

/** Objects within objects that are looked through here. */
const MOST_DEPTH = 20;

const [QUOTE, COMMA, COLON, BACKSLASH] = [34, 44, 58, 92];

/**
 * Room that there is behind each text and each value: for a number, for what closes all that is
 * open, and for what stands in between.
 */
const SPARE = 64;

/** Where is written. */
let bytes = /** @type {Uint8Array} */ (/** @type {unknown} */ (undefined));
let at = 0;
/** Counts who has begun to write. */
let writers = 0;

/**
 * @param {import("./texts.js").Texts} core
 * @param {unknown} given
 * @returns {{ length: number, value: any } | typeof UNUSUAL} How many bytes were written, and a copy
 *   of what they say. Each part of what is given is read once.
 */
export function sendPlain(core, given) {
  if (typeof given !== "object" || given === null) return UNUSUAL;
  bytes ??= new Uint8Array(USUAL);
  at = 0;
  writers += 1;
  const writer = writers;
  let value;
  try {
    value = write(given, 0);
  } catch {
    return UNUSUAL; // it throws when it is read
  }
  if (value === UNUSUAL) return UNUSUAL;
  // Whoever calls the package while it reads (a getter can) has taken the place. The copy calls
  // nobody.
  if (writers !== writer) return sendPlain(core, value);
  reserve(core);
  memoryOf(core).set(bytes.subarray(0, at), core.shared.at);
  return { length: at, value };
}

/**
 * @param {any} value
 * @param {number} depth
 * @returns {any} A copy.
 */
function write(value, depth) {
  if (at + SPARE > USUAL) return UNUSUAL;
  switch (typeof value) {
    case "string":
      return writeText(value) ? value : UNUSUAL;
    case "number":
      if (!Number.isFinite(value)) return UNUSUAL;
      writeAscii(String(value));
      // JSON has no -0.
      return value + 0;
    case "boolean":
      writeAscii(String(value));
      return value;
    case "object":
      if (value === null) {
        writeAscii("null");
        return null;
      }
      if (depth > MOST_DEPTH) return UNUSUAL;
      return Array.isArray(value) ? writeList(value, depth) : writeObject(value, depth);
    default:
      return UNUSUAL;
  }
}

/**
 * @param {any} value
 * @param {number} depth
 */
function writeObject(value, depth) {
  const prototype = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null;
  if (!isPlain || value.toJSON !== undefined || "file" in value) return UNUSUAL;
  /** @type {any} */
  const made = {};
  let before = 0x7b; // {
  for (const name of Object.keys(value)) {
    const part = value[name];
    if (part === undefined) continue;
    if (at + SPARE > USUAL || name === "__proto__") return UNUSUAL;
    bytes[at++] = before;
    before = COMMA;
    if (!writeShort(name)) return UNUSUAL;
    bytes[at++] = COLON;
    const copy = write(part, depth + 1);
    if (copy === UNUSUAL) return UNUSUAL;
    made[name] = copy;
  }
  if (before !== COMMA) bytes[at++] = before;
  bytes[at++] = 0x7d;
  return made;
}

/**
 * @param {any} list
 * @param {number} depth
 */
function writeList(list, depth) {
  if (list.toJSON !== undefined) return UNUSUAL;
  const made = [];
  bytes[at++] = 0x5b; // [
  for (let index = 0; index < list.length; index += 1) {
    if (index > 0) bytes[at++] = COMMA;
    const copy = write(list[index], depth + 1);
    if (copy === UNUSUAL) return UNUSUAL;
    made.push(copy);
  }
  bytes[at++] = 0x5d;
  return made;
}

/** @param {string} text Of ASCII, and short. */
function writeAscii(text) {
  for (let index = 0; index < text.length; index += 1) bytes[at++] = text.charCodeAt(index);
}

/**
 * @param {string} text
 * @returns {boolean} Whether it fits and has nothing that must be escaped, and was written.
 */
function writeShort(text) {
  if (at + text.length + SPARE > USUAL) return false;
  bytes[at++] = QUOTE;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return false;
    bytes[at++] = code;
  }
  bytes[at++] = QUOTE;
  return true;
}

/** @param {string} text */
function writeText(text) {
  const start = at;
  if (writeShort(text)) return true;
  at = start;
  const json = JSON.stringify(text);
  if (at + json.length * 3 + SPARE > USUAL) return false;
  at += encodeInto(json, bytes.subarray(at));
  return true;
}
