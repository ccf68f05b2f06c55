/**
 * The package as its users get it: packed by npm and installed from the tarball
 * into a project outside the checkout.
 */
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { capture, PKG } from "../../scripts/project.mjs";

/** Programs that use the package, a folder for each way to do so. */
const CONSUMERS = new URL("./consumers/", import.meta.url);

/**
 * @typedef {object} Project
 * @property {string} folder Where the consumers are, beside node_modules.
 * @property {string} installed The installed package.
 * @property {Uint8Array} tarball What would be published.
 * @property {string[]} files The paths of the tarball's files.
 * @property {() => Promise<void>} remove
 */

/** @returns {Promise<Project>} */
export async function installTarball() {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "interakt-wasm-consumer-")));
  const text = await capture("npm", ["pack", "--json", "--pack-destination", folder], { cwd: PKG });
  const [packed] = Object.values(JSON.parse(text));
  await cp(CONSUMERS, folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  await capture("npm", ["install", "--offline", "--no-save", "--no-audit", packed.filename], {
    cwd: folder,
  });
  return {
    folder,
    installed: join(folder, "node_modules", "interakt-wasm"),
    tarball: await readFile(join(folder, packed.filename)),
    files: packed.files.map((/** @type {{ path: string }} */ { path }) => path).sort(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
