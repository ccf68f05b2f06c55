import { createSimulator } from "interakt-wasm/simulator";
import * as entry from "interakt-wasm/web";
import { exercise } from "../../exercise.mjs";

export default {
  /** @param {Request} request */
  async fetch({ url }) {
    await entry.init("/core_bg.wasm");
    const baseUrl = new URL(url).searchParams.get("interakt");
    return Response.json(await exercise(entry, createSimulator, baseUrl));
  },
};
