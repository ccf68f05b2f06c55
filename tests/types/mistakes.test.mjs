import assert from "node:assert/strict";
import { describe, test } from "node:test";
import ts from "typescript";
import { format, programWith, STRICT } from "./compiler.mjs";
import { complaintsIn, inOrder, lineOf, MISTAKES, programOf } from "./mistakes.mjs";

/** @type {(index: number) => string} */
const fileOf = (index) => `mistake-${index}.ts`;

const sources = new Map(MISTAKES.map((mistake, index) => [fileOf(index), programOf(mistake)]));
const program = programWith([...sources.keys()], STRICT, sources);
const found = complaintsIn(ts.getPreEmitDiagnostics(program).map(format).join("\n"));

describe("the compiler names the field and the cure", () => {
  for (const [index, mistake] of MISTAKES.entries()) {
    test(`${mistake.name}: ${mistake.field}`, () => {
      const [complaint, ...others] = found.get(fileOf(index)) ?? [];
      assert.equal(inOrder(complaint?.text ?? ""), inOrder(mistake.says));
      assert.equal(complaint?.line, lineOf(mistake));
      assert.deepEqual(others, []);
    });
  }
});
