/** A file in chunks that begin with a row: what the module has not reached comes first in the next. */
import { asFailure } from "./inside.js";
import { checkChunk } from "./rows-module.js";
import { joined } from "./rows-reader.js";

/** What a chunk usually has: a slice of work, and memory that stays small. */
const USUAL = 1 << 16;

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
 * @returns {AsyncGenerator<Checked, void, undefined>}
 */
export async function* chunksOf(module, reader, root, told) {
  /** Read and not reached, in order. @type {Uint8Array[]} */
  const queue = [];
  let isOver = false;
  let size = USUAL;
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
    const batch = checkChunk(module, root, plan, chunk, isLast);
    yield { ...batch, line };
    const { consumed } = batch;
    line += batch.lines;
    strict = batch.strict;
    if (consumed < chunk.length) queue.unshift(chunk.subarray(consumed));
    else if (isLast) return;
    // Not one row was whole.
    if (consumed === 0 && (isLast || size === MOST)) throw asFailure("a row without an end");
    size = consumed > 0 ? USUAL : Math.min(size * 2, MOST);
  }
}
