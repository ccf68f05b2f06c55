import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "./exercise.mjs";

const verdict = await exercise(interakt, createSimulator, process.env.INTERAKT_URL);
console.log(JSON.stringify(verdict));
