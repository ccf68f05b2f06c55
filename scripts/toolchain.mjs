/**
 * Finds or installs what the other scripts run: the npm packages, the wasm
 * target, the wasm-bindgen command line tool, Python with its packages, a
 * browser with its driver, and other runtimes.
 * Built-in modules only: this file is loaded before the npm packages are
 * installed.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import {
  capture,
  probe,
  ROOT,
  readCrate,
  run,
  say,
  timed,
  Unavailable,
  WASM_TARGET,
  which,
} from "./project.mjs";

/** Installs the npm packages of the lockfile, unless they are there already. */
export async function ensureNodePackages() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) {
    throw new Error(`Node 20 or newer is needed, this is ${process.versions.node}`);
  }
  const lockfile = await readFile(join(ROOT, "package-lock.json"));
  const wanted = createHash("sha256").update(lockfile).digest("hex");
  // Removed first and written last: half an install has none.
  const stamp = join(ROOT, "node_modules", ".installed-lockfile");
  const installed = await readFile(stamp, "utf8").catch(() => undefined);
  if (installed === wanted) return;
  await timed("installing npm packages (under a minute)", async () => {
    await rm(stamp, { force: true });
    await run("npm", ["ci", "--no-fund", "--no-audit"]);
    await writeFile(stamp, wanted);
  });
}

/** Makes sure that Rust can build for the host and for WebAssembly. */
export async function ensureRust() {
  if (!(await probe("cargo", ["--version"]))) {
    throw new Error("cargo was not found: install Rust with rustup (https://rustup.rs)");
  }
  if (!which("cc")) {
    await installPackages(["gcc", "libc6-dev"], "a C linker, which Rust needs (cc)");
  }
  const libraries = await capture("rustc", ["--print", "target-libdir", "--target", WASM_TARGET]);
  if (!existsSync(libraries.trim())) {
    await timed(`installing the Rust target ${WASM_TARGET}`, () =>
      run("rustup", ["target", "add", WASM_TARGET]),
    );
  }
  const sysroot = (await capture("rustc", ["--print", "sysroot"])).trim();
  if (!existsSync(join(sysroot, "lib", "rustlib", "src", "rust", "library", "Cargo.lock"))) {
    await timed("installing the source of Rust's standard library", () =>
      run("rustup", ["component", "add", "rust-src"]),
    );
  }
}

/** Makes sure that `cargo fmt` and `cargo clippy` are there. */
export async function ensureRustLinters() {
  /** @type {string[]} */
  const missing = [];
  if (!(await probe("cargo", ["fmt", "--version"]))) missing.push("rustfmt");
  if (!(await probe("cargo", ["clippy", "--version"]))) missing.push("clippy");
  if (missing.length > 0) {
    await timed(`installing ${missing.join(" and ")}`, () =>
      run("rustup", ["component", "add", ...missing]),
    );
  }
}

/**
 * Finds the wasm-bindgen tools of exactly the version that Cargo.toml asks for,
 * and compiles them into a cache outside the checkout when they are missing.
 *
 * @returns {Promise<{ bindgen: string, testRunner: string }>} Paths of the two programs.
 */
export async function ensureBindgen() {
  const { bindgenVersion } = await readCrate();
  const home = cached(`wasm-bindgen-cli-${bindgenVersion}`);
  const tools = {
    bindgen: join(home, "bin", "wasm-bindgen"),
    testRunner: join(home, "bin", "wasm-bindgen-test-runner"),
  };
  const isInstalled = async () => {
    const versions = await Promise.all(
      Object.values(tools).map((tool) => probe(tool, ["--version"])),
    );
    return versions.every((text) => text?.trim().split(" ").at(-1) === bindgenVersion);
  };
  if (await isInstalled()) return tools;

  const title = `compiling wasm-bindgen-cli ${bindgenVersion} (3 to 6 minutes on two cores, once)`;
  await timed(title, () =>
    installWhole(home, (folder) =>
      // Without --locked: the lockfile that the tool ships names a withdrawn crate.
      run("cargo", [
        ...["install", "wasm-bindgen-cli", "--version", bindgenVersion],
        ...["--root", folder, "--no-track"],
      ]),
    ),
  );
  if (!(await isInstalled())) throw new Error(`${home} holds no working wasm-bindgen`);
  return tools;
}

/**
 * The full path of something in the cache outside the checkout.
 *
 * @param {string} name
 */
export function cached(name) {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(caches, "interakt-wasm", name);
}

/**
 * Installs into a folder beside its final place and then renames it: a folder of
 * the final name is always a whole install.
 *
 * @param {string} home The final place.
 * @param {(folder: string) => Promise<void>} install
 */
export async function installWhole(home, install) {
  const partial = `${home}.partial-${process.pid}`;
  await mkdir(dirname(home), { recursive: true });
  try {
    await install(partial);
    await rm(home, { recursive: true, force: true });
    await rename(partial, home);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/**
 * A Python with the packages of a list, in an environment outside the checkout: another
 * list gets another one.
 *
 * @param {string} requirements Path of the list, each package with its version.
 * @returns {Promise<string>} The program's path.
 */
export async function ensurePython(requirements) {
  const digest = createHash("sha256")
    .update(await readFile(requirements))
    .digest("hex");
  const home = cached(`python-${digest.slice(0, 16)}`);
  const python = join(home, "bin", "python3");
  // Without pip it is the environment of a Python that is there no more.
  const isInstalled = async () => (await probe(python, ["-m", "pip", "--version"])) !== undefined;
  if (await isInstalled()) return python;

  const hasVenv = async () =>
    (await probe("python3", ["-c", "import ensurepip, venv"])) !== undefined;
  if (!(await hasVenv())) {
    await installPackages(["python3", "python3-venv"], "Python 3 with venv");
  }
  if (!(await hasVenv())) {
    throw new Error("python3 has no venv: install it (python3-venv) and run this again");
  }
  await timed("installing the Python packages (under a minute)", () =>
    installWhole(home, async (folder) => {
      await run("python3", ["-m", "venv", folder]);
      const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
      await run(join(folder, "bin", "python3"), [...pip, "-r", requirements]);
    }),
  );
  if (!(await isInstalled())) throw new Error(`${home} holds no working Python`);
  return python;
}

/** Finds Deno. @returns {Promise<string>} The program's path. */
export const ensureDeno = () => findRuntime("deno", "deno");

/** Finds Bun. @returns {Promise<string>} The program's path. */
export const ensureBun = () => findRuntime("bun", join("bin", "bun"));

/**
 * A runtime that npm has installed: a package for each platform holds the
 * program. The install script that would put it into place is not run here.
 *
 * @param {string} name Of the package that names those of the platforms.
 * @param {string} program Where it is in each of them.
 */
async function findRuntime(name, program) {
  const modules = join(ROOT, "node_modules");
  const manifest = JSON.parse(await readFile(join(modules, name, "package.json"), "utf8"));
  const suffix = process.platform === "win32" ? ".exe" : "";
  for (const platform of Object.keys(manifest.optionalDependencies)) {
    const path = join(modules, platform, program + suffix);
    if (existsSync(path) && (await probe(path, ["--version"]))) return path;
  }
  throw new Unavailable(`npm has installed no ${name} for ${process.platform} on ${process.arch}`);
}

/** apt runs once at a time: several tests may find at once that something is missing. */
let installing = Promise.resolve();

/**
 * @param {string[]} packages Names of Debian packages.
 * @param {string} purpose What they are, for the reader.
 * @returns {Promise<void>}
 */
export function installPackages(packages, purpose) {
  const installed = installing.then(() => install(packages, purpose));
  installing = installed.catch(() => {});
  return installed;
}

/**
 * @param {string[]} packages
 * @param {string} purpose
 */
async function install(packages, purpose) {
  const apt = which("apt-get");
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? undefined : which("sudo");
  if (!apt || !(isRoot || sudo)) {
    const why = apt ? "neither root nor sudo is available" : "this system has no apt-get";
    throw new Unavailable(
      `${purpose} cannot be installed here (${why}): install it and run this again`,
    );
  }
  const command = sudo ? [sudo, "env"] : ["/usr/bin/env"];
  const [first = "", ...rest] = [...command, "DEBIAN_FRONTEND=noninteractive", apt];
  try {
    await timed(`installing ${purpose} by apt (about a minute)`, async () => {
      await run(first, [...rest, "update", "-q"]);
      await run(first, [...rest, "install", "-q", "-y", "--no-install-recommends", ...packages]);
    });
  } catch (cause) {
    throw new Unavailable(`${purpose} could not be installed by apt`, { cause });
  }
}

/** Everything that building the package needs. */
export async function ensureBuildTools() {
  await ensureNodePackages();
  await ensureRust();
  const tools = await ensureBindgen();
  say(`using wasm-bindgen from ${tools.bindgen}`);
  return tools;
}
