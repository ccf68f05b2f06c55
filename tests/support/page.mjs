/** Pages that use the package as people's bundlers take it. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { serveFiles } from "./files.mjs";

/**
 * Serves a page at `/`, its bundled script at `/page.js` and the wasm beside it.
 * @param {string} html
 * @param {string} entry Path of the script's source.
 */
export async function servePage(html, entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const wasm = await readFile(fileURLToPath(import.meta.resolve("interakt-wasm/core.wasm")));
  return serveFiles({
    "/": ["text/html", html],
    "/page.js": ["text/javascript", outputFiles.map(({ text }) => text).join("")],
    "/core_bg.wasm": ["application/wasm", wasm],
    "/favicon.ico": ["image/x-icon", ""],
  });
}
