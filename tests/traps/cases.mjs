/** What becomes of a call whose module traps. Runs in every runtime that the tests run in. */
import { assert } from "chai";
import { failureOf } from "../support/failure.mjs";
import { NUMBER, uses, WORDS } from "./uses.mjs";

/**
 * @typedef {object} World
 * @property {Record<string, any>} entries What each exports; of the whole, `core`.
 * @property {import("./trap.mjs").Traps} traps
 *
 * @typedef {object} Case
 * @property {string} name A sentence.
 * @property {(world: World) => Promise<void>} run Rejects when it does not hold.
 */

/** @type {Case[]} */
export const cases = uses.map(({ entry, calls, run }) => ({
  name: `${entry}: a trap in ${calls} fails the call alone, and the next runs a fresh instance`,
  async run({ entries, traps }) {
    const api = entries[entry];
    const before = JSON.stringify(await run(api));
    const { instances } = traps;
    traps.set(calls);
    const error = await failureOf(async () => run(api));
    assert.isFalse(traps.isSet, "it was called");
    assertInternal(api, error, calls);
    // With nothing in between: no `init`, no pause.
    assert.equal(JSON.stringify(await run(api)), before);
    assert.equal(traps.instances - instances, 1);
    assert.deepEqual(traps.late, []);
  },
}));

/**
 * @param {any} api
 * @param {any} error
 * @param {string} calls
 */
export function assertInternal(api, error, calls) {
  assert.instanceOf(error, api.InternalError);
  assert.instanceOf(error, api.InteraktError);
  assert.isTrue(api.isInternalError(error));
  assert.isTrue(api.isInternalError(JSON.parse(JSON.stringify(error))));
  assert.isTrue(api.isInteraktError(error));
  assert.isFalse(api.isConfigurationError(error));
  assert.equal(error.name, "InternalError");
  assert.equal(error.code, "internal");
  assert.match(error.message, new RegExp(`\\(${calls}\\).* report .* without your data`));
  assert.instanceOf(error.cause, Error);
  for (const text of [error.message, JSON.stringify(error), error.stack, error.cause.stack]) {
    assert.notInclude(text, NUMBER);
    assert.notInclude(text, WORDS);
  }
}

/**
 * Runs one case and says what went wrong, if anything.
 *
 * @param {World} world
 * @param {{ name: string }} task
 * @returns {Promise<string | null>}
 */
export async function runCase(world, { name }) {
  const found = cases.find((candidate) => candidate.name === name);
  if (!found) return `no case is called "${name}"`;
  try {
    await found.run(world);
    return null;
  } catch (/** @type {any} */ error) {
    const { stack, actual, expected } = error ?? {};
    return [stack ?? String(error), JSON.stringify({ actual, expected })].join("\n");
  }
}
