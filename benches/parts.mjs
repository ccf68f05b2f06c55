/**
 * `npm run bench -- parts`: what each part adds to the download, by leaving it out: of the module,
 * which is built without it, and of the JavaScript of `interakt-wasm/web`, which is bundled without
 * what it exports. With `--check` it fails above the limits.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { buildVariant } from "../scripts/module.mjs";
import { BUILD, INSTALLED, main } from "../scripts/project.mjs";
import { ensureBuildTools } from "../scripts/toolchain.mjs";
import { bundle, minified, sizeOf } from "../tests/size/measure.mjs";
import { judge } from "./targets.mjs";

/** What phones are made of: each needs those before it. */
const PHONES = ["phone-lengths", "phone-countries", "phone-patterns", "phone-parse"];

const FORMS = ["operations", "sms", ...PHONES];
const WHOLE = ["client", "webhooks", ...FORMS];

/** @param {number} count How many of the tiers of phones to leave. */
const withPhones = (count) => WHOLE.filter((feature) => !PHONES.slice(count).includes(feature));

/** @param {string[]} features @param {string} left What to leave out. */
const without = (features, left) => features.filter((feature) => feature !== left);

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} whole Features with the part.
 * @property {string[]} rest Those without it.
 * @property {string[]} [exports] What the package exports of it.
 */

/** @type {Part[]} */
const PARTS = [
  {
    name: "client: requests, answers",
    ...{ whole: without(WHOLE, "webhooks"), rest: FORMS, exports: ["Interakt", "withoutKey"] },
  },
  { name: "webhooks", whole: WHOLE, rest: without(WHOLE, "webhooks"), exports: ["webhooks"] },
  { name: "SMS", whole: WHOLE, rest: without(WHOLE, "sms"), exports: ["smsSegments"] },
  {
    name: "operations but the customer's two",
    whole: FORMS,
    rest: ["checks", ...without(FORMS, "operations")],
  },
  { name: "validating a customer", whole: ["checks", ...PHONES], rest: PHONES },
  { name: "phones: lengths, their rules", whole: withPhones(1), rest: withPhones(0) },
  { name: "phones: letters of countries", whole: withPhones(2), rest: withPhones(1) },
  { name: "phones: patterns", whole: withPhones(3), rest: withPhones(2) },
  { name: "phones: parse", whole: WHOLE, rest: withPhones(3) },
  { name: "all of phones", whole: WHOLE, rest: withPhones(0), exports: ["phone"] },
];

/** Parts that are files of JavaScript, imported by an entry. */
const FILES = [
  ...["web", "forms-web", "customer-web", "phone-web"].map((entry) => ({
    ...{ name: `catalogue of ${entry}.js`, entry, filter: /_catalogue\.js$/ },
  })),
  { name: "JSON Schemas of web.js", entry: "web", filter: /[\\/]schemas[\\/]\w+\.js$/ },
  { name: "JSON Schemas of customer-web.js", entry: "customer-web", filter: /[\\/]schemas[\\/]/ },
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

/** @returns {Promise<(exports: string[]) => Promise<number>>} Weighs exports by leaving them out. */
async function weighScripts() {
  const all = Object.keys(await import("interakt-wasm/web"));
  const without = async (/** @type {string[]} */ left) => {
    const names = all.filter((name) => !left.includes(name));
    if (names.length !== all.length - left.length) throw new Error(`no export: ${left}`);
    return sizeOf(await bundle("./web", { names: `{ ${names.join(", ")} }` })).brotli;
  };
  const whole = await without([]);
  return async (exports) => whole - (await without(exports));
}

/**
 * @param {string} entry A file of the package.
 * @param {RegExp} filter Which of the files that it imports to leave out.
 * @returns {Promise<number>} Bytes after brotli that they add.
 */
async function weighFiles(entry, filter) {
  const entryPoints = [join(INSTALLED, "dist", `${entry}.js`)];
  let left = 0;
  /** @type {import("esbuild").Plugin} */
  const leaveOut = {
    name: "leave-out",
    setup: (build) =>
      build.onLoad({ filter }, async ({ path }) => {
        left += 1;
        const source = await readFile(path, "utf8");
        const names = [...source.matchAll(/^export (?:const (\w+)|(default))/gm)];
        const empty = names.map(([, name]) =>
          name === undefined ? "export default 0;" : `export const ${name} = 0;`,
        );
        return { contents: empty.join("\n") };
      }),
  };
  const whole = await minified({ entryPoints });
  const rest = await minified({ entryPoints, plugins: [leaveOut] });
  if (left === 0) throw new Error(`${entry} has no ${filter}`);
  return sizeOf(whole).brotli - sizeOf(rest).brotli;
}

await main(async () => {
  const { bindgen } = await ensureBuildTools();
  const scripts = await weighScripts();
  const rows = [];
  for (const { name, whole, rest, exports } of PARTS) {
    const figure = (await weigh(bindgen, whole)) - (await weigh(bindgen, rest));
    const details = [exports ? String(await scripts(exports)) : ""];
    rows.push({ name, details, figure });
  }
  for (const { name, entry, filter } of FILES) {
    rows.push({ name, details: [""], figure: await weighFiles(entry, filter) });
  }
  console.log(`\nbytes after brotli of module and glue, all ${weighed.get(WHOLE.join("+"))}`);
  judge("parts", { columns: ["JavaScript besides"], unit: "bytes", digits: 0 }, rows);
});
