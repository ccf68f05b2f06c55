/** The suite inside a process, with the package required by a script that is no module. */
const api = require("interakt-wasm");
const { createSimulator } = require("interakt-wasm/simulator");

const entries = {
  bulk: require("interakt-wasm/bulk"),
  customer: require("interakt-wasm/customer"),
  forms: require("interakt-wasm/forms"),
  phone: require("interakt-wasm/phone"),
  "phone-field": require("interakt-wasm/phone-field"),
};

async function main() {
  const { answerLines } = await import("../support/lines.mjs");
  const { runCase } = await import("./suite.mjs");
  await answerLines(async (task) => ({
    problem: await runCase({ api, createSimulator, entries }, task),
  }));
}

main();
