/**
 * `npm test`: builds the package, then runs every suite, two at a time. Names of steps as arguments
 * run only those: `npm test -- size packaging`. With `--long` it runs what takes too long to wait for
 * after each change: the `*.long.mjs` beside the suites' `*.test.mjs`, and more of what
 * tests/support/long.mjs counts.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CHROMIUM_ARGS, ensureChromium } from "./browsers.mjs";
import { build } from "./build.mjs";
import { BUILD, main, ROOT, WASM_TARGET } from "./project.mjs";
import { runSteps } from "./steps.mjs";
import { runCargo, runTestFiles } from "./suite.mjs";
import { ensureBindgen, ensureNodePackages } from "./toolchain.mjs";

const TESTS = join(ROOT, "tests");

const isLong = process.argv.includes("--long");
const chosen = process.argv.slice(2).filter((argument) => argument !== "--long");

/** The Rust tests that run in Node and in the browser: tests/wasm*.rs. */
async function wasmTests() {
  const { testRunner } = await ensureBindgen();
  const { chromium, chromedriver } = await ensureChromium();
  const capabilities = { "goog:chromeOptions": { args: CHROMIUM_ARGS, binary: chromium } };
  const settings = join(BUILD, "webdriver.json");
  await mkdir(BUILD, { recursive: true });
  await writeFile(settings, JSON.stringify(capabilities));
  await runCargo(["test", "--target", WASM_TARGET, "--test", "wasm*"], {
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: testRunner,
    CHROMEDRIVER: chromedriver,
    WASM_BINDGEN_TEST_WEBDRIVER_JSON: settings,
  });
}

/**
 * @typedef {object} Suite
 * @property {string} name Of its folder.
 * @property {boolean} browser Whether it drives one.
 * @property {number} [atOnce] How many of its files to run at the same time, where that is more
 *   than there are processors: they wait most of the time.
 */

/**
 * The folders of tests/ with what Node's test runner runs, those first that take longest: what is
 * left for the end should not be one suite alone.
 *
 * @type {Suite[]}
 */
const SUITES = [
  { name: "e2e", browser: true },
  { name: "edge", browser: true, atOnce: 2 },
  { name: "client", browser: false, atOnce: 2 },
  { name: "readme", browser: false },
  { name: "webhooks", browser: true },
  { name: "cli", browser: false, atOnce: 2 },
  { name: "secrets", browser: true },
  { name: "memory", browser: true },
  { name: "field", browser: true },
  { name: "faults", browser: true, atOnce: 4 },
  { name: "traps", browser: true },
  { name: "contract", browser: true },
  { name: "startup", browser: true },
  { name: "types", browser: false },
  { name: "schemas", browser: false },
  { name: "boundary", browser: false },
  { name: "rows", browser: false },
  { name: "workerd", browser: false, atOnce: 2 },
  { name: "size", browser: false },
  { name: "benches", browser: false },
  { name: "packaging", browser: false },
  { name: "scripts", browser: false },
  { name: "fuzz", browser: false },
  { name: "release", browser: false },
];

/**
 * Runs a suite. One that drives a browser finds its path in `CHROMIUM`.
 *
 * @param {Suite} suite
 * @param {readonly string[]} files Its own.
 */
async function runSuite({ name, browser, atOnce }, files) {
  if (files.length === 0) throw new Error(`tests/${name} holds no *.test.mjs`);
  const env = {
    ...(isLong && { LONG_TESTS: "1" }),
    ...(browser && { CHROMIUM: (await ensureChromium()).chromium }),
  };
  await runTestFiles(name, files, { env, ...(atOnce && { atOnce }) });
}

/** @param {readonly string[]} files @param {string} name Of a suite. */
const filesOf = (files, name) => files.filter((file) => file.startsWith(join(TESTS, name, "/")));

/**
 * @returns {Promise<string[]>} Full paths of all `*.test.mjs`, in order; in the long run of all
 *   `*.long.mjs`, and of the tests that do more then.
 */
async function testFiles() {
  const names = await readdir(TESTS, { recursive: true });
  const all = names.sort().map((name) => join(TESTS, name));
  const tests = all.filter((name) => name.endsWith(".test.mjs"));
  if (!isLong) return tests;
  const texts = await Promise.all(tests.map((file) => readFile(file, "utf8")));
  return [
    ...all.filter((name) => name.endsWith(".long.mjs")),
    ...tests.filter((_, at) => texts[at]?.includes('/support/long.mjs"')),
  ];
}

/** Fails when a test file would never be run. @param {readonly string[]} files */
function checkSuites(files) {
  const folders = SUITES.map(({ name }) => join(TESTS, name, "/"));
  for (const file of files) {
    if (!folders.some((folder) => file.startsWith(folder))) {
      throw new Error(`${file} is in none of the suites that scripts/test.mjs lists`);
    }
  }
}

const needs = "build";

/** The tests in Rust. @type {import("./steps.mjs").Step[]} */
const RUST = [
  { name: "host", beside: true, work: () => runCargo(["test"]) },
  { name: "wasm", beside: true, work: wasmTests },
];

await main(async () => {
  const files = await testFiles();
  checkSuites(files);
  await ensureNodePackages();
  const suites = SUITES.map((suite) => ({ ...suite, files: filesOf(files, suite.name) }));
  await runSteps(
    [
      { name: "build", work: build },
      ...(isLong ? [] : RUST),
      ...suites
        .filter((suite) => !isLong || suite.files.length > 0)
        .map((suite) => ({
          ...{ name: suite.name, needs, beside: true },
          work: () => runSuite(suite, suite.files),
        })),
    ],
    chosen,
  );
});
