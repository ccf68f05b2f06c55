/** The suite in workerd, with the package as its build condition resolves it. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { Miniflare } from "miniflare";
import { testContract } from "./runner.mjs";

testContract("workerd", async () => {
  const miniflare = new Miniflare({
    modules: await bundle("worker.mjs"),
    compatibilityDate: "2026-01-01",
  });
  return {
    async run(task) {
      const body = JSON.stringify(task);
      const response = await miniflare.dispatchFetch("http://worker/", { method: "POST", body });
      const { problem } = /** @type {{ problem: string | null }} */ (await response.json());
      return problem;
    },
    stop: () => miniflare.dispose(),
  };
});

/**
 * The Worker's modules. Workers get wasm as a module of its own, never as bytes.
 * @param {string} entry
 */
async function bundle(entry) {
  const outdir = await mkdtemp(join(tmpdir(), "contract-"));
  try {
    await esbuild.build({
      entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
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
