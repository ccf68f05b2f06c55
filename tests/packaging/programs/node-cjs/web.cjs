const assert = require("node:assert/strict");
const { readFile } = require("node:fs/promises");
// As bundlers for pages resolve it.
const entry = require("../../node_modules/interakt-wasm/dist/web.cjs");
const { createSimulator } = require("interakt-wasm/simulator");

async function main() {
  // CommonJS cannot tell where the file is.
  await assert.rejects(entry.init(), { code: "wasm_not_found", message: /Give it the address/ });
  await entry.init(await readFile(require.resolve("interakt-wasm/core.wasm")));
  const { exercise } = await import("../../exercise.mjs");
  console.log(JSON.stringify(await exercise(entry, createSimulator, process.env.INTERAKT_URL)));
}

main();
