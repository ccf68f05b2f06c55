/** The facts of a release stand in one place: Cargo.toml. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { factsOf } from "../../scripts/assemble.mjs";
import { capture, INSTALLED, ROOT, readCrate } from "../../scripts/project.mjs";
import { openPoints, sectionOf } from "../../scripts/release/points.mjs";

const crate = await readCrate();

/** @param {string} path */
const readInstalled = async (path) => JSON.parse(await readFile(join(INSTALLED, path), "utf8"));

test("the version stands in Cargo.toml, and no other file is to be changed with it", async () => {
  const found = await capture("git", [
    ...["grep", "-n", "-I", "--word-regexp", "--fixed-strings", crate.version, "--"],
    // Versions of other packages, and of projects that are not published.
    ...[".", ":!*.lock", ":!package.json", ":!package-lock.json"],
    ...[":!*/Cargo.toml", ":!tests/packaging/consumers"],
    // What has been is told with its version.
    ...[":!CHANGELOG.md", ":!docs/benchmarks.md"],
  ]);
  const [line = "", ...others] = found.trimEnd().split("\n");
  assert.match(line, /^Cargo\.toml:\d+:version = "/);
  assert.deepEqual(others, []);
  const own = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  assert.equal(own.version, undefined);
});

test("what is published and what describes it have that version", async () => {
  assert.equal((await readInstalled("package.json")).version, crate.version);
  assert.equal((await readInstalled("dist/openapi.json")).info.version, crate.version);
  assert.equal((await readInstalled("sbom.cdx.json")).metadata.component.version, crate.version);
});

test("where the project can be found is left out until it is set, and then is as npm has it", async () => {
  const { repository: _, homepage: __, bugs: ___, ...unset } = crate;
  assert.deepEqual(factsOf(unset), {
    version: crate.version,
    description: crate.description,
    license: crate.license,
  });
  const repository = "https://github.com/someone/interakt-wasm";
  const set = factsOf({ ...unset, repository, homepage: "https://a.example/", bugs: "b" });
  assert.deepEqual(set.version, crate.version);
  assert.deepEqual(Object.entries(set).slice(3), [
    ["repository", { type: "git", url: `git+${repository}.git` }],
    ["homepage", "https://a.example/"],
    ["bugs", { url: "b" }],
  ]);
});

test("the published manifest has what Cargo.toml says, and nothing that is empty", async () => {
  const manifest = await readInstalled("package.json");
  const facts = factsOf(crate);
  const names = ["version", "description", "license", "repository", "homepage", "bugs"];
  for (const name of names) {
    assert.deepEqual(manifest[name], facts[/** @type {keyof typeof facts} */ (name)], name);
  }
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.scripts, undefined);
});

const ready = {
  crate: {
    ...crate,
    version: "1.2.3",
    repository: "https://github.com/someone/interakt-wasm",
    homepage: "https://a.example/",
    bugs: "https://a.example/bugs",
  },
  changelog: "# Changelog\n\n## 1.2.3 (2026-12-01)\n\n- Do more.\n\n## 1.2.2\n\n- Do it.\n",
  isDirty: false,
  isPublished: false,
  tag: "v1.2.3",
  repository: "someone/interakt-wasm",
};

test("a release that lacks nothing may be published", () => {
  assert.deepEqual(openPoints(ready), []);
  assert.equal(sectionOf(ready.changelog, "1.2.3"), "- Do more.");
});

test("what a release lacks is said, and what to do", () => {
  const { repository: _, homepage: __, bugs: ___, ...unset } = ready.crate;
  const cases =
    /** @type {[Partial<import("../../scripts/release/points.mjs").State>, RegExp][]} */ ([
      [{ isDirty: true }, /^commit what/],
      [{ isPublished: true }, /^raise the version in Cargo\.toml: npm has 1\.2\.3$/],
      [{ changelog: ready.changelog.replace("1.2.3", "Unreleased") }, /^write what is new under/],
      [{ changelog: ready.changelog.replace("- Do more.", "") }, /^write what is new under/],
      [{ tag: "v1.2.4" }, /^tag v1\.2\.3, as Cargo\.toml says: the tag is v1\.2\.4$/],
      [{ repository: "another/interakt-wasm" }, /^set `repository` .*\/another\/interakt-wasm/],
    ]);
  for (const [state, expected] of cases) {
    const points = openPoints({ ...ready, ...state });
    assert.equal(points.length, 1, String(expected));
    assert.match(points[0] ?? "", expected);
  }
  const { tag: ____, repository: _____, ...local } = ready;
  const points = openPoints({ ...local, crate: unset });
  assert.deepEqual(
    points,
    ["repository", "homepage", "bugs"].map((name) => `set \`${name}\` in Cargo.toml`),
  );
});
