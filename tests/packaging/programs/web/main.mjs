import { readFile } from "node:fs/promises";
import { createSimulator } from "interakt-wasm/simulator";
import * as entry from "interakt-wasm/web";
import { exercise } from "../../exercise.mjs";

await entry.init(await readFile(new URL(import.meta.resolve("interakt-wasm/core.wasm"))));
console.log(JSON.stringify(await exercise(entry, createSimulator, process.env.INTERAKT_URL)));
