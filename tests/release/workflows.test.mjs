/** The workflows of GitHub: they run the commands of this checkout, and nothing that can change. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../scripts/project.mjs";
import { faultsOf, WORKFLOWS } from "../../scripts/supply/workflows.mjs";

const files = await readdir(WORKFLOWS);
const texts = await Promise.all(files.map((file) => readFile(join(WORKFLOWS, file), "utf8")));
const workflows = new Map(files.map((file, index) => [file, texts[index] ?? ""]));

test("each action is named by a whole hash, with the version that it is of", () => {
  let count = 0;
  for (const [file, text] of workflows) {
    for (const line of text.split("\n").filter((one) => /\buses:/.test(one))) {
      assert.match(line, /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, file);
      count += 1;
    }
  }
  assert.ok(count >= 5);
});

test("one action has one version in all of them", () => {
  const used = [...workflows.values()].flatMap((text) => text.match(/uses: .+$/gm) ?? []);
  const names = new Set([...new Set(used)].map((line) => line.split("@")[0]));
  assert.equal(new Set(used).size, names.size);
});

test("what they run are commands of this checkout", async () => {
  const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  for (const [file, text] of workflows) {
    const commands = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)];
    for (const [, name = ""] of commands)
      assert.ok(name in scripts, `${file} runs npm run ${name}`);
  }
  assert.match(workflows.get("ci.yml") ?? "", /^ +- run: bash \.ci\/run$/m);
});

test("a job may do nothing but what it names, and only the one that publishes may sign", () => {
  for (const [file, text] of workflows) {
    assert.match(text, /^permissions: \{\}$/m, file);
    assert.doesNotMatch(text, /pull_request_target|write-all/, file);
    const signing = text.match(/id-token: write/g) ?? [];
    assert.equal(signing.length, file === "release.yml" ? 1 : 0, file);
  }
});

test("faults in them are found before they are pushed", async () => {
  for (const [file, text] of workflows) assert.deepEqual(await faultsOf(file, text), []);
  const text = workflows.get("ci.yml") ?? "";
  const faulty = text.replace("github.ref }}", "github.reff }}").replace("runs-on:", "run-on:");
  const faults = await faultsOf("ci.yml", faulty);
  assert.ok(faults.some((fault) => fault.includes('"reff" is not defined')));
  assert.ok(faults.some((fault) => fault.includes('unexpected key "run-on"')));
});
