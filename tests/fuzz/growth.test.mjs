/**
 * What strangers send costs time in proportion to its length: the edges of the program that are taken
 * are counted for the worst inputs that are known, at three lengths. They are the same on every
 * machine, and `npm run fuzz -- --cost` looks for worse ones.
 */
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { growthOf, WORST } from "../../scripts/fuzz/worst.mjs";

const growth = await growthOf();

test("every target has its worst inputs, and all of them were measured", async () => {
  const kept = (await readdir(WORST, { recursive: true })).filter((name) => name.endsWith(".json"));
  assert.deepEqual(growth.map(({ name }) => name).sort(), kept.sort());
  assert.ok(growth.every(({ perByte }) => perByte.every((steps) => steps > 0.5)));
});

for (const { name, perByte } of growth) {
  test(`${join("tests/fuzz/worst", name)} costs as much for a byte, however long it is`, () => {
    const [first = 0, , last = 0] = perByte;
    assert.ok(last <= first * 1.1 + 0.5, `${perByte.map((steps) => steps.toFixed(1)).join(", ")}`);
  });
}
