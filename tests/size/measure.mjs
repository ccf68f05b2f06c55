/**
 * What an entry of the package costs a page that imports all or some of what it exports.
 */
import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { INSTALLED } from "../../scripts/project.mjs";

/** @typedef {{ raw: number, gzip: number, brotli: number }} Size Bytes. */

/**
 * @param {Uint8Array} bytes
 * @returns {Size}
 */
export function sizeOf(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params }).length,
  };
}

/**
 * Bundles what an entry exports, minified, leaving WebAssembly files out.
 *
 * @param {string} entry A key of the package's `exports`: `"./web"`.
 * @param {{ condition?: string, names?: string }} [options] `condition` chooses among the entry's
 *   files: `"workerd"`. `names` are the exports that are imported, all if left out.
 * @returns {Promise<Uint8Array>}
 */
export async function bundle(entry, { condition, names = "*" } = {}) {
  const contents = `export ${names} from "interakt-wasm${entry.slice(1)}";`;
  return minified(
    { stdin: { contents, resolveDir: INSTALLED } },
    condition === undefined ? [] : [condition],
  );
}

/**
 * @param {import("esbuild").BuildOptions} source
 * @param {string[]} [conditions]
 * @returns {Promise<Uint8Array>} What a page downloads at once, minified, without WebAssembly files
 *   and without what bundlers make files of their own of, to be loaded when it is used.
 */
export async function minified(source, conditions = []) {
  const { outputFiles, metafile } = await esbuild.build({
    ...source,
    bundle: true,
    minify: true,
    splitting: true,
    metafile: true,
    write: false,
    outdir: "/",
    entryNames: "entry",
    format: "esm",
    target: "es2022",
    conditions,
    external: [...(source.external ?? []), "*.wasm", "*.wasm?module"],
    logLevel: "warning",
  });
  const outputs = Object.entries(metafile.outputs).map(([path, output]) => {
    const { contents } = outputFiles.find((file) => file.path === resolve(path)) ?? {};
    return { ...output, path, contents: contents ?? new Uint8Array() };
  });
  const entry = outputs.find(({ path }) => basename(path) === "entry.js");
  if (!entry) throw new Error("esbuild wrote no entry");
  const chunks = outputs.filter(({ path }) =>
    entry.imports.some((each) => each.path === path && each.kind === "import-statement"),
  );
  return Buffer.concat([entry, ...chunks].map(({ contents }) => contents));
}

/**
 * @param {string} path Of a style sheet.
 * @returns {Promise<Uint8Array>} What a page downloads of it, without pictures and fonts.
 */
export async function minifiedStyle(path) {
  const text = await readFile(path, "utf8");
  const { code } = await esbuild.transform(text, { loader: "css", minify: true });
  return Buffer.from(code);
}

/**
 * The module of a cut, transferred as a file of its own unless the entry carries it.
 *
 * @param {string} cut
 * @returns {Promise<Size>}
 */
export async function moduleSize(cut) {
  return sizeOf(await readFile(join(INSTALLED, "dist", `${cut}_bg.wasm`)));
}

/**
 * @param {Size[]} sizes
 * @returns {Size} What they cost together, each compressed by itself.
 */
export function sum(sizes) {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const { raw, gzip, brotli } of sizes) {
    total.raw += raw;
    total.gzip += gzip;
    total.brotli += brotli;
  }
  return total;
}
