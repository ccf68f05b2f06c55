/**
 * `npm run bench -- console`: a first visit of the console in Chromium, compressed by brotli, over
 * 1.6 Mbit/s with 150 ms to wait for each answer, and with a processor four times as slow. There is
 * nothing to set beside it: its figures are absolute. With `--check` it fails where a target is
 * missed; with `--files` it lists what came over the line.
 */
import { bundleConsole, startConsole } from "../scripts/console.mjs";
import { main } from "../scripts/project.mjs";
import { launchChromium } from "../tests/support/chromium.mjs";
import { median } from "./compare.mjs";
import { serveCompressed } from "./compressed.mjs";
import { visit } from "./console-visit.mjs";
import { judge } from "./targets.mjs";

const RUNS = 5;

/** What each row tells, in its unit. @type {Record<string, (visit: import("./console-visit.mjs").Visit) => number>} */
const ROWS = {
  "first paint, s": ({ painted }) => painted / 1000,
  "lists and input, s": ({ useful }) => useful / 1000,
  "ready to send, s": ({ sendable }) => sendable / 1000,
  "the editor, s": ({ edited }) => edited / 1000,
  "longest task before the editor, ms": ({ longestBefore }) => longestBefore.busy,
  "the same by the clock, ms": ({ longestBefore }) => longestBefore.wall,
  "longest task, ms": ({ longest }) => longest.busy,
  "before the editor, KB": ({ bytesBefore }) => bytesBefore / 1000,
  "all, KB": ({ bytes }) => bytes / 1000,
};

await main(async () => {
  await bundleConsole();
  const [desk, browser] = await Promise.all([startConsole(), launchChromium()]);
  const site = await serveCompressed(desk.url);
  try {
    /** The first has everything compressed. */
    await visit(browser, site.url);
    /** @type {Awaited<ReturnType<typeof visit>>[]} */
    const visits = [];
    for (let run = 0; run < RUNS; run += 1) visits.push(await visit(browser, site.url));
    if (process.argv.includes("--files")) {
      for (const [path, bytes] of visits[0]?.files ?? []) console.log(`${bytes}\t${path}`);
    }
    judge(
      "console",
      {
        columns: ["least", "most"],
        unit: "median",
        how: `${RUNS} first visits in Chromium ${browser.version()}, 1.6 Mbit/s, 150 ms, processor ÷ 4`,
      },
      Object.entries(ROWS).map(([name, of]) => {
        const figures = visits.map(of);
        const ends = [Math.min(...figures), Math.max(...figures)];
        return { name, details: ends.map((end) => end.toFixed(2)), figure: median(figures) };
      }),
    );
  } finally {
    await Promise.all([browser.close(), site.close()]);
    await desk.stop();
  }
});
