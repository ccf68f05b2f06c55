/**
 * What every script needs: the project's folders, running a command, and the
 * facts that Cargo.toml states. Built-in modules only: this file is loaded
 * before the npm packages are installed.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The checkout's top folder. */
export const ROOT = resolve(fileURLToPath(new URL("..", import.meta.url)));

/** Intermediate output, not published. */
export const BUILD = join(ROOT, "build");

/** What wasm-bindgen and wasm-opt leave: core_bg.js and core_bg.wasm. */
export const BINDGEN = join(BUILD, "bindgen");

/** What the crate's `describe` program leaves: types, operation names, schemas, documents. */
export const GENERATED = join(BUILD, "generated");

/** The publishable package. */
export const PKG = join(ROOT, "pkg");

/** What would be published: pkg/ as npm packs it. */
export const TARBALL = join(BUILD, "interakt-wasm.tgz");

/** What is unpacked from the tarball. Tests and tools use this one, as users will. */
export const INSTALLED = join(ROOT, "node_modules", "interakt-wasm");

/** What the package adds by hand to what is generated. */
export const TEMPLATE = join(ROOT, "pkg-template");

/**
 * The compiler that checks types, run by Node: the one that takes a fifth of the time. Tests that
 * ask a compiler by its API take `typescript`, which has the same program name.
 */
export const TSC = join(ROOT, "node_modules", "typescript-7", "bin", "tsc");

/** The target of the published WebAssembly module. */
export const WASM_TARGET = "wasm32-unknown-unknown";

/**
 * What work is called that runs beside other work: each line that its commands print begins with
 * it, or nobody could tell whose it is.
 *
 * @type {AsyncLocalStorage<string>}
 */
export const lane = new AsyncLocalStorage();

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] The working folder; the checkout's top folder by default.
 * @property {Record<string, string | undefined>} [env] Added to the environment.
 * @property {(text: string) => void} [onOutput] Of `run`: is given what the command prints, too.
 */

/**
 * Runs a command with this process's output, and rejects when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<void>}
 */
export async function run(command, args, options = {}) {
  const output = options.onOutput || lane.getStore() ? "pipe" : "inherit";
  await execute(command, args, options, ["ignore", output, output]);
}

/**
 * Runs a command and returns what it printed on standard output.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>}
 */
export function capture(command, args, options = {}) {
  return execute(command, args, options, ["ignore", "pipe", "inherit"]);
}

/**
 * Whether a command runs and succeeds; what it prints is dropped.
 *
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<string | undefined>} Its standard output, or undefined when it failed.
 */
export function probe(command, args) {
  return execute(command, args, {}, ["ignore", "pipe", "ignore"]).catch(() => undefined);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @param {("ignore" | "inherit" | "pipe")[]} stdio
 * @returns {Promise<string>}
 */
function execute(command, args, options, stdio) {
  return new Promise((fulfil, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio,
    });
    const isCaptured = stdio[2] !== "pipe";
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      if (isCaptured) output += text;
      else options.onOutput?.(text);
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => options.onOutput?.(text));
    if (!isCaptured) {
      if (child.stdout) show(child.stdout, process.stdout);
      if (child.stderr) show(child.stderr, process.stderr);
    }
    const line = [command, ...args].join(" ");
    child.on("error", (cause) => reject(new Error(`cannot run \`${line}\``, { cause })));
    child.on("close", (code, signal) => {
      if (code === 0) fulfil(output);
      else reject(new Error(`\`${line}\` ended with ${signal ?? `exit code ${code}`}\n${output}`));
    });
  });
}

/**
 * @param {import("node:stream").Readable} from
 * @param {NodeJS.WriteStream} to
 */
function show(from, to) {
  const name = lane.getStore();
  if (!name) {
    from.pipe(to, { end: false });
    return;
  }
  createInterface({ input: from }).on("line", (line) => to.write(`${name} | ${line}\n`));
}

/**
 * The full path of a program on PATH.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function which(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const candidate = join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** A program cannot be had on this machine. */
export class Unavailable extends Error {}

/** @param {string} text */
export function say(text) {
  console.log(`interakt-wasm: ${text}`);
}

/**
 * The full path of a program that an npm package brings.
 *
 * @param {string} name
 */
export function npmProgram(name) {
  return join(ROOT, "node_modules", ".bin", name);
}

/**
 * Runs one piece of work under a heading and says how long it took.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(title, work) {
  say(`${title} …`);
  const start = performance.now();
  const result = await work();
  say(`${title}: done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Runs a script's work; says what went wrong, without a stack, and ends with 1.
 *
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(`interakt-wasm: ${explain(error)}`);
    process.exit(1);
  }
}

/**
 * @param {unknown} error
 * @returns {string} Its message with those of its causes.
 */
export function explain(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? `${error.message}: ${explain(error.cause)}` : error.message;
}

/**
 * @typedef {object} Crate
 * @property {string} version Of the crate, and so of the npm package.
 * @property {string} description
 * @property {string} license
 * @property {string} [repository] Its address, if it is set: neither with `git+` nor `.git`.
 * @property {string} [homepage]
 * @property {string} [bugs] Where to report them.
 * @property {string} bindgenVersion The exact wasm-bindgen version that the crate asks for.
 * @property {string} targetDirectory Where cargo puts what it builds.
 */

/** @type {Promise<Crate> | undefined} */
let crate;

/** @returns {Promise<Crate>} What Cargo.toml states, read through cargo. */
export function readCrate() {
  crate ??= readMetadata();
  return crate;
}

/** @returns {Promise<Crate>} */
async function readMetadata() {
  const text = await capture("cargo", ["metadata", "--no-deps", "--format-version", "1"]);
  const metadata = JSON.parse(text);
  const [found] = metadata.packages;
  const dependency = found.dependencies.find(
    (/** @type {{ name: string }} */ { name }) => name === "wasm-bindgen",
  );
  const exact = /^=(\d+\.\d+\.\d+)$/.exec(dependency?.req ?? "");
  if (!exact?.[1]) {
    throw new Error(
      'Cargo.toml must ask for one exact wasm-bindgen, as in wasm-bindgen = "=1.2.3": ' +
        "the command line tool has to be of the same version",
    );
  }
  return {
    version: found.version,
    description: found.description,
    license: found.license,
    repository: found.repository ?? undefined,
    homepage: found.homepage ?? undefined,
    bugs: found.metadata?.npm?.bugs,
    bindgenVersion: exact[1],
    targetDirectory: metadata.target_directory,
  };
}
