/**
 * `npm run reference`: builds the reference of what the package exports, from its types, as pages in
 * build/reference/. With `--check` nothing is written. Fails on any warning: a link that leads
 * nowhere, a tag that means nothing, a type that is shown but has no page.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { BUILD, main } from "./project.mjs";

/** The entries, in the order of the pages, and what each is for. */
const ENTRIES = {
  "interakt-wasm": "Every operation, the client, webhooks, templates, phone numbers and errors.",
  "interakt-wasm/web":
    "The same for a page or a runtime that has to load the module: `init` first.",
  "interakt-wasm/forms": "Checks for forms, without the client.",
  "interakt-wasm/customer": "Checks for `trackUser` and `trackEvent` only.",
  "interakt-wasm/phone": "Phone numbers: reading, checking, formatting.",
  "interakt-wasm/phone-field": "The element `<interakt-phone>`.",
  "interakt-wasm/bulk": "Checks files of rows: CSV and NDJSON.",
  "interakt-wasm/messages/en": "What people are told at forms, in English.",
  "interakt-wasm/messages/hi": "What people are told at forms, in Hindi.",
  "interakt-wasm/edge": "For servers: a proxy for pages, and campaigns that survive a crash.",
  "interakt-wasm/simulator": "A simulated Interakt account, for tests.",
};

/** Modules for TypeDoc to start from: they name the package's entries as its users do. */
const STARTS = join(BUILD, "reference-entries");

const PAGES = join(BUILD, "reference");

/** @type {import("typescript").CompilerOptions} */
const COMPILER = {
  strict: true,
  module: /** @type {any} */ ("nodenext"),
  target: /** @type {any} */ ("es2022"),
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
};

/** @returns {Promise<string[]>} The files that TypeDoc starts from. */
async function writeStarts() {
  await rm(STARTS, { recursive: true, force: true });
  await mkdir(STARTS, { recursive: true });
  const files = [];
  for (const [specifier, text] of Object.entries(ENTRIES)) {
    const file = join(STARTS, `${specifier.replaceAll("/", "-")}.ts`);
    const comment = `/**\n * ${text}\n *\n * @module ${specifier}\n */\n`;
    await writeFile(file, `${comment}export * from "${specifier}";\n`);
    files.push(file);
  }
  await writeFile(join(STARTS, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER }));
  return files;
}

/** @param {{ check: boolean }} options Whether to only look for warnings. */
export async function buildReference({ check }) {
  const { Application } = await import("typedoc");
  const app = await Application.bootstrap({
    name: "interakt-wasm",
    entryPoints: await writeStarts(),
    tsconfig: join(STARTS, "tsconfig.json"),
    out: PAGES,
    readme: "none",
    sortEntryPoints: false,
    disableGit: true,
    disableSources: true,
    hideGenerator: true,
    // Of <interakt-phone>, what the package adds to the elements of the page.
    externalPattern: ["**/node_modules/typescript/**"],
    excludeExternals: true,
    validation: { notExported: true, invalidLink: true, rewrittenLink: true },
  });
  const project = await app.convert();
  if (!project) throw new Error("TypeDoc cannot read the types");
  app.validate(project);
  if (!check) await app.generateOutputs(project);
  if (app.logger.hasWarnings() || app.logger.hasErrors()) {
    throw new Error("the reference has warnings: see above");
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await build();
    await buildReference({ check: process.argv.includes("--check") });
  });
}
