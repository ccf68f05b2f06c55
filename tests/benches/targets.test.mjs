import assert from "node:assert/strict";
import { test } from "node:test";
import { judgedBy } from "../../benches/targets.mjs";

/** @param {number} figure @param {import("../../benches/targets.mjs").Target} target */
const verdictOn = (figure, target) =>
  judgedBy({ row: target }, [{ name: "row", details: [], figure }], "bench")[0]?.verdict;

test("a figure meets what is promised up to the bound itself, and misses it beyond", () => {
  assert.equal(verdictOn(3, { must: 3 }), "met");
  assert.equal(verdictOn(3.01, { must: 3 }), "MISSED");
  assert.equal(verdictOn(2, { must: 3, aim: 2 }), "aim met");
  assert.equal(verdictOn(2.01, { must: 3, aim: 2 }), "met");
});

test("where more is better, less misses", () => {
  assert.equal(verdictOn(1, { must: 1, aim: 2, more: true }), "met");
  assert.equal(verdictOn(0.99, { must: 1, aim: 2, more: true }), "MISSED");
  assert.equal(verdictOn(2, { must: 1, aim: 2, more: true }), "aim met");
});

test("what is no number misses", () => {
  assert.equal(verdictOn(Number.NaN, { must: 1 }), "MISSED");
  assert.equal(verdictOn(Number.NaN, { must: 1, more: true }), "MISSED");
});

test("a row of which nothing is promised has no verdict, unless all have the same", () => {
  const rows = [{ name: "other", details: [], figure: 1 }];
  assert.deepEqual(judgedBy({}, rows, "bench"), [{ ...rows[0], verdict: "" }]);
  assert.equal(judgedBy({ "": { must: 2 } }, rows, "bench")[0]?.verdict, "met");
});

test("a promise about a row that is none is an error", () => {
  assert.throws(() => judgedBy({ gone: { must: 1 } }, [], "bench"), /bench has no row for gone/);
});
