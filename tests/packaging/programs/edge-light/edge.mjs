import * as entry from "interakt-wasm";
import * as edge from "interakt-wasm/edge";
import { createSimulator } from "interakt-wasm/simulator";
import { exerciseEdge } from "../../exercise-edge.mjs";

addEventListener("fetch", (event) => {
  const verdict = exerciseEdge(edge, entry, createSimulator);
  /** @type {any} */ (event).respondWith(verdict.then((result) => Response.json(result)));
});
