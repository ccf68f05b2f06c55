// What a library has for its own declarations when it exports what it made of the package's types:
// TypeScript has to write these types down, and can name only what the library could import.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import ts from "typescript";
import { typedPaths } from "../../scripts/api.mjs";
import { CASES, format, programWith, STRICT } from "./compiler.mjs";

/** @type {ts.CompilerOptions} */
const OPTIONS = {
  ...STRICT,
  noEmit: false,
  declaration: true,
  emitDeclarationOnly: true,
  skipLibCheck: true,
};

const LIBRARY = "library.ts";

/**
 * What a library imports besides. What the entry for servers is given, clients and rows, comes from
 * these: nobody uses it without them.
 *
 * @type {Record<string, string[]>}
 */
const BESIDE = { "interakt-wasm/edge": ["interakt-wasm", "interakt-wasm/bulk"] };

const specifiers = (await typedPaths()).map((path) => path.replace(".", "interakt-wasm"));
/** For each entry a library that exports all of its values, and copies of all that its types hold. */
function librariesOf() {
  const imports = specifiers.map((name, index) => `import * as e${index} from "${name}";\n`);
  const entries = programWith(["all.ts"], STRICT, new Map([["all.ts", imports.join("")]]));
  const checker = entries.getTypeChecker();
  const statements = entries.getSourceFile(join(CASES, "all.ts"))?.statements ?? [];
  return specifiers.map((specifier, index) => {
    const statement = statements[index];
    assert(statement && ts.isImportDeclaration(statement));
    const entry = checker.getSymbolAtLocation(statement.moduleSpecifier);
    assert(entry, specifier);
    const lines = checker.getExportsOfModule(entry).flatMap((symbol) => uses(checker, symbol));
    const beside = (BESIDE[specifier] ?? []).map((name) => `import type {} from "${name}";`);
    const source = [`import * as entry from "${specifier}";`, ...beside, ...lines, ""].join("\n");
    return { specifier, source };
  });
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} symbol
 */
function uses(checker, symbol) {
  const isAlias = symbol.flags & ts.SymbolFlags.Alias;
  const meant = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  const type = checker.getDeclaredTypeOfSymbol(meant);
  const isTypeOnly = symbol.declarations?.some(ts.isTypeOnlyImportOrExportDeclaration);
  const isValue = meant.flags & ts.SymbolFlags.Value && !isTypeOnly;
  const isGeneric = type.aliasTypeArguments ?? (type.isClassOrInterface() && type.typeParameters);
  const { name } = symbol;
  return [
    ...(isValue ? [`export const value_${name} = { it: entry.${name} };`] : []),
    ...(isValue && !(meant.flags & ts.SymbolFlags.Class)
      ? [`export const parts_${name} = { ...entry.${name} };`]
      : []),
    ...(isObject(type) && !isGeneric
      ? [`export const copy_${name} = (value: entry.${name}) => ({ ...value });`]
      : []),
  ];
}

/** @param {ts.Type} type @returns {boolean} */
function isObject(type) {
  if (type.isUnionOrIntersection()) return type.types.every(isObject);
  return (type.flags & ts.TypeFlags.Object) !== 0;
}

describe("a library can export what it makes of the types of", () => {
  const libraries = librariesOf();

  for (const { specifier, source } of libraries) {
    test(specifier, () => {
      // Each is a program of its own: what another one imports could be named too.
      const program = programWith([LIBRARY], OPTIONS, new Map([[LIBRARY, source]]));
      let declarations = "";
      const { diagnostics } = program.emit(undefined, (_, text) => {
        declarations = text;
      });
      const complaints = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
      assert.deepEqual(complaints.map(format), []);
      const named = declarations.matchAll(/(?:import\(|from )"([^"]+)"/g);
      const names = new Set([...named].map(([, name]) => String(name)));
      const isEmpty = source.split("\n").length <= 2;
      const imported = [specifier, ...(BESIDE[specifier] ?? [])];
      assert.deepEqual(
        [...names].filter((name) => !imported.includes(name)),
        [],
      );
      assert.equal(names.has(specifier), !isEmpty);
    });
  }

  test("of which there are many", () => {
    assert(libraries.some(({ source }) => source.split("\n").length > 200));
  });
});
