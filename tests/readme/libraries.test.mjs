/** What docs/forms.md says to write for each library stands in the programs that it links to. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../scripts/project.mjs";
import { has, plain } from "./programs.mjs";

const guide = await readFile(join(ROOT, "docs", "forms.md"), "utf8");
const [, section = ""] = /^## Form libraries and servers\n(.*?)^## /ms.exec(guide) ?? [];
const [, table = "", below = ""] = /^(\| library .*?)\n\n(.*)/ms.exec(section) ?? [];
const rows = table.split("\n").slice(2);

/** The code in a text. @param {string} text */
const codeIn = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);

test("the table has the libraries that the packaging matrix drives", () => {
  assert.ok(rows.length >= 6, section);
});

for (const row of rows) {
  const [, library = "", what = "", links = ""] = row.split("|").map((cell) => cell.trim());
  test(`${library}: what to write is what its programs have`, async () => {
    const files = [...links.matchAll(/\]\(([^)]+)\)/g)].map(([, file = ""]) =>
      join(ROOT, "docs", file),
    );
    assert.ok(files.length > 0, row);
    const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
    const programs = texts.map(plain).join("\n");
    const codes = codeIn(what);
    assert.ok(codes.length > 0, row);
    for (const code of codes) {
      assert.ok(has(programs, code), `no program has ${code}`);
    }
  });
}

test("what is said below of a type that TanStack Form wants stands in its program", async () => {
  const file = "tests/packaging/consumers/forms/tanstack-form/message.tsx";
  const code = codeIn(below).find((text) => text.startsWith("const ")) ?? "nothing";
  assert.ok(has(plain(await readFile(join(ROOT, file), "utf8")), code), code);
});

test("a piece of code is found whatever its lines are, and one that is not there is not", () => {
  const program = plain("send(\n  one,\n  { two: 2 },\n);");
  assert.ok(has(program, "send(one, { … })"));
  assert.ok(!has(program, "send(one, { three … })"));
});
