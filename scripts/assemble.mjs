/**
 * Puts the package together: the hand-written modules as they are, the
 * generated ones beside them, the CommonJS bundles, the type declarations and
 * the manifest. Works in a folder of its own and renames it at the end, so that
 * pkg/ is always a whole package.
 */
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import {
  BINDGEN,
  BUILD,
  capture,
  GENERATED,
  INSTALLED,
  PKG,
  ROOT,
  readCrate,
  run,
  TARBALL,
  TEMPLATE,
} from "./project.mjs";

const STAGE = join(BUILD, "package");
const DIST = join(STAGE, "dist");

/** The name that the package is published and imported by. */
const NAME = "interakt-wasm";

/** What the package takes from the checkout as it is. */
const DOCUMENTS = ["LICENSE", "LICENSE-APACHE", "NOTICE", "README.md"];

/** Entries that also exist as CommonJS, and the module that each is bundled from. */
const COMMONJS = {
  index: join(DIST, "index.js"),
  web: join(DIST, "web.js"),
  simulator: join(DIST, "simulator", "index.js"),
};

/** Entries that export the operations, and the line in whose place the build does so. */
const ENTRIES = ["index.js", "web.js", "workerd.js", "edge-light.js"];
const APPENDIX = "// The build appends one such line for each operation.\n";

/** Writes the package to pkg/, packs it, and installs it where tests and tools look for it. */
export async function assemble() {
  await rm(STAGE, { recursive: true, force: true });
  await mkdir(DIST, { recursive: true });
  await copyModules();
  await writeDeclarations();
  await bundleCommonJs();
  await writeFolders(await writeManifest());
  for (const file of DOCUMENTS) await cp(join(ROOT, file), join(STAGE, file));
  await rm(PKG, { recursive: true, force: true });
  await rename(STAGE, PKG);
  await pack();
  await install();
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
  await cp(join(TEMPLATE, "simulator"), join(DIST, "simulator"), { recursive: true });
  for (const file of ["core_bg.js", "core_bg.wasm", "core_inline.js"]) {
    await cp(join(BINDGEN, file), join(DIST, file));
  }
  for (const file of ["operations.js", "openapi.json"]) {
    await cp(join(GENERATED, file), join(DIST, file));
  }
  await exportOperations();
}

/** An export of ECMAScript modules must be written out: here, one for each operation. */
async function exportOperations() {
  const { OPERATIONS } = await import(pathToFileURL(join(DIST, "operations.js")).href);
  const lines = OPERATIONS.map(
    (/** @type {{ name: string }} */ { name }) =>
      `export const ${name} = /*#__PURE__*/ take("${name}");\n`,
  );
  for (const entry of ENTRIES) {
    const path = join(DIST, entry);
    const source = await readFile(path, "utf8");
    if (!source.endsWith(APPENDIX)) throw new Error(`${entry} does not end in: ${APPENDIX}`);
    await writeFile(path, source.slice(0, -APPENDIX.length) + lines.join(""));
  }
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
  for (const [name, text] of sources) {
    const shared = text.replace(/(["'])(\.\.?\/[^"']+)\.js\1/g, "$1$2.cjs$1");
    await writeFile(join(DIST, `${name}.d.cts`), shared);
    if (name in COMMONJS) {
      const pointer = `// Both module systems read ${name}.d.cts.\nexport * from "./${name}.cjs";\n`;
      await writeFile(join(DIST, `${name}.d.ts`), pointer);
    }
  }
}

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
      define: { "import.meta.url": "undefined" },
      logLevel: "warning",
    });
  }
}

/**
 * The template's manifest, with the facts that Cargo.toml states put in.
 *
 * @returns {Promise<{ exports: Record<string, Export> }>}
 */
async function writeManifest() {
  const { version, description, license } = await readCrate();
  const { name, ...rest } = JSON.parse(await readFile(join(TEMPLATE, "package.json"), "utf8"));
  const manifest = { name, version, description, license, ...rest };
  await writeJson(join(STAGE, "package.json"), manifest);
  return manifest;
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
  for (const [path, value] of Object.entries(exports)) {
    if (path === "." || path === "./package.json") continue;
    await mkdir(join(STAGE, path));
    await writeJson(join(STAGE, path, "package.json"), pointersOf(value));
  }
}

/** @param {Export} value */
function pointersOf(value) {
  if (typeof value === "string") return { main: `.${value}` };
  const { import: modules, require: commonJs } = value;
  if (!modules) return { main: `.${value.default}`, types: `.${value.types}` };
  return {
    main: `.${commonJs.default}`,
    module: `.${modules.default}`,
    types: `.${modules.types}`,
  };
}

/** @param {string} path @param {object} value */
function writeJson(path, value) {
  return writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
