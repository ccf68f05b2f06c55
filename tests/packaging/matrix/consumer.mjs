/** A minimal project that uses the package as its own users would: installed, built, run. */
import { cp, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import { ROOT, TARBALL } from "../../../scripts/project.mjs";
import { startGroup } from "../../support/group.mjs";
import { freePort } from "../../support/listen.mjs";

/** The projects, a folder each; every one has the package as `file:interakt-wasm.tgz`. */
export const CONSUMERS = join(ROOT, "tests", "packaging", "consumers");

/** What each of them does with the package. */
const EXERCISES = ["exercise.mjs", "exercise-web.mjs"];

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
 *   program of its packages (or `node`, or one that it has the path of) there and gives what it printed; rejects with all of it
 *   when it fails.
 * @property {(serving: Serving, check: (url: string) => Promise<void>) => Promise<void>} serve
 *   Starts a server, has it checked, and stops it; rejects with all that it said when that fails.
 * @property {(folder: string) => Consumer} within One of several projects that share an install.
 */

/**
 * @typedef {object} Serving
 * @property {(port: string) => string[]} command
 * @property {Record<string, string>} [env]
 */

/** Names of the projects that rows have asked for. @type {Set<string>} */
export const projects = new Set();

/**
 * @param {string} name Of its folder.
 * @param {string} [base] Another project, whose files it has where it has none of its own: the
 *   same with other versions.
 * @returns {Consumer}
 */
export function consumer(name, base) {
  projects.add(name);
  /** @type {Promise<string> | undefined} */
  let installed;
  return inFolder(name, async () => {
    installed ??= install(name, base);
    return installed;
  });
}

/**
 * @param {string} name
 * @param {() => Promise<string>} top The folder with the packages.
 * @param {string} [folder] Where the project is in it.
 * @returns {Consumer}
 */
function inFolder(name, top, folder = "") {
  const path = async (file = "") => join(await top(), folder, file);
  /** @param {string[]} command @param {Record<string, string>} env */
  const launch = async ([program = "", ...args], env) => {
    const programs = join(await top(), "node_modules/.bin");
    // As `npm run` does it: a project that needs another Node has it among its packages.
    const PATH = [programs, dirname(process.execPath), process.env.PATH].join(delimiter);
    const isFound = program === "node" || isAbsolute(program);
    const found = isFound ? program : join(programs, program);
    return startGroup(found, args, { cwd: await path(), env: { PATH, NO_COLOR: "1", ...env } });
  };
  return {
    path,
    within: (inner) => inFolder(name, top, inner),
    version: (packageName) => lockedVersion(name, packageName),
    async run(command, env = {}) {
      const program = await launch(command, env);
      const code = await program.ended;
      if (code === 0) return program.printed();
      throw new Error(`\`${command.join(" ")}\` ended with ${code}\n${program.all()}`);
    },
    async serve({ command, env }, check) {
      const port = String(await freePort());
      // Built servers take their address from the environment.
      const server = await launch(command(port), { HOST: "127.0.0.1", PORT: port, ...env });
      const url = `http://127.0.0.1:${port}`;
      try {
        await server.answers(url);
        await check(url);
      } catch (error) {
        throw new Error(`${/** @type {Error} */ (error).message}\n${server.all()}`);
      } finally {
        await server.stop();
      }
    },
  };
}

/** @param {string} name Of a package that npm has installed for the tests. */
export async function packageVersion(name) {
  const file = join(ROOT, "node_modules", name, "package.json");
  return JSON.parse(await readFile(file, "utf8")).version;
}

/**
 * @param {string} name
 * @param {string} [base]
 * @returns {Promise<string>} The folder of the installed project.
 */
async function install(name, base) {
  const folder = await copy(name, base);
  await npm(["ci", "--prefer-offline"], folder);
  return folder;
}

/**
 * @param {string} name
 * @param {string} [base]
 * @returns {Promise<string>} A folder with the project and the tarball.
 */
export async function copy(name, base = name) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `interakt-wasm-${name}-`)));
  leftovers.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const source of [base, name]) {
    await cp(join(CONSUMERS, source), folder, { recursive: true });
  }
  for (const exercise of EXERCISES) {
    await cp(join(ROOT, "tests", "packaging", exercise), join(folder, exercise));
  }
  await cp(TARBALL, join(folder, "interakt-wasm.tgz"));
  await cp(join(ROOT, ".npmrc"), join(folder, ".npmrc"));
  return folder;
}

/** @param {string[]} args @param {string} folder */
export async function npm(args, folder) {
  const program = startGroup("npm", [...args, "--no-progress"], { cwd: folder });
  const code = await program.ended;
  if (code !== 0) throw new Error(`npm ${args[0]} ended with ${code}\n${program.all()}`);
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
