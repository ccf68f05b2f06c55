import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { GROUPS } from "./matrix/rows.mjs";
import { CORE, chooseUnits, nameOf, withTimes } from "./matrix/sample.mjs";

/** @param {string} where @param {number} count */
const unit = (where, count = 1) =>
  Array.from({ length: count }, (_, index) => ({ where, how: `way ${index}` }));

const UNITS = [unit("Vite", 2), ...Array.from({ length: 20 }, (_, index) => unit(`T${index}`, 3))];
/** Ten seconds a row. */
const TIMES = Object.fromEntries(UNITS.flat().map((row) => [nameOf(row), 10]));

/** @param {number} seconds @param {string} [seed] */
const choose = (seconds, seed = "2026-11-29 a1b2c3") =>
  chooseUnits(UNITS, { seconds, times: TIMES, seed });

test("a sample holds the core, and what fits into the time, in the order of the rows", () => {
  const chosen = choose(20 + 5 * 30);
  assert.equal(chosen.length, 1 + 5);
  assert.equal(chosen[0], UNITS[0]);
  const places = chosen.map((one) => UNITS.indexOf(one));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
});

test("all are taken where all fit, and the core alone where nothing does", () => {
  assert.deepEqual(choose(20 + 20 * 30), UNITS);
  assert.deepEqual(choose(0), [UNITS[0]]);
});

test("what does not fit makes way for something shorter", () => {
  const units = [unit("T0", 3), unit("T1")];
  assert.deepEqual(chooseUnits(units, { seconds: 10, times: TIMES, seed: "" }), [units[1]]);
});

test("the same seed chooses the same, and another one others; in time each has its turn", () => {
  assert.deepEqual(choose(170), choose(170));
  assert.notDeepEqual(choose(170), choose(170, "2026-11-30 a1b2c3"));
  const seen = new Set(Array.from({ length: 60 }, (_, day) => choose(170, `${day}`)).flat());
  assert.equal(seen.size, UNITS.length);
});

test("a row that was never measured counts as a minute", () => {
  const units = [unit("new")];
  const chooseNew = (/** @type {number} */ seconds) =>
    chooseUnits(units, { seconds, times: {}, seed: "" });
  assert.deepEqual([chooseNew(59), chooseNew(60)], [[], units]);
});

test("measured times take the place of those before, the longest of a name, in whole seconds", () => {
  const row = { where: "Vite", how: "built" };
  const measured = [4.2, 6.1, 5].map((seconds) => ({ row, seconds }));
  assert.deepEqual(withTimes({ "Vite: built": 9, other: 1 }, measured), {
    "Vite: built": 7,
    other: 1,
  });
});

test("what is called core is there, and times are those of rows that are there", async () => {
  const rows = GROUPS.flatMap(({ units }) => units.flat());
  const places = new Set(rows.map(({ where }) => where));
  assert.deepEqual(
    [...CORE].filter((where) => !places.has(where)),
    [],
  );
  const times = JSON.parse(await readFile(new URL("./matrix/times.json", import.meta.url), "utf8"));
  const names = new Set(rows.map(nameOf));
  assert.deepEqual(
    Object.keys(times).filter((name) => !names.has(name)),
    [],
  );
});
