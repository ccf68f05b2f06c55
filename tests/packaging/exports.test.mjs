import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { CUTS } from "../../scripts/cuts.mjs";
import { entryOf } from "../../scripts/entries.mjs";
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
    .filter((item) => !item.declarations?.some(ts.isTypeOnlyImportOrExportDeclaration))
    .map((item) => (item.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(item) : item))
    .filter((item) => item.flags & ts.SymbolFlags.Value)
    .map((item) => item.name)
    .sort();
}

/** @param {string} cut */
const pathOf = (cut) => (cut === "core" ? "interakt-wasm" : `interakt-wasm/${cut}`);

const ENTRIES = {
  ...Object.fromEntries(
    CUTS.flatMap(({ name }) => [
      [pathOf(name), `dist/${entryOf(name, "index")}.d.ts`],
      [`${pathOf(name)}/web`, `dist/${entryOf(name, "web")}.d.ts`],
    ]),
  ),
  "interakt-wasm/edge": "dist/edge.d.ts",
  "interakt-wasm/simulator": "dist/simulator.d.ts",
  "interakt-wasm/messages/en": "dist/messages-en.d.ts",
  "interakt-wasm/messages/hi": "dist/messages-hi.d.ts",
};

for (const [entry, file] of Object.entries(ENTRIES)) {
  test(`${entry} exports exactly the values that its types promise`, async () => {
    assert.deepEqual(Object.keys(await import(entry)).sort(), declaredValues(file));
  });
}

for (const { name } of CUTS) {
  const path = pathOf(name);
  test(`all entries of ${path} export the same names`, async () => {
    const names = Object.keys(await import(path)).sort();
    assert.deepEqual(Object.keys(require(path)).sort(), names);
    // By their paths, as on a server both are the default entry.
    const web = join(INSTALLED, "dist", entryOf(name, "web"));
    assert.deepEqual(Object.keys(await import(`${web}.js`)).sort(), names);
    assert.deepEqual(Object.keys(require(`${web}.cjs`)).sort(), names);
  });
}

/** What only forms need, the field, files of rows, and parts that people check in one alone. @type {Record<string, string[]>} */
const OF_FORMS = {
  forms: [
    ...["bindForm", "fallback", "formOf", "limitOf", "listBody", "order", "phoneRecipient"],
    ...["recipient", "replyButton", "template", "textBody"],
  ],
  customer: ["bindForm", "formOf", "recipient"],
  "phone-field": ["definePhoneField"],
  bulk: ["checkRows"],
};

test("what a smaller entry exports the whole has too, but for what is for forms", async () => {
  const whole = Object.keys(await import("interakt-wasm"));
  for (const { name } of CUTS) {
    const more = Object.keys(await import(pathOf(name))).filter((each) => !whole.includes(each));
    assert.deepEqual(more.sort(), OF_FORMS[name] ?? []);
  }
});
