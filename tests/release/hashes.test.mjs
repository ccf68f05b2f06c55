/** By what two builds are compared. */
import assert from "node:assert/strict";
import { chmod, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { capture, PKG, TARBALL } from "../../scripts/project.mjs";
import { differences, hashesOf, tellHashes } from "../../scripts/supply/hashes.mjs";

const folder = await mkdtemp(join(tmpdir(), "interakt-wasm-hashes-"));
after(() => rm(folder, { recursive: true, force: true }));
const copy = join(folder, "pkg");
await cp(PKG, copy, { recursive: true });
const built = await hashesOf(PKG, TARBALL);

test("a copy elsewhere has the same hashes", async () => {
  const copied = await hashesOf(copy, TARBALL);
  assert.deepEqual(differences(built, copied), []);
  assert.equal(copied.contents, built.contents);
});

test("files are packed with the same modes whatever the mask of files is", async () => {
  const listed = await capture("tar", ["-tvzf", TARBALL]);
  const lines = listed.trimEnd().split("\n");
  const programs = lines.filter((line) => line.startsWith("-rwxr-xr-x"));
  assert.equal(programs.length, 1);
  assert.match(programs[0] ?? "", / package\/bin\/interakt-wasm\.js$/);
  for (const line of lines) assert.match(line, /^-(rw-r--r--|rwxr-xr-x) /);
});

test("a byte, a file more and a program that is none any more are named", async () => {
  await writeFile(join(copy, "NOTICE"), "another");
  await writeFile(join(copy, "more.txt"), "");
  await chmod(join(copy, "bin", "interakt-wasm.js"), 0o644);
  const changed = await hashesOf(copy, TARBALL);
  assert.deepEqual(differences(built, changed).sort(), [
    "NOTICE",
    "bin/interakt-wasm.js",
    "more.txt",
  ]);
  assert.notEqual(changed.contents, built.contents);
});

test("they are told with the commit, each module by name", () => {
  const told = tellHashes("0123abc", built);
  assert.match(told, /^commit 0123abc, Node /);
  assert.match(told, /^dist\/core_bg\.wasm +[0-9a-f]{64}$/m);
  assert.match(told, /^contents +[0-9a-f]{64}$/m);
  assert.match(told, /^integrity +sha512-[\w+/]{86}==$/m);
});
