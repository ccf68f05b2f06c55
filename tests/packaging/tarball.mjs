/** The package as its users get it: the tarball, installed into a project outside the checkout. */
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { capture, ROOT, TARBALL } from "../../scripts/project.mjs";

const HERE = join(ROOT, "tests", "packaging");

/**
 * @typedef {object} Project
 * @property {string} folder Where `programs/` and the exercises are, beside node_modules.
 * @property {string} installed The installed package.
 * @property {Uint8Array} tarball What would be published.
 * @property {string[]} files The paths of the tarball's files.
 * @property {() => Promise<void>} remove
 */

/** @returns {Promise<Project>} */
export async function installTarball() {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "interakt-wasm-tarball-")));
  for (const name of ["programs", "exercise.mjs", "exercise-edge.mjs"]) {
    await cp(join(HERE, name), join(folder, name), { recursive: true });
  }
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  await capture("npm", ["install", "--offline", "--no-save", "--no-audit", TARBALL], {
    cwd: folder,
  });
  const installed = join(folder, "node_modules", "interakt-wasm");
  return {
    folder,
    installed,
    tarball: await readFile(TARBALL),
    files: await filesIn(installed),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** @param {string} folder */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .sort();
}
