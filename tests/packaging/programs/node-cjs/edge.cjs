const entry = require("interakt-wasm");
const edge = require("interakt-wasm/edge");
const { createSimulator } = require("interakt-wasm/simulator");

import("../../exercise-edge.mjs")
  .then(({ exerciseEdge }) => exerciseEdge(edge, entry, createSimulator))
  .then((result) => console.log(JSON.stringify(result)));
