/** The examples that the suite runs on are what they claim to be. */
import assert from "node:assert/strict";
import test from "node:test";
import { operations } from "interakt-wasm";
import { readCollection, withoutComments } from "../support/collection.mjs";
import { readCollectionWebhooks } from "../support/collection-webhooks.mjs";
import { readFixtures } from "../support/fixtures.mjs";
import { hasBothForms } from "./cases/examples.mjs";

const fixtures = await readFixtures();
const collection = await readCollection(operations);

test("there are 54 fixtures, and 10 of them have both phone forms", () => {
  assert.equal(fixtures.length, 54);
  const both = fixtures.filter(({ input }) => hasBothForms(input));
  assert.equal(both.length, 10);
  assert.deepEqual(
    both,
    fixtures.filter(({ bothForms }) => bothForms),
  );
});

test("every operation has a fixture", () => {
  const covered = new Set(fixtures.map(({ operation }) => operation));
  assert.deepEqual(
    operations.map(({ name }) => name).filter((name) => !covered.has(name)),
    [],
  );
});

test("the fixtures have the fields of the collection's examples", (t) => {
  if (collection === undefined) return t.skip("Interakt's collection is not at hand");
  assert.deepEqual(collection.map(outline).sort(), fixtures.map(outline).sort());
});

test("the collection has four payloads of webhooks", async (t) => {
  const payloads = await readCollectionWebhooks();
  if (payloads === undefined) return t.skip("Interakt's collection is not at hand");
  assert.deepEqual(
    payloads.map(({ body }) => body.entityType),
    ["USER_MESSAGE", "USER_MESSAGE", "SERVER_EVENT", "USER_EVENT"],
  );
});

test("notes to the reader are taken out of a body, and only those", () => {
  const text =
    '{\n  "url": "https://a.example/\\"//b", // note "quoted"\n  // all of it\n  "n": 1\n}';
  assert.deepEqual(JSON.parse(withoutComments(text)), { url: 'https://a.example/"//b', n: 1 });
});

/**
 * Name, operation and all places of an example, without how many items a list has.
 * @param {{ name: string, operation: string, input: any }} example
 */
function outline({ name, operation, input }) {
  return [name, operation, ...new Set(places(input, ""))].join("\n");
}

/**
 * @param {unknown} value
 * @param {string} path
 * @returns {string[]}
 */
function places(value, path) {
  // What a customer or an event is made of is the caller's to choose.
  if (typeof value !== "object" || value === null || path.endsWith(".traits")) return [path];
  const below = Object.entries(value).flatMap(([name, item]) =>
    places(item, `${path}.${Array.isArray(value) ? "#" : name}`),
  );
  return [path, ...below].sort();
}
