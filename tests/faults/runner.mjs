/** How a runner reports the suite to `node --test`: a test a runtime, a subtest a case. */
import test from "node:test";
import { startFaultServer } from "./server.mjs";
import { cases } from "./suite.mjs";

/**
 * @typedef {import("../support/runtimes.mjs").Runtime} AnyRuntime
 * @typedef {AnyRuntime & { end?: () => Promise<void> }} Runtime `end` waits until it ends by
 *   itself, where it can.
 */

/**
 * @param {import("./world.mjs").RuntimeName} name of the runtime
 * @param {() => Promise<Runtime>} start
 */
export function testFaults(name, start) {
  test(`what becomes of a call when something goes wrong, in ${name}`, async (t) => {
    const server = await startFaultServer();
    const runtime = await start();
    try {
      for (const { name: caseName, skip } of cases()) {
        await t.test(caseName, { skip: skip?.[name] }, async () => {
          const problem = await runtime.run({ name: caseName, addresses: server.addresses });
          if (problem !== null) throw new Error(problem);
        });
      }
      const { end } = runtime;
      if (end) await t.test("nothing is left that keeps the process from ending", () => end());
    } finally {
      await runtime.stop();
      await server.close();
    }
  });
}
