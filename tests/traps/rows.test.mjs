/** Runs of rows that are under way when the module traps. */
import assert from "node:assert/strict";
import test from "node:test";
import { checkRows, isInternalError } from "interakt-wasm/bulk";
import { failureOf } from "../support/failure.mjs";
import { createTraps, WAYS } from "./trap.mjs";

const traps = createTraps();
test.after(() => traps.end());

const OPTIONS = {
  base: { type: "Template", template: { name: "diwali_offer", languageCode: "en" } },
  columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
  defaultCountry: "IN",
};

/** Files of many chunks, whose rows differ. @param {number} first */
const fileFrom = (first) =>
  ["Mobile,Name", ...Array.from({ length: 5000 }, (_, at) => `${first + at},Asha ${at}`)].join(
    "\n",
  );

/** @param {any} options */
const open = (options) => checkRows(fileFrom(options.first), { ...OPTIONS, ...options.more });

/** @param {AsyncIterable<any>} rows */
async function all(rows) {
  const found = [];
  for await (const { index, status, input } of rows)
    found.push(JSON.stringify({ index, status, input }));
  return found;
}

for (const [name, way] of Object.entries(WAYS)) {
  test(`a run that traps ends, and has told nothing wrong until then: ${name}`, async () => {
    const whole = await all(open({ first: 9876500000 }));
    assert.equal(whole.length, 5000);
    traps.set("rows", { way, nth: 4 });
    const rows = open({ first: 9876500000 });
    /** @type {string[]} */
    const told = [];
    const error = await failureOf(async () => {
      for await (const { index, status, input } of rows)
        told.push(JSON.stringify({ index, status, input }));
    });
    assert.equal(traps.isSet, false);
    assert.ok(isInternalError(error));
    assert.ok(told.length > 0 && told.length < whole.length);
    assert.deepEqual(told, whole.slice(0, told.length));
    // It says itself that it is not the whole.
    assert.equal(rows.summary.complete, false);
    // The next pass begins at the start.
    assert.deepEqual(await all(rows), whole);
    assert.deepEqual(traps.late, []);
  });
}

test("of two runs that take turns the one that traps ends, and the other tells all of its rows", async () => {
  const files = [9876500000, 9123400000];
  const [, whole] = await Promise.all(files.map((first) => all(open({ first }))));
  traps.set("rows", { nth: 6 });
  const ends = await Promise.allSettled(files.map((first) => all(open({ first }))));
  assert.equal(traps.isSet, false);
  const [failed, ...others] = ends.filter(({ status }) => status === "rejected");
  assert.equal(others.length, 0);
  assert.ok(failed?.status === "rejected" && isInternalError(failed.reason));
  const [good] = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
  const alone = good?.[0] === whole?.[0] ? whole : await all(open({ first: files[0] }));
  assert.deepEqual(good, alone);
  assert.deepEqual(traps.late, []);
});

test("who asks for the summary or for the refused rows of a run that traps is told", async () => {
  for (const ask of [
    (/** @type {any} */ rows) => rows.run(),
    (/** @type {any} */ rows) => rows.refusedCsv().getReader().read(),
    (/** @type {any} */ rows) => all(rows.ready()),
  ]) {
    traps.set("rows");
    assert.ok(isInternalError(await failureOf(ask(open({ first: 1234500000 })))));
    assert.equal(traps.isSet, false);
  }
});
