/**
 * `npm run bench -- start-worker`: from the first request to the first verdict of a Worker that
 * workerd has not seen before, beside one with zod and one with valibot. With `--check` it fails
 * where a target is missed.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { Miniflare } from "miniflare";
import { INSTALLED, main, ROOT } from "../scripts/project.mjs";
import { inTurn, ratioOf } from "./alternate.mjs";
import { judge } from "./targets.mjs";

const ROUNDS = 21;

/** Workers that start in one measurement: workerd's clock tells whole milliseconds. */
const BATCH = 5;

const DATE = "2026-01-01";
const MESSAGE = `{ countryCode: "+91", phoneNumber: "9876543210", type: "Text", data: { message: "Hi" } }`;
const FORM = `check({ name: "Asha", phone: "098765 43210", optIn: true })`;

/** @type {Record<string, { contents: string, cut?: string }>} Each answers whether all is good. */
const PROGRAMS = {
  "interakt-wasm": {
    contents: `import { phone, sendMessage } from "interakt-wasm";
      const good = () => sendMessage.validate(${MESSAGE}).ok && phone.isPossible("919876543210");
      export default { fetch: () => Response.json(good()) };`,
    cut: "core",
  },
  "interakt-wasm/forms": {
    contents: `import { phone, sendMessage } from "interakt-wasm/forms";
      const good = () => sendMessage.validate(${MESSAGE}).ok && phone.isPossible("919876543210");
      export default { fetch: () => Response.json(good()) };`,
    cut: "forms",
  },
  "interakt-wasm/customer": {
    contents: `import { check } from "./benches/forms/customer.mjs";
      export default { fetch: () => Response.json(${FORM}.ok) };`,
    cut: "customer",
  },
  zod: {
    contents: `import { check } from "./benches/forms/zod.mjs";
      export default { fetch: () => Response.json(${FORM}.success) };`,
  },
  valibot: {
    contents: `import { check } from "./benches/forms/valibot.mjs";
      export default { fetch: () => Response.json(${FORM}.success) };`,
  },
};

const PEERS = ["zod", "valibot"];

/** Starts Workers that it is handed, one after the other, and says how long one took. */
const HOST = `
const kept = new Map();
const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
let started = 0;
export default {
  async fetch(request, { LOADER }) {
    const { name, modules, batch } = await request.json();
    if (modules) {
      const made = modules.map(([path, { js, wasm }]) => [path, js ? { js } : { wasm: bytesOf(wasm) }]);
      kept.set(name, Object.fromEntries(made));
      return Response.json(null);
    }
    const begin = performance.now();
    for (let time = 0; time < batch; time += 1) {
      started += 1;
      const code = { compatibilityDate: "${DATE}", mainModule: "main.js", modules: kept.get(name) };
      const worker = LOADER.get(String(started), () => code);
      const answer = await worker.getEntrypoint().fetch("http://worker.example/");
      if ((await answer.json()) !== true) throw new Error("the verdict is wrong");
    }
    return Response.json((performance.now() - begin) / batch);
  },
};`;

/**
 * The modules of a Worker, as JSON carries them.
 *
 * @param {{ contents: string, cut?: string }} program
 */
async function modulesOf({ contents, cut }) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: ROOT },
    ...{ bundle: true, minify: true, write: false, format: "esm", target: "es2022" },
    ...{ conditions: ["workerd"], external: ["*.wasm"] },
  });
  const js = outputFiles.map(({ text }) => text).join("");
  if (cut === undefined) return [["main.js", { js }]];
  const file = `${cut}_bg.wasm`;
  const wasm = (await readFile(join(INSTALLED, "dist", file))).toString("base64");
  return [
    ["main.js", { js }],
    [file, { wasm }],
  ];
}

await main(async () => {
  const miniflare = new Miniflare({
    modules: [{ type: "ESModule", path: "host.mjs", contents: HOST }],
    compatibilityDate: DATE,
    workerLoaders: { LOADER: {} },
  });
  /** @param {object} task @returns {Promise<any>} */
  const ask = async (task) => {
    const body = JSON.stringify(task);
    const response = await miniflare.dispatchFetch("http://host.example/", {
      ...{ method: "POST", body },
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  try {
    const names = Object.keys(PROGRAMS);
    for (const [name, program] of Object.entries(PROGRAMS)) {
      await ask({ name, modules: await modulesOf(program) });
    }
    const took = await inTurn(names, { rounds: ROUNDS, warmUp: 2 }, (name) =>
      ask({ name, batch: BATCH }),
    );
    const of = (/** @type {string} */ name) =>
      /** @type {import("./alternate.mjs").Time} */ (took[name]);
    const rows = names
      .filter((name) => !PEERS.includes(name))
      .map((name) => ({
        name,
        details: [name, ...PEERS].map((each) => of(each).middle.toFixed(1)),
        figure: ratioOf(of(name), of("zod")),
      }));
    judge(
      "start-worker",
      {
        columns: ["ours, ms", ...PEERS],
        unit: "× zod, median of ratios",
        how: `${ROUNDS} rounds of ${BATCH} Workers of each, medians`,
        peers: ["miniflare", ...PEERS, "libphonenumber-js"],
      },
      rows,
    );
  } finally {
    await miniflare.dispose();
  }
});
