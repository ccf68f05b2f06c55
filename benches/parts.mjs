/**
 * `npm run bench -- parts`: what each part adds to the download, by building the module without it.
 * With `--check` it fails above the limits.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { buildVariant } from "../scripts/module.mjs";
import { BUILD, main } from "../scripts/project.mjs";
import { ensureBuildTools } from "../scripts/toolchain.mjs";
import { sizeOf } from "../tests/size/measure.mjs";

/** What phones are made of: each needs those before it. */
const PHONES = ["phone-lengths", "phone-countries", "phone-patterns", "phone-parse"];

const FORMS = ["operations", "sms", ...PHONES];
const WHOLE = ["client", "webhooks", ...FORMS];

/** @param {number} count How many of the tiers of phones to leave. */
const withPhones = (count) => WHOLE.filter((feature) => !PHONES.slice(count).includes(feature));

/** @param {string[]} features @param {string} left What to leave out. */
const without = (features, left) => features.filter((feature) => feature !== left);

/**
 * Features with a part and without it.
 *
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} whole
 * @property {string[]} rest
 * @property {number} [limit] Bytes.
 */

/** @type {Part[]} */
const PARTS = [
  { name: "client: requests, answers", whole: WHOLE, rest: without(WHOLE, "client") },
  { name: "webhooks", whole: WHOLE, rest: without(WHOLE, "webhooks") },
  { name: "SMS", whole: WHOLE, rest: without(WHOLE, "sms") },
  {
    name: "operations but the customer's two",
    whole: FORMS,
    rest: ["checks", ...without(FORMS, "operations")],
  },
  { name: "validating a customer", whole: ["checks", ...PHONES], rest: PHONES },
  { name: "phones: lengths, their rules", whole: withPhones(1), rest: withPhones(0), limit: 2048 },
  { name: "phones: letters of countries", whole: withPhones(2), rest: withPhones(1) },
  { name: "phones: patterns", whole: withPhones(3), rest: withPhones(2) },
  { name: "phones: parse", whole: WHOLE, rest: withPhones(3) },
  { name: "all of phones", whole: WHOLE, rest: withPhones(0), limit: 10 * 1024 },
];

/** @type {Map<string, number>} */
const weighed = new Map();

/**
 * @param {string} bindgen
 * @param {string[]} features
 * @returns {Promise<number>} Bytes after brotli: the module and its minified glue.
 */
async function weigh(bindgen, features) {
  const key = features.join("+");
  const known = weighed.get(key);
  if (known !== undefined) return known;
  const folder = join(BUILD, "parts", key);
  await buildVariant(bindgen, features, folder);
  const glue = await readFile(join(folder, "core_bg.js"), "utf8");
  const { code } = await transform(glue, { minify: true, format: "esm" });
  const module = await readFile(join(folder, "core_bg.wasm"));
  const bytes = sizeOf(module).brotli + sizeOf(Buffer.from(code)).brotli;
  weighed.set(key, bytes);
  return bytes;
}

await main(async () => {
  const { bindgen } = await ensureBuildTools();
  /** @type {{ name: string, bytes: number, limit: number | undefined }[]} */
  const rows = [];
  for (const { name, whole, rest, limit } of PARTS) {
    const bytes = (await weigh(bindgen, whole)) - (await weigh(bindgen, rest));
    rows.push({ name, bytes, limit });
  }
  console.log(
    `\nbytes after brotli, module and glue; the whole is ${weighed.get(WHOLE.join("+"))}`,
  );
  for (const { name, bytes, limit } of rows) {
    const most = limit === undefined ? "" : `at most ${limit}`;
    console.log(`${name.padEnd(34)} ${String(bytes).padStart(8)}  ${most}`.trimEnd());
  }
  if (rows.some(({ bytes, limit }) => limit !== undefined && bytes > limit)) {
    console.log("above a limit");
    if (process.argv.includes("--check")) throw new Error("a part weighs too much");
  }
});
