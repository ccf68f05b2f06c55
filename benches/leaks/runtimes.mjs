/** Node, workerd and Chromium, each asked in the same way how much memory it has after some work. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { startNode } from "../../tests/support/child.mjs";
import { launchChromium } from "../../tests/support/chromium.mjs";
import { servePage } from "../../tests/support/page.mjs";
import { workerModules } from "../../tests/support/worker.mjs";

/**
 * @typedef {{ what: string, from?: number, to?: number }} Task
 *
 * @typedef {object} Sizes In bytes, after what nobody holds was collected, where that can be asked for.
 * @property {number} module The memories of modules, which never shrink.
 * @property {number} newest The one of them that is in use.
 * @property {number} [heap] What JavaScript holds.
 * @property {number} [resident] What the process has of the machine's memory.
 *
 * @typedef {object} Runtime
 * @property {(task: Task) => Promise<Sizes>} measure Does it, and says what there is then.
 * @property {() => Promise<void>} stop
 */

/** @param {string} name */
const fileOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/** @type {Record<"Node" | "workerd" | "Chromium", () => Promise<Runtime>>} */
export const RUNTIMES = {
  async Node() {
    const child = startNode(fileOf("node.mjs"));
    return { measure: child.ask, stop: child.stop };
  },

  async workerd() {
    const before = childrenCalled("workerd");
    const miniflare = new Miniflare({
      modules: await workerModules(fileOf("worker.mjs")),
      compatibilityDate: "2026-01-01",
    });
    await miniflare.ready;
    const [own] = childrenCalled("workerd").filter((pid) => !before.includes(pid));
    return {
      async measure(task) {
        const body = JSON.stringify(task);
        const response = await miniflare.dispatchFetch("http://x/", { method: "POST", body });
        if (!response.ok) throw new Error(await response.text());
        const sizes = /** @type {Sizes} */ (await response.json());
        const resident = own && residentOf(own);
        return { ...sizes, ...(resident && { resident }) };
      },
      stop: () => miniflare.dispose(),
    };
  },

  async Chromium() {
    const html = '<!doctype html><script type="module" src="/page.js"></script>';
    const [site, browser] = await Promise.all([
      servePage(html, fileOf("page.mjs")),
      launchChromium(),
    ]);
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction("globalThis.work");
    const session = await page.context().newCDPSession(page);
    return {
      async measure(task) {
        const sizes = await page.evaluate(
          (asked) => /** @type {any} */ (globalThis).work(asked),
          task,
        );
        await session.send("HeapProfiler.collectGarbage");
        const { usedSize: heap } = await session.send("Runtime.getHeapUsage");
        return { ...sizes, heap };
      },
      async stop() {
        await browser.close();
        await site.close();
      },
    };
  },
};

/**
 * The processes that this one has started, where there is a /proc to read it from.
 *
 * @param {string} name
 * @returns {string[]} Their ids.
 */
function childrenCalled(name) {
  try {
    return readdirSync("/proc").filter((pid) => {
      const { Name, PPid } = statusOf(pid);
      return Name === name && PPid === String(process.pid);
    });
  } catch {
    return [];
  }
}

/** @param {string} pid @returns {Record<string, string>} Empty where there is no such process. */
function statusOf(pid) {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, "utf8").split("\n");
    return Object.fromEntries(lines.map((line) => line.split(":\t").map((part) => part.trim())));
  } catch {
    return {};
  }
}

/** @param {string} pid */
const residentOf = (pid) => 1024 * Number.parseInt(statusOf(pid).VmRSS ?? "0", 10);
