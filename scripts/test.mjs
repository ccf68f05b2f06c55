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
import { ensureBindgen, ensureNodePackages, ensureRust } from "./toolchain.mjs";

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
 * @property {boolean} [browser] Whether it drives one.
 * @property {boolean} [visits] Whether it visits the console, which is bundled once for all that do.
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
  { name: "e2e", browser: true, visits: true, atOnce: 2 },
  { name: "edge", browser: true, visits: true, atOnce: 2 },
  { name: "client", atOnce: 2 },
  { name: "field", browser: true },
  { name: "faults", browser: true, atOnce: 4 },
  { name: "cli", atOnce: 2 },
  { name: "fuzz" },
  { name: "types" },
  { name: "packaging" },
  { name: "readme" },
  { name: "startup", browser: true },
  { name: "contract", browser: true },
  { name: "traps", browser: true },
  { name: "boundary" },
  { name: "rows" },
  { name: "webhooks", browser: true },
  { name: "secrets", browser: true, visits: true },
  { name: "workerd", atOnce: 2 },
  { name: "size" },
  { name: "memory", browser: true },
  { name: "schemas" },
  { name: "release" },
  { name: "benches" },
  { name: "scripts" },
];

/** @type {Promise<void> | undefined} */
let bundled;

/** Bundles the console once: suites ask for it at the same time. */
function ensureConsole() {
  // Loaded here because it imports npm packages, which are installed by now.
  bundled ??= import("./console.mjs").then(({ bundleConsole }) => bundleConsole());
  return bundled;
}

/**
 * Runs a suite. One that drives a browser finds its path in `CHROMIUM`.
 *
 * @param {Suite} suite
 * @param {readonly string[]} files Its own.
 */
async function runSuite({ name, browser, visits, atOnce }, files) {
  if (files.length === 0) throw new Error(`tests/${name} holds no *.test.mjs`);
  if (visits) await ensureConsole();
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

/** @param {Suite & { files: readonly string[] }} suite @returns {import("./steps.mjs").Step} */
function stepOf(suite) {
  const work = () => runSuite(suite, suite.files);
  return { name: suite.name, needs: "build", beside: true, work };
}

/** The tests in Rust. @type {Record<"host" | "wasm", import("./steps.mjs").Step>} */
const RUST = {
  host: { name: "host", beside: true, work: () => runCargo(["test"]) },
  wasm: { name: "wasm", beside: true, work: wasmTests },
};

await main(async () => {
  const files = await testFiles();
  checkSuites(files);
  await ensureNodePackages();
  // Here, because the first steps would both install what is missing.
  await ensureRust();
  const suites = SUITES.map((suite) => ({ ...suite, files: filesOf(files, suite.name) }));
  const [longest, ...others] = suites
    .filter((suite) => !isLong || suite.files.length > 0)
    .map(stepOf);
  const steps = [
    { name: "build", beside: true, work: build },
    // Compiled while the modules are built, which keeps one processor busy. The other tests in Rust
    // come later: of two that compile, one would wait for the other.
    ...(isLong ? [] : [RUST.host]),
    ...(longest ? [longest] : []),
    ...(isLong ? [] : [RUST.wasm]),
    ...others,
  ];
  await runSteps(steps, chosen);
});
