/** Traps in Node, with the package imported and with it required. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { CUTS } from "../../scripts/cuts.mjs";
import { runCase } from "./cases.mjs";
import { entries } from "./entries.mjs";
import { testTraps } from "./runner.mjs";
import { createTraps } from "./trap.mjs";
import { uses } from "./uses.mjs";

const traps = createTraps();
test.after(() => traps.end());

/** @param {Record<string, any>} entries */
const inThisProcess = (entries) => async () => ({
  run: (/** @type {any} */ task) => runCase({ entries, traps }, task),
  stop: async () => {},
});

const require = createRequire(import.meta.url);
const required = Object.keys(entries).map((name) => [
  name,
  require(name === "core" ? "interakt-wasm" : `interakt-wasm/${name}`),
]);

testTraps("Node, imported", inThisProcess(entries));
testTraps("Node, required", inThisProcess(Object.fromEntries(required)));

/** Exported for other uses of the crate: no entry calls it. */
const NOT_CALLED = ["rowKey"];

for (const { name } of CUTS) {
  test(`every function of the module of ${name} has a case`, async () => {
    const file = fileURLToPath(import.meta.resolve(`interakt-wasm/${name}.wasm`));
    const module = new WebAssembly.Module(await readFile(file));
    const functions = WebAssembly.Module.exports(module)
      .filter(({ kind, name }) => kind === "function" && !NOT_CALLED.includes(name))
      .map(({ name }) => name);
    const tried = new Set(uses.filter(({ entry }) => entry === name).map(({ calls }) => calls));
    assert.deepEqual([...tried].sort(), functions.sort());
  });
}
