/** The simulator answers as Interakt's collection shows, wherever the collection shows it. */
import { assert } from "chai";
import { clientOf, eitherForm, failureOf } from "../world.mjs";
import { exampleCases, hasBothForms } from "./examples.mjs";

/** @typedef {import("../../support/collection.mjs").CollectionExample} CollectionExample */
/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").World} World */

/** An id in a message, and the one that the simulator chooses first. */
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const FIRST_ID = "00000000-0000-4000-8000-000000000001";

/** What an item shows as an error without saying which. */
const UNSPECIFIC = "Error_Message";

/**
 * How to bring about what a refusal says, by a part of its message.
 * @type {[string, { options?: object, faults?: object[] }][]}
 */
const CAUSES = [
  ["Rate limit exceeded", { faults: [{ status: 429 }] }],
  ["within last 24 hours", { options: { windowOpen: [] } }],
  ["Template category mismatch", {}],
];

/**
 * @param {readonly CollectionExample[]} collection
 * @returns {Case[]}
 */
export function collectionCases(collection) {
  const examples = collection.map((item) => ({ ...item, ...expectedOf(item) }));
  return [
    ...exampleCases("the collection's", examples),
    ...collection.flatMap((item) =>
      item.answers.filter(isRefusal).map((answer) => ({
        name: `the collection's "${item.name}" is refused as in "${answer.name}"`,
        run: (/** @type {World} */ world) => assertRefusedAs(world, item, answer),
      })),
    ),
  ];
}

/** @param {CollectionExample["answers"][number]} answer */
function isRefusal({ body }) {
  return body.result === false && body.message !== UNSPECIFIC;
}

/**
 * Status and message of the answer that the item shows first. Its data are another account's.
 * @param {CollectionExample} item
 */
function expectedOf({ name, input, answers: [shown] }) {
  if (shown === undefined) throw new Error(`"${name}" shows no answer`);
  const { status, body } = shown;
  const known = status !== null && status >= 200 && status < 300 ? { status } : {};
  if (body.result === undefined) return { ...known, answer: { has_next: body.has_next } };
  // For one template with a fallback the collection shows the other message.
  if (input.fallback !== undefined) return { ...known, answer: { result: true } };
  const message = body.message.replace(UUID, FIRST_ID);
  return { ...known, answer: { result: true, message } };
}

/**
 * @param {World} world
 * @param {CollectionExample} item
 * @param {CollectionExample["answers"][number]} answer
 */
async function assertRefusedAs(world, { operation, input }, answer) {
  const cause = CAUSES.find(([part]) => answer.body.message.includes(part))?.[1];
  assert.exists(cause, `no known cause of "${answer.body.message}"`);
  const templates = input.template && [
    { name: input.template.name, language: input.template.languageCode, category: "MARKETING" },
  ];
  await world.remote.setup({ templates, ...cause?.options }, cause?.faults);
  const [form] = hasBothForms(input) ? eitherForm(input) : [input];
  const error = await failureOf(clientOf(world)[operation](form));
  assert.deepEqual(error.body, answer.body);
  if (answer.status !== null) assert.equal(error.status, answer.status);
  if (answer.headers["retry-after"] !== undefined) {
    assert.equal(error.retryAfterMs, Number(answer.headers["retry-after"]) * 1000);
  }
}
