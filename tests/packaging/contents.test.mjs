import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { CUTS } from "../../scripts/cuts.mjs";
import { ROOT, readCrate } from "../../scripts/project.mjs";
import { installTarball } from "./tarball.mjs";

/**
 * Of each cut three forms of the module, two of the code, what servers and the command line have,
 * a third of a megabyte to read, so that no link leads out of the package, and what editors show of
 * each name: a page downloads little of it.
 */
const UNPACKED_KIB = 4900;

const project = await installTarball();
after(project.remove);
const manifest = JSON.parse(await readFile(join(project.installed, "package.json"), "utf8"));

/**
 * @param {unknown} value
 * @returns {string[]} The files that an exports map points to.
 */
function targets(value) {
  if (typeof value === "string") return [value.replace("./", "")];
  return Object.values(/** @type {object} */ (value)).flatMap(targets);
}

test("the tarball holds the files of files.txt and nothing else", async () => {
  const listed = await readFile(new URL("./files.txt", import.meta.url), "utf8");
  assert.deepEqual(project.files, listed.trimEnd().split("\n"));
});

test(`unpacked it is at most ${UNPACKED_KIB} KiB`, async (t) => {
  const sizes = project.files.map(async (path) => (await stat(join(project.installed, path))).size);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  t.diagnostic(`${project.tarball.length} bytes packed, ${bytes} unpacked`);
  assert.ok(bytes <= UNPACKED_KIB * 1024, `it is ${bytes} bytes`);
});

test("no file is in the tarball twice", async () => {
  /** @type {Map<string, string>} */
  const seen = new Map();
  for (const path of project.files) {
    const bytes = await readFile(join(project.installed, path));
    const digest = createHash("sha256").update(bytes).digest("hex");
    assert.equal(seen.get(digest), undefined, `${path} is ${seen.get(digest)} once more`);
    seen.set(digest, path);
  }
  assert.equal(project.files.filter((path) => path.endsWith(".wasm")).length, CUTS.length);
});

test("every file that the manifest points to is in the tarball", () => {
  const { main, module, types, bin, exports } = manifest;
  for (const path of targets({ main, module, types, bin, exports })) {
    assert.ok(project.files.includes(path), `${path} is missing`);
  }
});

test("each path that it exports is a folder too, which points to the same files", async () => {
  const paths = Object.keys(manifest.exports).filter(
    (path) => !/^\.(\/package\.json)?$/.test(path),
  );
  assert.ok(paths.length > 0);
  for (const path of paths) {
    const file = join(project.installed, path, "package.json");
    const pointers = Object.values(JSON.parse(await readFile(file, "utf8")));
    const exported = targets(manifest.exports[path]);
    for (const target of pointers.map((pointer) => pointer.replaceAll("../", ""))) {
      assert.ok(exported.includes(target), `${path} points to ${target}`);
    }
  }
});

test("the manifest states what Cargo.toml states, and runs nothing at install", async () => {
  const { version, description, license } = await readCrate();
  assert.equal(manifest.version, version);
  assert.equal(manifest.description, description);
  assert.equal(manifest.license, license);
  assert.equal(manifest.scripts, undefined);
  assert.equal(manifest.dependencies, undefined);
});

test("the notice names the licence that stands beside it, and the manifest names both", async () => {
  const notice = await readFile(join(project.installed, "NOTICE"), "utf8");
  const licence = await readFile(join(project.installed, "LICENSE-APACHE"), "utf8");
  assert.match(notice, /libphonenumber \d+\.\d+\.\d+.*see LICENSE-APACHE/s);
  assert.match(licence, /^\s+Apache License\n\s+Version 2\.0, January 2004\n/);
  assert.equal(manifest.license, "MIT AND Apache-2.0");
});

test("publint finds nothing to say", async () => {
  const { messages } = await publint({
    pack: { tarball: Uint8Array.from(project.tarball).buffer },
    strict: true,
  });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, manifest)),
    [],
  );
});

test("every entry but a JSON file has types, which resolve in every mode", async () => {
  const checked = await checkPackage(createPackageFromTarballData(project.tarball), {
    excludeEntrypoints: ["./openapi.json"],
  });
  assert.ok(checked.types, "the package has types");
  const problems = checked.problems.map((problem) => {
    const where = "entrypoint" in problem ? `${problem.entrypoint} ${problem.resolutionKind}` : "";
    return `${problem.kind} ${where}`.trim();
  });
  assert.deepEqual(problems, []);
});

test("no module names a folder of the machine that built it", async () => {
  for (const { name } of CUTS) {
    const module = await readFile(join(project.installed, "dist", `${name}_bg.wasm`), "latin1");
    assert.ok(!module.includes(ROOT), `${name}_bg.wasm names ${ROOT}`);
    assert.doesNotMatch(module, /\.cargo|registry\/src/);
  }
});
