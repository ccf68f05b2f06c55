/** The suite inside a Worker: each request is a case to run. */
import * as api from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { entries } from "./entries.mjs";
import { runCase } from "./suite.mjs";

export default {
  /** @param {Request} request */
  async fetch(request) {
    const problem = await runCase({ api, createSimulator, entries }, await request.json());
    return Response.json({ problem });
  },
};
