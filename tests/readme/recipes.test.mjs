/** What a guide shows of a program in a framework stands in the program, which the matrix runs. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../scripts/project.mjs";
import { readGuides } from "./guides.mjs";
import { has, plain } from "./programs.mjs";

const recipes = (await readGuides()).flatMap(({ file: guide, markdown }) =>
  [...markdown.matchAll(/<!-- stands in (\S+) -->\n```\w+\n(.*?)^```$/gms)].map(
    ([, file = "", code = ""]) => ({ guide, file, code }),
  ),
);

test("there are recipes for React, Vue and Node", () => {
  const languages = recipes.map(({ file }) => file.split(".").at(-1));
  assert.deepEqual([...new Set(languages)].sort(), ["mjs", "ts", "tsx", "vue"]);
});

for (const { guide, file, code } of recipes) {
  test(`${file} has what ${guide} shows of it`, async () => {
    const program = plain(await readFile(join(ROOT, file), "utf8"));
    assert.ok(has(program, code), code);
  });
}
