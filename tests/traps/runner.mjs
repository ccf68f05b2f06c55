/** How the cases are reported to `node --test`: a test a runtime, a subtest a case. */
import assert from "node:assert/strict";
import test from "node:test";
import { cases } from "./cases.mjs";

/**
 * @param {string} name Of the runtime.
 * @param {() => Promise<import("../support/runtimes.mjs").Runtime>} start
 */
export const testTraps = (name, start) =>
  test(`a trap ends one call in ${name}`, async (t) => {
    const runtime = await start();
    try {
      for (const { name } of cases) {
        await t.test(name, async () => assert.equal(await runtime.run({ name }), null));
      }
    } finally {
      await runtime.stop();
    }
  });
