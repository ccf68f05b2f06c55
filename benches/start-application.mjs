/**
 * `npm run bench -- start-application`: what the Worker in www/ weighs as it is uploaded, and how long
 * one takes from its first request to the answer where workerd has not seen it before, beside a Worker
 * that does nothing.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Miniflare } from "miniflare";
import { bundleConsole } from "../scripts/console.mjs";
import { BUILD, main } from "../scripts/project.mjs";
import { inTurn } from "./alternate.mjs";

const ROUNDS = 21;

const DATE = "2026-01-01";

const EMPTY = "export default { fetch: () => new Response(null, { status: 404 }) };";

/** Starts Workers that it is handed, and says how long each took. */
const HOST = `
const kept = new Map();
const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
let started = 0;
export default {
  async fetch(request, { LOADER }) {
    const { name, modules } = await request.json();
    if (modules) {
      const made = modules.map(([path, { js, wasm }]) => [path, js ? { js } : { wasm: bytesOf(wasm) }]);
      kept.set(name, Object.fromEntries(made));
      return Response.json(null);
    }
    started += 1;
    const code = { compatibilityDate: "${DATE}", mainModule: "worker.js", modules: kept.get(name) };
    const begin = performance.now();
    const answer = await LOADER.get(String(started), () => code)
      .getEntrypoint()
      .fetch("http://localhost/api/nothing", { headers: { origin: "http://localhost" } });
    const took = performance.now() - begin;
    if (answer.status !== 404) throw new Error("it answered " + answer.status);
    return Response.json(took);
  },
};`;

/** The files that are uploaded, as JSON carries them. */
async function applicationModules() {
  const folder = join(BUILD, "console", "worker");
  const names = (await readdir(folder)).filter((name) => !name.endsWith(".map"));
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      const isWasm = name.endsWith(".wasm");
      const content = isWasm ? { wasm: bytes.toString("base64") } : { js: bytes.toString() };
      return { name, bytes, content };
    }),
  );
}

await main(async () => {
  await bundleConsole();
  const modules = await applicationModules();
  for (const { name, bytes } of modules) {
    console.log(`${name}: ${bytes.length} bytes, ${gzipSync(bytes).length} with gzip`);
  }
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
    const made = modules.map(({ name, content }) => [name, content]);
    await ask({ name: "application", modules: made });
    await ask({ name: "empty", modules: [["worker.js", { js: EMPTY }]] });
    const took = await inTurn(["application", "empty"], { rounds: ROUNDS, warmUp: 2 }, (name) =>
      ask({ name }),
    );
    for (const [name, { middle }] of Object.entries(took)) {
      console.log(`start of the ${name} Worker: ${middle.toFixed(1)} ms, median of ${ROUNDS}`);
    }
  } finally {
    await miniflare.dispose();
  }
});
