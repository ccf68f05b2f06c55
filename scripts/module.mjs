/**
 * From the crate to build/bindgen/: the optimised WebAssembly module, its
 * JavaScript glue, and the module once more as text.
 */
import { createHash } from "node:crypto";
import { appendFile, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { lazyGlue, numberImports } from "./glue.mjs";
import {
  BINDGEN,
  BUILD,
  npmProgram,
  ROOT,
  readCrate,
  run,
  say,
  timed,
  WASM_TARGET,
} from "./project.mjs";

/**
 * The WebAssembly features that the module may use. All browsers have them since
 * Safari 16.4, and Node 20 refuses more.
 */
const WASM_FEATURES = [
  "bulk-memory",
  "nontrapping-float-to-int",
  "sign-ext",
  "mutable-globals",
  "reference-types",
  "multivalue",
];

/**
 * Compiles, binds and optimises. Cargo knows what it has to do again; binding and
 * optimising are done again when what they read has changed.
 *
 * @param {string} bindgen Path of the wasm-bindgen program.
 */
export async function buildModule(bindgen) {
  const { targetDirectory } = await readCrate();
  await timed("compiling the crate to WebAssembly", () => compile([]));
  await finishModule(bindgen, compiledIn(targetDirectory), BINDGEN);
}

/**
 * The same with other features of the crate than the package has, in a folder of its own.
 *
 * @param {string} bindgen Path of the wasm-bindgen program.
 * @param {string[]} features
 * @param {string} folder Below build/, where core_bg.js and core_bg.wasm are left.
 */
export async function buildVariant(bindgen, features, folder) {
  const target = join(BUILD, "variants");
  const compiled = compiledIn(target);
  // All variants have one name there, and cargo takes whichever is there for the one it made.
  await rm(join(dirname(compiled), "deps", basename(compiled)), { force: true });
  const options = ["--no-default-features", "--features", features.join(",")];
  await timed(`compiling the crate with ${features.join(", ") || "no features"}`, () =>
    compile(["--target-dir", target, ...options]),
  );
  await finishModule(bindgen, compiled, folder);
}

/** @param {string} targetDirectory */
const compiledIn = (targetDirectory) =>
  join(targetDirectory, WASM_TARGET, "release", "interakt_wasm.wasm");

/**
 * @param {string} bindgen
 * @param {string} compiled Path of the module that cargo left.
 * @param {string} folder
 */
async function finishModule(bindgen, compiled, folder) {
  // Written last: a digest of all that the files of the folder were made from.
  const stamp = join(folder, ".made-from");
  const digest = await digestOf([
    compiled,
    bindgen,
    join(ROOT, "package-lock.json"),
    ...["module.mjs", "glue.mjs"].map((name) => join(ROOT, "scripts", name)),
  ]);
  if ((await readFile(stamp, "utf8").catch(() => undefined)) === digest) {
    say("the module has not changed");
    return;
  }
  await rm(folder, { recursive: true, force: true });
  await timed("writing the JavaScript glue", () => bind(bindgen, compiled, folder));
  await timed("optimising the module (under half a minute)", () => optimise(folder));
  await writeFile(stamp, digest);
}

/** @param {string[]} files */
async function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(await readFile(file));
  return hash.digest("hex");
}

/**
 * The standard library is compiled along, without the code that words and prints
 * panics: a panic is a trap in WebAssembly, whatever it says. That takes a tenth
 * off the module. Cargo and rustc call it unstable; rust-toolchain.toml pins the
 * version that it is known to work with.
 */
const STANDARD_LIBRARY = ["-Zbuild-std=std", "-Zbuild-std-features=optimize_for_size"];
const PANICS = [
  "-Zunstable-options",
  "-Cpanic=immediate-abort",
  "-Zlocation-detail=none",
  "-Zfmt-debug=none",
];

/** @param {string[]} options For cargo. */
async function compile(options) {
  await run("cargo", ["fetch", "--quiet"]);
  // What names source files must not name the folders of the machine that builds,
  // which tell of its user and of its registry.
  const sources = join(process.env.CARGO_HOME || join(homedir(), ".cargo"), "registry", "src");
  const registries = await readdir(sources);
  const flags = [
    ...PANICS,
    `--remap-path-prefix=${ROOT}=.`,
    ...registries.map((name) => `--remap-path-prefix=${join(sources, name)}=crates`),
  ];
  const target = ["--release", "--lib", "--target", WASM_TARGET];
  await run("cargo", ["build", ...target, ...STANDARD_LIBRARY, ...options], {
    env: { CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f"), RUSTC_BOOTSTRAP: "1" },
  });
}

/**
 * @param {string} bindgen Path of the wasm-bindgen program.
 * @param {string} compiled Path of the module that cargo left.
 * @param {string} folder
 */
async function bind(bindgen, compiled, folder) {
  const options = ["--target", "bundler", "--out-name", "core", "--out-dir", folder];
  await run(bindgen, [...options, compiled]);
  // The package brings its own loader in place of core.js.
  await rm(join(folder, "core.js"));
  await rm(join(folder, "core_bg.wasm.d.ts"));
  const [glue, module] = [join(folder, "core_bg.js"), join(folder, "core_bg.wasm")];
  const numbered = numberImports(await readFile(glue, "utf8"), await readFile(module));
  await writeFile(glue, lazyGlue(numbered.glue));
  await writeFile(module, numbered.module);
  // What the type checker of the hand-written modules reads in place of the glue.
  await rename(join(folder, "core.d.ts"), join(folder, "core_bg.d.ts"));
  await appendFile(
    join(folder, "core_bg.d.ts"),
    "export function __wbg_set_wasm(exports: WebAssembly.Exports): void;\n",
  );
}

/**
 * Makes the module small, and writes it once more as text for the entry that carries it.
 *
 * @param {string} folder
 */
async function optimise(folder) {
  const module = join(folder, "core_bg.wasm");
  await run(npmProgram("wasm-opt"), [
    ...WASM_FEATURES.map((feature) => `--enable-${feature}`),
    // Inlining saves instructions, but costs more after compression than it saves.
    ...["--one-caller-inline-max-function-size=10", "--always-inline-max-function-size=0"],
    ...["-Oz", "--converge", "--strip-debug", "--strip-producers", "--strip-target-features"],
    ...[module, "--output", module],
  ]);
  const text = (await readFile(module)).toString("base64");
  const inline = `// core_bg.wasm in base64.\nexport default "${text}";\n`;
  await writeFile(join(folder, "core_inline.js"), inline);
  const declaration = "declare const base64: string;\nexport default base64;\n";
  await writeFile(join(folder, "core_inline.d.ts"), declaration);
}
