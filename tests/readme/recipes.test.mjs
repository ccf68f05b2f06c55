/** What README.md shows of a program in a framework stands in the program, which the matrix runs. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../scripts/project.mjs";
import { has, plain } from "./programs.mjs";

const readme = await readFile(join(ROOT, "README.md"), "utf8");
const recipes = [...readme.matchAll(/<!-- stands in (\S+) -->\n```\w+\n(.*?)^```$/gms)];

test("there are recipes for React and Vue", () => {
  const languages = recipes.map(([, file = ""]) => file.split(".").at(-1));
  assert.deepEqual([...new Set(languages)].sort(), ["ts", "tsx", "vue"]);
});

for (const [, file = "", code = ""] of recipes) {
  test(`${file} has what README.md shows of it`, async () => {
    const program = plain(await readFile(join(ROOT, file), "utf8"));
    assert.ok(has(program, code), code);
  });
}
