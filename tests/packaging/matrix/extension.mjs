/** An extension of Chromium, Manifest V3: its pages, its service worker, and what it must allow. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, ensureChromium } from "../../../scripts/browsers.mjs";
import { capture } from "../../../scripts/project.mjs";
import { consumer } from "./consumer.mjs";
import { checkVerdict, shownBy } from "./verdict.mjs";

/** @typedef {import("./rows.mjs").Row} Row */

const project = consumer("extension");

/** @type {Promise<string> | undefined} */
let building;

/** @returns {Promise<string>} The folder of the extension, with its scripts bundled. */
function build() {
  building ??= (async () => {
    const scripts = ["page.js", "asking.js", "web.js", "worker.js"];
    const options = ["--bundle", "--format=esm", "--outdir=dist"];
    await project.run(["esbuild", ...scripts, ...options]);
    const module = await project.path("node_modules/interakt-wasm/dist/core_bg.wasm");
    await cp(module, await project.path("dist/core_bg.wasm"));
    return project.path();
  })();
  return building;
}

/**
 * Opens a page of an extension, in a browser that has nothing but it.
 *
 * @param {string} folder Of the extension.
 * @param {string} page
 * @returns {Promise<string>} What its verdict is.
 */
async function ask(folder, page) {
  const profile = await mkdtemp(join(tmpdir(), "interakt-wasm-profile-"));
  const { chromium: executablePath } = await ensureChromium();
  const only = [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...CHROMIUM_ARGS, ...only],
    ignoreDefaultArgs: ["--disable-extensions"],
  });
  try {
    return await shownBy(await context.newPage(), `chrome-extension://${idOf(folder)}/${page}`);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/**
 * The id that Chromium gives to an extension of this folder: 32 letters from a to p.
 *
 * @param {string} folder
 */
function idOf(folder) {
  const digits = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return Array.from(digits, (digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]).join("");
}

/** The extension as it is before its author has read anything. */
async function checkWithoutPolicy() {
  const folder = await project.path("without-policy");
  await cp(join(await build(), "dist"), join(folder, "dist"), { recursive: true });
  await cp(await project.path("page.html"), join(folder, "page.html"));
  const manifest = JSON.parse(await readFile(await project.path("manifest.json"), "utf8"));
  delete manifest.content_security_policy;
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  const { failed } = JSON.parse(await ask(folder, "page.html"));
  assert.match(String(failed), /^WebAssembly is forbidden here\..*extension_pages/);
}

/** @param {string} page */
const check = (page) => async () => checkVerdict(await ask(await build(), page));

/** @type {[how: string, run: () => Promise<void>][]} */
const WAYS = [
  ["page", check("page.html")],
  ["service worker, asked by a page", check("asking.html")],
  ["`./web` with `init(url)`", check("web.html")],
  ["without the policy: told what to write", checkWithoutPolicy],
];

/** @type {Row[][]} */
export const EXTENSION = [
  WAYS.map(([how, run]) => ({
    ...{ where: "Extension of Chromium, Manifest V3", how, isOfSystem: true, run },
    version: async () => {
      const { chromium: program } = await ensureChromium();
      return /[\d.]+/.exec(await capture(program, ["--version"]))?.[0] ?? "";
    },
  })),
];
