/** Files of very many columns: what would be done for each pair of them would take minutes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, failureOf } from "./support.mjs";

const COUNT = 6000;

/** As short as can be: all of them are in the part of a file that is looked at. */
const names = Array.from({ length: COUNT }, (_, at) => `c${at.toString(36)}`);
const file = `Mobile,${names.join(",")}\n9876543210,a,b\n`;
const options = { operation: "trackUser", defaultCountry: "IN" };

/**
 * @param {import("node:test").TestContext} t
 * @returns {() => number} How often words were made alike, which takes the time.
 */
function counting(t) {
  const { normalize } = String.prototype;
  let count = 0;
  t.after(() => {
    String.prototype.normalize = normalize;
  });
  String.prototype.normalize = function (/** @type {string | undefined} */ form) {
    count += 1;
    return normalize.call(this, form);
  };
  return () => count;
}

test("each column of very many is found by its name", async (t) => {
  const count = counting(t);
  const columns = Object.fromEntries(names.map((name) => [name.toUpperCase(), `traits.${name}`]));
  const own = check(file, { ...options, columns: { MOBILE: "phone", ...columns } });
  const plan = await own.plan();
  assert.equal(plan.names.length, COUNT + 1);
  assert.ok(count() < 30 * COUNT, `${count()}`);
  assert.deepEqual([plan.names[0], plan.names[COUNT], plan.unmapped], ["Mobile", names.at(-1), []]);
  assert.ok(count() < 10 * COUNT, `${count()}`);
});

test("each column of very many is proposed for a trait", async (t) => {
  const count = counting(t);
  const { columns } = await check(file, options).plan();
  assert.equal(Object.keys(columns).length, COUNT + 1);
  assert.ok(count() < 30 * COUNT, `${count()}`);
});

test("columns of which a file has none are told at once", async (t) => {
  const count = counting(t);
  const columns = Object.fromEntries(names.map((name) => [`other ${name}`, `traits.${name}`]));
  const failure = await failureOf(check(file, { ...options, columns }).plan());
  assert.match(failure.message, /the file has no column "other c0"/);
  assert.ok(count() < 10 * COUNT, `${count()}`);
});

test("each problem in a file of very many columns tells its cell", async () => {
  const rows = Array.from({ length: 200 }, () => `12${",".repeat(COUNT)}`).join("\n");
  const own = check(`Mobile,${names.join(",")}\n${rows}\n`, {
    ...options,
    columns: { Mobile: "phone" },
    maxProblems: 200,
  });
  const { problems } = await own.run();
  assert.deepEqual(
    [problems.length, problems[0]?.column, problems[0]?.cell],
    [200, "Mobile", "12"],
  );
});
