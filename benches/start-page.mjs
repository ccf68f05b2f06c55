/**
 * `npm run bench -- start-page`: from the import to the first verdict, in fresh pages of Chromium,
 * beside the same form with zod and with valibot. With `--check` it fails where a target is missed.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { INSTALLED, main, ROOT } from "../scripts/project.mjs";
import { launchChromium } from "../tests/support/chromium.mjs";
import { serveFiles } from "../tests/support/files.mjs";
import { inTurn, ratioOf } from "./alternate.mjs";
import { judge } from "./targets.mjs";

const ROUNDS = 21;

const MESSAGE = `{ countryCode: "+91", phoneNumber: "9876543210", type: "Text", data: { message: "Hi" } }`;

/** A verdict about the form of a checkout, and about a message. */
const FORM = `check({ name: "Asha", phone: "098765 43210", optIn: true })`;
const SENDING = `sendMessage.validate(${MESSAGE}).ok && phone.isPossible("919876543210")`;

/**
 * Programs whose `start` fulfils with whether the verdict is good. Those that load their module as a
 * file have a cut.
 *
 * @type {Record<string, { contents: string, cut?: string }>}
 */
const PROGRAMS = {
  "interakt-wasm": {
    contents: `import { init, phone, sendMessage } from "interakt-wasm";
      export const start = async () => { await init(); return ${SENDING}; };`,
  },
  "interakt-wasm/web": {
    contents: `import { init, phone, sendMessage } from "interakt-wasm/web";
      export const start = async () => { await init(); return ${SENDING}; };`,
    cut: "core",
  },
  "interakt-wasm/forms/web": {
    contents: `import { init, phone, sendMessage } from "interakt-wasm/forms/web";
      export const start = async () => { await init(); return ${SENDING}; };`,
    cut: "forms",
  },
  "interakt-wasm/customer/web": {
    contents: `import { check, ready } from "./benches/forms/customer.mjs";
      export const start = async () => { await ready; return ${FORM}.ok; };`,
    cut: "customer",
  },
  zod: {
    contents: `import { check } from "./benches/forms/zod.mjs";
      export const start = async () => ${FORM}.success;`,
  },
  valibot: {
    contents: `import { check } from "./benches/forms/valibot.mjs";
      export const start = async () => ${FORM}.success;`,
  },
};

const PEERS = ["zod", "valibot"];
const PAGE = `<!doctype html><title>start</title>`;

/** @param {string} contents @returns {Promise<string>} One module, as a page downloads it. */
async function bundle(contents) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: ROOT },
    ...{ bundle: true, minify: true, write: false, format: "esm", target: "es2022" },
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** @returns {Promise<Awaited<ReturnType<typeof serveFiles>>>} The pages' server. */
async function serve() {
  /** @type {Parameters<typeof serveFiles>[0]} */
  const files = { "/": ["text/html", PAGE], "/favicon.ico": ["image/x-icon", ""] };
  for (const [name, { contents, cut }] of Object.entries(PROGRAMS)) {
    files[`/${pathOf(name)}.js`] = ["text/javascript", await bundle(contents)];
    if (cut === undefined) continue;
    const module = await readFile(join(INSTALLED, "dist", `${cut}_bg.wasm`));
    files[`/${cut}_bg.wasm`] = ["application/wasm", module];
  }
  return serveFiles(files);
}

/** @param {string} name */
const pathOf = (name) => name.replaceAll("/", "-");

await main(async () => {
  const [site, browser] = await Promise.all([serve(), launchChromium()]);
  /** @param {string} name @returns {Promise<number>} Milliseconds, by the page's own clock. */
  const startOnce = async (name) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(site.url);
      const { good, took } = await page.evaluate(
        async (url) => {
          const begin = performance.now();
          const { start } = await import(url);
          const good = await start();
          return { good, took: performance.now() - begin };
        },
        `${site.url}/${pathOf(name)}.js`,
      );
      if (good !== true) throw new Error(`the verdict of ${name} is wrong`);
      return took;
    } finally {
      await context.close();
    }
  };
  try {
    const names = Object.keys(PROGRAMS);
    const took = await inTurn(names, { rounds: ROUNDS, warmUp: 2 }, startOnce);
    const of = (/** @type {string} */ name) =>
      /** @type {import("./alternate.mjs").Time} */ (took[name]);
    const rows = names
      .filter((name) => !PEERS.includes(name))
      .map((name) => {
        const times = [of(name), ...PEERS.map(of)];
        return {
          name,
          details: times.map(({ middle }) => middle.toFixed(1)),
          figure: ratioOf(of(name), of("zod")),
        };
      });
    judge(
      "start-page",
      {
        columns: ["ours, ms", ...PEERS],
        unit: "× zod, median of ratios",
        how: `${ROUNDS} pages of each in Chromium ${browser.version()}, medians`,
        peers: [...PEERS, "libphonenumber-js"],
      },
      rows,
    );
  } finally {
    await browser.close();
    await site.close();
  }
});
