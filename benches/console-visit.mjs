/** A first visit of the console over a slow line with a slow processor, and what it took. */
import { CATEGORIES, longestTask } from "./page-trace.mjs";

/** The line that Lighthouse calls slow 4G; how many times as long the processor takes. */
const SLOW = {
  line: {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  },
  processor: 4,
};

/** A phone. */
const VIEWPORT = { width: 390, height: 844 };

/** What the page notes in its trace. */
const MARKS = { begin: "the visit begins", end: "the visit ends" };

/**
 * @typedef {object} Visit Milliseconds from its beginning, and bytes over the line.
 * @property {number} painted Something is seen.
 * @property {number} useful The lists are seen, and the input, which can be edited.
 * @property {number} sendable The input is checked, and can be sent.
 * @property {number} edited The editor is there.
 * @property {Task} longestBefore The longest task before the editor's script has come.
 * @property {Task} longest Of all tasks.
 * @property {number} bytesBefore All that was asked for before the editor's script.
 * @property {number} bytes
 * @property {[path: string, bytes: number][]} files What was asked for, in order.
 *
 * @typedef {ReturnType<typeof longestTask>} Task By the clock, and while the processor worked on it:
 *   where it has other work to do, too, the clock tells of that as well.
 */

/**
 * Runs in the page: notes when that is seen which it is there for.
 *
 * @param {string} begin A mark.
 */
function note(begin) {
  const find = (/** @type {string} */ selector) => document.querySelector(selector);
  const isSeen = (/** @type {string} */ selector) =>
    find(selector)?.checkVisibility({ visibilityProperty: true }) === true;
  /** @type {Record<string, () => boolean>} */
  const steps = {
    useful: () => {
      const field = find("#editor textarea");
      const isFilled = field instanceof HTMLTextAreaElement && field.value !== "";
      return isFilled && isSeen("#editor textarea");
    },
    sendable: () => find("#send:not(:disabled)") !== null,
    edited: () => find("#editor .cm-content") !== null,
  };
  /** @type {Record<string, number>} */
  const seen = {};
  /** @type {any} */ (globalThis).seen = seen;
  performance.mark(begin);

  /** @param {number} now */
  function look(now) {
    for (const [name, isThere] of Object.entries(steps)) {
      // It is seen by the next frame.
      if (seen[name] === undefined && isThere()) seen[name] = now;
    }
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
}

/**
 * Runs in the page, at the end.
 *
 * @param {typeof MARKS} marks
 */
function ended({ begin, end }) {
  performance.mark(end);
  const [first] = performance.getEntriesByName("first-contentful-paint");
  const [begun] = performance.getEntriesByName(begin);
  const files = performance.getEntriesByType("resource");
  const editor = files.find(({ name }) => /\/editor-\w+\.js$/.test(name));
  const { seen } = /** @type {{ seen: Record<string, number> }} */ (
    /** @type {unknown} */ (globalThis)
  );
  return {
    seen,
    painted: first?.startTime ?? Number.NaN,
    /** Until the editor's script has come. */
    waited:
      editor instanceof PerformanceResourceTiming
        ? editor.responseEnd - (begun?.startTime ?? 0)
        : Number.NaN,
  };
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @returns {Promise<Visit>}
 */
export async function visit(browser, url) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const files = followFiles(session);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW.line);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW.processor });
    await page.addInitScript(note, MARKS.begin);
    await browser.startTracing(page, { categories: CATEGORIES });
    await page.goto(url, { waitUntil: "commit" });
    await page.locator(":root[data-ready]").waitFor({ timeout: 60_000 });
    await page.waitForLoadState("networkidle");
    const { seen, painted, waited } = await page.evaluate(ended, MARKS);
    const trace = (await browser.stopTracing()).toString();
    const { useful = Number.NaN, sendable = Number.NaN, edited = Number.NaN } = seen;
    const editor = files.findIndex(({ path }) => /^\/editor-/.test(path));
    if (editor < 0) throw new Error("the editor was not loaded");
    const sum = (/** @type {typeof files} */ some) =>
      some.reduce((total, { bytes }) => total + bytes, 0);
    return {
      ...{ painted, useful, sendable, edited },
      longestBefore: longestTask(trace, MARKS, waited),
      longest: longestTask(trace, MARKS),
      bytesBefore: sum(files.slice(0, editor)),
      bytes: sum(files),
      files: files.map(({ path, bytes }) => [path, bytes]),
    };
  } finally {
    await context.close();
  }
}

/**
 * @param {import("playwright-core").CDPSession} session
 * @returns {{ id: string, path: string, bytes: number }[]} Grows with what is asked for, in order.
 */
function followFiles(session) {
  /** @type {{ id: string, path: string, bytes: number }[]} */
  const files = [];
  session.on("Network.requestWillBeSent", ({ requestId, request }) => {
    files.push({ id: requestId, path: new URL(request.url).pathname, bytes: 0 });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const file = files.find(({ id }) => id === requestId);
    if (file) file.bytes = encodedDataLength;
  });
  return files;
}
