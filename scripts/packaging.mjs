/**
 * `npm run test:packaging`: the package, from its tarball, in every runtime and browser and with
 * every bundler that docs/runtimes.md names; a line for each. Names as arguments run only those:
 * `npm run test:packaging -- vite firefox`. `--minutes 15` runs what fits into that time, chosen by
 * date and commit, and says what it leaves out. `--write` writes its tables from the
 * results, and how long each row took. `--lock` writes the lockfiles of consumers anew.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { capture, explain, main, ROOT, Unavailable } from "./project.mjs";

/** @typedef {import("../tests/packaging/matrix/rows.mjs").Row} Row */
/** @typedef {import("../tests/packaging/matrix/table.mjs").Result} Result */

/** @typedef {Result & { row: Row, seconds: number }} Outcome */

/** Where its tables stand. */
const GUIDE = join(ROOT, "docs", "runtimes.md");

/** Seconds by name of the row, as the last run with `--write` measured them. */
const TIMES = join(ROOT, "tests", "packaging", "matrix", "times.json");

/** So many units run at the same time: installing waits while building computes. */
const AT_ONCE = 2;

const { values: flags, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    lock: { type: "boolean" },
    minutes: { type: "string" },
    write: { type: "boolean" },
  },
});

await main(async () => {
  if (flags.minutes && !(Number(flags.minutes) > 0)) throw new Error("--minutes wants a number");
  await build();
  // Loaded here because they import the package and npm's, which are there by now.
  const { cleanUp } = await import("../tests/packaging/matrix/consumer.mjs");
  const { lock } = await import("../tests/packaging/matrix/locks.mjs");
  const { closeStage } = await import("../tests/packaging/matrix/verdict.mjs");
  const { GROUPS } = await import("../tests/packaging/matrix/rows.mjs");
  if (flags.lock) return lock(names);
  const all = GROUPS.flatMap((group) => group.units);
  const named = all.map((unit) => unit.filter(isNamed)).filter((unit) => unit.length > 0);
  if (named.length === 0) throw new Error(`nothing is called ${names}`);
  const units = await choose(named);
  /** @type {Map<Row, Outcome>} */
  const results = new Map();
  try {
    await runAll(units, results);
  } finally {
    await closeStage();
    await cleanUp();
  }
  summarize([...results.values()]);
  if (process.exitCode) return;
  if (flags.write) await writeTimes(all.flat(), [...results.values()]);
  if (names.length > 0) return;
  const groups = GROUPS.map(({ name, units: rows }) => ({
    name,
    results: rows.flat().flatMap((row) => results.get(row) ?? []),
  }));
  if (results.size === all.flat().length) await settleTables(groups);
  else await compareSome(groups);
});

/** @param {Row} row */
function isNamed({ where, how }) {
  const words = `${where} ${how}`.toLowerCase();
  return names.length === 0 || names.some((name) => words.includes(name.toLowerCase()));
}

/**
 * The units that are to run; says which rows there is no time for.
 *
 * @param {Row[][]} units
 */
async function choose(units) {
  if (!flags.minutes) return units;
  const { chooseUnits } = await import("../tests/packaging/matrix/sample.mjs");
  const commit = (await capture("git", ["rev-parse", "--short", "HEAD"])).trim();
  const seed = `${new Date().toISOString().slice(0, 10)} ${commit}`;
  const seconds = Number(flags.minutes) * 60 * AT_ONCE;
  const chosen = chooseUnits(units, { seconds, times: await readTimes(), seed });
  const leftOut = units.filter((unit) => !chosen.includes(unit)).flat();
  console.log(`A sample (${seed}), without ${leftOut.length} of ${units.flat().length} rows:`);
  for (const { where, how } of leftOut) console.log(`left out    ${where}: ${how}`);
  return chosen;
}

/**
 * @param {Row[][]} units
 * @param {Map<Row, Outcome>} results
 */
async function runAll(units, results) {
  const waiting = [...units];
  const work = async () => {
    for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
      for (const row of unit) results.set(row, await runRow(row));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/**
 * @param {Row} row
 * @returns {Promise<Outcome>}
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
  const seconds = (performance.now() - start) / 1000;
  const what = `${row.where} ${version}`.trim();
  console.log(
    `${verdict.padEnd(10)}  ${`${what}: ${row.how}`.padEnd(60)} ${seconds.toFixed(1).padStart(6)} s`,
  );
  if (problem) console.log(problem.replace(/^/gm, "    "));
  return { row, verdict, version, seconds };
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
 * Writes the tables, or fails when docs/runtimes.md says something else than what was found. Where
 * something could not run, only a machine of continuous integration insists: it can run all.
 *
 * @param {{ name: string, results: Result[] }[]} groups
 */
async function settleTables(groups) {
  const { comparable, tableIn, tableOf, withTable } = await import(
    "../tests/packaging/matrix/table.mjs"
  );
  const text = await readFile(GUIDE, "utf8");
  if (flags.write) {
    let written = text;
    for (const { name, results } of groups) written = withTable(written, name, tableOf(results));
    await writeFile(GUIDE, written);
    return;
  }
  const isWhole = groups.every(({ results }) =>
    results.every(({ verdict }) => verdict === "passed"),
  );
  for (const { name, results } of groups) {
    const told = comparable(tableIn(text, name), results);
    if (told === comparable(tableOf(results), results)) continue;
    console.log(`docs/runtimes.md: the table of ${name} says something else:\n${tableOf(results)}`);
    console.log("Write it with: npm run test:packaging -- --write");
    if (isWhole || process.env.CI) process.exitCode = 1;
  }
}

/**
 * Fails when docs/runtimes.md says something else of the rows that ran; of others it can say what it
 * will.
 *
 * @param {{ name: string, results: Result[] }[]} groups
 */
async function compareSome(groups) {
  const { tableIn, untoldIn } = await import("../tests/packaging/matrix/table.mjs");
  const text = await readFile(GUIDE, "utf8");
  for (const { name, results } of groups) {
    const passed = results.filter(({ verdict }) => verdict === "passed");
    for (const { row, version } of untoldIn(tableIn(text, name), passed)) {
      console.log(
        `docs/runtimes.md: the table of ${name} does not tell ${row.where} ${version}: ${row.how}`,
      );
      process.exitCode = 1;
    }
  }
}

/** @returns {Promise<Record<string, number>>} */
async function readTimes() {
  return JSON.parse(await readFile(TIMES, "utf8"));
}

/**
 * @param {Row[]} rows All that there are: times of others are dropped.
 * @param {Outcome[]} outcomes
 */
async function writeTimes(rows, outcomes) {
  const { nameOf, withTimes } = await import("../tests/packaging/matrix/sample.mjs");
  const names = new Set(rows.map(nameOf));
  const ran = outcomes.filter(({ verdict }) => verdict === "passed");
  const times = Object.entries(withTimes(await readTimes(), ran)).filter(([name]) =>
    names.has(name),
  );
  await writeFile(TIMES, `${JSON.stringify(Object.fromEntries(times.sort()), null, 2)}\n`);
}
