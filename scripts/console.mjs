/**
 * The console: bundles its page and its Worker, and serves them from workerd.
 */
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { Miniflare } from "miniflare";
import { BUILD, INSTALLED, ROOT } from "./project.mjs";

const SOURCE = join(ROOT, "www");
const OUTPUT = join(BUILD, "console");
const WORKER = join(OUTPUT, "worker");
const PAGE = join(OUTPUT, "page");

/** The runtime behaviour that the Worker is written for. */
const COMPATIBILITY_DATE = "2026-01-01";

/**
 * Bundles www/worker.js and www/page/ into build/console/. Both import the built
 * package by its name: the Worker gets its workerd entry, the page its default.
 */
export async function bundleConsole() {
  await rm(OUTPUT, { recursive: true, force: true });
  await mkdir(PAGE, { recursive: true });
  await Promise.all([
    esbuild.build({
      entryPoints: [join(SOURCE, "worker.js")],
      outdir: WORKER,
      bundle: true,
      format: "esm",
      target: "es2022",
      conditions: ["workerd"],
      // workerd takes the WebAssembly module as a file of its own.
      loader: { ".wasm": "copy" },
      logLevel: "warning",
    }),
    esbuild.build({
      entryPoints: ["main.js", "style.css", "files.css", "campaigns.css"].map((file) =>
        join(SOURCE, "page", file),
      ),
      outdir: PAGE,
      bundle: true,
      format: "esm",
      // What the page loads later is a file of its own.
      splitting: true,
      target: "es2022",
      minify: true,
      sourcemap: true,
      logLevel: "warning",
    }),
    ...["index.html", "icon.svg"].map((file) => cp(join(SOURCE, "page", file), join(PAGE, file))),
    // Beside the scripts, where the package's entries for pages look for them.
    ...["core_bg.wasm", "phone-field_bg.wasm", "bulk_bg.wasm"].map((file) =>
      cp(join(INSTALLED, "dist", file), join(PAGE, file)),
    ),
  ]);
}

/**
 * @typedef {object} ConsoleOptions
 * @property {number} [port] The port on this machine; 0, the default, takes a free one.
 * @property {string} [apiKey] The Interakt API key. Without one the Worker talks to the simulator.
 * @property {string} [baseUrl] Where requests with the key go; Interakt itself by default.
 * @property {number} [stepMs] From one event of a simulated message to the next, in milliseconds.
 */

/** Names that this machine calls itself: the console answers to no other. */
const HOSTS = "localhost 127.0.0.1 [::1]";

/**
 * Serves what {@link bundleConsole} left, from a Worker in workerd.
 *
 * @param {ConsoleOptions} [options]
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} Once it answers.
 */
export async function startConsole({ port = 0, apiKey, baseUrl, stepMs } = {}) {
  const files = await readdir(WORKER);
  const worker = new Miniflare({
    port,
    // Miniflare would otherwise fetch a description of the visitor from outside.
    cf: false,
    compatibilityDate: COMPATIBILITY_DATE,
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
    bindings: {
      CONSOLE_HOSTS: HOSTS,
      ...(apiKey && { INTERAKT_API_KEY: apiKey }),
      ...(baseUrl && { INTERAKT_BASE_URL: baseUrl }),
      ...(stepMs && { SIMULATOR_STEP_MS: stepMs }),
    },
  });
  const { port: actual } = await worker.ready;
  return { url: `http://localhost:${actual}`, stop: () => worker.dispose() };
}
