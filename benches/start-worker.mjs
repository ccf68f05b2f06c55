/**
 * `npm run bench -- start-worker`: from the first request to the first verdict of a Worker that
 * workerd has not seen before, beside one with zod and one with valibot. With `--check` it fails
 * where a target is missed.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { INSTALLED, main, ROOT } from "../scripts/project.mjs";
import { inTurn, ratioOf } from "./alternate.mjs";
import { judge } from "./targets.mjs";
import { createStarts } from "./worker-starts.mjs";

const ROUNDS = 21;

/** Workers that start in one measurement: workerd's clock tells whole milliseconds. */
const BATCH = 5;

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

/**
 * The modules of a Worker, as JSON carries them.
 *
 * @param {{ contents: string, cut?: string }} program
 * @returns {Promise<import("./worker-starts.mjs").Module[]>}
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
  const url = "http://worker.example/";
  const starts = createStarts({ url, wanted: "200 true", batch: BATCH });
  try {
    const names = Object.keys(PROGRAMS);
    for (const [name, program] of Object.entries(PROGRAMS)) {
      await starts.keep(name, "main.js", await modulesOf(program));
    }
    const took = await inTurn(names, { rounds: ROUNDS, warmUp: 2 }, starts.start);
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
    await starts.stop();
  }
});
