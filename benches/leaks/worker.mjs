/** A Worker that does what it is asked for, and collects what nobody holds when asked by DELETE. */
import "./watch.mjs";
import * as api from "interakt-wasm";
import { moduleBytes } from "./watch.mjs";
import { work } from "./work.mjs";

export default {
  /** @param {Request} request */
  async fetch(request) {
    if (request.method !== "DELETE") return Response.json(await work(api, await request.json()));
    // Only there with a flag of the engine.
    const { gc } = /** @type {{ gc?: () => void }} */ (globalThis);
    gc?.();
    gc?.();
    return Response.json({ module: moduleBytes(), collected: gc !== undefined });
  },
};
