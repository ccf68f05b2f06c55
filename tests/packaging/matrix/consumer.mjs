/** A minimal project that uses the package as its own users would: installed, built, run. */
import { spawn } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { ROOT, TARBALL } from "../../../scripts/project.mjs";
import { freePort } from "../../support/listen.mjs";

/** The projects, a folder each; every one has the package as `file:interakt-wasm.tgz`. */
export const CONSUMERS = join(ROOT, "tests", "packaging", "consumers");

/** What each of them does with the package. */
const EXERCISE = join(ROOT, "tests", "packaging", "exercise.mjs");

/** How long a server may take to answer for the first time; some build before they do. */
const PATIENCE_MS = 120_000;

/** Folders to remove and programs to stop at the end. @type {(() => Promise<void>)[]} */
const leftovers = [];

/** What `cleanUp` is to do too. @param {() => Promise<void>} undo */
export const atEnd = (undo) => leftovers.push(undo);

/** Removes what the projects have left. */
export async function cleanUp() {
  for (const undo of leftovers.splice(0).reverse()) await undo();
}

/**
 * @typedef {object} Consumer
 * @property {(name: string) => Promise<string>} version Of a package that it has installed.
 * @property {(path?: string) => Promise<string>} path In its folder, which is outside of the
 *   checkout; installs it when that was not done.
 * @property {(command: string[], env?: Record<string, string>) => Promise<string>} run Runs a
 *   program of its packages (or `node`) there and gives what it printed; rejects with all of it
 *   when it fails.
 * @property {(command: (port: number) => string[], env?: Record<string, string>) => Promise<Server>} start
 *   Starts a server on the port that it is given, and waits until it answers.
 */

/** @typedef {{ url: string, stop: () => Promise<void> }} Server */

/** Names of the projects that rows have asked for. @type {Set<string>} */
export const projects = new Set();

/**
 * @param {string} name Of its folder.
 * @returns {Consumer}
 */
export function consumer(name) {
  projects.add(name);
  /** @type {Promise<string> | undefined} */
  let folder;
  const path = async (file = "") => {
    folder ??= install(name);
    return join(await folder, file);
  };
  /** @param {string[]} command @param {Record<string, string>} env */
  const launch = async ([program = "", ...args], env) => {
    const programs = await path("node_modules/.bin");
    // As `npm run` does it: a project that needs another Node has it among its packages.
    const PATH = [programs, dirname(process.execPath), process.env.PATH].join(delimiter);
    const found = program === "node" ? "node" : join(programs, program);
    return startProgram(found, args, await path(), { PATH, ...env });
  };
  return {
    path,
    version: (packageName) => lockedVersion(name, packageName),
    async run(command, env = {}) {
      const program = await launch(command, env);
      const code = await program.ended;
      if (code === 0) return program.printed();
      throw new Error(`\`${command.join(" ")}\` ended with ${code}\n${program.all()}`);
    },
    async start(command, env = {}) {
      const port = await freePort();
      // Built servers take their address from the environment.
      const address = { HOST: "127.0.0.1", PORT: String(port) };
      const program = await launch(command(port), { ...address, ...env });
      leftovers.push(program.stop);
      const url = `http://127.0.0.1:${port}`;
      await answers(url, program);
      return { url, stop: program.stop };
    },
  };
}

/** @param {string} name @returns {Promise<string>} The folder of the installed project. */
async function install(name) {
  const folder = await copy(name);
  await npm(["ci", "--prefer-offline"], folder);
  return folder;
}

/** @param {string} name @returns {Promise<string>} A folder with the project and the tarball. */
async function copy(name) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `interakt-wasm-${name}-`)));
  leftovers.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  await cp(join(CONSUMERS, name), folder, { recursive: true });
  await cp(EXERCISE, join(folder, "exercise.mjs"));
  await cp(TARBALL, join(folder, "interakt-wasm.tgz"));
  await cp(join(ROOT, ".npmrc"), join(folder, ".npmrc"));
  return folder;
}

/** @param {string[]} args @param {string} folder */
async function npm(args, folder) {
  const program = startProgram("npm", [...args, "--no-progress"], folder, {});
  const code = await program.ended;
  if (code !== 0) throw new Error(`npm ${args[0]} ended with ${code}\n${program.all()}`);
}

/**
 * Writes lockfiles anew, after the versions in package.json were changed.
 *
 * @param {string[]} names Of projects; all when empty.
 */
export async function lock(names) {
  const chosen = names.length > 0 ? names : await readdir(CONSUMERS);
  for (const name of chosen) {
    const folder = await copy(name);
    await npm(["install", "--package-lock-only"], folder);
    const text = await readFile(join(folder, "package-lock.json"), "utf8");
    const content = JSON.parse(text);
    // Every build makes another tarball: its digest would fit this one only.
    delete content.packages["node_modules/interakt-wasm"].integrity;
    // npm names the project as its folder, which is called differently every time.
    delete content.name;
    addAbsent(content.packages);
    const file = join(CONSUMERS, name, "package-lock.json");
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
  }
  await cleanUp();
}

/**
 * A registry may lack packages that only other systems use. npm leaves them out of the lockfile
 * then, and `npm ci` refuses a lockfile without them: so they are added, for other systems.
 *
 * @param {Record<string, { optionalDependencies?: Record<string, string> }>} packages
 */
function addAbsent(packages) {
  for (const { optionalDependencies = {} } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`))) continue;
      const absent = { version, optional: true, os: [`!${process.platform}`] };
      packages[`node_modules/${name}`] = /** @type {{}} */ (absent);
    }
  }
}

/**
 * What the project's lockfile says, without installing it.
 *
 * @param {string} name
 * @param {string} packageName
 */
async function lockedVersion(name, packageName) {
  const file = join(CONSUMERS, name, "package-lock.json");
  const { packages } = JSON.parse(await readFile(file, "utf8"));
  return packages[`node_modules/${packageName}`].version;
}

/** @typedef {ReturnType<typeof startProgram>} Program */

/**
 * @param {string} file
 * @param {string[]} args
 * @param {string} cwd
 * @param {Record<string, string>} env
 */
function startProgram(file, args, cwd, env) {
  // A group of its own, so that what it starts ends with it.
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let printed = "";
  let all = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
    all += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    all += text;
  });
  /** @type {Promise<number | string>} */
  const ended = new Promise((fulfil) => {
    child.on("error", (error) => fulfil(error.message));
    child.on("close", (code, signal) => fulfil(code ?? signal ?? "no exit code"));
  });
  return {
    ended,
    printed: () => printed,
    all: () => all,
    async stop() {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      process.kill(-child.pid, "SIGKILL");
      await ended;
    },
  };
}

/**
 * Waits until the address answers, whatever it answers.
 *
 * @param {string} url
 * @param {Program} program
 */
async function answers(url, program) {
  const end = Date.now() + PATIENCE_MS;
  let hasEnded = false;
  program.ended.then(() => {
    hasEnded = true;
  });
  while (!hasEnded && Date.now() < end) {
    const response = await fetch(url).catch(() => undefined);
    if (response) {
      await response.body?.cancel();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await program.stop();
  throw new Error(`the server ${hasEnded ? "ended" : "does not answer"}\n${program.all()}`);
}
