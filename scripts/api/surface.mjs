/** What the package's entries declare, as the TypeScript compiler reads it. */
import { join } from "node:path";
import ts from "typescript";
import { INSTALLED, ROOT } from "../project.mjs";

/** A program that imports every entry; it is in no file. */
const PROGRAM = join(ROOT, "scripts", "api", "entries.ts");

/** @type {ts.CompilerOptions} */
const OPTIONS = {
  strict: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: [],
};

/**
 * @typedef {object} Surface
 * @property {Map<string, ts.Symbol>} exported By name.
 * @property {Set<ts.Symbol>} hidden Those that the former are made of.
 */

/**
 * @param {string[]} specifiers Such as `interakt-wasm/forms`.
 * @returns {{ checker: ts.TypeChecker, surfaces: Surface[] }}
 */
export function surfacesOf(specifiers) {
  const source = specifiers
    .map((name, index) => `import * as e${index} from "${name}";\n`)
    .join("");
  const host = ts.createCompilerHost(OPTIONS);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.readFile = (file) => (file === PROGRAM ? source : readFile(file));
  host.fileExists = (file) => file === PROGRAM || fileExists(file);
  const program = ts.createProgram([PROGRAM], OPTIONS, host);
  const checker = program.getTypeChecker();
  const imports = program.getSourceFile(PROGRAM)?.statements.filter(ts.isImportDeclaration) ?? [];
  const surfaces = imports.map(({ moduleSpecifier }) => {
    const entry = checker.getSymbolAtLocation(moduleSpecifier);
    if (!entry) throw new Error(`there are no types for ${moduleSpecifier.getText()}`);
    return surfaceOf(checker, entry);
  });
  return { checker, surfaces };
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} entry
 * @returns {Surface}
 */
function surfaceOf(checker, entry) {
  const resolved = (/** @type {ts.Symbol} */ symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exported = new Map(
    checker.getExportsOfModule(entry).map((symbol) => [symbol.name, resolved(symbol)]),
  );
  const listed = new Set(exported.values());
  /** @type {Set<ts.Symbol>} */
  const hidden = new Set();
  /** @param {ts.Node} node Finds what it is made of. */
  const visit = (node) => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const meant = symbol && resolved(symbol);
    if (meant && !listed.has(meant) && !hidden.has(meant) && isDeclaredOnTop(meant)) {
      hidden.add(meant);
      for (const declaration of meant.declarations ?? []) visit(declaration);
    }
    ts.forEachChild(node, visit);
  };
  for (const { declarations } of listed)
    for (const declaration of declarations ?? []) visit(declaration);
  return { exported, hidden };
}

/** Whether a symbol is one of the package's own modules'. @param {ts.Symbol} symbol */
function isDeclaredOnTop({ declarations }) {
  return (declarations ?? []).some((declaration) => {
    const { parent } = statementOf(declaration);
    return ts.isSourceFile(parent) && parent.fileName.startsWith(INSTALLED);
  });
}

/** The statement of a declaration: that of a constant is further up. @param {ts.Node} declaration */
export function statementOf(declaration) {
  return ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
}
