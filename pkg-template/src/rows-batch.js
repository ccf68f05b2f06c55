/** Reads rows of a batch: what is the same work for all of them is done once. */
import { ROW_WORDS, recordsIn } from "./rows-module.js";

/** @typedef {import("./rows-chunks.js").Checked} Batch */

/** @type {TextDecoder | undefined} */
let decoder;

/** @param {Uint8Array} bytes */
export function textOf(bytes) {
  decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(bytes);
}

/**
 * @param {Pick<Batch, "table">} batch
 * @param {number} at The row's place in it.
 * @param {number} word
 */
export const wordAt = ({ table }, at, word) => /** @type {number} */ (table[at * ROW_WORDS + word]);

/**
 * @param {Uint8Array} bytes
 * @param {Pick<Batch, "table">} batch
 * @param {number} at
 * @param {number} word The first of two, which are its start and its end.
 */
export const spanOf = (bytes, batch, at, word) =>
  bytes.subarray(wordAt(batch, at, word), wordAt(batch, at, word + 1));

/**
 * @param {import("./rows-module.js").Module} module
 * @param {string | undefined} delimiter Undefined for NDJSON.
 * @param {Batch} batch
 */
export function openBatch(module, delimiter, batch) {
  const inputs = delimiter === undefined ? batch.chunk : batch.output;
  /** @type {string | undefined} */
  let text;
  /** @type {string[][] | undefined} */
  let cells;

  /** @type {(start: number, end: number) => string} */
  function textAt(start, end) {
    text ??= textOf(inputs);
    const isAscii = text.length === inputs.length;
    return isAscii ? text.slice(start, end) : textOf(inputs.subarray(start, end));
  }

  return {
    batch,

    /**
     * @param {number} at
     * @returns {any} Undefined where there is none.
     */
    inputOf(at) {
      const [start, end] = [wordAt(batch, at, 8), wordAt(batch, at, 9)];
      if (start === end) return undefined;
      try {
        return JSON.parse(textAt(start, end));
      } catch {
        return undefined;
      }
    },

    /**
     * @param {number} at
     * @returns {string} 16 hexadecimal digits.
     */
    keyOf: (at) => hex(wordAt(batch, at, 11)) + hex(wordAt(batch, at, 10)),

    /**
     * @param {number} at
     * @returns {string[] | undefined}
     */
    cellsOf(at) {
      if (delimiter !== undefined) cells ??= allCells(module, delimiter, batch);
      return cells?.[at];
    },
  };
}

/** @param {number} word */
const hex = (word) => word.toString(16).padStart(8, "0");

/**
 * The cells of all rows. One by one where a row is torn: its neighbours are not what they look like.
 *
 * @param {import("./rows-module.js").Module} module
 * @param {string} delimiter
 * @param {Batch} batch
 * @returns {string[][]}
 */
function allCells(module, delimiter, batch) {
  const { chunk, consumed, count } = batch;
  const records = recordsIn(module, chunk.subarray(0, consumed), delimiter, true);
  const isWhole =
    records.length === count && records.every(([line], at) => line === wordAt(batch, at, 0));
  if (isWhole) return records.map(([, cells]) => cells);
  return Array.from({ length: count }, (_, at) => {
    return recordsIn(module, spanOf(chunk, batch, at, 1), delimiter, true)[0]?.[1] ?? [];
  });
}
