/** What ships is read as it is by tools that are older than the runtimes it is for. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { INSTALLED, ROOT } from "../../scripts/project.mjs";

/**
 * What the Babel of Vue CLI 5 refuses, with `transpileDependencies`; it takes private fields. And what
 * Vite 2 refuses where it prepares dependencies.
 *
 * @param {ts.Node} node
 */
function isTooNew(node) {
  if (ts.isClassStaticBlockDeclaration(node) || ts.isBigIntLiteral(node)) return true;
  const isMethod = ts.isMethodDeclaration(node) || ts.isAccessor(node);
  return isMethod && ts.isPrivateIdentifier(node.name);
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {string[]} Where something too new stands, and its first line.
 */
function tooNewIn(name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  /** @type {string[]} */
  const found = [];
  const look = (/** @type {ts.Node} */ node) => {
    if (isTooNew(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${name}:${line + 1}: ${node.getText().split("\n")[0]}`);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

test("no private method, private accessor, static block or literal of a BigInt ships: older tools refuse them", async () => {
  const list = await readFile(join(ROOT, "tests", "packaging", "files.txt"), "utf8");
  const modules = list.split("\n").filter((file) => /\.c?js$/.test(file));
  assert.ok(modules.length > 50);
  const texts = modules.map(async (file) =>
    tooNewIn(file, await readFile(join(INSTALLED, file), "utf8")),
  );
  assert.deepEqual((await Promise.all(texts)).flat(), []);
});

test("each of them would be found", () => {
  const text =
    "class A {\n  #method() {}\n  get #read() {}\n  static {}\n  #field = () => {};\n}\n0n;\n";
  assert.deepEqual(tooNewIn("a.js", text), [
    "a.js:2: #method() {}",
    "a.js:3: get #read() {}",
    "a.js:4: static {}",
    "a.js:7: 0n",
  ]);
});
