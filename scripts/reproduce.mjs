/**
 * `npm run reproduce`: builds the package of the commit that is checked out twice, in two folders,
 * and compares what comes out byte for byte. The second build has other paths to source, compiler, home
 * of cargo and temporary files, another time zone, language, mask of files and number of jobs. Prints the hashes, and
 * fails where they differ. Neither build reads anything of this checkout but its commit.
 */
import { mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { capture, main, ROOT, run, say, timed } from "./project.mjs";
import { differences, hashesOf, tellHashes } from "./supply/hashes.mjs";

/**
 * @param {string} folder Where the checkout is put.
 * @param {Record<string, string>} env
 * @param {number} mask Of new files.
 */
async function buildIn(folder, env, mask) {
  await mkdir(folder, { recursive: true });
  await run("git", ["clone", "--quiet", "--no-local", ROOT, folder]);
  await run("git", ["checkout", "--quiet", "--detach", await head()], { cwd: folder });
  const before = process.umask(mask);
  try {
    await timed(`building in ${folder} (2 to 10 minutes)`, () =>
      run(process.execPath, ["scripts/build.mjs"], { cwd: folder, env }),
    );
  } finally {
    process.umask(before);
  }
  return await hashesOf(join(folder, "pkg"), join(folder, "build", "interakt-wasm.tgz"));
}

const head = async () => (await capture("git", ["rev-parse", "HEAD"])).trim();

/**
 * What differs between two people's machines. Crates and compiler have other paths, but are the same
 * files, which are not fetched again.
 *
 * @param {string} top
 * @returns {Promise<Record<string, string>>}
 */
async function elsewhere(top) {
  const home = join(top, "home of another");
  const temporary = join(top, "t");
  for (const folder of [home, temporary]) await mkdir(folder);
  const cargo = join(home, ".cargo");
  await symlink(process.env.CARGO_HOME || join(homedir(), ".cargo"), cargo);
  const compiler = join(home, "toolchain");
  const sysroot = (await capture("rustc", ["--print", "sysroot"])).trim();
  // Its parts find each other by where they really are: a link to the whole would not be another place.
  await run("cp", ["-al", sysroot, compiler]).catch(() => run("cp", ["-a", sysroot, compiler]));
  return {
    ...{ CARGO_HOME: cargo, PATH: `${join(compiler, "bin")}${delimiter}${process.env.PATH}` },
    ...{ TMPDIR: temporary, TZ: "Asia/Kolkata", LANG: "C", LC_ALL: "C" },
    ...{ USER: "another", HOSTNAME: "elsewhere" },
    ...{ CARGO_BUILD_JOBS: "1", CARGO_INCREMENTAL: "0" },
  };
}

await main(async () => {
  const top = await realpath(await mkdtemp(join(tmpdir(), "interakt-wasm-reproduce-")));
  const dirty = await capture("git", ["status", "--porcelain", "--untracked-files=no"]);
  if (dirty !== "") say("what is not committed is not built");
  const first = await buildIn(join(top, "a"), {}, 0o022);
  const other = join(top, "in a folder with spaces", "and a longer path", "checkout");
  const second = await buildIn(other, await elsewhere(top), 0o077);
  console.log(tellHashes(await head(), first));
  const found = differences(first, second);
  if (found.length > 0) {
    throw new Error(`these differ, in ${top}:\n  ${found.join("\n  ")}`);
  }
  say("both builds are the same, byte for byte");
  await rm(top, { recursive: true, force: true });
});
