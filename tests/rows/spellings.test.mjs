/** Numbers that ring the same phone. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { phone } from "interakt-wasm/bulk";
import { load } from "./support.mjs";

/** @type {typeof import("../../pkg-template/src/spellings.js")} */
const { keyOf, spellingsOf } = await load("spellings");

const PAIRS = [
  ["525512345678", "5215512345678"],
  ["541123456789", "5491123456789"],
  ["543511234567", "5493511234567"],
  ["553187654321", "5531987654321"],
  ["551167654321", "5511967654321"],
  ["22501234567", "2250101234567"],
  ["22505234567", "2250505234567"],
  ["22547234567", "2250747234567"],
  ["22997123456", "2290197123456"],
];

test("a number has both spellings, whichever was given, and one key", () => {
  for (const pair of PAIRS) {
    for (const number of pair) {
      assert.deepEqual(spellingsOf(number), pair, number);
      assert.equal(keyOf(number), pair[0], number);
    }
  }
});

test("what may be another's number has one spelling", () => {
  for (const recipient of [
    // A landline, and a new mobile that was never written without its 9.
    ...["553132654321", "5531932654321"],
    // Of an operator other than the eight digits were of.
    ...["2250701234567", "2250107234567", "22521234567", "2252721234567"],
    ...["2290121234567", "22921234567"],
    // One digit too many or too few, and other countries.
    ...["52551234567", "52155123456789", "54911234567", "55319876543210", "5531876543210"],
    ...["919876543210", "12025550123", "15512345678", "5"],
    // Ids.
    ...["", "user-42", "525512345678x", "+525512345678", "525512345678\n"],
  ]) {
    assert.deepEqual(spellingsOf(recipient), [recipient], JSON.stringify(recipient));
  }
});

test("both spellings are numbers that can be sent to", () => {
  for (const number of PAIRS.flat()) assert.ok(phone.parse(`+${number}`).ok, number);
});

test("each id of WhatsApp that breaks the plan of its country has another spelling", async () => {
  const text = await readFile(new URL("../../docs/reference/phones.md", import.meta.url), "utf8");
  const [, table = ""] = /These ids of WhatsApp break.*?(\| \+.*?)\n\n/s.exec(text) ?? [];
  const rows = [...table.matchAll(/^\| \+(\d+) \(\w+\) \| (\d+) \| (?:`([^`]+)`|any) \|/gm)];
  assert.ok(rows.length >= 4, table);
  for (const [, code = "", digits, first = ""] of rows) {
    // The least and the greatest of them, as far as their first digits are told.
    for (const pick of ["$1", "$2"]) {
      const begun = first.replace(/\[(\d)-(\d)\]/g, pick);
      const number = `${code}${begun.padEnd(Number(digits), "4")}`;
      assert.equal(spellingsOf(number).length, 2, number);
    }
  }
});
