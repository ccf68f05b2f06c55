/** Where a suite runs: starts a runtime, hands it one task after the other, and stops it. */
import { Miniflare } from "miniflare";
import { startBrowser } from "./browsers.mjs";
import { edgeRuntime } from "./edge.mjs";
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

const PAGE = `<!doctype html>
<script src="/uncaught.js"></script>
<script type="module" src="/page.js"></script>
`;

/**
 * A page in a browser of its own.
 *
 * @param {string} entry Path of its script, which defines the global function `runCase`.
 * @param {import("./browsers.mjs").Engine} [engine]
 * @returns {Promise<AskedRuntime>}
 */
export async function startPage(entry, engine = "chromium") {
  const browser = await startBrowser(engine);
  try {
    const page = await openPage(browser, entry);
    const stop = () => page.stop().finally(browser.stop);
    return { ...page, stop };
  } catch (error) {
    await browser.stop();
    throw error;
  }
}

/**
 * A page in a browser that others use too; of those in Firefox or WebKit, one at a time is asked.
 *
 * @param {import("./browsers.mjs").Browser} browser
 * @param {string} entry Path of its script, which defines the global function `runCase`.
 * @param {{ script: string, kind: string }} [worker] The path of a worker's script, and what the
 *   page finds in its fragment.
 * @returns {Promise<AskedRuntime>}
 */
export async function openPage(browser, entry, worker) {
  const files = await servePage(PAGE, entry, worker?.script);
  try {
    const tab = await browser.open(`${files.url}/#${worker?.kind ?? ""}`);
    const ask = (/** @type {any} */ task) => tab.call("runCase", task);
    return { ask, run: ask, stop: () => tab.close().finally(files.close) };
  } catch (error) {
    await files.close();
    throw error;
  }
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

/**
 * The sandbox of edge functions, with the package as its build condition resolves it.
 *
 * @param {string} entry Path of its source: it answers a task with `{ problem }`.
 * @returns {Promise<Runtime>}
 */
export async function startEdge(entry) {
  const runtime = await edgeRuntime(entry);
  return {
    async run(task) {
      const body = JSON.stringify(task);
      const response = await runtime.dispatchFetch("http://edge/", { method: "POST", body });
      return /** @type {any} */ (await response.json()).problem;
    },
    stop: async () => {},
  };
}
