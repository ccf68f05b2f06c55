/** Scripts for the sandbox of edge functions, bundled as platforms bundle them. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

/** The global variable that holds the compiled module. */
export const EDGE_MODULE = "compiledModule";

/** Platforms take `import module from "….wasm?module"` out and put the compiled module there. */
const moduleImports = {
  name: "module-imports",
  /** @param {esbuild.PluginBuild} build */
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.wasm\?module$/ }, ({ path }) => ({ path, namespace: "module" }));
    onLoad({ filter: /.*/, namespace: "module" }, () => ({
      contents: `export default globalThis.${EDGE_MODULE};`,
    }));
  },
};

/** @param {string} entry Path of the source. */
export async function edgeScript(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    conditions: ["edge-light"],
    plugins: [moduleImports],
  });
  const wasm = await readFile(fileURLToPath(import.meta.resolve("interakt-wasm/core.wasm")));
  return { script: outputFiles.map(({ text }) => text).join(""), wasm };
}
