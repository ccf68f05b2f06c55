import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "~~/exercise.mjs";

export default defineEventHandler((event) => {
  return exercise(interakt, createSimulator, getQuery(event).interakt);
});
