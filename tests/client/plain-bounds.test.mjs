import assert from "node:assert/strict";
import { test } from "node:test";
import { trackUser } from "interakt-wasm";
import { trackUser as ofForms } from "interakt-wasm/forms";

test("an input that just fits into the room for plain ones is read like any other", () => {
  /** @type {unknown} */
  let deep = -1.2345678901234568e-300;
  for (let depth = 0; depth < 18; depth += 1) deep = depth % 2 ? [deep] : { a: deep };
  const inputs = Array.from({ length: 350 }, (_, more) => {
    return { userId: "a", traits: { text: "x".repeat(7_900 + more), deep } };
  });
  // After one that is large, the room is the usual one again.
  trackUser.validate({ userId: "x".repeat(2 << 20) });
  const results = inputs.map((input) => trackUser.validate(input));
  for (const [index, input] of inputs.entries()) {
    // What is of a class goes another way.
    const other = Object.assign(new (class {})(), input);
    assert.deepEqual(results[index], trackUser.validate(other), `${index}`);
  }
});

test("an input whose getter checks another one is read like any other, also with another entry", () => {
  for (const inner of [trackUser, ofForms]) {
    for (const outer of [trackUser, ofForms]) {
      /** @type {boolean[]} */
      const within = [];
      const input = {
        userId: "user-42",
        get traits() {
          within.push(inner.validate({ userId: "user-43", tags: ["x".repeat(100)] }).ok);
          // This one needs more room than there was, so that the module makes it elsewhere.
          within.push(inner.validate({ userId: "x".repeat(50_000) }).ok);
          return { name: "Asha" };
        },
        tags: ["tea"],
      };
      const result = outer.validate(input);
      assert.deepEqual(result, {
        ok: true,
        value: { userId: "user-42", traits: { name: "Asha" }, tags: ["tea"] },
        warnings: [],
      });
      // It could as well send a message, which must not go out twice.
      assert.deepEqual(within, [true, true], "it is read once");
    }
  }
});
