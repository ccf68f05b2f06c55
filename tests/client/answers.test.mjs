/** What answers mean: `tests/fixtures/answers.json` has them with the exact errors that they become. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Interakt, isApiError, isTemplateError, operations } from "interakt-wasm";
import { API_KEY, answer, failureOf, MESSAGE, TWICE_ENCODED_KEY } from "./support.mjs";

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string} operation
 * @property {number} status
 * @property {unknown} body JSON, or a text as it comes.
 * @property {string} error The name of its class.
 * @property {string} code
 * @property {string} message
 * @property {object} [details]
 */

/** @type {Case[]} */
const CASES = JSON.parse(
  await readFile(new URL("../fixtures/answers.json", import.meta.url), "utf8"),
);

/** @param {Case} each */
const bodyOf = ({ body }) => (typeof body === "string" ? body : JSON.stringify(body));

for (const each of CASES) {
  test(`an answer becomes its error: ${each.name}`, async () => {
    for (const operation of operations) {
      const parsed = () => operation.parse(each.status, {}, bodyOf(each));
      const error = /** @type {any} */ (await failureOf(parsed));
      const { name, code, details, message, outcome } = error;
      const expected = each.message.replace(each.operation, operation.name);
      assert.deepEqual(
        { name, code, details, message, outcome },
        {
          ...{ name: each.error, code: each.code, details: each.details, message: expected },
          outcome: "refused",
        },
      );
      assert.deepEqual(error.toJSON().details, each.details);
      assert.equal("details" in error.toJSON(), each.details !== undefined);
      const told = structuredClone(error.toJSON());
      assert.ok(isApiError(told));
      assert.equal(isTemplateError(told), each.error === "TemplateError");
    }
  });
}

test("each answer of the table is there once", () => {
  assert.equal(new Set(CASES.map(({ name }) => name)).size, CASES.length);
  assert.equal(new Set(CASES.map(bodyOf)).size, CASES.length);
});

/**
 * The message of the error when a server answers with this status.
 *
 * @param {number} status
 * @param {object} options
 */
async function messageAt(status, options) {
  const fetch = async () => answer(status, {});
  const error = await failureOf(
    new Interakt({ fetch, maxRetries: 0, ...options }).sendMessage(MESSAGE),
  );
  return error.message.replace(`sendMessage failed with status ${status}. `, "");
}

test("what Interakt itself refuses is put down to key and plan", async () => {
  for (const baseUrl of [undefined, "https://api.interakt.ai", "https://api.interakt.ai/"]) {
    const options = { apiKey: API_KEY, baseUrl };
    assert.match(
      await messageAt(401, options),
      /^Give the API key as Interakt's dashboard shows it .*\.$/,
    );
    assert.match(await messageAt(403, options), /^Check that the plan includes the API/);
    assert.match(await messageAt(429, options), /a client with a plan keeps to its limit/);
  }
});

test("what a server of one's own refuses is not put down to key or plan", async (t) => {
  t.mock.method(console, "warn", () => {});
  const there = "The server at baseUrl gave this answer: check there who is allowed.";
  for (const baseUrl of [
    "https://example.com/interakt",
    "http://localhost:8787",
    "https://api.interakt.ai.example.com",
    "https://example.com/https://api.interakt.ai/",
  ]) {
    for (const apiKey of [undefined, API_KEY, TWICE_ENCODED_KEY]) {
      assert.equal(await messageAt(401, { baseUrl, apiKey }), there);
      assert.equal(await messageAt(403, { baseUrl, apiKey }), there);
      assert.equal(await messageAt(429, { baseUrl, apiKey }), "Wait before sending again.");
    }
  }
});
