/** Bundlers for pages, each with its defaults, and a page that does without. */
import { cp } from "node:fs/promises";
import { CUTS } from "../../../scripts/cuts.mjs";
import { consumer } from "./consumer.mjs";
import { checkFolder, checkPage, checkProgram } from "./verdict.mjs";

/** @typedef {import("./rows.mjs").Row} Row */

/**
 * @typedef {object} Way From a project to a verdict.
 * @property {string} how
 * @property {string[]} [build] A command that ends when everything is written.
 * @property {string} [copyTo] Where somebody who uses this bundler has to put the modules.
 * @property {string} [folder] With the page, to be served as it is; the project by default.
 * @property {string} [page] The path of the page, where that is not the folder's index.html.
 * @property {(port: string) => string[]} [serve] A command that serves the page itself.
 * @property {string} [program] Takes the place of a page: Node runs it.
 */

const WITH_INIT = "`./web` with `init()`";
const WITH_URL = "`./web` with `init(url)`";
const WITH_COPY = "`./web` with `init()` and `core_bg.wasm` copied";

/** @type {Row[][]} */
export const BUNDLERS = [
  rowsOf("vite", { where: "Vite", tool: "vite" }, viteWays(WITH_INIT)),
  rowsOf("vite-7", { where: "Vite before 8", tool: "vite" }, olderViteWays()),
  rowsOf("vite-2", { where: "Vite before 8", tool: "vite" }, olderViteWays()),
  rowsOf("webpack", { where: "webpack", tool: "webpack" }, [
    { how: "built", build: ["webpack", "--mode", "production"] },
    {
      how: WITH_INIT,
      build: ["webpack", "./web/src/index.js", "-o", "web/dist", "--mode", "production"],
      page: "/web/",
    },
  ]),
  rowsOf("rspack", { where: "Rspack", tool: "@rspack/core" }, [
    { how: "built", build: ["rspack", "build"] },
    {
      how: WITH_INIT,
      build: ["rspack", "build", "--entry", "./web/src/index.js", "-o", "web/dist"],
      page: "/web/",
    },
  ]),
  rowsOf("rollup", { where: "Rollup", tool: "rollup" }, [
    { how: "built", build: ["rollup", "main.js", "-d", "dist", "-p", "node-resolve"] },
    {
      how: WITH_COPY,
      build: ["rollup", "web/main.js", "-d", "web/dist", "-p", "node-resolve"],
      ...{ copyTo: "web/dist", page: "/web/" },
    },
  ]),
  rowsOf("rolldown", { where: "Rolldown", tool: "rolldown" }, [
    { how: "built", build: ["rolldown", "main.js", "-d", "dist"] },
    {
      how: WITH_COPY,
      build: ["rolldown", "web/main.js", "-d", "web/dist"],
      ...{ copyTo: "web/dist", page: "/web/" },
    },
  ]),
  rowsOf("esbuild", { where: "esbuild", tool: "esbuild" }, [
    {
      how: "esm",
      build: ["esbuild", "main.js", "--bundle", "--format=esm", "--outdir=dist/esm"],
    },
    {
      how: "iife",
      build: ["esbuild", "main.js", "--bundle", "--outdir=dist/iife"],
      page: "/iife.html",
    },
    {
      how: "cjs for Node",
      build: ["esbuild", "node.js", "--bundle", "--platform=node", "--outfile=dist/node.cjs"],
      program: "dist/node.cjs",
    },
    {
      how: "`./web` with `init()`, for Node",
      build: ["esbuild", "web/node.js", "--bundle", "--platform=node", "--outfile=dist/web.cjs"],
      program: "dist/web.cjs",
    },
    {
      how: WITH_COPY,
      build: ["esbuild", "web/main.js", "--bundle", "--format=esm", "--outdir=web/dist"],
      ...{ copyTo: "web/dist", page: "/web/" },
    },
  ]),
  rowsOf("parcel", { where: "Parcel", tool: "parcel" }, [
    { how: "built", build: ["parcel", "build", "index.html"], folder: "dist" },
    {
      how: "development server",
      serve: (port) => ["parcel", "serve", "index.html", "--port", port],
    },
    {
      how: WITH_INIT,
      build: ["parcel", "build", "web/index.html", "--dist-dir", "web/dist"],
      folder: "web/dist",
    },
  ]),
  rowsOf("import-map", { where: "Import map, no bundler" }, [
    { how: "page" },
    { how: WITH_INIT, page: "/web/" },
  ]),
];

/** @param {string} port */
const address = (port) => ["--host", "127.0.0.1", "--port", port, "--strictPort"];

/** Either way to find the file, as docs/runtimes.md has them. @returns {Way[]} */
function olderViteWays() {
  const how = `${WITH_INIT} and \`optimizeDeps.exclude\``;
  return [
    ...viteWays(WITH_URL),
    { how, build: ["vite", "build", "excluded"], folder: "excluded/dist" },
    { how: `${how} in development`, serve: (port) => ["vite", "excluded", ...address(port)] },
  ];
}

/**
 * @param {string} web How its page with `./web` starts.
 * @returns {Way[]}
 */
function viteWays(web) {
  return [
    { how: "built", build: ["vite", "build"], folder: "dist" },
    { how: "development server", serve: (port) => ["vite", ...address(port)] },
    { how: web, build: ["vite", "build", "web"], folder: "web/dist" },
    { how: `${web} in development`, serve: (port) => ["vite", "web", ...address(port)] },
  ];
}

/**
 * @param {string} name Of the project.
 * @param {{ where: string, tool?: string }} what With the package whose version counts.
 * @param {Way[]} ways
 * @returns {Row[]}
 */
export function rowsOf(name, { where, tool }, ways) {
  const project = consumer(name);
  return ways.map((way) => ({
    ...{ where, how: way.how },
    version: async () => (tool ? project.version(tool) : ""),
    run: () => take(way, project),
  }));
}

/**
 * @param {Way} way
 * @param {import("./consumer.mjs").Consumer} project
 */
async function take({ build, copyTo, folder, page = "/", serve, program }, project) {
  if (build) await project.run(build);
  if (copyTo) {
    for (const { name } of CUTS) {
      const file = await project.path(`node_modules/interakt-wasm/dist/${name}_bg.wasm`);
      await cp(file, await project.path(`${copyTo}/${name}_bg.wasm`));
    }
  }
  if (program) return checkProgram(project, [program]);
  if (!serve) return checkFolder(await project.path(folder), page);
  await project.serve({ command: serve }, (url) => checkPage(`${url}${page}`));
}
