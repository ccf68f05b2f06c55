/** Recipients that were met, beside a Map. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support.mjs";

/** @type {typeof import("../../pkg-template/src/rows-recipients.js")} */
const { createRecipients } = await load("rows-recipients");

test("each number is told once, and after that where it stood, whatever the seed", () => {
  for (const seed of [0, 1, 0x7fff_ffff, 0xffff_ffff]) {
    const recipients = createRecipients(seed);
    /** @type {Map<number, number>} */
    const known = new Map();
    let state = seed + 1;
    for (let line = 1; line <= 60_000; line += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const number = 910_000_000_000 + (state % 30_000) * 4096;
      assert.equal(recipients.addNumber(number, line), known.get(number) ?? 0);
      if (!known.has(number)) known.set(number, line);
    }
    assert.ok(known.size > 20_000);
  }
});

test("numbers with the same low half are different people", () => {
  const recipients = createRecipients(7);
  for (let high = 0; high < 2_000; high += 1) {
    assert.equal(recipients.addNumber(high * 2 ** 32 + 5, high + 1), 0);
  }
  assert.equal(recipients.addNumber(1_999 * 2 ** 32 + 5, 1), 2_000);
});

test("the longest numbers are exact", () => {
  const recipients = createRecipients(7);
  assert.equal(recipients.addNumber(999_999_999_999_999, 1), 0);
  assert.equal(recipients.addNumber(999_999_999_999_998, 2), 0);
  assert.equal(recipients.addNumber(999_999_999_999_999, 3), 1);
});

test("ids and numbers are apart", () => {
  const recipients = createRecipients(7);
  assert.equal(recipients.addId("919876543210", 1), 0);
  assert.equal(recipients.addNumber(919_876_543_210, 2), 0);
  assert.equal(recipients.addId("919876543210", 3), 1);
  assert.equal(recipients.addId("__proto__", 4), 0);
});
