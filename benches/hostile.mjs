/**
 * `npm run bench -- hostile`: what the worst inputs that are known cost for a byte, beside JSON.parse
 * of the same bytes. Those of `tests/fuzz/worst/`, and of each way into the package the worst of all
 * shapes at all places (`hostile-inputs.mjs`), which are looked for anew each time.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { init } from "interakt-wasm";
import { main, ROOT } from "../scripts/project.mjs";
import { inTurn } from "./alternate.mjs";
import { PLACES, SHAPES } from "./hostile-inputs.mjs";
import { readerOf, WAYS } from "./hostile-ways.mjs";
import { judge } from "./targets.mjs";

const WORST = join(ROOT, "tests", "fuzz", "worst");

const BYTES = 1 << 16;
const TIMES_LONGER = 4;
const ROUNDS = 5;

/** At which the worst are looked for, and how many of each way are measured. */
const SEARCHED_BYTES = 1 << 12;
const KEPT = 3;

/**
 * @typedef {object} Hostile
 * @property {string} name
 * @property {(bytes: number) => Case | undefined} grow Undefined where it has nothing to be read.
 *
 * @typedef {object} Case
 * @property {() => unknown} run
 * @property {string} json The same bytes as JSON.
 */

/** @param {string} text JSON itself, or as a text of it. */
function jsonOf(text) {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify(text);
  }
}

/** @param {{ head: string, unit: string, tail: string }} grown @param {number} bytes */
function textOf({ head, unit, tail }, bytes) {
  let text = head;
  for (let n = 0; text.length + tail.length < bytes || n === 0; n += 1) {
    text += unit.replaceAll("{n}", String(n));
  }
  return text + tail;
}

/** @returns {Promise<Hostile[]>} */
async function kept() {
  const names = await readdir(WORST, { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith(".json")).sort();
  const all = files.map(async (name) => {
    const { what, target, ...grown } = JSON.parse(await readFile(join(WORST, name), "utf8"));
    const reader = readerOf(target);
    if (!reader) return [];
    /** @param {number} bytes */
    const grow = (bytes) => {
      const { text, run } = reader(textOf(grown, bytes));
      return run && { run, json: jsonOf(text) };
    };
    return [{ name: `${target}: ${what}`, grow }];
  });
  return (await Promise.all(all)).flat();
}

/**
 * Of the processor, so that what else the machine does counts little.
 *
 * @param {() => unknown} run
 * @returns {Promise<number>} Milliseconds.
 */
async function once(run) {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** @param {keyof typeof WAYS} way @returns {Promise<Hostile[]>} The worst of all. */
async function worstOf(way) {
  const found = [];
  for (const [place, { operation, around }] of Object.entries(PLACES)) {
    for (const [shape, write] of Object.entries(SHAPES)) {
      /** @param {number} bytes */
      const grow = (bytes) => {
        const json = around(write(bytes));
        return { run: WAYS[way](operation, json), json };
      };
      const { run, json } = grow(SEARCHED_BYTES);
      const times = [await once(run), await once(run), await once(run)];
      const cost = Math.min(...times) / json.length;
      found.push({ name: `${way}, ${place}: ${shape}`, grow, cost });
    }
  }
  return found.sort((a, b) => b.cost - a.cost).slice(0, KEPT);
}

/** @param {Hostile} hostile @param {number} bytes */
async function measure({ grow }, bytes) {
  const hostile = grow(bytes);
  if (!hostile || hostile.json.length < bytes / 2) return undefined;
  const works = { ours: hostile.run, peer: () => JSON.parse(hostile.json) };
  const { ours, peer } = await inTurn(["ours", "peer"], { rounds: ROUNDS, warmUp: 1 }, (who) =>
    once(works[who]),
  );
  const perByte = 1e6 / hostile.json.length;
  return { ours: ours.least * perByte, peer: peer.least * perByte };
}

await main(async () => {
  await init();
  const ways = /** @type {(keyof typeof WAYS)[]} */ (Object.keys(WAYS));
  const all = await kept();
  for (const way of ways) all.push(...(await worstOf(way)));
  const rows = [];
  for (const hostile of all) {
    const short = await measure(hostile, BYTES);
    const long = short && (await measure(hostile, BYTES * TIMES_LONGER));
    if (!long) continue;
    rows.push({
      name: hostile.name,
      details: [long.ours.toFixed(1), long.peer.toFixed(1), (long.ours / short.ours).toFixed(2)],
      figure: long.ours / long.peer,
    });
  }
  rows.sort((a, b) => b.figure - a.figure);
  const searched = Object.keys(PLACES).length * Object.keys(SHAPES).length;
  judge(
    "hostile",
    {
      columns: [
        "ns a byte",
        "JSON.parse, ns a byte",
        `× a byte of one ${TIMES_LONGER} times shorter`,
      ],
      unit: "× JSON.parse",
      digits: 1,
      how: `Inputs of ${(BYTES * TIMES_LONGER) / 1024} KB, the fastest of ${ROUNDS} rounds; of each way the worst ${KEPT} of ${searched} inputs`,
    },
    rows,
  );
});
