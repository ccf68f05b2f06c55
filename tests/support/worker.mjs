/** Workers for workerd, bundled as people bundle them. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as esbuild from "esbuild";

/**
 * The modules of a Worker. Workers get wasm as a module of its own, never as bytes.
 * @param {string} entry Path of its source.
 */
export async function workerModules(entry) {
  const outdir = await mkdtemp(join(tmpdir(), "worker-"));
  try {
    await esbuild.build({
      entryPoints: [entry],
      outdir,
      bundle: true,
      format: "esm",
      conditions: ["workerd"],
      loader: { ".wasm": "copy" },
      outExtension: { ".js": ".mjs" },
    });
    const files = await readdir(outdir);
    const main = files.filter((file) => file.endsWith(".mjs"));
    const others = files.filter((file) => file.endsWith(".wasm"));
    return await Promise.all(
      [...main, ...others].map(async (path) => ({
        type: path.endsWith(".wasm")
          ? /** @type {const} */ ("CompiledWasm")
          : /** @type {const} */ ("ESModule"),
        path,
        contents: await readFile(join(outdir, path)),
      })),
    );
  } finally {
    await rm(outdir, { recursive: true });
  }
}
