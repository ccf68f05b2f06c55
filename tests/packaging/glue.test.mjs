import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { CUTS, folderOf } from "../../scripts/cuts.mjs";
import { completeGlue } from "../../scripts/glue.mjs";

/** As wasm-bindgen writes what numbers cross by. */
const GLUE = `/**
 * How many bytes that are.
 * @returns {number}
 */
export function length() {
    const ret = wasm.length();
    return ret >>> 0;
}

let wasm;
export function __wbg_set_wasm(val) {
    wasm = val;
}
`;

/** @param {string} source @returns {Promise<any>} */
const load = (source) => import(`data:text/javascript,${encodeURIComponent(source)}`);

test("the built glue creates nothing at import, and has none for texts and objects", async () => {
  for (const { name } of CUTS) {
    const glue = await readFile(join(folderOf(name), `${name}_bg.js`), "utf8");
    assert.doesNotMatch(glue, /\bnew |import /);
  }
});

test("the module runs once the glue has it", async () => {
  const glue = await load(completeGlue(GLUE));
  assert.equal(glue.isStarted(), false);
  const memory = new WebAssembly.Memory({ initial: 1 });
  glue.__wbg_set_wasm({ length: () => 7, memory });
  assert.deepEqual([glue.isStarted(), glue.length(), glue.memory()], [true, 7, memory]);
});

test("glue that runs something at import is refused, and says what to do", () => {
  for (const line of [
    "const cache = new Map();",
    "let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });",
    'import { createDecoder } from "./text.js";',
  ]) {
    assert.throws(() => completeGlue(`${GLUE}${line}\n`), /would run at import: .*\n.*text\.rs/);
  }
});
