/**
 * `npm run bench -- phone-size`: what phone numbers add to the download, by building the module
 * with and without them. With `--check` it fails above the limits.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { buildVariant } from "../scripts/module.mjs";
import { BUILD, main } from "../scripts/project.mjs";
import { ensureBuildTools } from "../scripts/toolchain.mjs";
import { sizeOf } from "../tests/size/measure.mjs";

/**
 * What each of the crate's features brings, from one to the next, and how much it may weigh.
 *
 * @type {{ name: string, feature: string, limit?: number }[]}
 */
const TIERS = [
  { name: "lengths, their rules", feature: "phone-lengths", limit: 2048 },
  { name: "letters of countries", feature: "phone-countries" },
  { name: "patterns", feature: "phone-patterns" },
  { name: "parse", feature: "phone-parse" },
];

/** Of all tiers together. */
const LIMIT = 10 * 1024;

/**
 * @param {string} bindgen
 * @param {number} count How many of the tiers to build with.
 * @returns {Promise<number>} Bytes after brotli: the module and its minified glue.
 */
async function weigh(bindgen, count) {
  const tiers = TIERS.slice(0, count).map(({ feature }) => feature);
  const folder = join(BUILD, "phone-size", tiers.at(-1) ?? "nothing");
  await buildVariant(bindgen, ["client", "webhooks", "sms", ...tiers], folder);
  const glue = await readFile(join(folder, "core_bg.js"), "utf8");
  const { code } = await transform(glue, { minify: true, format: "esm" });
  const module = await readFile(join(folder, "core_bg.wasm"));
  return sizeOf(module).brotli + sizeOf(Buffer.from(code)).brotli;
}

/**
 * @param {string} name
 * @param {number} bytes
 * @param {number} [limit]
 * @returns {boolean} Whether it keeps to the limit.
 */
function print(name, bytes, limit) {
  const most = limit === undefined ? "" : `at most ${limit}`;
  console.log(`${name.padEnd(26)} ${String(bytes).padStart(8)}  ${most}`);
  return limit === undefined || bytes <= limit;
}

await main(async () => {
  const { bindgen } = await ensureBuildTools();
  /** @type {number[]} */
  const sizes = [];
  for (let count = 0; count <= TIERS.length; count += 1) sizes.push(await weigh(bindgen, count));
  const added = sizes.map((size, count) => size - (sizes[count - 1] ?? 0));

  console.log("\nbytes after brotli, module and glue");
  print("without phones", sizes[0] ?? 0);
  const kept = TIERS.map(({ name, limit }, tier) =>
    print(`+ ${name}`, added[tier + 1] ?? 0, limit),
  );
  kept.push(print("all of phones", (sizes.at(-1) ?? 0) - (sizes[0] ?? 0), LIMIT));
  if (kept.includes(false)) {
    console.log("above a limit");
    if (process.argv.includes("--check")) throw new Error("phone numbers weigh too much");
  }
});
