/**
 * What becomes of a call when something goes wrong, as cases that run in every runtime.
 * The runners beside this file only bring the package and the addresses of the fault server.
 */
import { abortCases } from "./cases/aborts.mjs";
import { boundCases } from "./cases/bounds.mjs";
import { endCases } from "./cases/ends.mjs";
import { keyCases } from "./cases/key.mjs";
import { reuseCases } from "./cases/reuse.mjs";
import { riskCases } from "./cases/risk.mjs";
import { strangeCases } from "./cases/strange.mjs";
import { createRemote } from "./remote.mjs";

/** @typedef {import("./world.mjs").Case} Case */
/** @typedef {import("./world.mjs").World} World */

/** @returns {Case[]} */
export const cases = () => [
  // Node holds on for 10 seconds to a connection that does not come about: the sooner the better.
  ...abortCases(),
  ...endCases(),
  ...riskCases(),
  ...boundCases(),
  ...keyCases(),
  ...reuseCases(),
  ...strangeCases(),
];

/**
 * Runs one case and says what went wrong, if anything: a text crosses from any runtime to Node.
 * @param {Omit<World, "remote">} world
 * @param {{ name: string, addresses: import("./remote.mjs").Addresses }} task
 * @returns {Promise<string | null>}
 */
export async function runCase(world, { name, addresses }) {
  const found = cases().find((candidate) => candidate.name === name);
  if (found === undefined) return `no case is called "${name}"`;
  try {
    await found.run({ ...world, remote: createRemote(addresses) });
    return null;
  } catch (error) {
    return describe(error);
  }
}

/** @param {any} error */
function describe(error) {
  const { stack, actual, expected, cause } = error ?? {};
  const lines = [String(error), stack ?? ""];
  for (const [name, value] of Object.entries({ actual, expected })) {
    if (value !== undefined) lines.push(`${name}: ${JSON.stringify(value, null, 2)}`);
  }
  if (cause !== undefined) lines.push(`cause: ${describe(cause)}`);
  return lines.join("\n");
}
