/** The crate by itself, as `cargo package` packs it: `npm run release -- --dry-run` compiles it, too. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { test } from "node:test";
import { capture, ROOT } from "../../scripts/project.mjs";

const list = await capture("cargo", ["package", "--list", "--allow-dirty"]);
const files = list.trim().replaceAll("\\", "/").split("\n");

test("it has its source and its licences, and no tests and nothing of the npm package", () => {
  for (const file of ["src/lib.rs", "build.rs", "LICENSE", "LICENSE-APACHE", "NOTICE"]) {
    assert.ok(files.includes(file), `${file} is missing`);
  }
  for (const file of files)
    assert.doesNotMatch(file, /^(tests|pkg-template|www|scripts|benches)\//);
});

test("each file that its source reads or takes in is in it", async () => {
  let count = 0;
  for (const file of files.filter((name) => name.endsWith(".rs"))) {
    const source = await readFile(join(ROOT, file), "utf8");
    const taken = /(?:#\[path = |include(?:_str|_bytes)?!\()"([^"]+)"/g;
    for (const [, path = ""] of source.matchAll(taken)) {
      const place = posix.join(posix.dirname(file), path);
      assert.ok(files.includes(place), `${file} takes in ${place}`);
      count += 1;
    }
  }
  assert.ok(count >= 5);
});
