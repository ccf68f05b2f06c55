import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { INSTALLED } from "../../scripts/project.mjs";

const require = createRequire(import.meta.url);

/**
 * @param {string} file A declaration file of the package.
 * @returns {string[]} The names of the values that it promises.
 */
function declaredValues(file) {
  const path = join(INSTALLED, file);
  const program = ts.createProgram([path], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const symbol = source && checker.getSymbolAtLocation(source);
  assert.ok(symbol, `${file} is a module`);
  return checker
    .getExportsOfModule(symbol)
    .map((item) => (item.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(item) : item))
    .filter((item) => item.flags & ts.SymbolFlags.Value)
    .map((item) => item.name)
    .sort();
}

const ENTRIES = {
  "interakt-wasm": "dist/index.d.ts",
  "interakt-wasm/web": "dist/web.d.ts",
  "interakt-wasm/simulator": "dist/simulator.d.ts",
};

for (const [entry, file] of Object.entries(ENTRIES)) {
  test(`${entry} exports exactly the values that its types promise`, async () => {
    assert.deepEqual(Object.keys(await import(entry)).sort(), declaredValues(file));
  });
}

test("all entries of one API export the same names", async () => {
  const names = Object.keys(await import("interakt-wasm")).sort();
  assert.deepEqual(Object.keys(require("interakt-wasm")).sort(), names);
  // By their paths, as on a server both are the default entry.
  const web = join(INSTALLED, "dist", "web");
  assert.deepEqual(Object.keys(await import(`${web}.js`)).sort(), names);
  assert.deepEqual(Object.keys(require(`${web}.cjs`)).sort(), names);
});
