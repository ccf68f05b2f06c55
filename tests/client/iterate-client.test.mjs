/** Pages that a client asks for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, isInteraktError, isValidationError, listUsers } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { drain, page } from "./iterate-support.mjs";
import { API_KEY, failureOf } from "./support.mjs";

test("customers and templates come from the client page by page", async () => {
  const customers = Array.from({ length: 250 }, (_, index) => ({ user_id: `user-${index}` }));
  const templates = Array.from({ length: 45 }, (_, index) => ({
    ...{ name: `order_${index}`, language: index % 3 ? "en" : "hi", category: "UTILITY" },
  }));
  const simulator = createSimulator({ customers, templates });
  const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator });

  /** @type {unknown[]} */
  const users = [];
  for await (const { user_id } of interakt.iterateUsers({})) users.push(user_id);
  assert.deepEqual(
    users,
    customers.map(({ user_id }) => user_id),
  );
  assert.deepEqual(
    simulator.requests.map(({ operation, url }) => [operation, new URL(url).search]),
    [
      ["listUsers", ""],
      ["listUsers", "?offset=100"],
      ["listUsers", "?offset=200"],
    ],
  );

  /** @type {string[]} */
  const names = [];
  for await (const { name } of interakt.iterateTemplates({ language: "en", offset: 4 })) {
    names.push(name);
  }
  assert.deepEqual(
    names,
    templates
      .filter(({ language }) => language === "en")
      .slice(4)
      .map(({ name }) => name),
  );
});

test("filters and limit go along with each request", async () => {
  const customers = Array.from({ length: 10 }, (_, n) => ({ user_id: `u-${n}`, traits: { n } }));
  const simulator = createSimulator({ customers });
  const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator });
  const filters = [{ trait: "n", op: "gt", val: 3 }];
  const found = await drain(interakt.iterateUsers({ filters, limit: 4 }));
  assert.equal(found.items.length, 6);
  assert.deepEqual(
    simulator.requests.map(({ body, url }) => [body, new URL(url).search]),
    [
      [{ filters }, "?limit=4"],
      [{ filters }, "?offset=4&limit=4"],
    ],
  );
});

test("an input that is no object is refused as the operation refuses it", async () => {
  const interakt = new Interakt({ apiKey: API_KEY, fetch: createSimulator() });
  for (const input of /** @type {any[]} */ ([undefined, null, 7, "text", [], { filters: 1 }])) {
    const expected = await failureOf(() => listUsers.build(input));
    const { items, error } = await drain(interakt.iterateUsers(input));
    assert.deepEqual(items, []);
    assert.ok(isValidationError(error));
    assert.deepEqual([error.message, error.issues], [expected.message, expected.issues]);
  }
});

test("an abort ends a page that is on its way", async () => {
  const simulator = createSimulator({ customers: [{ user_id: "user-42" }] });
  simulator.fault({ hang: true });
  const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator });
  const controller = new AbortController();
  const { signal } = controller;
  const first = interakt.iterateUsers({}, { signal }).next();
  controller.abort("enough");
  assert.equal(await failureOf(first), "enough");

  const before = interakt.iterateUsers({}, { signal });
  assert.equal(await failureOf(before.next()), "enough");
});

test("no error tells a customer's data", async () => {
  const fetch = async () => Response.json(page([{ id: "c-1", name: "Asha" }], true));
  const interakt = new Interakt({ apiKey: API_KEY, fetch });
  const { error } = await drain(interakt.iterateUsers({}));
  assert.ok(isInteraktError(error));
  assert.equal(error.code, "repeated_page");
  assert.doesNotMatch(JSON.stringify(error) + String(error.stack), /Asha|c-1/);
});
