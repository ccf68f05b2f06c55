/** The suite inside a Worker: each request is a case to run. */
import * as api from "interakt-wasm";
import { runCase } from "./suite.mjs";

export default {
  /** @param {Request} request */
  async fetch(request) {
    const problem = await runCase({ api, runtime: "workerd" }, await request.json());
    return Response.json({ problem });
  },
};
