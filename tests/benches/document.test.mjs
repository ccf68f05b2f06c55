import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { documentOf, overviewOf, summaryOf } from "../../benches/document.mjs";
import { linesOf } from "../../benches/results.mjs";
import { BESIDE, SECTIONS } from "../../benches/sections.mjs";
import { markdownTable } from "../../benches/table.mjs";
import { TARGETS } from "../../benches/targets.mjs";
import { ROOT } from "../../scripts/project.mjs";

/** @typedef {import("../../benches/results.mjs").Table} Table */

/** @type {Table} */
const TABLE = {
  table: "teas",
  how: "3 cups",
  machine: "a kettle",
  measured: "2026-01-15",
  columns: ["ours, a second"],
  unit: "× theirs",
  digits: 1,
  peers: { samovar: "2.0.1", cup: "1.0.0" },
  rows: [
    { name: "black | green", details: ["12"], figure: 2.04, must: 1, aim: 3, verdict: "met" },
    { name: "herbal", details: ["4"], figure: 0.51, must: 1, verdict: "MISSED" },
    { name: "none", details: ["1"], figure: 1, verdict: "" },
  ],
};

const SECTION = { table: "teas", bench: "tea", title: "Teas", text: "Ours beside theirs." };
const OTHER = { table: "cakes", bench: "cake", title: "Cakes", text: "With cream." };

const DOCUMENT = documentOf([SECTION, OTHER], new Map([["teas", TABLE]]), "1.2.3");

test("a row says what it was made from, the figure, what is promised, and how it stands to that", () => {
  assert.deepEqual(linesOf(TABLE), [
    ["", "ours, a second", "× theirs", "must", "aim", ""],
    ["black | green", "12", "2.0", "1", "3", "met"],
    ["herbal", "4", "0.5", "1", "", "MISSED"],
    ["none", "1", "1.0", "", "", ""],
  ]);
});

test("a table in a document has a line for each row, and no column that a cell has made", () => {
  assert.equal(
    markdownTable(linesOf(TABLE)),
    `|  | ours, a second | × theirs | must | aim |  |
| --- | ---: | ---: | ---: | ---: | --- |
| black \\| green | 12 | 2.0 | 1 | 3 | met |
| herbal | 4 | 0.5 | 1 |  | MISSED |
| none | 1 | 1.0 |  |  |  |
`,
  );
});

test("what is missed is told by name", () => {
  assert.equal(summaryOf([TABLE]), "1 of 2 musts are met; missed: teas, herbal.");
  assert.equal(summaryOf([{ ...TABLE, rows: TABLE.rows.slice(0, 1) }]), "1 of 1 musts are met.");
});

test("all rows stand in one table, with the unit of each", () => {
  assert.equal(
    overviewOf([TABLE]),
    `                         measured  must  aim
teas: black | green  2.0 × theirs     1    3  met
teas: herbal         0.5 × theirs     1       MISSED
teas: none           1.0 × theirs`,
  );
});

test("the document names the machine, the versions, and how to repeat each table", () => {
  assert.match(DOCUMENT, /\*\*Ratios, not seconds\.\*\*/);
  assert.match(DOCUMENT, /interakt-wasm 1\.2\.3 on a kettle \(2026-01-15\)/);
  assert.match(DOCUMENT, /cup 1\.0\.0, samovar 2\.0\.1/);
  assert.match(
    DOCUMENT,
    /## Teas\n\nOurs beside theirs\. 3 cups\. Measure it: `npm run bench -- tea`\.\n\n\|/,
  );
});

test("the document says of what was not measured that it was not", () => {
  assert.match(DOCUMENT, /## Cakes\n\nWith cream\. .*\n\nNot measured\.\n/);
});

const told = await readFile(join(ROOT, "docs", "benchmarks.md"), "utf8");

/** @param {string} title @returns {string} */
const sectionOf = (title) => told.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";

/** @param {string} section @returns {string[][]} The cells of its table. */
function rowsIn(section) {
  const lines = section.split("\n").filter((line) => line.startsWith("| "));
  return lines.slice(2).map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
}

for (const { table, title } of SECTIONS) {
  test(`docs/benchmarks.md tells of ${table} what is promised: npm run bench -- --write writes it`, () => {
    const section = sectionOf(title);
    // What could not be measured is told as such, and nothing besides.
    if (section.trim().endsWith("\nNot measured.")) return;
    const rows = rowsIn(section);
    assert.notEqual(rows.length, 0, "no row");
    const promised = rows.filter((cells) => cells.at(-2) !== "");
    const { "": each, ...named } = TARGETS[table] ?? {};
    // What is promised of each row stands in each that has nothing of its own.
    const others = rows.map(([, name = ""]) => [name, each]);
    const targets = each ? { ...Object.fromEntries(others), ...named } : named;
    assert.deepEqual(
      promised.map(([, name = "", ...cells]) => [name, ...cells.slice(-4, -2)]).sort(),
      Object.entries(targets)
        .map(([name, { must, aim }]) => [name, String(must), aim === undefined ? "" : String(aim)])
        .sort(),
    );
  });
}

test("everything that is promised stands in the document, but what is measured only when asked for", () => {
  const tables = SECTIONS.map(({ table }) => table);
  const untold = Object.keys(TARGETS).filter((table) => !tables.includes(table));
  assert.deepEqual(
    untold.filter((table) => !BESIDE.includes(table)),
    [],
  );
});
