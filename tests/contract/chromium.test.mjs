/** The suite in Chromium, with the default entry and with `interakt-wasm/web`. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { launchChromium } from "../support/chromium.mjs";
import { serveFiles } from "../support/files.mjs";
import { testContract } from "./runner.mjs";

testContract("Chromium", () => inPage("page.mjs"));
testContract("Chromium, from interakt-wasm/web", () => inPage("page-web.mjs"));

/**
 * @param {string} entry
 * @returns {Promise<import("./runner.mjs").Runtime>}
 */
async function inPage(entry) {
  const wasm = await readFile(fileURLToPath(import.meta.resolve("interakt-wasm/core.wasm")));
  const files = await serveFiles({
    "/": ["text/html", '<!doctype html><script type="module" src="/page.js"></script>'],
    "/page.js": ["text/javascript", await bundle(entry)],
    "/core_bg.wasm": ["application/wasm", wasm],
  });
  const browser = await launchChromium();
  const page = await browser.newPage();
  /** @type {string[]} */
  const failures = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  await page.goto(files.url);
  return {
    async run(task) {
      const problem = await page.evaluate(
        (/** @type {any} */ given) => /** @type {any} */ (globalThis).runCase(given),
        task,
      );
      return problem ?? failures.shift() ?? null;
    },
    async stop() {
      await browser.close();
      await files.close();
    },
  };
}

/** @param {string} entry */
async function bundle(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return outputFiles.map(({ text }) => text).join("");
}
