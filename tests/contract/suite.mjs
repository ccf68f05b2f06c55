/**
 * What the package promises, as cases that run in every runtime: Node, workers, pages.
 * The runners beside this file only bring the package, a server and the examples.
 */

import { createRemote } from "../support/remote.mjs";
import { collectionCases } from "./cases/collection.mjs";
import { entryCases } from "./cases/entries.mjs";
import { errorCases } from "./cases/errors.mjs";
import { exampleCases } from "./cases/examples.mjs";
import { formCases } from "./cases/forms.mjs";
import { kindCases } from "./cases/kinds.mjs";
import { manyCases } from "./cases/many.mjs";
import { phoneCases } from "./cases/phone.mjs";
import { requestCases } from "./cases/requests.mjs";
import { rowCases } from "./cases/rows.mjs";
import { simulatorCases } from "./cases/simulator.mjs";
import { simulatorTemplateCases } from "./cases/simulator-templates.mjs";
import { simulatorWebhookCases } from "./cases/simulator-webhooks.mjs";
import { webhookCases } from "./cases/webhooks.mjs";

/** @typedef {import("./world.mjs").Case} Case */
/** @typedef {import("./world.mjs").World} World */

/**
 * @typedef {object} Examples all of it survives JSON
 * @property {import("../support/fixtures.mjs").Fixture[]} fixtures
 * @property {import("../support/collection.mjs").CollectionExample[]} [collection]
 * @property {import("../support/fixtures.mjs").WebhookFixture[]} webhooks
 * @property {{ name: string, body: any }[]} [collectionWebhooks]
 */

/**
 * @param {Examples} examples
 * @returns {Case[]}
 */
export function contract({ fixtures, collection = [], webhooks, collectionWebhooks = [] }) {
  return [
    ...exampleCases("our", fixtures),
    ...collectionCases(collection),
    ...requestCases,
    ...manyCases,
    ...errorCases,
    ...phoneCases,
    ...entryCases(fixtures),
    ...formCases,
    ...kindCases(fixtures),
    ...rowCases,
    ...simulatorCases,
    ...simulatorTemplateCases,
    ...simulatorWebhookCases,
    ...webhookCases(webhooks, collectionWebhooks),
  ];
}

/** The examples as they were fetched: each case has its own. */
let fetched = { url: "", text: "" };

/**
 * Runs one case and says what went wrong, if anything: a text crosses from any runtime to Node.
 * @param {Omit<World, "remote">} world
 * @param {{ name: string, baseUrl: string, examplesUrl: string }} task
 * @returns {Promise<string | null>}
 */
export async function runCase(world, { name, baseUrl, examplesUrl }) {
  if (fetched.url !== examplesUrl) {
    fetched = { url: examplesUrl, text: await (await fetch(examplesUrl)).text() };
  }
  const examples = JSON.parse(fetched.text);
  const found = contract(examples).find((candidate) => candidate.name === name);
  if (found === undefined) return `no case is called "${name}"`;
  try {
    await found.run({ ...world, remote: createRemote(baseUrl) });
    return null;
  } catch (error) {
    return describe(error);
  }
}

/** @param {any} error */
function describe(error) {
  const { stack, actual, expected, issues } = error ?? {};
  const lines = [stack ?? String(error)];
  for (const [name, value] of Object.entries({ actual, expected, issues })) {
    if (value !== undefined) lines.push(`${name}: ${JSON.stringify(value, null, 2)}`);
  }
  return lines.join("\n");
}
