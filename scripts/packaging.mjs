/**
 * `npm run test:packaging`: the package, from its tarball, in every runtime and browser and with
 * every bundler that the README names; a line for each. Names as arguments run only those:
 * `npm run test:packaging -- vite firefox`. `--write` writes the README's tables from the results.
 * `--lock` writes the lockfiles of consumers anew.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "./build.mjs";
import { explain, main, ROOT, Unavailable } from "./project.mjs";

/** @typedef {import("../tests/packaging/matrix/rows.mjs").Row} Row */
/** @typedef {import("../tests/packaging/matrix/table.mjs").Result} Result */

const README = join(ROOT, "README.md");

/** So many units run at the same time: installing waits while building computes. */
const AT_ONCE = 2;

const flags = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

await main(async () => {
  await build();
  // Loaded here because they import the package and npm's, which are there by now.
  const { cleanUp } = await import("../tests/packaging/matrix/consumer.mjs");
  const { lock } = await import("../tests/packaging/matrix/locks.mjs");
  const { closeStage } = await import("../tests/packaging/matrix/verdict.mjs");
  const { GROUPS } = await import("../tests/packaging/matrix/rows.mjs");
  if (flags.includes("--lock")) return lock(names);
  const units = GROUPS.flatMap((group) => group.units).map((unit) => unit.filter(isChosen));
  if (units.every((unit) => unit.length === 0)) throw new Error(`nothing is called ${names}`);
  /** @type {Map<Row, Result>} */
  const results = new Map();
  try {
    await runAll(units, results);
  } finally {
    await closeStage();
    await cleanUp();
  }
  summarize([...results.values()]);
  if (names.length > 0 || process.exitCode) return;
  const groups = GROUPS.map(({ name, units: rows }) => ({
    name,
    results: rows.flat().map((row) => /** @type {Result} */ (results.get(row))),
  }));
  await settleTables(groups);
});

/** @param {Row} row */
function isChosen({ where, how }) {
  const words = `${where} ${how}`.toLowerCase();
  return names.length === 0 || names.some((name) => words.includes(name.toLowerCase()));
}

/**
 * @param {Row[][]} units
 * @param {Map<Row, Result>} results
 */
async function runAll(units, results) {
  const waiting = units.filter((unit) => unit.length > 0);
  const work = async () => {
    for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
      for (const row of unit) results.set(row, await runRow(row));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/**
 * @param {Row} row
 * @returns {Promise<Result>}
 */
async function runRow(row) {
  const start = performance.now();
  let version = "";
  /** @type {Result["verdict"]} */
  let verdict = "passed";
  let problem = "";
  try {
    version = await row.version();
    await row.run();
  } catch (error) {
    verdict = error instanceof Unavailable ? "not tested" : "failed";
    problem = explain(error);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const what = `${row.where} ${version}`.trim();
  console.log(
    `${verdict.padEnd(10)}  ${`${what}: ${row.how}`.padEnd(60)} ${seconds.padStart(6)} s`,
  );
  if (problem) console.log(problem.replace(/^/gm, "    "));
  return { row, verdict, version };
}

/** @param {Result[]} results */
function summarize(results) {
  const counts = ["passed", "failed", "not tested"].map((verdict) => {
    const count = results.filter((result) => result.verdict === verdict).length;
    return `${count} ${verdict}`;
  });
  console.log(counts.join(", "));
  if (results.some(({ verdict }) => verdict === "failed")) process.exitCode = 1;
}

/**
 * Writes the tables, or fails when the README says something else than what was found. Where
 * something could not run, only a machine of continuous integration insists: it can run all.
 *
 * @param {{ name: string, results: Result[] }[]} groups
 */
async function settleTables(groups) {
  const { comparable, tableIn, tableOf, withTable } = await import(
    "../tests/packaging/matrix/table.mjs"
  );
  const text = await readFile(README, "utf8");
  if (flags.includes("--write")) {
    let written = text;
    for (const { name, results } of groups) written = withTable(written, name, tableOf(results));
    await writeFile(README, written);
    return;
  }
  const isWhole = groups.every(({ results }) =>
    results.every(({ verdict }) => verdict === "passed"),
  );
  for (const { name, results } of groups) {
    const told = comparable(tableIn(text, name), results);
    if (told === comparable(tableOf(results), results)) continue;
    console.log(`The README's table of ${name} says something else:\n${tableOf(results)}`);
    console.log("Write it with: npm run test:packaging -- --write");
    if (isWhole || process.env.CI) process.exitCode = 1;
  }
}
