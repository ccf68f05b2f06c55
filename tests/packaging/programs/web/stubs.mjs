// As a resolver finds them that does not read the `exports` of package.json.
import { readFile } from "node:fs/promises";
import { exercise } from "../../exercise.mjs";
import { createSimulator } from "../../node_modules/interakt-wasm/simulator.js";
import * as entry from "../../node_modules/interakt-wasm/web.js";

await entry.init(await readFile(new URL(import.meta.resolve("interakt-wasm/core.wasm"))));
console.log(JSON.stringify(await exercise(entry, createSimulator, process.env.INTERAKT_URL)));
