import * as entry from "interakt-wasm";
import * as edge from "interakt-wasm/edge";
import { createSimulator } from "interakt-wasm/simulator";
import { exerciseEdge } from "../../exercise-edge.mjs";

export { InteraktAccount } from "interakt-wasm/edge";

export default {
  /**
   * @param {Request} _request
   * @param {{ ACCOUNT: import("interakt-wasm/edge").DurableNamespace }} env
   */
  async fetch(_request, { ACCOUNT }) {
    return Response.json(await exerciseEdge(edge, entry, createSimulator, ACCOUNT));
  },
};
