/**
 * The console: bundles its page and its Worker, and serves them from workerd. Run by itself it only
 * bundles, as Wrangler has it done before it deploys.
 */
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { Miniflare } from "miniflare";
import { readableDocuments, writeDocs } from "./console-docs.mjs";
import { bundlePage } from "./console-page.mjs";
import { BUILD, INSTALLED, main, ROOT } from "./project.mjs";

const SOURCE = join(ROOT, "www");
const OUTPUT = join(BUILD, "console");
const WORKER = join(OUTPUT, "worker");
/** The folder of the page. */
export const PAGE = join(OUTPUT, "page");

/** Says which sources a bundle was made from. */
const STAMP = ".made-from";

/**
 * Bundles www/worker.js and www/page/ into build/console/, where it is not made of the same sources
 * already. Both import the built package by its name: the Worker gets its workerd entry, the page
 * its default. What stands there is replaced as a whole, so that others can ask for it meanwhile.
 */
export async function bundleConsole() {
  const digest = await digestOfSources();
  const isThere = async () =>
    (await readFile(join(OUTPUT, STAMP), "utf8").catch(() => "")) === digest;
  if (await isThere()) return;
  await mkdir(BUILD, { recursive: true });
  const stage = await mkdtemp(join(BUILD, "console-"));
  try {
    await bundleInto(stage);
    await writeFile(join(stage, STAMP), digest);
    // Whoever was faster has begun to serve it.
    if (await isThere()) return;
    await rm(OUTPUT, { recursive: true, force: true });
    await rename(stage, OUTPUT);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** Of all that a bundle is made from. */
async function digestOfSources() {
  const hash = createHash("sha256");
  for (const folder of [SOURCE, join(INSTALLED, "dist")]) {
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.sort()) hash.update(file).update(await readFile(file));
  }
  const scripts = ["", "-page", "-docs", "-docs-code"].map((part) => `scripts/console${part}.mjs`);
  const rest = ["package-lock.json", ...scripts, ...(await readableDocuments())];
  for (const file of rest) hash.update(await readFile(join(ROOT, file)));
  return hash.digest("hex");
}

/** @param {string} folder */
async function bundleInto(folder) {
  const page = join(folder, "page");
  await mkdir(page, { recursive: true });
  await Promise.all([
    bundlePage(page),
    writeDocs(page),
    esbuild.build({
      entryPoints: [join(SOURCE, "worker.js")],
      outdir: join(folder, "worker"),
      bundle: true,
      format: "esm",
      target: "es2022",
      conditions: ["workerd"],
      // workerd takes the WebAssembly module as a file of its own.
      loader: { ".wasm": "copy" },
      logLevel: "warning",
    }),
    cp(join(SOURCE, "page", "icon.svg"), join(page, "icon.svg")),
    // Beside the scripts, where the package's entries for pages look for them.
    ...["core_bg.wasm", "phone-field_bg.wasm", "bulk_bg.wasm"].map((file) =>
      cp(join(INSTALLED, "dist", file), join(page, file)),
    ),
  ]);
}

/**
 * @typedef {object} ConsoleOptions
 * @property {number} [port] The port on this machine; 0, the default, takes a free one.
 * @property {string} [apiKey] The Interakt API key. Without one the Worker talks to the simulator.
 * @property {string} [baseUrl] Where requests with the key go; Interakt itself by default.
 * @property {number} [stepMs] From one event of a simulated message to the next, in milliseconds.
 * @property {string} [keepIn] The folder where campaigns survive the end of this process; without it
 *   they end with it.
 * @property {(text: string) => void} [onOutput] Is told what the Worker writes to its log, which is
 *   otherwise this process's.
 * @property {Record<string, string>} [variables] Others that the Worker knows: see the settings in
 *   www/worker/account.js.
 */

/** Where Wrangler is told the same, for a Worker that is deployed. */
const CONFIG = join(SOURCE, "wrangler.jsonc");

/**
 * What is deployed is what is run here: its parts are read from where Wrangler reads them.
 *
 * @returns {Promise<any>}
 */
async function readConfig() {
  const text = await readFile(CONFIG, "utf8");
  return JSON.parse(text.replaceAll(/^\s*\/\/.*$/gm, ""));
}

/**
 * Serves what {@link bundleConsole} left, from a Worker in workerd.
 *
 * @param {ConsoleOptions} [options]
 * @returns {Promise<{ url: string, sweep: () => Promise<void>, stop: () => Promise<void> }>} Once it
 *   answers. `sweep` does what the clock sets off when it is deployed.
 */
export async function startConsole(options = {}) {
  const { port = 0, apiKey, baseUrl, stepMs, keepIn, onOutput, variables } = options;
  const [files, config] = await Promise.all([readdir(WORKER), readConfig()]);
  const [producer] = config.queues.producers;
  const [{ queue, dead_letter_queue, ...consumer }] = config.queues.consumers;
  const miniflare = new Miniflare({
    port,
    ...(onOutput && {
      handleRuntimeStdio(/** @type {import("node:stream").Readable[]} */ ...streams) {
        for (const stream of streams) stream.setEncoding("utf8").on("data", onOutput);
      },
    }),
    // Miniflare would otherwise fetch a description of the visitor from outside.
    cf: false,
    compatibilityDate: config.compatibility_date,
    modules: [
      { type: "ESModule", path: join(WORKER, "worker.js") },
      ...files
        .filter((name) => name.endsWith(".wasm"))
        .map((name) => ({ type: /** @type {const} */ ("CompiledWasm"), path: join(WORKER, name) })),
    ],
    modulesRoot: WORKER,
    assets: {
      directory: PAGE,
      binding: "ASSETS",
      // The Worker adds headers to the files, so it is asked before them.
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
    },
    durableObjects: Object.fromEntries(
      config.durable_objects.bindings.map(
        (/** @type {{ name: string, class_name: string }} */ it) => [
          it.name,
          { className: it.class_name, useSQLite: true, unsafePreventEviction: true },
        ],
      ),
    ),
    ...(keepIn && { durableObjectsPersist: keepIn }),
    queueProducers: { [producer.binding]: producer.queue },
    queueConsumers: {
      [queue]: {
        maxBatchSize: consumer.max_batch_size,
        maxBatchTimeout: consumer.max_batch_timeout,
        maxRetries: consumer.max_retries,
        deadLetterQueue: dead_letter_queue,
      },
    },
    bindings: {
      ...variables,
      ...(apiKey && { INTERAKT_API_KEY: apiKey }),
      ...(baseUrl && { INTERAKT_BASE_URL: baseUrl }),
      ...(stepMs && { SIMULATOR_STEP_MS: stepMs }),
    },
  });
  const { port: actual } = await miniflare.ready;
  /** @type {any} */
  const worker = await miniflare.getWorker();
  return {
    url: `http://localhost:${actual}`,
    sweep: async () => void (await worker.scheduled({ cron: config.triggers.crons[0] })),
    stop: () => miniflare.dispose(),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(bundleConsole);
