import * as entry from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "../../exercise.mjs";

export default {
  /** @param {Request} request */
  async fetch({ url }) {
    const baseUrl = new URL(url).searchParams.get("interakt");
    return Response.json(await exercise(entry, createSimulator, baseUrl));
  },
};
