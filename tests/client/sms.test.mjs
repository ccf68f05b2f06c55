import assert from "node:assert/strict";
import { test } from "node:test";
import { isInteraktError, smsSegments } from "interakt-wasm";

test("the SMS of a text are counted in the units of their encoding", () => {
  for (const [text, encoding, units, unitsPerSegment, segments] of /** @type {const} */ ([
    ["", "GSM-7", 0, 160, 0],
    ["a".repeat(161), "GSM-7", 161, 153, 2],
    ["€".repeat(80), "GSM-7", 160, 160, 1],
    ["Your order costs ₹99", "UCS-2", 20, 70, 1],
    ["😀".repeat(36), "UCS-2", 72, 67, 2],
  ])) {
    assert.deepEqual(smsSegments(text), { encoding, units, unitsPerSegment, segments });
  }
});

test("what is no string is refused", () => {
  assert.throws(
    () => smsSegments(/** @type {any} */ (undefined)),
    (error) => isInteraktError(error) && error.message === "smsSegments takes a string.",
  );
});
