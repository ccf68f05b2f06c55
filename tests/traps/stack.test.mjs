/** The stack that a module runs on is that of whoever calls it, and may end within the module. */
import assert from "node:assert/strict";
import test from "node:test";
import { phone, sendMessage } from "interakt-wasm";
import { TEXT } from "./uses.mjs";

test("where the stack ended within the module, the next call is answered", () => {
  const good = JSON.stringify(sendMessage.validate(TEXT));
  /** @type {Set<string>} */
  const thrown = new Set();
  let deepest = 0;

  /** Calls the module wherever little of the stack is left. @param {number} depth */
  function dive(depth) {
    deepest = depth;
    try {
      dive(depth + 1);
    } catch {}
    if (depth < deepest - 300) return;
    for (const call of [() => sendMessage.validate(TEXT), () => phone.isMobile("919876543210")]) {
      try {
        call();
      } catch (/** @type {any} */ error) {
        thrown.add(error.name);
      }
    }
  }

  for (let time = 0; time < 5; time += 1) dive(0);
  assert.ok(thrown.size > 0, "the stack has ended somewhere");
  assert.equal(JSON.stringify(sendMessage.validate(TEXT)), good);
  assert.equal(phone.isMobile("919876543210"), true);
});
