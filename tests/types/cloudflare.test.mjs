/** Projects of Workers have Cloudflare's types in place of those of a page. */
import assert from "node:assert/strict";
import { test } from "node:test";
import ts from "typescript";
import { format, programWith, STRICT } from "./compiler.mjs";

test("with Cloudflare's types alone, what needs them compiles too", () => {
  const options = { ...STRICT, lib: ["lib.es2022.d.ts"], types: ["@cloudflare/workers-types"] };
  const program = programWith(["cloudflare.ts"], options);
  assert.ok(program.getSourceFiles().some(({ fileName }) => /workers-types/.test(fileName)));
  assert.deepEqual(ts.getPreEmitDiagnostics(program).map(format), []);
});
