/**
 * The examples of README.md: each block marked `ts` or `js` is a whole module
 * that compiles, and runs in Node with the simulator as its `fetch`. A block
 * after the comment `<!-- compiled only -->` needs a page or a worker around it,
 * and is not run.
 */
import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { transform } from "esbuild";
import ts from "typescript";
import { BUILD, capture, ROOT } from "../../scripts/project.mjs";

const OUTPUT = join(BUILD, "tests", "readme");
const PRELOAD = new URL("./simulated-fetch.mjs", import.meta.url).href;

/**
 * @typedef {object} Example
 * @property {number} line Where it starts in README.md.
 * @property {"ts" | "js"} language
 * @property {string} code
 * @property {boolean} runs
 */

/**
 * @param {string} markdown
 * @returns {Example[]}
 */
function examplesOf(markdown) {
  const blocks = markdown.matchAll(/(<!-- compiled only -->\n+)?^```(ts|js)\n([\s\S]*?)^```$/gm);
  return [...blocks].map((block) => {
    const [, marker, language, code = ""] = block;
    const before = markdown.slice(0, block.index + (marker?.length ?? 0));
    return {
      line: before.split("\n").length,
      language: language === "ts" ? "ts" : "js",
      code,
      runs: marker === undefined,
    };
  });
}

const examples = examplesOf(await readFile(join(ROOT, "README.md"), "utf8"));
await rm(OUTPUT, { recursive: true, force: true });
await mkdir(OUTPUT, { recursive: true });
await writeFile(join(OUTPUT, "package.json"), '{ "type": "module" }\n');

test("README.md has examples", () => {
  assert.notEqual(examples.length, 0);
});

/** @param {Example} example */
const sourceOf = ({ line, language }) => join(OUTPUT, `line-${line}.${language}`);

for (const example of examples) await writeFile(sourceOf(example), example.code);

const diagnostics = ts.getPreEmitDiagnostics(
  ts.createProgram(examples.map(sourceOf), {
    noEmit: true,
    strict: true,
    allowJs: true,
    checkJs: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: ["node"],
    typeRoots: [join(ROOT, "node_modules", "@types")],
  }),
);

for (const example of examples) {
  const { line, language, code, runs } = example;

  test(`the example at line ${line} compiles`, () => {
    const complaints = diagnostics
      .filter(({ file }) => file?.fileName === sourceOf(example))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    assert.deepEqual(complaints, []);
  });

  if (runs) {
    test(`the example at line ${line} runs`, async () => {
      const { code: script } = await transform(code, { loader: language, target: "es2022" });
      const program = join(OUTPUT, `line-${line}.run.mjs`);
      await writeFile(program, script);
      await capture(process.execPath, ["--import", PRELOAD, program], {
        env: { INTERAKT_API_KEY: "dGVzdC1rZXk6" },
      });
    });
  }
}

test("nothing else is wrong with the examples' program", () => {
  const files = examples.map(sourceOf);
  const others = diagnostics.filter(({ file }) => !files.includes(file?.fileName ?? ""));
  assert.deepEqual(
    others.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    [],
  );
});
