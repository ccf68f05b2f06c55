/** Cells and rows of megabytes, which nobody keeps in a folder. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkRows } from "interakt-wasm/bulk";
import { cutAnywhere, randomOf, streamOf } from "./ugly/cuts.mjs";
import { BASE, inputOf } from "./ugly/support.mjs";

const MIB = 1 << 20;
/** @type {any} */
const OPTIONS = {
  base: BASE,
  defaultCountry: "IN",
  columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
};

const OPEN = { "row.open_quote": 1 };

/**
 * Every row of the file, which comes whole and in pieces.
 *
 * @param {string} text
 * @param {any} [options]
 */
async function rowsOf(text, options = OPTIONS) {
  const bytes = new Uint8Array(Buffer.from(text));
  const pieces = cutAnywhere(bytes, randomOf(bytes.length), 1 << 17);
  const found = [];
  for (const source of [bytes, streamOf(pieces)]) {
    /** @type {any[]} */
    const rows = [];
    for await (const row of checkRows(source, options)) {
      const { line, status, issues, input } = row;
      rows.push({ line, status, codes: issues.map(({ code }) => code), input });
    }
    found.push(rows);
  }
  const [whole = [], cut] = found;
  assert.deepEqual(cut, whole);
  return whole;
}

/** @param {number} line @param {string} number @param {string} name */
const ready = (line, number, name) => ({
  ...{ line, status: "ready", codes: [], input: inputOf(`+91 ${number}`, [name]) },
});

test("a cell of a megabyte that belongs nowhere is no harm", async () => {
  const large = "अ".repeat(MIB / 3);
  const rows = await rowsOf(
    `Mobile,Name,Note\n9876543201,Asha,${large}\n9876543202,Ravi,"${large}\n"\n9876543203,Sita,\n`,
  );
  assert.deepEqual(rows, [
    ready(2, "9876543201", "Asha"),
    ready(3, "9876543202", "Ravi"),
    ready(5, "9876543203", "Sita"),
  ]);
});

test("one with digits is no phone", async () => {
  const rows = await rowsOf(`Mobile,Name\n${"9".repeat(MIB)},Asha\n9876543202,Ravi\n`);
  assert.deepEqual(rows[0]?.codes, ["phone.too_long"]);
  assert.deepEqual(rows[1], ready(3, "9876543202", "Ravi"));
});

test("one with quotes in quotes is read to its end", async () => {
  const rows = await rowsOf(`Mobile,Name\n9876543201,"${'""'.repeat(MIB)}"\n9876543202,Ravi\n`);
  const { bodyValues } = rows[0]?.input.template ?? {};
  assert.equal(bodyValues?.[0], '"'.repeat(MIB));
  assert.deepEqual(rows[1], ready(3, "9876543202", "Ravi"));
});

test("a row of more than four megabytes is not read, and the next one is", async () => {
  const large = "x".repeat(5 * MIB);
  for (const row of [`9876543201,${large}`, `9876543201,"${large}"`]) {
    const rows = await rowsOf(`Mobile,Name\n${row}\n9876543202,Ravi\n`);
    assert.deepEqual(rows[1], ready(3, "9876543202", "Ravi"));
    assert.deepEqual(rows[0]?.codes, ["row.too_long"]);
    assert.equal(rows.length, 2);
  }
});

test("a line of NDJSON of more than four megabytes neither", async () => {
  const line = JSON.stringify(inputOf("+91 9876543202", ["Ravi"]));
  const rows = await rowsOf(`{"a":"${"x".repeat(5 * MIB)}"}\n${line}\n`, {});
  assert.deepEqual(rows[1], ready(2, "9876543202", "Ravi"));
  assert.deepEqual(rows[0]?.codes, ["row.too_long"]);
});

test("a quote that is open before megabytes of rows takes one of them", async () => {
  const numbers = Array.from({ length: 200_000 }, (_, index) => 9_870_000_000 + index);
  const all = numbers.map((number) => `${number},Asha,from a file of ours\n`).join("");
  const check = checkRows(`Mobile,Name,Note\n9876543201,"Ravi\n${all}`, OPTIONS);
  const { rows, ready, byCode, problems } = await check.run();
  assert.ok(all.length > 5 * MIB);
  assert.deepEqual({ rows, ready, byCode }, { rows: 200_001, ready: 200_000, byCode: OPEN });
  assert.deepEqual(
    problems.map(({ line }) => line),
    [2],
  );
});

test("a header may be longer than what a file is usually looked at by", async () => {
  for (const length of [1500, 10_000]) {
    const names = Array.from({ length }, (_, at) => `A column with a long name ${at}`);
    const cells = names.map(() => "x");
    const text = `${names},Mobile,Name\n${cells},9876543201,Asha\n${cells},9876543202,Ravi\n`;
    assert.deepEqual(await rowsOf(text), [
      ready(2, "9876543201", "Asha"),
      ready(3, "9876543202", "Ravi"),
    ]);
  }
});

/** @param {number} count */
const numbered = (count) =>
  Array.from({ length: count }, (_, row) => `${9_000_000_000 + row},5`).join("\n");

const REFUSED = {
  name: "ConfigurationError",
  message: /quotation mark in the first row is not clo/,
};

test("a quote in the header that takes the customers behind it is refused", async () => {
  for (const count of [1, 2, 3000, 300_000]) {
    for (const more of [
      {},
      { header: true },
      { columns: undefined },
      { columns: { 1: "phone" } },
    ]) {
      const options = { ...OPTIONS, columns: { Mobile: "phone" }, ...more };
      const text = `Mobile,"Size\n${numbered(count)}"\n9876543212,7\n`;
      const told = checkRows(new Blob([text]), options);
      await assert.rejects(told.plan(), REFUSED, `${count} ${JSON.stringify(more)}`);
      await assert.rejects(told.run(), REFUSED);
    }
  }
});

test("lines in a header that are no customers are words of it", async () => {
  const text = 'Mobile,"Name\n(as of 30/11/2026)"\n9876543201,Asha\n';
  const { header } = await checkRows(text, { ...OPTIONS, columns: undefined }).plan();
  assert.deepEqual(header, ["Mobile", "Name\n(as of 30/11/2026)"]);
});

test("a first row of several lines is one where a customer is in it", async () => {
  const text = '9876543201,"Asha\nor 9876543209"\n9876543202,Ravi\n';
  const told = checkRows(text, { ...OPTIONS, columns: { 1: "phone" } });
  assert.equal((await told.plan()).header, null);
  assert.equal((await told.run()).rows, 2);
});
