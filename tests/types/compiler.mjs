/** The repository's own TypeScript, and programs for it that are in no file. */
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "../../scripts/project.mjs";

/** Where programs are taken to be: they find the package there. */
export const CASES = join(ROOT, "tests", "types", "cases");

/** @type {ts.CompilerOptions} */
export const STRICT = {
  noEmit: true,
  strict: true,
  skipLibCheck: false,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
};

/** What was read for one program and serves the others, whose modules are of the same kind. @type {Map<string, ts.SourceFile>} */
const parsed = new Map();

/** @type {ts.FormatDiagnosticsHost} */
const FORMAT = {
  getCurrentDirectory: () => ROOT,
  getCanonicalFileName: (name) => name,
  getNewLine: () => "\n",
};

/**
 * A program of files of `CASES`.
 *
 * @param {string[]} names
 * @param {ts.CompilerOptions} options
 * @param {ReadonlyMap<string, string>} [sources] Of those that are there only now, by name.
 */
export function programWith(names, options, sources = new Map()) {
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const texts = new Map([...sources].map(([name, text]) => [join(CASES, name), text]));
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, how) => {
    const known = parsed.get(file) ?? getSourceFile(file, how);
    if (known && !texts.has(file)) parsed.set(file, known);
    return known;
  };
  return ts.createProgram(
    names.map((name) => join(CASES, name)),
    options,
    host,
  );
}

/** What the compiler says, as its command does. @param {ts.Diagnostic} diagnostic */
export const format = (diagnostic) => ts.formatDiagnostic(diagnostic, FORMAT).trim();
