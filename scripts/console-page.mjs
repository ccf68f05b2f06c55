/**
 * The console's page, bundled so that a first visit asks for little and for few files: what is seen at
 * once, what works behind it, and then each part that comes later.
 */
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { ROOT } from "./project.mjs";

const SOURCE = join(ROOT, "www", "page");

/** The first script, and the one that it loads when the page can be seen. */
const [FIRST, SECOND] = [join(SOURCE, "main.js"), join(SOURCE, "workbench.js")];

/** Of the page as it opens, and of what it loads later. */
const STYLES = [
  ...[
    "style",
    "answer",
    "editor",
    "preview",
    "form",
    "inspector",
    "files",
    "campaigns",
    "history",
    "docs",
  ],
].map((name) => join(SOURCE, `${name}.css`));

/**
 * Writes the facts about the package's operations in place of the file that reads them there.
 *
 * @type {esbuild.Plugin}
 */
const FIXED_FACTS = {
  name: "fixed facts",
  setup(build) {
    build.onLoad({ filter: /\/page\/facts\.js$/ }, async ({ path }) => {
      const { FACTS } = await import(pathToFileURL(path).href);
      return { contents: `export const FACTS = ${JSON.stringify(FACTS)};` };
    });
  },
};

/**
 * Has scripts that come later import those that are there by then. esbuild makes a file of what one
 * set of scripts shares: without this the first script would be a dozen.
 *
 * @param {ReadonlySet<string>} late Full paths.
 * @returns {esbuild.Plugin}
 */
function inStages(late) {
  return {
    name: "in stages",
    setup(build) {
      build.onLoad({ filter: /\/page\/.*\.js$/ }, async ({ path }) => {
        if (!late.has(path)) return undefined;
        const before = relative(dirname(path), path === SECOND ? FIRST : SECOND);
        const text = await readFile(path, "utf8");
        return { contents: `${text}\nimport ${JSON.stringify(`./${before}`)};` };
      });
    },
  };
}

/**
 * @param {string} folder Where the page goes.
 */
export async function bundlePage(folder) {
  /** @type {esbuild.BuildOptions & { metafile: true }} */
  const options = {
    entryPoints: [FIRST, ...STYLES],
    absWorkingDir: ROOT,
    outdir: folder,
    bundle: true,
    format: "esm",
    // What the page loads later is a file of its own.
    splitting: true,
    target: "es2022",
    minify: true,
    sourcemap: true,
    metafile: true,
    logLevel: "warning",
  };
  const { metafile } = await esbuild.build({ ...options, write: false, plugins: [FIXED_FACTS] });
  const entries = Object.values(metafile.outputs).flatMap(({ entryPoint = "" }) =>
    entryPoint.endsWith(".js") ? [join(ROOT, entryPoint)] : [],
  );
  const late = new Set(entries.filter((path) => path !== FIRST));
  const { metafile: made } = await esbuild.build({
    ...options,
    plugins: [FIXED_FACTS, inStages(late)],
  });
  const html = await readFile(join(SOURCE, "index.html"), "utf8");
  const links = linksOf(made.outputs);
  await writeFile(join(folder, "index.html"), html.replace("<!-- links -->", links));
}

/**
 * Links to the scripts that index.html does not name, so that none waits until another has told of it:
 * at once to those of the first moment, and for the page to follow later, to those that come then.
 *
 * @param {esbuild.Metafile["outputs"]} outputs
 * @returns {string} HTML.
 */
function linksOf(outputs) {
  const nameOf = (/** @type {string} */ path) => path.slice(path.lastIndexOf("/") + 1);
  /** @param {string} path @param {Set<string>} seen @returns {Set<string>} With all that it imports. */
  const withImports = (path, seen = new Set()) => {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? []) {
      if (kind === "import-statement") withImports(next, seen);
    }
    return seen;
  };
  /** @type {Set<string>} */
  const linked = new Set(["main.js"]);
  return ["main.js", "workbench.js", "editor.js"]
    .flatMap((script) => {
      const [path = ""] =
        Object.entries(outputs).find(([, { entryPoint }]) =>
          entryPoint?.endsWith(`page/${script}`),
        ) ?? [];
      const names = [...withImports(path)].map(nameOf).filter((name) => !linked.has(name));
      for (const name of names) linked.add(name);
      return names.map((name) =>
        script === "main.js"
          ? `<link rel="modulepreload" href="${name}">`
          : `<link data-for="${script.replace(".js", "")}" href="${name}">`,
      );
    })
    .join("\n    ");
}
