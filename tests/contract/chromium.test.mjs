/** The suite in Chromium, with the default entry and with `interakt-wasm/web`. */
import { fileURLToPath } from "node:url";
import { launchChromium } from "../support/chromium.mjs";
import { servePage } from "../support/page.mjs";
import { testContract } from "./runner.mjs";

testContract("Chromium", () => inPage("page.mjs"));
testContract("Chromium, from interakt-wasm/web", () => inPage("page-web.mjs"));

/**
 * @param {string} entry
 * @returns {Promise<import("./runner.mjs").Runtime>}
 */
async function inPage(entry) {
  const files = await servePage(
    '<!doctype html><script type="module" src="/page.js"></script>',
    fileURLToPath(new URL(entry, import.meta.url)),
  );
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
