import { createSimulator } from "interakt-wasm/simulator";
import * as interakt from "interakt-wasm/web";
import { exercise } from "../exercise.mjs";

await interakt.init();
const verdict = await exercise(interakt, createSimulator, process.env.INTERAKT_URL);
console.log(JSON.stringify(verdict));
