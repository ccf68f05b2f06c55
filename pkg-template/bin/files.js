/** Files that the command writes. */
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { Failure } from "./failure.js";

/**
 * Writes all of a file, or leaves what was there before.
 *
 * @param {string} out
 * @param {string | AsyncIterable<string | Uint8Array>} content
 * @param {number} [rights] Of a file that was not there; the system's own without.
 */
export async function replace(out, content, rights) {
  // It keeps its place, where that is behind a link, and who may read it.
  const file = await realpath(out).catch(() => out);
  const { mode } = await stat(file).catch(() => ({ mode: rights }));
  const part = `${file}.${process.pid}.part`;
  try {
    await writeFile(part, content, { mode });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === undefined) throw error;
    const why = code === "ENOENT" ? "its folder does not exist" : code;
    throw new Failure(`${out} cannot be written (${why}).`);
  }
}
