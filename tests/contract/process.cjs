/** The suite inside a process, with the package required by a script that is no module. */
const api = require("interakt-wasm");
const { createSimulator } = require("interakt-wasm/simulator");

import("./lines.mjs").then(({ answerLines }) => answerLines({ api, createSimulator }));
