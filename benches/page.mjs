/**
 * `npm run bench -- page`: 100,000 rows on the main thread of a page in Chromium, and how long
 * anything else had to wait meanwhile, beside JSON.parse and zod in a loop. With `--check` it fails
 * where a target is missed.
 */
import { fileURLToPath } from "node:url";
import { main } from "../scripts/project.mjs";
import { launchChromium } from "../tests/support/chromium.mjs";
import { servePage } from "../tests/support/page.mjs";
import { median } from "./compare.mjs";
import { CATEGORIES, longestTask } from "./page-trace.mjs";
import { judge } from "./targets.mjs";

const COUNT = 100_000;
const RUNS = 7;

const HTML = `<!doctype html><title>rows</title><script type="module" src="/page.js"></script>`;
const PROGRAM = fileURLToPath(new URL("page-program.mjs", import.meta.url));

/**
 * @typedef {import("./page-program.mjs").Felt & { wall: number, busy: number }} Felt
 * @typedef {{ way: "package" | "hand", format: "ndjson" | "csv", count: number }} Task
 */

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {Task} task
 * @returns {Promise<Felt>}
 */
async function feel(browser, url, task) {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.evaluate((each) => /** @type {any} */ (globalThis).prepare(each), task);
    await browser.startTracing(page, { categories: CATEGORIES });
    const felt = await page.evaluate((each) => /** @type {any} */ (globalThis).measure(each), task);
    const trace = await browser.stopTracing();
    return { ...felt, ...longestTask(trace.toString()) };
  } finally {
    await page.close();
  }
}

/** @type {[name: string, format: Task["format"]][]} */
const FILES = [
  ["NDJSON", "ndjson"],
  ["CSV", "csv"],
];

await main(async () => {
  const [site, browser] = await Promise.all([servePage(HTML, PROGRAM), launchChromium()]);
  try {
    const rows = [];
    for (const [name, format] of FILES) {
      /** @type {Felt[]} */
      const felt = [];
      for (let run = 0; run < RUNS; run += 1) {
        felt.push(await feel(browser, site.url, { way: "package", format, count: COUNT }));
      }
      const middle = (/** @type {(felt: Felt) => number} */ what) => median(felt.map(what));
      const details = [
        middle(({ long }) => long.length).toFixed(0),
        ...[
          middle(({ busy }) => busy),
          middle(({ turn }) => turn),
          middle(({ frame }) => frame),
          middle(({ took }) => took),
        ].map((ms) => ms.toFixed(1)),
      ];
      const figure = Math.min(...felt.map(({ wall }) => wall));
      rows.push({ name: `${name}: longest task`, details, figure });
    }
    const hand = await feel(browser, site.url, { way: "hand", format: "ndjson", count: COUNT });
    const details = [hand.busy, hand.turn, hand.frame, hand.took].map((ms) => ms.toFixed(1));
    rows.push({
      name: "NDJSON: JSON.parse and zod in a loop",
      details: [String(hand.long.length), ...details],
      figure: hand.wall,
    });
    judge(
      "page",
      {
        columns: [
          "tasks over 50 ms",
          "longest, busy",
          "longest wait",
          "between frames",
          "all took",
        ],
        unit: "longest task, ms, least of runs",
        digits: 1,
        how: `${COUNT} rows, ${RUNS} runs in Chromium ${browser.version()}, medians of milliseconds`,
        peers: ["zod"],
      },
      rows,
    );
  } finally {
    await browser.close();
    await site.close();
  }
});
