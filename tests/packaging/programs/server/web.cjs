const { createSimulator } = require("interakt-wasm/simulator");
const entry = require("interakt-wasm/web");

entry
  .init()
  .then(() => import("../../exercise.mjs"))
  .then(({ exercise }) => exercise(entry, createSimulator, process.env.INTERAKT_URL))
  .then((result) => console.log(JSON.stringify(result)));
