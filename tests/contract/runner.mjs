/** How a runner reports the suite to `node --test`: a test a runtime, a subtest a case. */
import test from "node:test";
import { operations } from "interakt-wasm";
import { readCollection } from "../support/collection.mjs";
import { readCollectionWebhooks } from "../support/collection-webhooks.mjs";
import { readFixtures, readWebhookFixtures } from "../support/fixtures.mjs";
import { startServer } from "../support/server.mjs";
import { contract } from "./suite.mjs";

/** @typedef {import("../support/runtimes.mjs").Runtime} Runtime */

/**
 * @param {string} name of the runtime
 * @param {() => Promise<Runtime>} start
 */
export function testContract(name, start) {
  test(`the contract holds in ${name}`, async (t) => {
    const fixtures = await readFixtures();
    const collection = await readCollection(operations);
    if (collection === undefined)
      t.diagnostic("Interakt's collection is not at hand: fixtures only");
    const webhooks = await readWebhookFixtures();
    const collectionWebhooks = await readCollectionWebhooks();
    const examples = { fixtures, collection, webhooks, collectionWebhooks };
    // A text crosses into a page much faster than what it stands for.
    const json = JSON.stringify(examples);
    const server = await startServer();
    const runtime = await start();
    try {
      for (const { name: caseName } of contract(examples)) {
        await t.test(caseName, async () => {
          const problem = await runtime.run({
            name: caseName,
            baseUrl: server.url,
            examples: json,
          });
          if (problem !== null) throw new Error(problem);
        });
      }
    } finally {
      await runtime.stop();
      await server.close();
    }
  });
}
