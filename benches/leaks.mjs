/**
 * `npm run bench -- leaks`: a million checks, requests, answers and webhooks, and a hundred thousand
 * sends, in Node, workerd and Chromium: how much memory there is in between and at the end. Leaves the
 * curves as build/memory.svg, and with `--write` as docs/memory.svg. `--count 10000` does a smaller
 * part of each. With `--check` it fails where a target is missed.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BUILD, main, ROOT } from "../scripts/project.mjs";
import { pictureOf } from "./leaks/picture.mjs";
import { RUNTIMES } from "./leaks/runtimes.mjs";
import { COUNTS } from "./leaks/work.mjs";
import { judge } from "./targets.mjs";

/**
 * @typedef {import("./leaks/runtimes.mjs").Sizes} Sizes
 *
 * @typedef {object} Curve
 * @property {string} runtime
 * @property {string} what
 * @property {number} count How often.
 * @property {Sizes[]} sizes As it went on; the first is before all.
 */

const SAMPLES = 20;

/** Until then caches fill and code is compiled. */
const WARM = SAMPLES / 4;

const MEGABYTE = 2 ** 20;

const given = Number(process.argv[process.argv.indexOf("--count") + 1]);

/** @param {string} what @param {number} all */
const countOf = (what, all) => {
  const count = process.argv.includes("--count") ? Math.min(given, all) : all;
  if (!(count >= SAMPLES)) throw new Error(`--count needs a number, ${SAMPLES} or more: ${what}`);
  return count - (count % SAMPLES);
};

/** @param {keyof typeof RUNTIMES} name @returns {Promise<Curve[]>} */
async function measure(name) {
  const curves = [];
  for (const [what, all] of Object.entries(COUNTS)) {
    // Each in a process, and a module, of its own.
    const runtime = await RUNTIMES[name]();
    const count = countOf(what, all);
    const sizes = [await runtime.measure({ what, to: 1 })];
    for (let at = 0; at < SAMPLES; at += 1) {
      const [from, to] = [at, at + 1].map((step) => (count / SAMPLES) * step);
      sizes.push(await runtime.measure({ what, ...(to && { from: from ?? 0, to }) }));
    }
    await runtime.stop();
    curves.push({ runtime: name, what, count, sizes });
  }
  return curves;
}

/** @param {Sizes} sizes */
const heldOf = ({ heap, module }) => heap + module;

/** @param {Curve} curve */
function rowOf({ runtime, what, count, sizes }) {
  const [first, warm, last] = [sizes[1], sizes[WARM], sizes.at(-1)];
  if (!first || !warm || !last) throw new Error("nothing was measured");
  const details = [
    count.toLocaleString("en"),
    ...[first.module, last.module].map((bytes) => (bytes / MEGABYTE).toFixed(2)),
    ...[warm, last].map(({ heap }) => (heap / MEGABYTE).toFixed(2)),
    ...[warm, last].map(({ resident }) => (resident ? (resident / MEGABYTE).toFixed(0) : "–")),
  ];
  return {
    name: `${runtime}: ${what}`,
    details,
    figure: (heldOf(last) - heldOf(warm)) / MEGABYTE,
  };
}

await main(async () => {
  /** @type {Curve[]} */
  const curves = [];
  for (const name of /** @type {(keyof typeof RUNTIMES)[]} */ (Object.keys(RUNTIMES))) {
    curves.push(...(await measure(name)));
  }
  await mkdir(BUILD, { recursive: true });
  const folders = [BUILD, ...(process.argv.includes("--write") ? [join(ROOT, "docs")] : [])];
  for (const folder of folders) await writeFile(join(folder, "memory.svg"), pictureOf(curves));
  judge(
    "leaks",
    {
      columns: [
        ...["calls", "module at first, MB", "at the end"],
        ...["heap after a quarter, MB", "at the end", "resident after a quarter, MB", "at the end"],
      ],
      unit: "MB more",
      how: "Memory after a quarter of the calls, and after all",
    },
    curves.map(rowOf),
  );
});
