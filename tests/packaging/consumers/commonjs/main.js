const interakt = require("interakt-wasm");
const { createSimulator } = require("interakt-wasm/simulator");

import("./exercise.mjs").then(async ({ exercise }) => {
  console.log(JSON.stringify(await exercise(interakt, createSimulator, process.env.INTERAKT_URL)));
});
