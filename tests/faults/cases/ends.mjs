/** Every way to fail × an operation that may be repeated and one that may not. */
import { assert } from "chai";
import { ways } from "../ways.mjs";
import { assertFailed, assertSucceeded, call } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../ways.mjs").Way} Way */

/**
 * How often a call may be sent again; less where each attempt takes long.
 * @param {Way} way
 */
const maxRetriesOf = ({ timeoutMs }) => (timeoutMs === undefined ? 2 : 1);

/** What a browser shows of any redirect. */
const HIDDEN = { status: 0, outcome: "refused" };

/** @type {{ operation: string, repeatable: boolean }[]} */
const OPERATIONS = [
  { operation: "sendMessage", repeatable: false },
  { operation: "getUserById", repeatable: true },
  { operation: "trackUser", repeatable: true },
];

/**
 * @param {string} [only] of this operation
 * @returns {Case[]}
 */
export const endCases = (only) =>
  ways().flatMap((way) =>
    OPERATIONS.filter(({ operation }) => isWorthwhile(way, operation))
      .filter(({ operation }) => (only ?? operation) === operation)
      .map(({ operation, repeatable }) => ({
        name: `${way.name}: ${operation} ${describe(way, repeatable)}`,
        skip: way.skip,
        run: (world) => run(world, way, operation, repeatable),
      })),
  );

/**
 * That a POST is repeated like a GET is worth a look where only some operations are sent again,
 * unless it takes long.
 * @param {Way} way
 * @param {string} operation
 */
const isWorthwhile = ({ again, timeoutMs }, operation) =>
  operation !== "trackUser" || (again === "repeatable" && timeoutMs === undefined);

/**
 * @param {Way} way
 * @param {boolean} repeatable
 */
function attemptsOf(way, repeatable) {
  const { again, succeeds } = way;
  if (succeeds !== undefined) return succeeds;
  const isSentAgain = again === "always" || (again === "repeatable" && repeatable);
  return isSentAgain ? 1 + maxRetriesOf(way) : 1;
}

/**
 * @param {Way} way
 * @param {boolean} repeatable
 */
function describe(way, repeatable) {
  const attempts = attemptsOf(way, repeatable);
  const times = attempts === 1 ? "is sent once" : `is sent ${attempts} times`;
  if (way.fails === undefined) return `${times} and succeeds`;
  const { code, outcome } = way.fails[1];
  return `${times} and fails as ${code}, ${outcome}`;
}

/**
 * @param {import("../world.mjs").World} world
 * @param {Way} way
 * @param {string} operation
 * @param {boolean} repeatable
 */
async function run(world, way, operation, repeatable) {
  const { faults, where, timeoutMs } = way;
  const attempts = attemptsOf(way, repeatable);
  const options = { maxRetries: maxRetriesOf(way), ...(timeoutMs && { timeoutMs }) };
  const ended = await call(world, { operation, faults, where, options });
  if (way.fails) {
    const [Class, properties] = way.fails;
    const isHidden = properties.code === "redirected" && world.runtime === "Chromium";
    const expected = isHidden ? { ...properties, ...HIDDEN } : properties;
    assertFailed(world, ended, Class, { ...expected, operation, attempts });
  } else {
    assertSucceeded(ended, attempts);
  }
  const { requests, unread } = ended.report;
  const counted = faults[0]?.reset === "unread" ? unread : requests.length;
  assert.equal(counted, where ? 0 : attempts, "what the server counted");
  assertHooks(ended.events, attempts);
}

/**
 * Asserts that the hooks were told of each attempt, and of each wait between two.
 * @param {[hook: string, event: any][]} events
 * @param {number} attempts
 */
function assertHooks(events, attempts) {
  const told = (/** @type {string} */ hook) =>
    events.filter(([name]) => name === hook).map(([, event]) => event);
  const numbers = Array.from({ length: attempts }, (_, index) => index + 1);
  const numbersOf = (/** @type {string} */ hook) => told(hook).map(({ attempt }) => attempt);
  assert.deepEqual(numbersOf("onRequest"), numbers);
  assert.lengthOf(told("onRetry"), attempts - 1);
  for (const { delayMs } of told("onRetry")) assert.isAtMost(delayMs, 20);
}
