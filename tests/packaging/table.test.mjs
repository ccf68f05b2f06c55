import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { GROUPS } from "./matrix/rows.mjs";
import { comparable, tableIn, tableOf, untoldIn, withTable } from "./matrix/table.mjs";

/** @typedef {import("./matrix/table.mjs").Result} Result */

/**
 * @param {string} where
 * @param {string} how
 * @param {string} version
 * @param {Partial<Result>} [rest]
 * @returns {Result}
 */
const result = (where, how, version, rest) => ({
  row: { where, how, isOfSystem: where === "Chromium" },
  verdict: "passed",
  version,
  ...rest,
});

const RESULTS = [
  result("Chromium", "page", "156.0"),
  result("Node", "import", "20.1"),
  result("Node", "require", "20.1"),
  result("Node", "import", "26.2"),
  result("Node", "require", "26.2"),
  result("Node", "import", "28.0"),
  result("Safari", "page", "", { verdict: "not tested" }),
];

const TABLE = `| | version | how |
|---|---|---|
| Chromium | 156.0 | page |
| Node | 20.1, 26.2 | import; require |
| Node | 28.0 | import |
| Safari |  | page (not tested) |
`;

const TEXT = `before
<!-- tested: one -->
old
<!-- end of tested: one -->
after
`;

test("the table has a line for each place, with the versions that were tested in the same ways", () => {
  assert.equal(tableOf(RESULTS), TABLE);
});

test("the table takes the place of the one before, and is found again", () => {
  const text = withTable(TEXT, "one", TABLE);
  assert.ok(text.startsWith("before\n") && text.endsWith("\nafter\n"));
  assert.ok(!text.includes("old"));
  assert.equal(tableIn(text, "one"), TABLE);
});

test("a text without a place for the table is refused", () => {
  assert.throws(() => withTable(TEXT, "two", TABLE), /no place for the table two/);
});

test("tables may differ in the versions that a system chooses, and in nothing else", () => {
  const same = (/** @type {string} */ other) =>
    comparable(other, RESULTS) === comparable(TABLE, RESULTS);
  assert.ok(same(TABLE.replace("156.0", "157.1")));
  assert.ok(!same(TABLE.replace("20.1", "20.2")));
  assert.ok(!same(TABLE.replace("(not tested)", "")));
  assert.ok(!same(TABLE.replace("| Chromium | 156.0 | page |", "| Chromium | 156.0 | worker |")));
});

test("of some results it can be said which a table does not tell", () => {
  assert.deepEqual(untoldIn(TABLE, RESULTS), []);
  const others = [
    result("Node", "import", "20.2"),
    result("Node", "transform", "20.1"),
    result("Deno", "import", "20.1"),
    result("Node", "import", "20.1", { verdict: "not tested" }),
    result("Node", "require", "28.0"),
  ];
  assert.deepEqual(untoldIn(TABLE, [...RESULTS, ...others]), others);
  assert.deepEqual(untoldIn(TABLE, [result("Chromium", "page", "157.1")]), []);
});

test("the tables in docs/runtimes.md tell each row that there is, whatever its version", async () => {
  const guide = await readFile(new URL("../../docs/runtimes.md", import.meta.url), "utf8");
  for (const { name, units } of GROUPS) {
    const lines = tableIn(guide, name)
      .split("\n")
      .map((line) => line.split("|").map((cell) => cell.trim()));
    const untold = units.flat().filter(({ where, how }) => {
      const own = lines.filter(([, place]) => place === where);
      return !own.some(([, , , ways = ""]) =>
        ways.replaceAll(" (not tested)", "").split("; ").includes(how),
      );
    });
    const names = untold.map(({ where, how }) => `${where}: ${how}`);
    assert.deepEqual(names, [], `${name}: write them with npm run test:packaging -- --write`);
  }
});
