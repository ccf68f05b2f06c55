/** What others have made of the package is listed, with the licences that it comes under. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { CUTS } from "../../scripts/cuts.mjs";
import { capture, INSTALLED, ROOT, readCrate, WASM_TARGET } from "../../scripts/project.mjs";
import { fullName, readComponents } from "../../scripts/supply/components.mjs";
import { LICENCES, taken, textsOf } from "../../scripts/supply/licences.mjs";
import { writeNotices } from "../../scripts/supply/notices.mjs";

const components = await readComponents();
const names = components.map(fullName);

test("every crate that a module is compiled with is among the components", async () => {
  const { version } = await readCrate();
  for (const { name: cut, features } of CUTS) {
    const text = await capture("cargo", [
      ...["tree", "--target", WASM_TARGET, "--edges", "normal,no-proc-macro"],
      ...["--no-default-features", "--features", features.join(",")],
      ...["--prefix", "none", "--format", "{p}", "--locked"],
    ]);
    const crates = text.split("\n").map((line) => /^(\S+) v(\S+)/.exec(line)?.slice(1).join(" "));
    const others = new Set(crates.filter((name) => name && name !== `interakt-wasm ${version}`));
    assert.ok(others.size > 5, `${cut} is compiled with ${others.size} crates`);
    for (const name of others)
      assert.ok(names.includes(name ?? ""), `${name} of ${cut} is missing`);
  }
});

test("so are the standard library and what that is made of, Google's metadata and esbuild's helpers", () => {
  const plain = components.map(({ name }) => name);
  for (const name of ["Rust standard library", "compiler_builtins", "hashbrown", "dlmalloc"]) {
    assert.ok(plain.includes(name), name);
  }
  assert.ok(plain.includes("libphonenumber metadata"));
  assert.ok(plain.includes("esbuild"));
  // What runs while it is compiled is not in the package.
  assert.ok(!plain.includes("syn"));
});

test("each comes with the text of each licence that is taken for it", async () => {
  const texts = await textsOf(components);
  for (const component of components.filter(({ kind }) => kind !== "data")) {
    const own = texts.filter((text) => text.names.includes(fullName(component)));
    for (const licence of taken(component.license)) {
      const marker = LICENCES[licence];
      assert.ok(marker);
      const has = own.some(({ text }) => marker.test(text));
      assert.ok(has, `${fullName(component)} has no text of ${licence}`);
    }
    for (const { text } of own) assert.doesNotMatch(text, /<(year|copyright holders)>/);
  }
  // The licence of what is data stands beside NOTICE, which names it.
  const apache = await readFile(join(INSTALLED, "LICENSE-APACHE"), "utf8");
  assert.match(apache, LICENCES["Apache-2.0"] ?? /^$/);
});

test("the package has them all, and the checkout's list is what cargo says today", async () => {
  const shipped = await readFile(join(INSTALLED, "THIRD-PARTY-NOTICES.md"), "utf8");
  assert.equal(await readFile(join(ROOT, "THIRD-PARTY-NOTICES.md"), "utf8"), await writeNotices());
  assert.equal(shipped, await writeNotices());
  for (const { name, version } of components) {
    assert.ok(shipped.includes(`| ${name} | ${version} |`), name);
  }
});

test("of several licences one is taken that may be in the package", () => {
  assert.deepEqual(taken("MIT OR Apache-2.0"), ["MIT"]);
  assert.deepEqual(taken("Apache-2.0 OR MIT"), ["MIT"]);
  assert.deepEqual(taken("Unlicense OR MIT"), ["MIT"]);
  assert.deepEqual(taken("GPL-3.0-only OR Apache-2.0"), ["Apache-2.0"]);
  assert.deepEqual(taken("(MIT OR Apache-2.0) AND Unicode-3.0"), ["MIT", "Unicode-3.0"]);
  assert.deepEqual(taken("Apache-2.0 WITH LLVM-exception"), ["Apache-2.0 WITH LLVM-exception"]);
  assert.throws(() => taken("GPL-3.0-only"), /nothing of "GPL-3\.0-only" may be in the package/);
  assert.throws(() => taken("MIT AND GPL-3.0-only"), /may be in the package/);
});

test("the licences that cargo-deny lets pass are those that the notices can have", async () => {
  const deny = await readFile(join(ROOT, "deny.toml"), "utf8");
  const [, allowed = ""] = /^allow = \[(.+)\]$/m.exec(deny) ?? [];
  const listed = Object.keys(LICENCES).filter((name) => !name.includes(" WITH "));
  assert.deepEqual(JSON.parse(`[${allowed}]`).sort(), listed.sort());
});
