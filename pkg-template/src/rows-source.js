/** Where rows come from: what can be read anew for each pass, and what can be read once. */
import { isOf } from "./kind.js";
import { refuse } from "./options.js";

/**
 * @typedef {Uint8Array | string} Chunk
 *
 * @typedef {object} Opened
 * @property {() => Promise<Chunk | undefined>} next Undefined at the end.
 * @property {() => unknown} close
 * @property {number} [total] In bytes, of a text in characters, where that is known.
 *
 * @typedef {object} Source
 * @property {boolean} isOnce Whether there is one pass, and no other after it.
 * @property {() => Opened | Promise<Opened>} open
 */

/** Bytes of a file that are read at a time. */
const BLOCK = 1 << 18;

/** A file's name where the file belongs. */
const NAME = /^[^\n,;\t]+\.(csv|tsv|txt|ndjson|jsonl|json|xlsx?)$/i;

/** Streams that were read: where one is read again it is empty, and nobody would notice. */
const READ = /** @type {WeakSet<object>} */ (new WeakSet());

const KINDS =
  "a string, bytes, a Blob or File, a ReadableStream, an async iterable, or a function that opens one";

/**
 * @param {any} given
 * @returns {Source}
 */
export function sourceOf(given) {
  if (typeof given === "function") return { isOnce: false, open: async () => open(await given()) };
  // Now, and not when it is read.
  const isOnce = kindOf(given) === "once";
  return { isOnce, open: () => open(given) };
}

/**
 * @param {any} given
 * @returns {"text" | "bytes" | "blob" | "once"}
 */
function kindOf(given) {
  if (typeof given === "string") {
    if (NAME.test(given)) {
      refuse(
        "checkRows: this is the name of a file. Pass what is in it: in Node a function such as " +
          "() => createReadStream(name), in a page the File.",
      );
    }
    return "text";
  }
  if (ArrayBuffer.isView(given) || isOf(given, "ArrayBuffer")) return "bytes";
  if (isOf(given, "Blob") || isOf(given, "File")) return "blob";
  if (typeof given?.getReader === "function") return "once";
  if (typeof given?.[Symbol.asyncIterator] === "function") return "once";
  return refuse(`checkRows: the source must be ${KINDS}.`);
}

/**
 * @param {any} given
 * @returns {Opened}
 */
function open(given) {
  const kind = kindOf(given);
  if (kind === "text") return parts(given.length, (from, to) => given.slice(from, to));
  if (kind === "bytes") {
    const bytes = bytesOf(given);
    return parts(bytes.length, (from, to) => bytes.subarray(from, to));
  }
  if (kind === "blob") {
    return parts(given.size, async (from, to) => {
      return new Uint8Array(await given.slice(from, to).arrayBuffer());
    });
  }
  if (READ.has(given) || given.locked) {
    refuse(
      "checkRows: this stream has been read, or is being read, and there is nothing to read again. " +
        "To read again, pass a Blob, or a function that opens the source again.",
    );
  }
  READ.add(given);
  return typeof given.getReader === "function" ? openStream(given) : openIterable(given);
}

/** @param {any} given An ArrayBuffer or a view of one. */
function bytesOf(given) {
  if (!ArrayBuffer.isView(given)) return new Uint8Array(given);
  return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
}

/**
 * @param {number} total
 * @param {(from: number, to: number) => Chunk | Promise<Chunk>} read
 * @returns {Opened}
 */
function parts(total, read) {
  let at = 0;
  return {
    total,
    async next() {
      if (at >= total) return undefined;
      const from = at;
      at += BLOCK;
      return read(from, Math.min(at, total));
    },
    close() {},
  };
}

/**
 * @param {ReadableStream<any>} stream
 * @returns {Opened}
 */
function openStream(stream) {
  // Not by its iterator, which Safari lacks. The lock is kept: there is nothing behind it.
  const reader = stream.getReader();
  return {
    async next() {
      const { done, value } = await reader.read();
      return done ? undefined : chunkOf(value);
    },
    close: () => reader.cancel(),
  };
}

/**
 * @param {AsyncIterable<any> & { destroy?: unknown, pipe?: unknown }} iterable
 * @returns {Opened}
 */
function openIterable(iterable) {
  const iterator = iterable[Symbol.asyncIterator]();
  return {
    async next() {
      const { done, value } = await iterator.next();
      return done ? undefined : chunkOf(value);
    },
    close() {
      const closing = iterator.return?.();
      // The iterator of a Node stream would first wait for the next piece.
      const { destroy, pipe } = iterable;
      if (typeof destroy === "function" && pipe) destroy.call(iterable);
      return closing;
    },
  };
}

/**
 * @param {any} value
 * @returns {Chunk}
 */
function chunkOf(value) {
  if (typeof value === "string") return value;
  if (ArrayBuffer.isView(value) || isOf(value, "ArrayBuffer")) return bytesOf(value);
  return refuse("checkRows: the source must give bytes or strings, piece by piece.");
}
