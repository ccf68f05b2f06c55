import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import ts from "typescript";
import { INSTALLED } from "../../scripts/project.mjs";
import { readFixtures } from "../support/fixtures.mjs";
import { CASES, format, programWith, STRICT } from "./compiler.mjs";

/** A program that is written here, out of the examples: each must be an input of its operation. */
const EXAMPLES = "examples.ts";

const written = (await readdir(CASES)).filter((name) => name.endsWith(".ts")).sort();
const cases = [...written, EXAMPLES];
const examples = (await readFixtures()).map(exampleSource).join("\n");

/**
 * @param {import("../support/fixtures.mjs").Fixture} fixture
 * @param {number} index
 */
function exampleSource({ name, operation, input, bothForms }, index) {
  // A file stands in the examples as its type and bytes.
  const value = input?.file ? { ...input, file: 0 } : input;
  const literal = JSON.stringify(value).replace('"file":0', '"file":new Blob()');
  return [
    `// ${name}`,
    ...(bothForms ? ["// @ts-expect-error: both forms of a phone number"] : []),
    `export const example${index}: import("interakt-wasm").OperationTypes["${operation}"]["input"] = ${literal};`,
  ].join("\n");
}

test("there are programs to compile", () => {
  assert.notEqual(written.length, 0);
  assert.match(examples, /@ts-expect-error/);
});

for (const exactOptionalPropertyTypes of [true, false]) {
  describe(`exactOptionalPropertyTypes: ${exactOptionalPropertyTypes}`, () => {
    const options = { ...STRICT, exactOptionalPropertyTypes };
    const program = programWith(cases, options, new Map([[EXAMPLES, examples]]));
    const diagnostics = ts.getPreEmitDiagnostics(program);

    /**
     * @param {(file: string) => boolean} isWanted
     * @returns {string[]} What the compiler says about the wanted files, a line each.
     */
    function complaints(isWanted) {
      return diagnostics.filter(({ file }) => isWanted(file?.fileName ?? "")).map(format);
    }

    test("the package's declarations have no errors of their own", () => {
      const files = program.getSourceFiles().map(({ fileName }) => fileName);
      assert.notDeepEqual(
        files.filter((file) => file.startsWith(INSTALLED)),
        [],
      );
      assert.deepEqual(
        complaints((file) => !file.startsWith(CASES)),
        [],
      );
    });

    for (const name of cases) {
      test(`${name} compiles, and is refused where it says so`, () => {
        assert.deepEqual(
          complaints((file) => file === join(CASES, name)),
          [],
        );
      });
    }
  });
}
