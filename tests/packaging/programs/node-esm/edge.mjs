import * as entry from "interakt-wasm";
import * as edge from "interakt-wasm/edge";
import { createSimulator } from "interakt-wasm/simulator";
import { exerciseEdge } from "../../exercise-edge.mjs";

console.log(JSON.stringify(await exerciseEdge(edge, entry, createSimulator)));
