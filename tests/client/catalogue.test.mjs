import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { CUTS } from "../../scripts/cuts.mjs";
import { DIST } from "./support.mjs";

for (const { name } of CUTS) {
  test(`the catalogue of ${name} has its codes under the numbers that the module gives`, async () => {
    const { catalogue } = await import(pathToFileURL(join(DIST, `${name}_catalogue.js`)).href);
    const issues = catalogue.issues();
    // A field for phone numbers has no JSON to check.
    const [unserializable, tooLarge] =
      name === "phone" ? [] : ["json.unserializable", "json.too_large"];
    assert.equal(issues[catalogue.UNSERIALIZABLE]?.[0], unserializable);
    assert.equal(issues[catalogue.TOO_LARGE]?.[0], tooLarge);
    assert.ok(Object.keys(issues).length > 20);
    for (const [code, sentence] of Object.values(issues)) {
      assert.match(code, /^[a-z_]+\.[a-z0-9_]+$/);
      assert.match(sentence, /^\S.*\S$/);
    }
    assert.equal(catalogue.issues(), issues, "it is read once");
  });
}
