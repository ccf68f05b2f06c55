/** What a message carries so that its webhooks find its row. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isConfigurationError } from "interakt-wasm";
import { callbackDataOf, rowOfCallbackData } from "interakt-wasm/edge";

for (const [campaign, index, own, text] of /** @type {const} */ ([
  ["sale", 0, undefined, "sale.0"],
  ["20261130-abcdef", 99_999, "", "20261130-abcdef.99999"],
  ["a_B-9", 7, "order.1\nx.2", "a_B-9.7.order.1\nx.2"],
])) {
  test(`${JSON.stringify(text)} names a row`, () => {
    assert.equal(callbackDataOf(campaign, index, own), text);
    assert.deepEqual(rowOfCallbackData(text), { campaign, index, own: own || null });
  });
}

for (const text of [
  ...[null, "", "sale", "sale.", ".1", "sale.x", "sale.-1", "sale.01", "sale.1.", "sale.1x"],
  ...["sale.4294967296", "sale.99999999999", "sa le.1", `${"x".repeat(41)}.1`, "order-1"],
]) {
  test(`${JSON.stringify(text)} names none`, () => {
    assert.equal(rowOfCallbackData(text), null);
  });
}

test("whatever a row has of its own comes back", () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
  const own = fc.string({ unit: "binary", minLength: 1 });
  fc.assert(
    fc.property(id, fc.nat({ max: 2 ** 32 - 1 }), own, (campaign, index, own) => {
      const found = rowOfCallbackData(callbackDataOf(campaign, index, own));
      assert.deepEqual(found, { campaign, index, own });
    }),
  );
});

for (const [campaign, index] of /** @type {const} */ ([
  ["", 0],
  ["a.b", 0],
  ["x".repeat(41), 0],
  ["sale", -1],
  ["sale", 1.5],
  ["sale", 2 ** 32],
])) {
  test(`there is no row ${index} of ${JSON.stringify(campaign)}`, () => {
    assert.throws(() => callbackDataOf(campaign, index), isConfigurationError);
  });
}
