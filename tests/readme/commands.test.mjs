/** What the guides say to type into a shell runs, with the simulator for Interakt. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { ROOT } from "../../scripts/project.mjs";
import { readCommands, runInShell } from "./shell.mjs";

const commands = await readCommands();

const folder = await mkdtemp(join(tmpdir(), "interakt-wasm-commands-"));
after(() => rm(folder, { recursive: true, force: true }));
await writeFile(join(folder, "customers.csv"), "Mobile,Name\n9876543210,Asha\n9876543211,Ravi\n");

/** @param {RegExp} pattern */
const named = (pattern) => commands.filter(({ code }) => pattern.test(code));

test("there are commands for templates and for campaigns", () => {
  assert.ok(named(/npx interakt-wasm templates/).length >= 2);
  assert.ok(named(/npx interakt-wasm campaign/).length >= 2);
});

for (const { place, code } of named(/npx interakt-wasm/)) {
  test(`${place} runs`, async () => {
    const told = await runInShell(code, folder);
    if (code.includes("--dry-run")) assert.match(told, /2 to send/);
    else if (code.includes("campaign run")) assert.match(told, /2 sent: /);
  });
}

for (const { place, code } of named(/^npm (start|test|run)/m)) {
  test(`${place} names scripts that there are`, async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    for (const [, name = ""] of code.matchAll(/^npm (?:run )?([\w:]+)/gm)) {
      assert.ok(name in scripts, name);
    }
  });
}
