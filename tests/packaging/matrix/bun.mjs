/** Bun's bundler: for pages, for Bun itself, and into a program of its own. */
import { ensureBun } from "../../../scripts/toolchain.mjs";
import { consumer, packageVersion } from "./consumer.mjs";
import { checkFolder, checkPage, checkVerdict, interaktUrl } from "./verdict.mjs";

/** @typedef {import("./rows.mjs").Row} Row */

const project = consumer("bun");

/** @param {string} page @param {string} out */
async function built(page, out) {
  await project.run([await ensureBun(), "build", page, "--outdir", out]);
  await checkFolder(await project.path(out));
}

/** @param {string} page */
async function served(page) {
  const bun = await ensureBun();
  const command = (/** @type {string} */ port) => [bun, page, "--port", port];
  await project.serve({ command }, (url) => checkPage(`${url}/`));
}

/** @param {string} program @param {string} out */
async function forBun(program, out) {
  const bun = await ensureBun();
  await project.run([bun, "build", program, "--target", "bun", "--outdir", out]);
  await checkRun([bun, `${out}/program.js`]);
}

/** @param {string} program @param {string} out */
async function compiled(program, out) {
  await project.run([await ensureBun(), "build", program, "--compile", "--outfile", out]);
  await checkRun([await project.path(out)]);
}

/** @param {string[]} command */
async function checkRun(command) {
  checkVerdict(await project.run(command, { INTERAKT_URL: await interaktUrl() }));
}

/** @type {[how: string, run: () => Promise<void>][]} */
const WAYS = [
  ["built", () => built("index.html", "dist")],
  ["development server", () => served("index.html")],
  ["`./web` with `init(wasm)`", () => built("web/index.html", "web/dist")],
  ["`./web` with `init(wasm)` in development", () => served("web/index.html")],
  ["`--target bun`", () => forBun("program.js", "out")],
  ["`--compile`", () => compiled("program.js", "out/program")],
  ["`./web` with `init()` by `--target bun`", () => forBun("web/program.js", "web/out")],
  ["`./web` with `init()` by `--compile`", () => compiled("web/program.js", "web/out/program")],
];

/** @type {Row[][]} */
export const BUN = [
  WAYS.map(([how, run]) => ({
    ...{ where: "Bun's bundler", how, run },
    version: () => packageVersion("bun"),
  })),
];
