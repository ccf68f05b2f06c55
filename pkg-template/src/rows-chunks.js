/** A file in chunks that begin with a row: what the module has not reached comes first in the next. */
import { asFailure } from "./inside.js";
import { checkChunk } from "./rows-module.js";
import { joined } from "./rows-reader.js";

/** What a chunk begins with, and the least and the most that it usually has. */
const [FIRST, LEAST, USUAL] = [1 << 13, 1 << 12, 1 << 16];

/** Milliseconds that a chunk should take: with what is done with its rows that is half a slice. */
const [SHORT, LONG] = [1, 3];

/** A row may have 4 MiB (src/rows/scan.rs): with so many bytes the module sees that one has more. */
const MOST = (4 << 20) + USUAL;

/**
 * @typedef {import("./rows-module.js").Batch & { line: number }} Checked The line that the chunk
 *   begins with, from 1.
 *
 * @param {import("./rows-module.js").Module} module
 * @param {Pick<import("./rows-reader.js").Reader, "next">} reader
 * @param {number} root
 * @param {object} told
 * @param {() => number} clock
 * @returns {AsyncGenerator<Checked, void, undefined>}
 */
export async function* chunksOf(module, reader, root, told, clock) {
  /** Read and not reached, in order. @type {Uint8Array[]} */
  const queue = [];
  let isOver = false;
  let usual = FIRST;
  let size = usual;
  let line = 1;
  let strict = 0;

  /** @returns {Promise<Uint8Array>} So many bytes; fewer at the end. */
  async function take() {
    const parts = [];
    let length = 0;
    while (length < size) {
      const part = queue.shift() ?? (await reader.next());
      if (!part) {
        isOver = true;
        break;
      }
      const taken = part.subarray(0, size - length);
      if (taken.length < part.length) queue.unshift(part.subarray(taken.length));
      parts.push(taken);
      length += taken.length;
    }
    return joined(parts);
  }

  for (;;) {
    const chunk = await take();
    const isLast = isOver && queue.length === 0;
    if (isLast && chunk.length === 0) return;
    const plan = JSON.stringify({ ...told, strict });
    const start = clock();
    const batch = checkChunk(module, root, plan, chunk, isLast);
    const ms = clock() - start;
    yield { ...batch, line };
    const { consumed } = batch;
    line += batch.lines;
    strict = batch.strict;
    if (consumed < chunk.length) queue.unshift(chunk.subarray(consumed));
    else if (isLast) return;
    if (ms > LONG) usual = Math.max(usual / 2, LEAST);
    else if (ms < SHORT) usual = Math.min(usual * 2, USUAL);
    // Not one row was whole.
    if (consumed === 0 && (isLast || size === MOST)) throw asFailure("a row without an end");
    size = consumed > 0 ? usual : Math.min(size * 2, MOST);
  }
}
