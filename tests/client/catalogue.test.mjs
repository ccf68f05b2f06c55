import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { CUTS } from "../../scripts/cuts.mjs";
import { DIST } from "./support.mjs";

/** The codes of what does not reach the module. */
const OUTSIDE = ["json.unserializable", "json.too_large", "issues.not_listed"];

for (const { name } of CUTS) {
  test(`the catalogue of ${name} has each code under a number, and its sentence`, async () => {
    const { catalogue } = await import(pathToFileURL(join(DIST, `${name}_catalogue.js`)).href);
    const words = catalogue();
    const isNumber = (/** @type {string} */ key) => /^\d+$/.test(key);
    const numbers = Object.keys(words).filter(isNumber);
    const codes = Object.keys(words).filter((key) => !isNumber(key));
    assert.ok(codes.length > 20);
    assert.deepEqual(numbers.map((number) => words[number]).sort(), codes.sort());
    for (const number of numbers) assert.ok(Number(number) < 1 << 15);
    for (const code of codes) {
      assert.match(code, /^[a-z_]+\.[a-z0-9_]+$/);
      // The phone field says what forms say: messages.test.mjs asks those.
      if (name !== "phone-field") assert.match(words[code], /^\S.*\S$/);
    }
    // A field for phone numbers has no JSON to check.
    if (!name.startsWith("phone")) for (const code of OUTSIDE) assert.ok(code in words, code);
    assert.equal(catalogue(), words, "it is read once");
  });
}
