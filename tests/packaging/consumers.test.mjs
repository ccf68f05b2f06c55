import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { CONSUMERS, projects } from "./matrix/consumer.mjs";
import { GROUPS } from "./matrix/rows.mjs";

const folders = (await readdir(CONSUMERS)).sort();

test("every project of consumers/ is run by a row", () => {
  assert.ok(GROUPS.length > 0);
  assert.deepEqual([...projects].sort(), folders);
});

for (const name of folders) {
  test(`${name} asks for exact versions, names no registry, and takes any tarball`, async () => {
    const read = async (/** @type {string} */ file) =>
      JSON.parse(await readFile(join(CONSUMERS, name, file), "utf8"));
    const { dependencies, devDependencies } = await read("package.json");
    const { "interakt-wasm": own, ...others } = { ...dependencies, ...devDependencies };
    assert.equal(own, "file:interakt-wasm.tgz");
    for (const [other, version] of Object.entries(others)) {
      assert.match(version, /^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/, other);
    }
    const { packages } = await read("package-lock.json");
    const { resolved, integrity } = packages["node_modules/interakt-wasm"];
    assert.deepEqual({ resolved, integrity }, { resolved: own, integrity: undefined });
    const fetched = Object.values(packages).map((locked) => locked.resolved ?? "");
    assert.deepEqual(
      fetched.filter((address) => address.includes("://")),
      [],
    );
  });
}
