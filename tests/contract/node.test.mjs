/** The suite in Node, with the package imported and with it required. */
import { createRequire } from "node:module";
import * as api from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { entries } from "./entries.mjs";
import { testContract } from "./runner.mjs";
import { runCase } from "./suite.mjs";

/**
 * @param {any} world
 * @returns {Promise<import("./runner.mjs").Runtime>}
 */
async function inThisProcess(world) {
  return { run: (task) => runCase(world, task), stop: async () => {} };
}

testContract("Node, imported", () => inThisProcess({ api, createSimulator, entries }));

testContract("Node, required", () => {
  const require = createRequire(import.meta.url);
  const simulator = require("interakt-wasm/simulator");
  return inThisProcess({
    api: require("interakt-wasm"),
    createSimulator: simulator.createSimulator,
    entries: {
      bulk: require("interakt-wasm/bulk"),
      customer: require("interakt-wasm/customer"),
      forms: require("interakt-wasm/forms"),
      phone: require("interakt-wasm/phone"),
      "phone-field": require("interakt-wasm/phone-field"),
    },
  });
});
