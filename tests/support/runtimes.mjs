/** Where a suite runs: starts a runtime, hands it one task after the other, and stops it. */
import { Miniflare } from "miniflare";
import { launchChromium } from "./chromium.mjs";
import { servePage } from "./page.mjs";
import { workerModules } from "./worker.mjs";

/**
 * @typedef {object} Runtime
 * @property {(task: any) => Promise<string | null>} run Gives the problem, if there is one.
 * @property {() => Promise<void>} stop
 */

/**
 * A page in Chromium.
 *
 * @param {string} entry Path of its script, which defines the global function `runCase`.
 * @returns {Promise<Runtime>}
 */
export async function startPage(entry) {
  const files = await servePage(
    '<!doctype html><script type="module" src="/page.js"></script>',
    entry,
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

/**
 * A Worker in workerd, with the package as its build condition resolves it.
 *
 * @param {string} entry Path of its source: it answers a task with `{ problem }`.
 * @returns {Promise<Runtime>}
 */
export async function startWorker(entry) {
  const miniflare = new Miniflare({
    modules: await workerModules(entry),
    compatibilityDate: "2026-01-01",
  });
  return {
    async run(task) {
      const body = JSON.stringify(task);
      const response = await miniflare.dispatchFetch("http://worker/", { method: "POST", body });
      const { problem } = /** @type {{ problem: string | null }} */ (await response.json());
      return problem;
    },
    stop: () => miniflare.dispose(),
  };
}
