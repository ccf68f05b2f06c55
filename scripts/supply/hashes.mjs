/** Hashes of a built package, by which two builds are compared. */
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { gunzipSync } from "node:zlib";

/**
 * @typedef {object} Hashes
 * @property {Map<string, string>} files SHA-256 of each file of the package, by its path.
 * @property {string} contents SHA-256 of that list: it is the same whatever packed the files.
 * @property {string} archive SHA-256 of the tarball before it is compressed.
 * @property {string} tarball SHA-256 of the tarball: another version of zlib may give another one.
 * @property {string} integrity SHA-512 of the tarball, as npm and lockfiles write it.
 */

/**
 * @param {string} folder Of the package.
 * @param {string} tarball Path of what it is packed to.
 * @returns {Promise<Hashes>}
 */
export async function hashesOf(folder, tarball) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const path of paths) {
    const name = relative(folder, path).replaceAll(sep, "/");
    // Whether it can be run is a part of it: the command has to be.
    const mode = (await stat(path)).mode & 0o100 ? "x" : "-";
    files.set(name, `${sha256(await readFile(path))} ${mode}`);
  }
  const listed = [...files].map(([name, hash]) => `${hash} ${name}\n`).join("");
  const packed = await readFile(tarball);
  const integrity = createHash("sha512").update(packed).digest("base64");
  return {
    ...{ files, contents: sha256(listed), archive: sha256(gunzipSync(packed)) },
    ...{ tarball: sha256(packed), integrity: `sha512-${integrity}` },
  };
}

/** @param {string | Uint8Array} bytes */
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/**
 * @param {Hashes} first
 * @param {Hashes} second
 * @returns {string[]} What differs.
 */
export function differences(first, second) {
  const names = new Set([...first.files.keys(), ...second.files.keys()]);
  const files = [...names].filter((name) => first.files.get(name) !== second.files.get(name));
  const wholes = /** @type {const} */ (["archive", "tarball"]);
  return [...files, ...wholes.filter((name) => first[name] !== second[name])];
}

/**
 * @param {string} commit
 * @param {Hashes} hashes
 */
export function tellHashes(commit, { files, contents, archive, tarball, integrity }) {
  const modules = [...files].filter(([name]) => name.endsWith(".wasm"));
  const lines = [
    ...modules.map(([name, hash]) => [name, hash.slice(0, 64)]),
    ["contents", contents],
    ["tar", archive],
    ["tarball", tarball],
    ["integrity", integrity],
  ];
  const told = lines.map(([name, hash]) => `${(name ?? "").padEnd(28)} ${hash}`);
  return [`commit ${commit}, Node ${process.versions.node}`, ...told].join("\n");
}
