/**
 * From the crate to build/bindgen/: for each cut the optimised WebAssembly module,
 * its JavaScript glue, and the module once more as text.
 */
import { createHash } from "node:crypto";
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { CUTS, folderOf } from "./cuts.mjs";
import { completeGlue } from "./glue.mjs";
import { encode } from "./inline.mjs";
import { npmProgram, ROOT, readCrate, run, say, TEMPLATE, timed, WASM_TARGET } from "./project.mjs";

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
  "simd",
];

/**
 * What a module is made for.
 *
 * @typedef {object} Purpose
 * @property {Record<string, string>} profile What is not as Cargo.toml says.
 * @property {string[]} features Of the standard library.
 * @property {string[]} flags Of rustc.
 * @property {string[]} passes Of wasm-opt.
 */

/** @type {Purpose} What pages download. */
export const SMALL = {
  profile: {},
  features: ["-Zbuild-std-features=optimize_for_size"],
  flags: [],
  // Inlining saves instructions, but costs more after compression than it saves. Control flow that
  // is laid out anew and functions in the order of their names compress better. Nothing stands below
  // address 1,024 but the far end of the stack.
  passes: [
    "--one-caller-inline-max-function-size=40",
    "--always-inline-max-function-size=0",
    ...["--low-memory-unused", "--flatten", "--rereloop"],
    ...["-Oz", "-Oz", "--reorder-functions-by-name"],
  ],
};

/** @type {Purpose} What goes through many inputs. */
export const FAST = {
  profile: { CARGO_PROFILE_RELEASE_OPT_LEVEL: "3" },
  features: ["-Zbuild-std-features="],
  // All that run modules at all have it, but for Safari before 16.4, which cannot run ours either.
  flags: ["-Ctarget-feature=+simd128"],
  passes: ["-O3"],
};

export const PURPOSES = { small: SMALL, fast: FAST };

/**
 * Builds the modules of all cuts. Cargo knows what it has to do again; binding and optimising are
 * done again when what they read has changed, while the next one is compiled.
 *
 * @param {string} bindgen Path of the wasm-bindgen program.
 */
export async function buildModules(bindgen) {
  const finished = [];
  for (const { name, features, purpose = "small" } of CUTS) {
    const folder = folderOf(name);
    const made = PURPOSES[purpose];
    const compiled = await compile(features, `${folder}.wasm`, made);
    finished.push(finish(bindgen, compiled, name, folder, made));
  }
  await Promise.all(finished);
}

/**
 * Builds one module, with any features of the crate.
 *
 * @param {string} bindgen Path of the wasm-bindgen program.
 * @param {string[]} features
 * @param {string} folder Where core_bg.js and core_bg.wasm are left.
 * @param {Purpose} [purpose]
 */
export async function buildVariant(bindgen, features, folder, purpose = SMALL) {
  const compiled = await compile(features, `${folder}.wasm`, purpose);
  await finish(bindgen, compiled, "core", folder, purpose);
}

/**
 * @param {string} bindgen
 * @param {string} compiled Path of the module as it was compiled.
 * @param {string} name Of the files that are left: `core` for core_bg.js and core_bg.wasm.
 * @param {string} folder Where they are left.
 * @param {Purpose} purpose
 */
async function finish(bindgen, compiled, name, folder, purpose) {
  // Written last: a digest of all that the files of the folder were made from.
  const stamp = join(folder, ".made-from");
  const digest = await digestOf([
    compiled,
    bindgen,
    join(ROOT, "package-lock.json"),
    ...["module.mjs", "glue.mjs", "inline.mjs", "arrange.mjs"].map((script) =>
      join(ROOT, "scripts", script),
    ),
    join(TEMPLATE, "src", "inline.js"),
  ]);
  if ((await readFile(stamp, "utf8").catch(() => undefined)) === digest) {
    say(`${name}_bg.wasm has not changed`);
    return;
  }
  await rm(folder, { recursive: true, force: true });
  await bind(bindgen, compiled, name, folder);
  await timed(`optimising ${name}_bg.wasm (under half a minute)`, () =>
    optimise(name, folder, purpose),
  );
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
const STANDARD_LIBRARY = "-Zbuild-std=std";
const PANICS = [
  "-Zunstable-options",
  "-Cpanic=immediate-abort",
  "-Zlocation-detail=none",
  "-Zfmt-debug=none",
];

/**
 * All variants share a folder, and so the standard library. Their modules would have one name in
 * it, and cargo would take whichever is there for the one it made: this variable gives each a name
 * of its own, as the build of rustc asks for.
 */
const OWN_NAMES = { __CARGO_DEFAULT_LIB_METADATA: "cuts" };

/**
 * What cargo is asked for one module, in an environment where RUSTC_BOOTSTRAP is 1.
 *
 * @param {string[]} features
 * @param {Purpose} purpose
 */
export function buildCommand(features, purpose) {
  return [
    ...["build", "--release", "--lib", "--target", WASM_TARGET],
    ...[STANDARD_LIBRARY, ...purpose.features],
    ...["--no-default-features", "--features", features.join(",")],
  ];
}

/**
 * @param {string[]} features
 * @param {string} path Where the module is left: where cargo leaves it the next one will be.
 * @param {Purpose} purpose
 * @returns {Promise<string>} The path.
 */
async function compile(features, path, purpose) {
  await run("cargo", ["fetch", "--quiet"]);
  // What names source files must not name the folders of the machine that builds,
  // which tell of its user and of its registry.
  const sources = join(process.env.CARGO_HOME || join(homedir(), ".cargo"), "registry", "src");
  const registries = await readdir(sources);
  const flags = [
    ...PANICS,
    "-Zmir-opt-level=3", // inlines small functions before LLVM sees them: 3 % of the module
    // No value of JavaScript crosses: without these, wasm-bindgen adds no table for them.
    "-Ctarget-feature=-reference-types",
    ...purpose.flags,
    ...["--cfg", "speed"], // the attribute that marks functions which are worth more bytes is not stable either
    `--remap-path-prefix=${ROOT}=.`,
    ...registries.map((name) => `--remap-path-prefix=${join(sources, name)}=crates`),
  ];
  await timed(`compiling the crate with ${features.join(", ") || "no features"}`, () =>
    run("cargo", buildCommand(features, purpose), {
      env: {
        ...{ CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f"), RUSTC_BOOTSTRAP: "1", ...OWN_NAMES },
        ...purpose.profile,
      },
    }),
  );
  const { targetDirectory } = await readCrate();
  await mkdir(dirname(path), { recursive: true });
  await cp(join(targetDirectory, WASM_TARGET, "release", "interakt_wasm.wasm"), path);
  return path;
}

/**
 * @param {string} bindgen Path of the wasm-bindgen program.
 * @param {string} compiled Path of the module as it was compiled.
 * @param {string} name
 * @param {string} folder
 */
async function bind(bindgen, compiled, name, folder) {
  const options = ["--target", "bundler", "--out-name", name, "--out-dir", folder];
  await run(bindgen, [...options, compiled]);
  // The package brings its own loader in place of this one.
  await rm(join(folder, `${name}.js`));
  await rm(join(folder, `${name}_bg.wasm.d.ts`));
  const glue = join(folder, `${name}_bg.js`);
  await writeFile(glue, completeGlue(await readFile(glue, "utf8")));
  // What the type checker of the hand-written modules reads in place of the glue.
  const declaration = join(folder, `${name}_bg.d.ts`);
  await rename(join(folder, `${name}.d.ts`), declaration);
  await appendFile(declaration, LOADING);
}

/** What the loader calls of the glue besides. */
const LOADING = `\
export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
/** Whether the module runs. */
export function isStarted(): boolean;
export function memory(): WebAssembly.Memory;
export const shared: { bytes: Uint8Array | undefined; at: number; size: number; renew?: () => void };
`;

/**
 * Makes the module small or fast, and writes it once more as text for the entry that carries it.
 *
 * @param {string} name
 * @param {string} folder
 * @param {Purpose} purpose
 */
async function optimise(name, folder, { passes }) {
  const module = join(folder, `${name}_bg.wasm`);
  await run(npmProgram("wasm-opt"), [
    ...WASM_FEATURES.map((feature) => `--enable-${feature}`),
    ...[...passes, "--converge", "--strip-debug", "--strip-producers", "--strip-target-features"],
    ...[module, "--output", module],
  ]);
  const text = encode(await readFile(module));
  const inline = `// ${name}_bg.wasm as text, which inline.js reads.\nexport default "${text}";\n`;
  await writeFile(join(folder, `${name}_inline.js`), inline);
  const declaration = "declare const text: string;\nexport default text;\n";
  await writeFile(join(folder, `${name}_inline.d.ts`), declaration);
}
