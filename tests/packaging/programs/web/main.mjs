import { readFile } from "node:fs/promises";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "../../exercise.mjs";
// As bundlers for pages resolve it.
import * as entry from "../../node_modules/interakt-wasm/dist/web.js";

await entry.init(await readFile(new URL(import.meta.resolve("interakt-wasm/core.wasm"))));
console.log(JSON.stringify(await exercise(entry, createSimulator, process.env.INTERAKT_URL)));
