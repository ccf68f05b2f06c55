/** The sandbox of edge functions, with scripts that are bundled as platforms bundle them. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { EdgeRuntime } from "edge-runtime";
import * as esbuild from "esbuild";
import { CUTS } from "../../scripts/cuts.mjs";

/** The global variable that holds the compiled modules, by the names of their files. */
const EDGE_MODULES = "compiledModules";

/** Platforms take `import module from "….wasm?module"` out and put the compiled module there. */
const moduleImports = {
  name: "module-imports",
  /** @param {esbuild.PluginBuild} build */
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.wasm\?module$/ }, ({ path }) => ({ path, namespace: "module" }));
    onLoad({ filter: /.*/, namespace: "module" }, ({ path }) => {
      const file = JSON.stringify(basename(path, "?module"));
      return { contents: `export default globalThis.${EDGE_MODULES}[${file}];` };
    });
  },
};

/**
 * Makes WebAssembly of no bytes: the module comes in as the value of an import.
 *
 * @param {string} entry Path of the script's source.
 */
export async function edgeRuntime(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    conditions: ["edge-light"],
    plugins: [moduleImports],
  });
  const modules = CUTS.map(async ({ name }) => {
    const file = fileURLToPath(import.meta.resolve(`interakt-wasm/${name}.wasm`));
    return [basename(file), new WebAssembly.Module(await readFile(file))];
  });
  const compiled = Object.fromEntries(await Promise.all(modules));
  return new EdgeRuntime({
    initialCode: outputFiles.map(({ text }) => text).join(""),
    codeGeneration: { strings: false, wasm: false },
    extend: (context) => Object.assign(context, { [EDGE_MODULES]: compiled }),
  });
}
