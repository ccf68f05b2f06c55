/**
 * Puts the package together: the hand-written modules as they are, the
 * generated ones beside them, the CommonJS bundles, the type declarations and
 * the manifest. Works in a folder of its own and renames it at the end, so that
 * pkg/ is always a whole package.
 */
import { chmod, cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, parse, relative, sep } from "node:path";
import * as esbuild from "esbuild";
import { CUTS, folderOf } from "./cuts.mjs";
import { writeDocuments } from "./documents.mjs";
import { entryOf, exportsOf, writeEntries } from "./entries.mjs";
import {
  BUILD,
  capture,
  GENERATED,
  INSTALLED,
  PKG,
  readCrate,
  run,
  TARBALL,
  TEMPLATE,
} from "./project.mjs";
import { writeSbom } from "./supply/sbom.mjs";

const STAGE = join(BUILD, "package");
const DIST = join(STAGE, "dist");

/** Those that are made of the description: the phone field says what forms say. */
const CATALOGUES = [...CUTS.map(({ name }) => name), "book"]
  .filter((name) => name !== "phone-field")
  .map((name) => `${name}_catalogue.js`);

/** The name that the package is published and imported by. */
const NAME = "interakt-wasm";

/** Entries that also exist as CommonJS, and the module that each is bundled from. */
const COMMONJS = {
  ...Object.fromEntries(
    CUTS.flatMap(({ name: cut }) => ["index", "web"].map((way) => entryOf(cut, way))).map(
      (entry) => [entry, join(DIST, `${entry}.js`)],
    ),
  ),
  ...Object.fromEntries(
    ["en", "hi"].map((language) => [
      `messages-${language}`,
      join(DIST, "messages", `${language}.js`),
    ]),
  ),
  edge: join(DIST, "edge", "index.js"),
  simulator: join(DIST, "simulator", "index.js"),
};

/**
 * The declarations that lead from an entry to what it says of JSON Schemas. Those of `./web` are
 * others (web-schema.d.ts), and so each of these is there a second time.
 */
const BY_SCHEMA = [
  ...["schema", "validator", "validators", "kinds", "parts", "operation", "exports"],
  ...["api", "forms-api", "customer-api"],
];

/** Writes the package to pkg/, packs it, and installs it where tests and tools look for it. */
export async function assemble() {
  await rm(STAGE, { recursive: true, force: true });
  await mkdir(DIST, { recursive: true });
  await cp(join(TEMPLATE, "bin"), join(STAGE, "bin"), { recursive: true });
  await copyModules();
  await writeDeclarations();
  await bundleCommonJs();
  await bundleLoaded();
  await writeFolders(await writeManifest());
  await writeDocuments(STAGE);
  await writeFile(join(STAGE, "sbom.cdx.json"), await writeSbom());
  await setModes();
  await rm(PKG, { recursive: true, force: true });
  await rename(STAGE, PKG);
  await pack();
  await install();
}

/** What files may be done with is packed along: the same on every machine, whatever its mask of files. */
async function setModes() {
  const { bin } = JSON.parse(await readFile(join(STAGE, "package.json"), "utf8"));
  const programs = Object.values(bin).map((path) => join(STAGE, path));
  const entries = await readdir(STAGE, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    await chmod(path, programs.includes(path) ? 0o755 : 0o644);
  }
}

async function pack() {
  const text = await capture("npm", ["pack", "--json", "--pack-destination", BUILD], { cwd: PKG });
  const [packed] = Object.values(JSON.parse(text));
  await rename(join(BUILD, packed.filename), TARBALL);
}

/** What users get is what is tested: node_modules holds the tarball, and no link to pkg/. */
async function install() {
  const partial = join(BUILD, "installed");
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  await run("tar", ["-xzf", TARBALL, "-C", partial, "--strip-components=1"]);
  await rm(INSTALLED, { recursive: true, force: true });
  await rename(partial, INSTALLED);
}

async function copyModules() {
  await cp(join(TEMPLATE, "src"), DIST, { recursive: true });
  for (const folder of ["messages", "edge", "simulator"]) {
    await cp(join(TEMPLATE, folder), join(DIST, folder), { recursive: true });
  }
  for (const { name } of CUTS) {
    for (const file of [`${name}_bg.js`, `${name}_bg.wasm`, `${name}_inline.js`]) {
      await cp(join(folderOf(name), file), join(DIST, file));
    }
  }
  for (const file of ["operations.js", "error_classes.js", "limits_table.js", ...CATALOGUES]) {
    await cp(join(GENERATED, file), join(DIST, file));
  }
  // Tools read it, and half of it was white space.
  const openapi = JSON.parse(await readFile(join(GENERATED, "openapi.json"), "utf8"));
  await writeFile(join(DIST, "openapi.json"), `${JSON.stringify(openapi)}\n`);
  await writeSchemas();
  await writeEntries(DIST, JSON.parse(await readFile(join(GENERATED, "inputs.json"), "utf8")));
}

/** Each JSON Schema as the text that a module exports: only who reads it needs it as a value. */
async function writeSchemas() {
  const schemas = join(GENERATED, "schemas");
  await mkdir(join(DIST, "schemas"));
  const shared = [];
  for (const file of await readdir(schemas)) {
    if (!file.endsWith(".json")) continue;
    const schema = JSON.parse(await readFile(join(schemas, file), "utf8"));
    const text = JSON.stringify(schema, withoutDocumentation);
    const literal = `'${text.replace(/['\\]/g, "\\$&")}'`;
    shared.push(`exports.${parse(file).name} = ${literal};\n`);
    // Once more beside its source, for the type checker.
    for (const folder of [schemas, join(DIST, "schemas")])
      await writeFile(join(folder, `${parse(file).name}.js`), `export default ${literal};\n`);
  }
  await writeFile(join(DIST, "schemas.cjs"), shared.join(""));
}

/**
 * Leaves out what documents a schema: more than half of it, which the types say as well.
 *
 * @param {string} key Also of what a schema describes, and then its value is a schema.
 * @param {unknown} value
 */
function withoutDocumentation(key, value) {
  if (key === "description" && typeof value === "string") return undefined;
  return key === "examples" && Array.isArray(value) ? undefined : value;
}

/**
 * Each declaration stands in the package once, in a `.d.cts` file: TypeScript
 * lets both module systems import types from CommonJS, but CommonJS not from an
 * ECMAScript module. The `.d.ts` files of the entries point to them.
 */
async function writeDeclarations() {
  const sources = new Map();
  for (const folder of [join(TEMPLATE, "types"), GENERATED]) {
    for (const file of await readdir(folder)) {
      if (!file.endsWith(".d.ts")) continue;
      sources.set(file.slice(0, -".d.ts".length), await readFile(join(folder, file), "utf8"));
    }
  }
  // The declarations of the whole are the pattern of those of the other cuts.
  const [index, web] = ["index", "web"].map((way) => sources.get(way));
  for (const { name: cut } of CUTS) {
    for (const [way, whole] of Object.entries({ index, web })) {
      const ofCut = whole.replace("./api.js", `./${entryOf(cut, "api")}.js`);
      const text = ofCut.replaceAll(/\bcore(?=_bg\.wasm|\.wasm)/g, cut);
      sources.set(entryOf(cut, way), way === "web" ? forWeb(text) : text);
    }
  }
  for (const name of BY_SCHEMA) {
    const twin = `web-${name}`;
    if (!sources.has(twin)) sources.set(twin, forWeb(sources.get(name)));
  }
  for (const [name, text] of sources) {
    const shared = text.replace(/(["'])(\.\.?\/[^"']+)\.js\1/g, "$1$2.cjs$1");
    await writeFile(join(DIST, `${name}.d.cts`), shared);
    if (name in COMMONJS) {
      const pointer = `// Both module systems read ${name}.d.cts.\nexport * from "./${name}.cjs";\n`;
      await writeFile(join(DIST, `${name}.d.ts`), pointer);
    }
  }
}

/** @param {string} text A declaration, which it lets lead to those of `./web`. */
function forWeb(text) {
  return text.replace(/"\.\/([\w-]+)\.js"/g, (path, name) => {
    return BY_SCHEMA.includes(name) ? `"./web-${name}.js"` : path;
  });
}

/**
 * What is large and the same in several is a file of its own beside them: bundles cannot share
 * modules, and CommonJS cannot load those that there are.
 *
 * @type {import("esbuild").Plugin}
 */
const SHARED = {
  name: "shared",
  setup(build) {
    build.onResolve({ filter: /^\.\/schemas\.cjs$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /\/schemas\/\w+\.js$/ }, ({ path }) => {
      return { contents: `export { ${parse(path).name} as default } from "./schemas.cjs";` };
    });
  },
};

async function bundleCommonJs() {
  for (const [name, entry] of Object.entries(COMMONJS)) {
    await esbuild.build({
      entryPoints: [entry],
      outfile: join(DIST, `${name}.cjs`),
      bundle: true,
      format: "cjs",
      platform: "neutral",
      target: "es2022",
      external: [NAME],
      charset: "utf8",
      // A fifth of it was white space, and the modules beside it are there to be read.
      minifyWhitespace: true,
      lineLimit: 160,
      plugins: [SHARED],
      define: { "import.meta.url": "undefined" },
      logLevel: "warning",
    });
  }
}

/**
 * What a client loads when it is asked to: in one piece, with a copy of what it takes of the other
 * modules. esbuild would otherwise make a file of those that every page loads at once, and of the
 * whole book with them, as the entry exports that as well.
 */
async function bundleLoaded() {
  const file = join(DIST, "book-load.js");
  await esbuild.build({
    entryPoints: [file],
    outfile: file,
    allowOverwrite: true,
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    logLevel: "warning",
  });
}

/**
 * The template's manifest, with the facts that Cargo.toml states and the entries put in.
 *
 * @returns {Promise<{ exports: Record<string, Export> }>}
 */
async function writeManifest() {
  const { name, ...rest } = JSON.parse(await readFile(join(TEMPLATE, "package.json"), "utf8"));
  const manifest = { name, ...factsOf(await readCrate()), ...rest };
  manifest.exports = Object.assign({}, ...CUTS.map(({ name }) => exportsOf(name)), rest.exports);
  const folders = foldersOf(manifest.exports).map((path) => path.split("/")[1]);
  manifest.files = [...new Set([...rest.files, ...folders])];
  await writeJson(join(STAGE, "package.json"), manifest);
  return manifest;
}

/**
 * What Cargo.toml says of the package, as npm has it. What is not set there is left out.
 *
 * @param {import("./project.mjs").Crate} crate
 */
export function factsOf({ version, description, license, repository, homepage, bugs }) {
  const facts = { version, description, license };
  if (repository)
    Object.assign(facts, { repository: { type: "git", url: `git+${repository}.git` } });
  if (homepage) Object.assign(facts, { homepage });
  if (bugs) Object.assign(facts, { bugs: { url: bugs } });
  return facts;
}

/**
 * @typedef {Record<string, any>} Conditions
 * @typedef {string | Conditions} Export What the manifest says of one path.
 */

/**
 * A folder for each path that the package exports: webpack 4, Jest 27, Parcel and TypeScript's
 * node10 do not read `exports`, but the package.json of a folder.
 *
 * @param {{ exports: Record<string, Export> }} manifest
 */
async function writeFolders({ exports }) {
  for (const path of foldersOf(exports)) {
    await mkdir(join(STAGE, path), { recursive: true });
    const top = relative(path, ".").replaceAll(sep, "/");
    await writeJson(join(STAGE, path, "package.json"), pointersOf(exports[path] ?? "", top));
  }
}

/** @param {Record<string, Export>} exports */
const foldersOf = (exports) =>
  Object.keys(exports).filter((path) => path !== "." && path !== "./package.json");

/**
 * @param {Export} value
 * @param {string} top The way to the top of the package.
 */
function pointersOf(value, top) {
  const from = (/** @type {string} */ path) => path.replace(".", top);
  if (typeof value === "string") return { main: from(value) };
  const { import: modules, require: commonJs } = value;
  if (!modules) return { main: from(value.default), types: from(value.types) };
  return {
    main: from(commonJs.default),
    module: from(modules.default),
    types: from(modules.types),
  };
}

/** @param {string} path @param {object} value */
function writeJson(path, value) {
  return writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
