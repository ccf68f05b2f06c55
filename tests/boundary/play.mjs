/** One case: a target, a value, and what has to hold whatever the value is. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { isInteraktError } from "interakt-wasm";
import { checkAlive, TARGETS } from "./targets.mjs";
import { imprint, make, recipe, spoil, spot } from "./values.mjs";

/** Long beyond what a slow machine takes: what is not done then never is. */
const NEVER_MS = 60_000;

/** @typedef {import("./targets.mjs").Target} Target */

/** @param {Target} target @returns {fc.Arbitrary<any>} What a value is made of. */
export function casesOf({ good }) {
  const any = fc.record({ recipe });
  if (good.length === 0) return any;
  const spots = fc.array(spot, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 1, arbitrary: any },
    { weight: 4, arbitrary: fc.record({ from: fc.nat(good.length - 1), spots }) },
  );
}

/** @param {Target} target @param {any} drawn */
const valueFor = ({ good }, drawn) =>
  "recipe" in drawn ? make(drawn.recipe) : spoil(good[drawn.from], drawn.spots);

/**
 * @param {Target} target
 * @param {any} drawn
 */
export async function play(target, drawn) {
  const value = valueFor(target, drawn);
  const before = imprint(value);
  try {
    const result = await ended(() => target.call(value));
    if (target.look) await target.look(result, value);
  } catch (thrown) {
    if (isAssertion(thrown)) throw thrown;
    const isOurs = isInteraktError(thrown);
    if (isOurs && thrown.code === "internal")
      throw new Error("it failed within itself", { cause: thrown });
    if (isOurs ? target.throws === "nothing" : target.throws !== "anything") throw thrown;
  }
  assert.equal(imprint(value), before, "what was given has changed");
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
  checkAlive();
}

/** @param {unknown} thrown Or what a value throws, which may be a value itself. */
function isAssertion(thrown) {
  try {
    return thrown instanceof assert.AssertionError;
  } catch {
    return false;
  }
}

/** @param {() => unknown} call */
async function ended(call) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const never = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("it never ends")), NEVER_MS);
  });
  try {
    return await Promise.race([call(), never]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Target} target
 * @param {{ runs: number, seed?: number, until?: number }} how
 * @returns {Promise<number>} How many cases were played.
 */
export async function playMany(target, { runs, seed, until }) {
  let played = 0;
  await fc.assert(
    fc.asyncProperty(casesOf(target), async (drawn) => {
      played += 1;
      await play(target, drawn);
    }),
    {
      numRuns: runs,
      ...(seed !== undefined && { seed }),
      ...(until !== undefined && { interruptAfterTimeLimit: until, markInterruptAsFailure: false }),
    },
  );
  return played;
}

export { TARGETS };
