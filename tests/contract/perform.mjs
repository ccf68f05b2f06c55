/** Puts a runtime through the suite, case by case, against the simulator over HTTP. */
import { operations } from "interakt-wasm";
import { readCollection } from "../support/collection.mjs";
import { readCollectionWebhooks } from "../support/collection-webhooks.mjs";
import { readFixtures, readWebhookFixtures } from "../support/fixtures.mjs";
import { serve, startServer } from "../support/server.mjs";
import { contract } from "./suite.mjs";

/**
 * @param {() => Promise<import("../support/runtimes.mjs").Runtime>} start
 * @param {(name: string, run: () => Promise<void>) => Promise<void>} report Is handed each case;
 *   `run` rejects where it does not hold.
 * @param {(text: string) => void} note Is told what is missing.
 */
export async function performContract(start, report, note) {
  const fixtures = await readFixtures();
  const collection = await readCollection(operations);
  if (collection === undefined) note("Interakt's collection is not at hand: fixtures only");
  const webhooks = await readWebhookFixtures();
  const collectionWebhooks = await readCollectionWebhooks();
  const examples = { fixtures, collection, webhooks, collectionWebhooks };
  // Fetched once: handed over with each case they take longer than the case.
  const shelf = await serve(async () => Response.json(examples));
  const server = await startServer();
  try {
    const runtime = await start();
    try {
      for (const { name } of contract(examples)) {
        await report(name, async () => {
          const task = { name, baseUrl: server.url, examplesUrl: shelf.url };
          const problem = await runtime.run(task);
          if (problem !== null) throw new Error(problem);
        });
      }
    } finally {
      await runtime.stop();
    }
  } finally {
    await server.close();
    await shelf.close();
  }
}
