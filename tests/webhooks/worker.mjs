/** The suite inside a Worker: each request is a task. */
import * as api from "interakt-wasm";
import { runTask } from "./suite.mjs";

export default {
  /** @param {Request} request */
  async fetch(request) {
    return Response.json(await runTask(api, await request.json()));
  },
};
