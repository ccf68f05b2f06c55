/** Counters: how much of a limited text is used, counted as it is checked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formOf, limitOf, sendMessage, sendRcs, trackUser } from "interakt-wasm/forms";

const text = formOf(sendMessage, {
  fields: { to: "phone", text: "data.message", note: { to: "callbackData", as: "number" } },
  fixed: { type: "Text" },
});
const fallback = formOf(sendMessage, {
  fields: { sms: "fallback[0].content.message", other: "fallback[12].content.variables[3]" },
});

test("a field of a form has the limit of its place", () => {
  assert.equal(limitOf(text, "text")?.limit, 4096);
  assert.equal(limitOf(text, "text")?.unit, "characters");
  assert.equal(limitOf(text, "note")?.limit, 512);
  assert.equal(limitOf(fallback, "other")?.limit, 30);
});

test("an operation has the limits that its kinds agree on", () => {
  assert.equal(limitOf(sendMessage, "callbackData")?.limit, 512);
  assert.equal(limitOf(sendMessage, "data.message.action.sections[0].rows[9].title")?.limit, 24);
  assert.equal(limitOf(sendMessage, "data.message"), null, "4096 of a text, 1024 of a picture");
  assert.equal(limitOf(sendRcs, "message.plainText")?.limit, 3072);
});

test("what nothing bounds has no limit", () => {
  assert.equal(limitOf(text, "to"), null);
  assert.equal(limitOf(trackUser, "traits.name"), null);
  for (const path of ["", "constructor", "__proto__", "callbackData.x", "callback", "fallback"]) {
    assert.equal(limitOf(sendMessage, /** @type {any} */ (path)), null, path);
  }
});

test("a text is counted as the validator counts it", () => {
  const limit = limitOf(text, "text") ?? assert.fail();
  assert.deepEqual(limit.count("😀a\r\nb"), { used: 4, left: 4092 });
  const signs = fc.constantFrom("a", "é", "न", "😀", "👨‍👩‍👧", "\u{1f1ee}\u{1f1f3}");
  fc.assert(
    fc.property(signs, fc.integer({ min: 1, max: 40 }), (sign, over) => {
      const each = limit.count(sign).used;
      const fits = sign.repeat(Math.floor(limit.limit / each));
      const long = fits + "a".repeat(limit.count(fits).left + over);
      const checked = text.validate({ to: "+919876543210", text: long });
      assert.ok(!checked.ok);
      assert.deepEqual(checked.issues[0]?.params, {
        limit: limit.limit,
        actual: limit.count(long).used,
      });
      assert.equal(limit.count(long).left, -over);
      assert.ok(text.validate({ to: "+919876543210", text: fits }).ok);
    }),
    { numRuns: 30 },
  );
});

test("a text that is sent as SMS is counted in SMS too", () => {
  assert.deepEqual(limitOf(fallback, "sms")?.count("Your order costs ₹99"), {
    used: 20,
    left: 1980,
    sms: { encoding: "UCS-2", units: 20, unitsPerSegment: 70, segments: 1 },
  });
});

test("what is no text is refused", () => {
  assert.throws(() => limitOf(text, "text")?.count(/** @type {any} */ (7)), /takes a string/);
  assert.throws(() => limitOf(text, /** @type {any} */ (7)), /limitOf takes a path/);
});
