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
 * @typedef {Runtime & { ask: (task: any) => Promise<any> }} AskedRuntime `ask` gives all that the
 *   runtime's end of the suite answers.
 */

/**
 * A page in Chromium.
 *
 * @param {string} entry Path of its script, which defines the global function `runCase`.
 * @returns {Promise<AskedRuntime>}
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
  const ask = async (/** @type {any} */ task) => {
    const answer = await page.evaluate(
      (/** @type {any} */ given) => /** @type {any} */ (globalThis).runCase(given),
      task,
    );
    const failure = failures.shift();
    if (failure !== undefined) throw new Error(failure);
    return answer;
  };
  return {
    ask,
    run: ask,
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
 * @returns {Promise<AskedRuntime & { address: () => Promise<string> }>} `address` is that of its
 *   own server.
 */
export async function startWorker(entry) {
  const miniflare = new Miniflare({
    modules: await workerModules(entry),
    compatibilityDate: "2026-01-01",
  });
  const ask = async (/** @type {any} */ task) => {
    const body = JSON.stringify(task);
    const response = await miniflare.dispatchFetch("http://worker/", { method: "POST", body });
    return /** @type {any} */ (await response.json());
  };
  return {
    ask,
    run: async (task) => (await ask(task)).problem,
    address: async () => (await miniflare.ready).href,
    stop: () => miniflare.dispose(),
  };
}
