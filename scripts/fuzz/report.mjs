/** Says how much was tried, how much it reached and what costs most: into docs/hostile-input.md. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { capture, ROOT } from "../project.mjs";
import { buildProgram, FUZZ } from "./program.mjs";
import { targets } from "./targets.mjs";
import { growthOf } from "./worst.mjs";

const DOCUMENT = join(ROOT, "docs", "hostile-input.md");

/** The folders of src/ that ship, with what is in them. */
const MODULES = {
  schema: "JSON, and the walk through descriptions",
  phone: "numbers",
  api: "rules that are functions",
  client: "requests, answers, webhooks, keys",
  rows: "CSV and NDJSON",
};

/** @param {{ log: string, write: boolean }} options */
export async function report({ log, write }) {
  const measure = await buildProgram("measure", "reach");
  const sections = {
    cases: await cases(log),
    reach: await reach(measure),
    worst: await worst(measure),
  };
  for (const table of Object.values(sections)) console.log(`\n${table}`);
  if (!write) return;
  let text = await readFile(DOCUMENT, "utf8");
  for (const [name, table] of Object.entries(sections)) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, rest = ""] = text.split(begin);
    text = `${before}${begin}\n${table}\n${end}${rest.split(end)[1]}`;
  }
  await writeFile(DOCUMENT, text);
}

/** How much was tried of each target, by the list of runs. @param {string} log */
async function cases(log) {
  const lines = (await readFile(log, "utf8")).trim().split("\n");
  const runs = lines.map((line) => JSON.parse(line));
  const sum = (/** @type {any[]} */ of, /** @type {string} */ key) =>
    of.reduce((total, run) => total + run[key], 0);
  const rows = (await targets()).map(({ name, what }) => {
    const own = runs.filter(({ target }) => target === name);
    return `| \`${name}\` | ${what} | ${sum(own, "cases").toLocaleString("en")} | ${minutes(sum(own, "seconds"))} |`;
  });
  const day = runs.at(-1).at.slice(0, 10);
  return [
    `Last long run, ${day}: **${sum(runs, "cases").toLocaleString("en")} cases** in ${minutes(sum(runs, "seconds"))} minutes of processor time.`,
    "",
    "| target | what must hold | cases | minutes |",
    "| --- | --- | ---: | ---: |",
    ...rows,
  ].join("\n");
}

const minutes = (/** @type {number} */ seconds) => (seconds / 60).toFixed(1);

/** @param {string} measure */
async function reach(measure) {
  const lines = (await capture(measure, ["reach", join(FUZZ, "corpus")])).trim().split("\n");
  const files = lines.map((line) => JSON.parse(line)).filter(({ file }) => file);
  for (const { file, lines, reached, missed } of files) {
    const where = missed.length > 0 ? `; not ${missed.join(", ")}` : "";
    console.log(`src/${file}: ${reached} of ${lines}${where}`);
  }
  const rows = Object.entries(MODULES).map(([name, what]) => {
    const own = files.filter(({ file }) => file.startsWith(`${name}/`));
    const count = (/** @type {"lines" | "reached"} */ key) =>
      own.reduce((sum, file) => sum + file[key], 0);
    const [all, reached] = [count("lines"), count("reached")];
    return `| \`src/${name}/\` | ${what} | ${all} | ${((reached / all) * 100).toFixed(1)} % |`;
  });
  return [
    "| module | what it does | lines | reached |",
    "| --- | --- | ---: | ---: |",
    ...rows,
  ].join("\n");
}

/** @param {string} measure */
async function worst(measure) {
  const growth = await growthOf(measure);
  const sorted = growth.sort((a, b) => (b.perByte[0] ?? 0) - (a.perByte[0] ?? 0));
  const rows = sorted.map(({ name, what, perByte: [short = 0, , long = 0] }) => {
    return `| \`${name.replace(".json", "")}\` | ${what} | ${short.toFixed(1)} | ${long.toFixed(1)} |`;
  });
  const head = [
    "| input | what it is | steps per byte | four times as long |",
    "| --- | --- | ---: | ---: |",
  ];
  return [...head, ...rows].join("\n");
}
