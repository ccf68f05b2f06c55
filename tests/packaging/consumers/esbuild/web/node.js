import { createSimulator } from "interakt-wasm/simulator";
import * as interakt from "interakt-wasm/web";
import { exercise } from "../exercise.mjs";

interakt
  .init()
  .then(() => exercise(interakt, createSimulator, process.env.INTERAKT_URL))
  .then((verdict) => {
    console.log(JSON.stringify(verdict));
  });
