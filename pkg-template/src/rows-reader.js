/** Reads a source piece by piece, as UTF-8: what it begins with can be looked at first. */
import { decoding, encoding, encodingOf, mustBeText } from "./rows-decode.js";
import { reasonOf, whenAborted } from "./within.js";

/**
 * @typedef {object} Reader
 * @property {(size: number) => Promise<Uint8Array>} peek The first bytes, so many if there are: they
 *   are read once more.
 * @property {() => Promise<Uint8Array | undefined>} next Undefined at the end.
 * @property {() => Promise<void>} close
 * @property {string} encoding Known when something has been read. A text has none, and it is UTF-8.
 * @property {number} bytes How many have been read.
 * @property {number | undefined} total How many there are.
 */

/** What is looked at to tell the encoding. */
const FIRST = 1 << 12;

/**
 * @param {import("./rows-source.js").Source} source
 * @param {string | undefined} told Its encoding, where somebody says it.
 * @param {readonly AbortSignal[]} signals
 * @returns {Promise<Reader>}
 */
export async function openReader(source, told, signals) {
  for (const signal of signals) if (signal.aborted) throw reasonOf(signal);
  const opening = Promise.resolve(source.open());
  const opened = await abortable(opening, signals).catch((reason) => {
    // What comes although nobody waits for it any more.
    opening.then((late) => late.close()).catch(() => {});
    throw reason;
  });
  /** As the source gave them, before the encoding is known. @type {Uint8Array[]} */
  const raw = [];
  /** Decoded, and read ahead. @type {Uint8Array[]} */
  const ahead = [];
  /** @type {ReturnType<typeof encoding> | undefined} */
  let encode;
  /** @type {ReturnType<typeof decoding> | undefined} */
  let decode;
  let isOver = false;
  let isClosed = false;

  /** @returns {Promise<Uint8Array | undefined>} Bytes: what is a text has become UTF-8. */
  async function take() {
    if (isOver) return undefined;
    const chunk = await abortable(opened.next(), signals);
    if (chunk === undefined) {
      isOver = true;
      return encode?.(undefined);
    }
    reader.bytes += chunk.length;
    if (typeof chunk !== "string") return chunk;
    encode ??= encoding();
    return encode(chunk);
  }

  async function start() {
    let size = 0;
    while (size < FIRST && !isOver) {
      const chunk = await take();
      if (!chunk) continue;
      raw.push(chunk);
      size += chunk.length;
    }
    const first = joined(raw.splice(0));
    mustBeText(first);
    const { encoding: own, mark = 0 } = encodingOf(first) ?? {};
    reader.encoding = own && (mark > 0 || !told) ? own : (told ?? "utf-8");
    if (encode) reader.encoding = "utf-8";
    decode = decoding(reader.encoding);
    add(decode(first.subarray(mark)));
  }

  /** @param {Uint8Array} bytes */
  function add(bytes) {
    if (bytes.length > 0) ahead.push(bytes);
  }

  /** @returns {Promise<boolean>} Whether there may be more. */
  async function readOn() {
    if (!decode) await start();
    else {
      const chunk = await take();
      if (chunk) add(encode ? chunk : decode(chunk));
    }
    if (isOver && !encode) add(/** @type {NonNullable<typeof decode>} */ (decode)(undefined));
    return !isOver;
  }

  /** @type {Reader} */
  const reader = {
    encoding: "utf-8",
    bytes: 0,
    total: opened.total,

    async peek(size) {
      const length = () => ahead.reduce((sum, bytes) => sum + bytes.length, 0);
      while (length() < size && (await readOn()));
      const all = joined(ahead.splice(0));
      add(all);
      return all.subarray(0, size);
    },

    async next() {
      while (ahead.length === 0 && (await readOn()));
      return ahead.shift();
    },

    async close() {
      if (isClosed) return;
      isClosed = true;
      // Who is interrupted waits for nothing; that it fails nobody wants to hear of.
      const closing = (async () => isOver || opened.close())().catch(() => {});
      if (!signals.some(({ aborted }) => aborted)) await closing;
    },
  };
  return reader;
}

/** @param {Uint8Array[]} parts */
export function joined(parts) {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * @param {Promise<T>} promise
 * @param {readonly AbortSignal[]} signals
 * @returns {Promise<T>} Rejected with a signal's reason as soon as that is aborted.
 * @template T
 */
function abortable(promise, signals) {
  return new Promise((resolve, reject) => {
    const forgets = signals.map((signal) => {
      const stop = () => reject(reasonOf(signal));
      if (signal.aborted) stop();
      return whenAborted(signal, stop);
    });
    promise.then(resolve, reject).finally(() => {
      for (const forget of forgets) forget();
    });
  });
}
