/**
 * `npm run bench -- start-application`: what the Worker in www/ weighs as it is uploaded, and how long
 * one takes from its first request to the answer where workerd has not seen it before, beside a Worker
 * that does nothing.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleConsole } from "../scripts/console.mjs";
import { BUILD, main } from "../scripts/project.mjs";
import { inTurn } from "./alternate.mjs";
import { createStarts } from "./worker-starts.mjs";

const ROUNDS = 21;

const EMPTY = "export default { fetch: () => new Response(null, { status: 404 }) };";

/** The files that are uploaded, as JSON carries them. */
async function applicationModules() {
  const folder = join(BUILD, "console", "worker");
  const names = (await readdir(folder)).filter((name) => !name.endsWith(".map"));
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      /** @type {import("./worker-starts.mjs").Module} */
      const module = name.endsWith(".wasm")
        ? [name, { wasm: bytes.toString("base64") }]
        : [name, { js: bytes.toString() }];
      return { name, bytes, module };
    }),
  );
}

await main(async () => {
  await bundleConsole();
  const modules = await applicationModules();
  for (const { name, bytes } of modules) {
    console.log(`${name}: ${bytes.length} bytes, ${gzipSync(bytes).length} with gzip`);
  }
  const headers = { host: "localhost", origin: "http://localhost" };
  const starts = createStarts({ url: "http://localhost/api/nothing", headers, wanted: "404" });
  try {
    const uploaded = modules.map(({ module }) => module);
    await starts.keep("application", "worker.js", uploaded);
    await starts.keep("empty", "worker.js", [["worker.js", { js: EMPTY }]]);
    const names = ["application", "empty"];
    const took = await inTurn(names, { rounds: ROUNDS, warmUp: 2 }, starts.start);
    for (const [name, { middle }] of Object.entries(took)) {
      console.log(`start of the ${name} Worker: ${middle.toFixed(1)} ms, median of ${ROUNDS}`);
    }
  } finally {
    await starts.stop();
  }
});
