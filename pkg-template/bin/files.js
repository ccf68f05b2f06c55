/** Files that the command writes: it replaces what it wrote before, and no other file. */
import { lstat, open, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Failure } from "./failure.js";

/**
 * @typedef {object} Output
 * @property {string} option That names it: `--out`.
 * @property {string} out
 * @property {readonly string[]} uses Files that the command reads, or keeps something in.
 * @property {(head: string) => boolean} isOurs Whether a file that begins so is an earlier result.
 */

/** Characters by which an earlier result is known. */
const HEAD = 1 << 16;

/** Links that a name may lead through, as the system has it. */
const MOST_LINKS = 40;

/**
 * Refuses a file that is not the command's to replace. To be asked before any work is done, which
 * would be for nothing.
 *
 * @param {Output} output
 * @returns {Promise<{ file: string, mode: number | undefined }>} Where it stands, behind any links;
 *   no mode where there is nothing yet.
 */
export async function wantReplaceable({ option, out, uses, isOurs }) {
  const is = await identityOf(out);
  for (const used of uses) {
    if ((await identityOf(used)) !== is) continue;
    throw new Failure(
      `${option} ${out} would replace ${used}, which is needed.\n` +
        `Nothing was changed: choose another ${option}.`,
    );
  }
  const file = await placeOf(out);
  const there = await stat(out).catch(() => undefined);
  if (!there) return { file, mode: undefined };
  if (!there.isFile()) throw new Failure(`${out} is not a regular file: choose another ${option}.`);
  const head = there.size === 0 ? "" : await headOf(file, out);
  if (head.trim() !== "" && !isOurs(head)) {
    throw new Failure(
      `${out} contains something other than what this command writes.\n` +
        `It was left unchanged: delete it, or choose another ${option}.`,
    );
  }
  return { file, mode: there.mode };
}

/**
 * Writes all of a file, or leaves what was there before.
 *
 * @param {Output} output
 * @param {string | AsyncIterable<string | Uint8Array>} content
 * @param {number} [rights] Of a file that was not there; the system's own without.
 */
export async function replace(output, content, rights) {
  // It keeps its place, where that is behind a link, and who may read it.
  const { file, mode = rights } = await wantReplaceable(output);
  const part = `${file}.${process.pid}.part`;
  try {
    await writeFile(part, content, { mode });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === undefined) throw error;
    const why = code === "ENOENT" ? "its folder does not exist" : code;
    throw new Failure(`${output.out} cannot be written (${why}).`);
  }
}

/**
 * @param {string} path
 * @returns {Promise<string>} Where a file stands or would stand, behind all links: those too that
 *   lead to nothing yet.
 */
export async function placeOf(path) {
  let place = resolve(path);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const folder = await realpath(dirname(place)).catch(() => dirname(place));
    place = join(folder, basename(place));
    const is = await lstat(place).catch(() => undefined);
    if (!is?.isSymbolicLink()) return place;
    place = resolve(folder, await readlink(place));
  }
  throw new Failure(`${path} leads through too many links.`);
}

/**
 * @param {string} path
 * @returns {Promise<string>} The same under all names of a file: hard links, and other case where
 *   that makes no difference.
 */
async function identityOf(path) {
  const there = await stat(path, { bigint: true }).catch(() => undefined);
  // There is nothing yet, or the file system numbers nothing.
  return there?.ino ? `${there.dev}:${there.ino}` : placeOf(path);
}

/** @param {string} file @param {string} out */
async function headOf(file, out) {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(HEAD) });
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Failure(`${out} cannot be read (${code}).`);
  }
}
