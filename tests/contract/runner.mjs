/** How a runner reports the suite to `node --test`: a test a runtime, a subtest a case. */
import test from "node:test";
import { performContract } from "./perform.mjs";

/** @typedef {import("../support/runtimes.mjs").Runtime} Runtime */

/**
 * @param {string} name of the runtime
 * @param {() => Promise<Runtime>} start
 */
export function testContract(name, start) {
  test(`the contract holds in ${name}`, async (t) => {
    await performContract(
      start,
      (caseName, run) => t.test(caseName, run),
      (text) => t.diagnostic(text),
    );
  });
}
