const entry = require("interakt-wasm");
const { createSimulator } = require("interakt-wasm/simulator");

import("../../exercise.mjs")
  .then(({ exercise }) => exercise(entry, createSimulator, process.env.INTERAKT_URL))
  .then((result) => console.log(JSON.stringify(result)));
