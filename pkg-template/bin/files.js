/** Files that the command writes. */
import { open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
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

/**
 * Refuses to replace what is needed, or what somebody else has written.
 *
 * @param {string} out
 * @param {object} about
 * @param {string} about.option By which it was named.
 * @param {readonly (string | undefined)[]} about.needed Files that are read, or kept.
 * @param {RegExp} about.begins How a file begins that this command has written there.
 */
export async function wantFree(out, { option, needed, begins }) {
  const place = await placeOf(out);
  for (const path of needed) {
    if (path === undefined) continue;
    const { file, node } = await placeOf(path);
    if (file !== place.file && (node === undefined || node !== place.node)) continue;
    throw new Failure(
      `${option} ${out} would replace ${path}, which is needed.\n` +
        `Nothing was changed: choose another ${option}.`,
    );
  }
  const first = await beginningOf(place.file);
  if (first === "" || begins.test(first)) return;
  throw new Failure(
    `${out} contains something other than what this command writes.\n` +
      `It was left unchanged: delete it, or choose another ${option}.`,
  );
}

/** @param {string} path @returns {Promise<{ file: string, node: string | undefined }>} The same for each name of a file. */
async function placeOf(path) {
  const file = await realpath(path).catch(() => resolve(path));
  const { dev, ino } = await stat(file).catch(() => ({ dev: 0, ino: 0 }));
  return { file, node: ino ? `${dev} ${ino}` : undefined };
}

/** @param {string} file @returns {Promise<string>} Nothing of what is not there, or is no file. */
async function beginningOf(file) {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return "";
  try {
    if (!(await handle.stat()).isFile()) return "";
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}
