/** Runs tests so that what fails is told once more at the end of everything. */
import { mkdir, readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cargoFailures, Failed, readFailures } from "./failures.mjs";
import { BUILD, run } from "./project.mjs";
import { LANES } from "./steps.mjs";

/** Of the processors, those that one suite may take. */
const SHARE = Math.max(1, Math.floor(availableParallelism() / LANES));

const REPORTER = fileURLToPath(new URL("failures.mjs", import.meta.url));

/** So much of the end of what cargo prints is kept, in characters. */
const KEPT = 200_000;

/**
 * Runs files of tests with Node's test runner.
 *
 * @param {string} name The suite's.
 * @param {readonly string[]} files Full paths.
 * @param {object} [options]
 * @param {Record<string, string | undefined>} [options.env] Added to the environment.
 * @param {number} [options.atOnce] How many files at a time at least, whatever the processors.
 * @throws {Failed}
 */
export async function runTestFiles(name, files, { env = {}, atOnce = 1 } = {}) {
  const args = [`--test-concurrency=${Math.max(SHARE, atOnce)}`];
  const folder = join(BUILD, "failures");
  await mkdir(folder, { recursive: true });
  const kept = join(folder, `${name}.ndjson`);
  const reporters = [
    ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
    ...[`--test-reporter=${REPORTER}`, `--test-reporter-destination=${kept}`],
  ];
  try {
    await run(process.execPath, ["--test", ...reporters, ...args, ...files], { env });
  } catch (cause) {
    throw new Failed(cause, readFailures(await readFile(kept, "utf8")));
  }
}

/**
 * Runs tests with cargo.
 *
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] Added to the environment.
 * @throws {Failed}
 */
export async function runCargo(args, env) {
  let output = "";
  const onOutput = (/** @type {string} */ text) => {
    output = (output + text).slice(-KEPT);
  };
  try {
    await run("cargo", [...args], { env, onOutput });
  } catch (cause) {
    throw new Failed(cause, cargoFailures(output));
  }
}
