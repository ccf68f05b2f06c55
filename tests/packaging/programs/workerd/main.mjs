import * as entry from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "../exercise.mjs";

export default {
  async fetch() {
    return Response.json(await exercise(entry, createSimulator));
  },
};
