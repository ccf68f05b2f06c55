/** Where a suite runs: starts a runtime, hands it one task after the other, and stops it. */
import { Miniflare } from "miniflare";
import { startBrowser } from "./browsers.mjs";
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
 * A page in a browser of its own.
 *
 * @param {string} entry Path of its script, which defines the global function `runCase`.
 * @param {import("./browsers.mjs").Engine} [engine]
 * @returns {Promise<AskedRuntime>}
 */
export async function startPage(entry, engine = "chromium") {
  const files = await servePage(
    '<!doctype html><script type="module" src="/page.js"></script>',
    entry,
  );
  const browser = await startBrowser(engine);
  const tab = await browser.open(files.url);
  const ask = (/** @type {any} */ task) => tab.call("runCase", task);
  return {
    ask,
    run: ask,
    async stop() {
      await browser.stop();
      await files.close();
    },
  };
}

/**
 * A Worker in workerd, with the package as its build condition resolves it.
 *
 * @param {string} entry Path of its source: it answers a task with `{ problem }`.
 * @param {string} [compatibilityDate]
 * @returns {Promise<AskedRuntime & { address: () => Promise<string> }>} `address` is that of its
 *   own server.
 */
export async function startWorker(entry, compatibilityDate = "2026-01-01") {
  const miniflare = new Miniflare({
    modules: await workerModules(entry),
    compatibilityDate,
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
