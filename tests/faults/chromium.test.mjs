/** The suite in a page, in Chromium. */
import { fileURLToPath } from "node:url";
import { launchChromium } from "../support/chromium.mjs";
import { servePage } from "../support/page.mjs";
import { testFaults } from "./runner.mjs";

testFaults("Chromium", async () => {
  const files = await servePage(
    '<!doctype html><script type="module" src="/page.js"></script>',
    fileURLToPath(new URL("page.mjs", import.meta.url)),
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
});
