import * as entry from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "../../exercise.mjs";

console.log(JSON.stringify(await exercise(entry, createSimulator, process.env.INTERAKT_URL)));
