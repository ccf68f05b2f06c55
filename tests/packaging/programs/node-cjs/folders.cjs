// As a resolver finds them that reads no `exports`, but the package.json of a folder.
const { readFile } = require("node:fs/promises");
const { createSimulator } = require("../../node_modules/interakt-wasm/simulator");
const entry = require("../../node_modules/interakt-wasm/web");

async function main() {
  await entry.init(await readFile(require.resolve("../../node_modules/interakt-wasm/core.wasm")));
  const { exercise } = await import("../../exercise.mjs");
  console.log(JSON.stringify(await exercise(entry, createSimulator, process.env.INTERAKT_URL)));
}

main();
