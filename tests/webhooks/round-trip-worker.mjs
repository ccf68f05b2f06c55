/** The program as a Worker. */
import * as api from "interakt-wasm";
import * as simulation from "interakt-wasm/simulator";
import { createProgram } from "./round-trip.mjs";

const program = createProgram(api, simulation);

export default {
  /**
   * @param {Request} request
   * @param {unknown} _env
   * @param {{ waitUntil(promise: Promise<unknown>): void }} context
   */
  async fetch(request, _env, context) {
    const url = new URL(request.url);
    if (url.pathname === "/webhook") {
      return api.webhooks.receive(request, program.receiving(context));
    }
    return Response.json(await program.perform(url, await request.json()));
  },
};
