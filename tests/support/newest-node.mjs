/** A Node that has what the oldest supported one has not: SQLite. */
import { cp, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { probe, ROOT, run, timed, Unavailable } from "../../scripts/project.mjs";
import { cached } from "../../scripts/toolchain.mjs";

/** A project of its own: the package's program would be the `node` of all scripts here. */
const PROJECT = join(ROOT, "tests", "edge", "node");

/** @type {Promise<string> | undefined} */
let finding;

/**
 * Installs it when it is not there yet.
 *
 * @returns {Promise<string>} The program's path.
 */
export function newestNode() {
  finding ??= find();
  return finding;
}

async function find() {
  const name = `node-${process.platform}-${process.arch}`;
  const { optionalDependencies } = JSON.parse(
    await readFile(join(PROJECT, "package.json"), "utf8"),
  );
  const version = optionalDependencies[name];
  if (!version) throw new Unavailable(`tests/edge/node names no ${name}`);
  const home = cached(`node-${version}`);
  const program = join(home, "node_modules", name, "bin", "node");
  const isInstalled = async () => (await probe(program, ["--version"]))?.trim() === `v${version}`;
  if (await isInstalled()) return program;

  await timed(`installing Node ${version} (under a minute)`, () => install(home, isInstalled));
  if (!(await isInstalled())) throw new Unavailable(`${home} holds no working Node`);
  return program;
}

/**
 * Two processes may do this at once: who comes second leaves the first one's alone, which may be
 * running already.
 *
 * @param {string} home
 * @param {() => Promise<boolean>} isInstalled
 */
async function install(home, isInstalled) {
  await mkdir(dirname(home), { recursive: true });
  const partial = await mkdtemp(join(dirname(home), `${basename(home)}.partial-`));
  try {
    for (const file of ["package.json", "package-lock.json"]) {
      await cp(join(PROJECT, file), join(partial, file));
    }
    await cp(join(ROOT, ".npmrc"), join(partial, ".npmrc"));
    await run("npm", ["ci", "--prefer-offline", "--no-progress"], { cwd: partial });
    if (await isInstalled()) return;
    await rm(home, { recursive: true, force: true });
    await rename(partial, home).catch(async (error) => {
      if (!(await isInstalled())) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
