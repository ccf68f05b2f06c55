/** The list of what the package is made of, for programs. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Validation } from "@cyclonedx/cyclonedx-library";
import { INSTALLED, readCrate } from "../../scripts/project.mjs";
import { fullName, readComponents } from "../../scripts/supply/components.mjs";
import { SPEC_VERSION, writeSbom } from "../../scripts/supply/sbom.mjs";

const text = await readFile(join(INSTALLED, "sbom.cdx.json"), "utf8");
const bom = JSON.parse(text);

test("it is valid by the schema of CycloneDX", async () => {
  const validator = new Validation.JsonStrictValidator(SPEC_VERSION);
  assert.equal(await validator.validate(text), null);
  const broken = text.replace('"type": "library"', '"type": "a library"');
  assert.notEqual(await validator.validate(broken), null);
});

test("it lists all that the notices list, of crates with the hash of their archive", async () => {
  const { version } = await readCrate();
  const { component } = bom.metadata;
  assert.deepEqual([component.name, component.version], ["interakt-wasm", version]);
  const components = await readComponents();
  assert.deepEqual(bom.components.map(fullName).sort(), components.map(fullName).sort());
  for (const { name, purl, hashes, licenses } of bom.components) {
    assert.ok(licenses.length > 0, name);
    // Those that come with Rust's source have no archive of their own.
    if (!purl.startsWith("pkg:cargo/") || name === "compiler_builtins") continue;
    assert.match(hashes?.[0]?.content ?? "", /^[0-9a-f]{64}$/, name);
  }
});

test("it says what each needs, and nothing that is not listed", () => {
  const listed = new Set([...bom.components, bom.metadata.component].map((one) => one["bom-ref"]));
  /** @type {{ ref: string, dependsOn?: string[] }[]} */
  const dependencies = bom.dependencies;
  for (const { ref, dependsOn = [] } of dependencies) {
    for (const name of [ref, ...dependsOn]) assert.ok(listed.has(name), name);
  }
  const of = (/** @type {string} */ start) =>
    dependencies.find(({ ref }) => ref.startsWith(start))?.dependsOn ?? [];
  assert.equal(of("pkg:npm/interakt-wasm@").length, bom.components.length);
  assert.ok(of("pkg:cargo/serde_json@").some((name) => name.startsWith("pkg:cargo/memchr@")));
});

test("the same source gives the same bytes: it has no time and no number of its own", async () => {
  assert.equal(await writeSbom(), text);
  assert.equal(bom.serialNumber, undefined);
  assert.equal(bom.metadata.timestamp, undefined);
});
