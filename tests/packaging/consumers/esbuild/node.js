import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "./exercise.mjs";

exercise(interakt, createSimulator, process.env.INTERAKT_URL).then((verdict) => {
  console.log(JSON.stringify(verdict));
});
