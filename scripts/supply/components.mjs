/**
 * What the package is made of besides its own source: the crates that are compiled into its modules,
 * Rust's standard library with what that is made of, Google's metadata, and what esbuild adds to the
 * files of CommonJS. Cargo is asked what it would compile, and compiles nothing.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CUTS } from "../cuts.mjs";
import { buildCommand, PURPOSES } from "../module.mjs";
import { capture, ROOT } from "../project.mjs";

/**
 * @typedef {object} Component
 * @property {string} name
 * @property {string} version
 * @property {string} license As its makers write it, as an SPDX expression.
 * @property {"crate" | "rust" | "npm" | "data"} kind
 * @property {string} use What of it is in the package.
 * @property {string} [holder] Who has the copyright, where no text of its own says it.
 * @property {string[]} folders Where the texts of its licences are, if it has any.
 * @property {string} [sha256] Of the archive that it came in.
 * @property {string[]} needs Names, with versions, of the components that it uses.
 */

/** @param {{ name: string, version: string }} component */
export const fullName = ({ name, version }) => `${name} ${version}`;

/** @returns {Promise<Component[]>} Each once, in order of their names. */
export async function readComponents() {
  const found = [...(await readCrates()), await readEsbuild(), await readMetadata()];
  return found.sort((a, b) => (fullName(a) < fullName(b) ? -1 : 1));
}

/**
 * @typedef {object} Unit Something that cargo compiles.
 * @property {string} pkg_id
 * @property {{ src_path: string }} target
 * @property {string | null} platform Null for what runs while it is built, and is not shipped.
 * @property {string} mode
 * @property {{ index: number }[]} dependencies
 */

/** @param {Unit} unit */
const isShipped = ({ platform, mode }) => platform !== null && mode === "build";

/** @returns {Promise<Component[]>} All that is compiled into a module of the package. */
async function readCrates() {
  const library = join(await sysroot(), "lib", "rustlib", "src", "rust", "library");
  const checksums = new Map([
    ...(await readChecksums(join(ROOT, "Cargo.lock"))),
    ...(await readChecksums(join(library, "Cargo.lock"))),
  ]);
  const standard = await standardLibrary();
  /** @type {Map<string, Component>} */
  const components = new Map();
  /** @param {Unit} unit */
  const componentOf = async (unit) => {
    const { name, version } = await identify(unit, library);
    if (name === OURS) return undefined;
    if (name === standard.name) return standard;
    const folder = folderOf(unit);
    const manifest = await readFile(join(folder, "Cargo.toml"), "utf8");
    const sha256 = checksums.get(`${name} ${version}`);
    /** @type {Component} */
    const component = {
      ...{ name, version, license: licenseOf(manifest, folder), kind: "crate" },
      ...{ use: "compiled into the modules", folders: [folder], needs: [] },
      ...(sha256 === undefined ? {} : { sha256 }),
    };
    if (name === "wasm-bindgen") component.use += "; its program writes the code that calls them";
    // Its source has the texts at the top, and those of what was taken over in the folder beside it.
    if (name === BUILTINS) {
      const top = join(library, "compiler-builtins");
      component.folders = [top, join(top, "libm")];
    }
    return component;
  };
  for (const { features, purpose = "small" } of CUTS) {
    const units = await unitsOf(features, purpose);
    for (const unit of units.filter(isShipped)) {
      const read = await componentOf(unit);
      if (!read) continue;
      const component = components.get(fullName(read)) ?? read;
      components.set(fullName(read), component);
      for (const { index } of unit.dependencies) {
        const used = units[index];
        if (!used || !isShipped(used)) continue;
        const needed = await identify(used, library);
        if (needed.name === OURS || fullName(needed) === fullName(component)) continue;
        if (!component.needs.includes(fullName(needed))) component.needs.push(fullName(needed));
      }
    }
  }
  for (const component of components.values()) component.needs.sort();
  return [...components.values()];
}

const OURS = "interakt-wasm";

const STANDARD = "Rust standard library";

/** A part of the standard library with licences of its own. */
const BUILTINS = "compiler_builtins";

/**
 * What cargo would compile for a module.
 *
 * @param {string[]} features
 * @param {keyof typeof PURPOSES} purpose
 * @returns {Promise<Unit[]>}
 */
async function unitsOf(features, purpose) {
  const command = buildCommand(features, PURPOSES[purpose]);
  const text = await capture("cargo", [...command, "--unit-graph", "-Zunstable-options"], {
    env: { RUSTC_BOOTSTRAP: "1" },
  });
  return JSON.parse(text).units;
}

/**
 * @param {Unit} unit
 * @param {string} library Folder of the standard library's source.
 */
async function identify({ pkg_id: id, target }, library) {
  const [name, version] = id.slice(id.indexOf("#") + 1).split("@");
  // A folder of the same name as its crate is not named again: `…/checkout#interakt-wasm@1.0.0`.
  if (!name) throw new Error(`cargo names a crate in a way that is not known: ${id}`);
  const isStandard = target.src_path.startsWith(join(library, "/")) && name !== BUILTINS;
  if (isStandard) return { name: STANDARD, version: await rustVersion() };
  if (target.src_path.startsWith(join(ROOT, "/"))) return { name: OURS, version: "" };
  if (!version) throw new Error(`cargo names a crate without its version: ${id}`);
  return { name, version };
}

/** @param {Unit} unit */
function folderOf({ target }) {
  let folder = dirname(target.src_path);
  while (!existsSync(join(folder, "Cargo.toml"))) folder = dirname(folder);
  return folder;
}

/**
 * @param {string} manifest Cargo.toml as it is in the registry: cargo has written it anew.
 * @param {string} folder
 */
function licenseOf(manifest, folder) {
  const license = /^license = "([^"]+)"$/m.exec(manifest)?.[1];
  if (!license) throw new Error(`${join(folder, "Cargo.toml")} names no licence`);
  // What `OR` was before there were expressions.
  return license.replaceAll("/", " OR ");
}

/** @returns {Promise<Component>} */
async function standardLibrary() {
  return {
    ...{ name: STANDARD, version: await rustVersion(), kind: "rust" },
    // The tables of Unicode in `core` have a licence of their own.
    license: "(MIT OR Apache-2.0) AND Unicode-3.0",
    use: "compiled into the modules",
    holder: "The Rust Project Developers (tables of Unicode: 1991-2024 Unicode, Inc.)",
    ...{ folders: [], needs: [] },
  };
}

/** @type {Promise<string> | undefined} */
let version;

function rustVersion() {
  version ??= capture("rustc", ["--version"]).then((text) => text.split(" ")[1] ?? "");
  return version;
}

const sysroot = async () => (await capture("rustc", ["--print", "sysroot"])).trim();

/**
 * @param {string} path Of a lockfile of cargo.
 * @returns {Promise<Map<string, string>>} SHA-256 of each crate's archive, by name and version.
 */
async function readChecksums(path) {
  const entry = /^name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "([0-9a-f]{64})"$/gm;
  const text = await readFile(path, "utf8");
  return new Map(
    [...text.matchAll(entry)].map(([, name, version, sum]) => [`${name} ${version}`, sum ?? ""]),
  );
}

/** @returns {Promise<Component>} */
async function readEsbuild() {
  const folder = join(ROOT, "node_modules", "esbuild");
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const use = "helper functions in the files of CommonJS";
  return {
    ...{ name: "esbuild", version, license, kind: "npm", use },
    ...{ folders: [folder], needs: [] },
  };
}

/** @returns {Promise<Component>} */
async function readMetadata() {
  const notice = await readFile(join(ROOT, "NOTICE"), "utf8");
  const version = /libphonenumber (\d+(?:\.\d+)+)/.exec(notice)?.[1];
  if (!version) throw new Error("NOTICE names no version of libphonenumber's metadata");
  return {
    ...{ name: "libphonenumber metadata", version, license: "Apache-2.0", kind: "data" },
    use: "changed, as tables in the modules: see NOTICE",
    holder: "The Libphonenumber Authors",
    ...{ folders: [], needs: [] },
  };
}
