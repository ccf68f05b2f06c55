import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "./exercise.mjs";

export default {
  async fetch(request) {
    const baseUrl = new URL(request.url).searchParams.get("interakt");
    return Response.json(await exercise(interakt, createSimulator, baseUrl));
  },
};
