/**
 * `npm test`: builds the package, then runs every suite. Names of steps as
 * arguments run only those: `npm test -- size packaging`.
 */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CHROMIUM_ARGS, ensureChromium } from "./browsers.mjs";
import { build } from "./build.mjs";
import { BUILD, main, ROOT, WASM_TARGET } from "./project.mjs";
import { runSteps } from "./steps.mjs";
import { runCargo, runTestFiles } from "./suite.mjs";
import { ensureBindgen, ensureNodePackages } from "./toolchain.mjs";

const TESTS = join(ROOT, "tests");

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
 * The folders of tests/ whose `*.test.mjs` Node's test runner runs, in order.
 *
 * @type {Suite[]}
 */
const SUITES = [
  { name: "types", browser: false },
  { name: "schemas", browser: false },
  { name: "client", browser: false },
  { name: "rows", browser: false },
  { name: "cli", browser: false },
  { name: "workerd", browser: false },
  { name: "edge", browser: true },
  { name: "size", browser: false },
  { name: "benches", browser: false },
  { name: "packaging", browser: false },
  { name: "startup", browser: true },
  { name: "contract", browser: true },
  { name: "faults", browser: true, atOnce: 4 },
  { name: "traps", browser: true },
  { name: "webhooks", browser: true },
  { name: "field", browser: true },
  { name: "readme", browser: false },
  { name: "scripts", browser: false },
  { name: "e2e", browser: true },
];

/**
 * Runs a suite. One that drives a browser finds its path in `CHROMIUM`.
 *
 * @param {Suite} suite
 */
async function runSuite({ name, browser, atOnce }) {
  const files = (await testFiles()).filter((file) => file.startsWith(join(TESTS, name, "/")));
  if (files.length === 0) throw new Error(`tests/${name} holds no *.test.mjs`);
  const env = browser ? { CHROMIUM: (await ensureChromium()).chromium } : {};
  const args = atOnce === undefined ? [] : [`--test-concurrency=${atOnce}`];
  await runTestFiles(name, files, { env, args });
}

/** @returns {Promise<string[]>} Full paths of all `*.test.mjs`, in order. */
async function testFiles() {
  const names = await readdir(TESTS, { recursive: true });
  return names
    .filter((name) => name.endsWith(".test.mjs"))
    .sort()
    .map((name) => join(TESTS, name));
}

/** Fails when a test file would never be run. */
async function checkSuites() {
  const folders = SUITES.map(({ name }) => join(TESTS, name, "/"));
  for (const file of await testFiles()) {
    if (!folders.some((folder) => file.startsWith(folder))) {
      throw new Error(`${file} is in none of the suites that scripts/test.mjs lists`);
    }
  }
}

const needs = "build";

await main(async () => {
  await checkSuites();
  await ensureNodePackages();
  await runSteps(
    [
      { name: "build", work: build },
      { name: "host", work: () => runCargo(["test"]) },
      { name: "wasm", work: wasmTests },
      ...SUITES.map((suite) => ({ name: suite.name, needs, work: () => runSuite(suite) })),
    ],
    process.argv.slice(2),
  );
});
