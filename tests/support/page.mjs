/** Pages that use the package as people's bundlers take it. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { CUTS } from "../../scripts/cuts.mjs";
import { serveFiles } from "./files.mjs";

/** What a page has to load first, for `Tab.call` to know of errors that nothing caught. */
export const UNCAUGHT = `window.uncaught = [];
addEventListener("error", (event) => uncaught.push(event.message || "an error"), true);
addEventListener("unhandledrejection", ({ reason }) => uncaught.push(String(reason)));
`;

/**
 * Serves a page at `/`, its bundled script at `/page.js` and the modules beside it.
 * @param {string} html
 * @param {string} entry Path of the script's source.
 * @param {string} [worker] Path of another's, which is served at `/worker.js`.
 */
export async function servePage(html, entry, worker) {
  const modules = CUTS.map(async ({ name }) => {
    const file = fileURLToPath(import.meta.resolve(`interakt-wasm/${name}.wasm`));
    return [`/${name}_bg.wasm`, ["application/wasm", await readFile(file)]];
  });
  return serveFiles({
    ...Object.fromEntries(await Promise.all(modules)),
    "/": ["text/html", html],
    "/uncaught.js": ["text/javascript", UNCAUGHT],
    "/page.js": ["text/javascript", await bundle(entry)],
    "/worker.js": ["text/javascript", worker === undefined ? "" : await bundle(worker)],
    "/favicon.ico": ["image/x-icon", ""],
  });
}

/**
 * @param {string} entry Path of the source.
 * @returns {Promise<string>} One module, as browsers take it.
 */
export async function bundle(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return outputFiles.map(({ text }) => text).join("");
}
