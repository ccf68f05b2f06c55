/** Every example validates, is sent, and its answer is understood. */
import { assert } from "chai";
import { assertHolds, clientOf, eitherForm, exchange, withFile } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").World} World */

/**
 * @typedef {object} Example
 * @property {string} name
 * @property {string} operation
 * @property {any} input
 * @property {object} [setup] options of the simulator
 * @property {number} [status] of the answer, where it is known
 * @property {any} answer what the decoded answer holds, among other things
 */

/**
 * Cases for examples that all come from one source.
 * @param {string} source
 * @param {readonly Example[]} examples
 * @returns {Case[]}
 */
export function exampleCases(source, examples) {
  return examples.flatMap((example) => {
    const forms = hasBothForms(example.input) ? eitherForm(example.input) : [example.input];
    const title = `${source} "${example.name}"`;
    return [
      ...(forms.length === 1
        ? [
            {
              name: `${title} validates without an error`,
              run: async (/** @type {World} */ world) => assertValid(world, example, example.input),
            },
          ]
        : [
            {
              name: `${title} is refused for its two phone forms and for nothing else`,
              run: async (/** @type {World} */ world) => assertRefused(world, example),
            },
            {
              name: `${title} validates with either phone form alone`,
              run: async (/** @type {World} */ world) => {
                for (const form of forms) assertValid(world, example, form);
              },
            },
          ]),
      {
        name: `${title} is built, fetched and parsed`,
        run: (/** @type {World} */ world) =>
          assertAnswered(world, example, forms, (input) =>
            exchange(world, example.operation, input),
          ),
      },
      {
        name: `${title} is sent by the client`,
        run: (/** @type {World} */ world) =>
          assertAnswered(world, example, forms, (input) =>
            clientOf(world)[example.operation](input),
          ),
      },
    ];
  });
}

/** @param {any} input one message or an array of them */
export function hasBothForms(input) {
  const [first] = Array.isArray(input) ? input : [input];
  return first.fullPhoneNumber !== undefined && first.phoneNumber !== undefined;
}

/**
 * @param {World} world
 * @param {Example} example
 * @param {any} input
 */
function assertValid({ api }, { operation }, input) {
  const value = withFile(input);
  const checked = api[operation].validate(value);
  assert.deepEqual(checked.issues ?? [], []);
  assert.isTrue(checked.ok);
  assert.deepEqual(checked.value, value);
}

/**
 * @param {World} world
 * @param {Example} example
 */
function assertRefused({ api }, { operation, input }) {
  const checked = api[operation].validate(input);
  assert.isFalse(checked.ok);
  const codes = checked.issues.map((/** @type {any} */ issue) => issue.code);
  const messages = Array.isArray(input) ? input : [input];
  assert.deepEqual(
    codes,
    messages.map(() => "recipient.both_forms"),
  );
}

/**
 * @param {World} world
 * @param {Example} example
 * @param {readonly any[]} forms
 * @param {(input: any) => Promise<any>} send
 */
async function assertAnswered({ remote }, { setup, status, answer, operation }, forms, send) {
  for (const form of forms) {
    await remote.setup(setup);
    assertHolds(await send(withFile(form)), answer);
    const requests = await remote.requests();
    assert.lengthOf(requests, 1);
    assert.equal(requests[0].operation, operation);
    if (status !== undefined) assert.equal(requests[0].status, status);
  }
}
