/** Node, workerd and Chromium, each asked in the same way how much memory it has after some work. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startNode } from "../../tests/support/child.mjs";
import { launchChromium } from "../../tests/support/chromium.mjs";
import { servePage } from "../../tests/support/page.mjs";
import { startWorkerd } from "./workerd.mjs";

/**
 * @typedef {{ what: string, from?: number, to?: number }} Task
 *
 * @typedef {object} Sizes In bytes, after what nobody holds was collected.
 * @property {number} module The memories of modules, which never shrink.
 * @property {number} newest The one of them that is in use.
 * @property {number} heap What JavaScript holds.
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
    const { url, pid, heap, stop } = await startWorkerd(fileOf("worker.mjs"));
    /** @param {RequestInit} init @returns {Promise<any>} */
    const ask = async (init) => {
      const response = await fetch(url, init);
      if (!response.ok) throw new Error(await response.text());
      return response.json();
    };
    return {
      async measure(task) {
        const { newest } = await ask({ method: "POST", body: JSON.stringify(task) });
        // In a call of its own, when all of that one is done with.
        const { module, collected } = await ask({ method: "DELETE" });
        if (!collected) throw new Error("workerd cannot be asked to collect");
        const resident = residentOf(String(pid));
        return { module, newest, heap: await heap(), ...(resident && { resident }) };
      },
      stop,
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
