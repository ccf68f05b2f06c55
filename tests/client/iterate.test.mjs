import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { Interakt, isApiError, isValidationError } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { drain, page } from "./iterate-support.mjs";
import { API_KEY, DIST } from "./support.mjs";

/** @type {typeof import("../../pkg-template/src/iterate.js")} */
const { iterate: iterateResults } = await import(pathToFileURL(join(DIST, "iterate.js")).href);

/**
 * @param {(input: any, options: any) => Promise<unknown>} call Gives the answers, each of which
 *   comes at the second attempt.
 * @param {any} pages
 * @param {any} input
 * @param {any} [options]
 * @returns {AsyncGenerator<any, void, undefined>}
 */
function iterate(call, pages, input, options) {
  const response = {
    status: 202,
    headers: new Headers(),
    attempts: 2,
    durationMs: 1,
    warnings: [],
  };
  /** @param {unknown} input @param {unknown} options */
  const result = async (input, options) => ({
    data: await call(/** @type {any} */ (input).value, options),
    response,
  });
  return iterateResults(result, pages, input, options);
}

const PAGES = { name: "listUsers", items: ["data", "customers"], more: ["data", "has_next_page"] };

/** @typedef {{ id?: string, n?: number }} Item */

/** @param {number} count @returns {Item[]} */
const people = (count) => Array.from({ length: count }, (_, index) => ({ id: `c-${index}` }));

/**
 * A server's list, and what it was asked.
 *
 * @param {Item[]} all
 */
function lister(all) {
  /** @type {{ input: any, options: unknown }[]} */
  const calls = [];
  /** @param {any} input @param {unknown} options */
  const call = async (input, options) => {
    calls.push({ input, options });
    const { offset = 0, limit = 2 } = input;
    const customers = all.slice(offset, offset + limit);
    return page(customers, offset + customers.length < all.length);
  };
  return { call, calls };
}

/** What one after the other gives. @param {unknown[]} answers The last one goes on for ever. */
function script(answers) {
  /** @type {any[]} */
  const inputs = [];
  const call = async (/** @type {unknown} */ input) => {
    inputs.push(input);
    return answers[Math.min(inputs.length, answers.length) - 1];
  };
  return { call, inputs };
}

test("every item of every page is given once, in order", async () => {
  for (const count of [0, 1, 2, 3, 4, 7]) {
    const { call, calls } = lister(people(count));
    const { items, error } = await drain(iterate(call, PAGES, { filters: [] }));
    assert.equal(error, undefined);
    assert.deepEqual(items, people(count));
    assert.equal(calls.length, Math.max(1, Math.ceil(count / 2)));
  }
});

test("the first request is the caller's own, and then the offset goes on by what came", async () => {
  const { call, inputs } = script([
    page(people(5).slice(0, 3), true),
    page(people(5).slice(3), true),
    page([], true),
  ]);
  const input = Object.freeze({ filters: [] });
  assert.deepEqual((await drain(iterate(call, PAGES, input))).items, people(5));
  assert.deepEqual(inputs, [
    { filters: [] },
    { filters: [], offset: 3 },
    { filters: [], offset: 5 },
  ]);
});

test("an offset of the caller is where it begins, and a limit is the size of each page", async () => {
  const { call, calls } = lister(people(9));
  const { items } = await drain(iterate(call, PAGES, { offset: 2, limit: 3 }));
  assert.deepEqual(items, people(9).slice(2));
  assert.deepEqual(
    calls.map(({ input }) => input),
    [
      { offset: 2, limit: 3 },
      { offset: 5, limit: 3 },
      { offset: 8, limit: 3 },
    ],
  );
});

test("it ends when the answer does not say that there is more", async () => {
  for (const more of [false, undefined, null, 1, "true"]) {
    const { call, inputs } = script([page(people(2), more)]);
    assert.deepEqual(await drain(iterate(call, PAGES, {})), { items: people(2), error: undefined });
    assert.equal(inputs.length, 1);
  }
});

test("it ends at an empty page, even one that says that there is more", async () => {
  const { call, inputs } = script([page(people(2), true), page([], true)]);
  assert.deepEqual(await drain(iterate(call, PAGES, {})), { items: people(2), error: undefined });
  assert.equal(inputs.length, 2);
});

test("the input is read once, when the loop is made", async () => {
  const filters = [{ trait: "n", op: "gt", val: 3 }];
  const looks = { toJSON: 0 };
  const written = {
    limit: 9,
    toJSON() {
      looks.toJSON += 1;
      return { filters, limit: 2, looks: looks.toJSON };
    },
  };
  for (const input of [written, { filters: [...filters], limit: 2 }]) {
    const { call, calls } = lister(people(6));
    const iterator = iterate(call, PAGES, input);
    if ("filters" in input) input.filters.pop();
    for await (const _ of iterator) input.limit += 1;
    assert.deepEqual(
      calls.map(({ input }) => [input.filters, input.limit, input.offset]),
      [
        [filters, 2, undefined],
        [filters, 2, 2],
        [filters, 2, 4],
      ],
    );
  }
  assert.equal(looks.toJSON, 1);
});

test("options are read once, when the loop is made, and go with every page", async () => {
  const customers = people(5).map(({ id }) => ({ user_id: id }));
  const simulator = createSimulator({ customers });
  const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator });
  const options = { headers: new Map([["x-job", "nightly"]]).entries(), maxRetries: 1 };
  const iterator = interakt.iterateUsers({ limit: 2 }, options);
  Object.assign(options, { headers: { "x-job": "other" }, maxRetries: "x" });
  const { items, error } = await drain(iterator);
  assert.deepEqual([items.length, error], [5, undefined]);
  assert.deepEqual(
    simulator.requests.map(({ headers }) => headers["x-job"]),
    ["nightly", "nightly", "nightly"],
  );
});

test("an input that JSON cannot carry is refused at the first page", async () => {
  const interakt = new Interakt({ apiKey: API_KEY, fetch: createSimulator() });
  const iterator = interakt.iterateUsers({ filters: [{ trait: "n", op: "gt", val: Number.NaN }] });
  const { error } = await drain(iterator);
  assert.ok(isValidationError(error));
  assert.deepEqual(
    error.issues.map(({ code, path }) => [code, path]),
    [["json.unserializable", ["filters", 0, "val"]]],
  );
});

test("a page is asked for when the one before is used up", async () => {
  const { call, calls } = lister(people(6));
  const iterator = iterate(call, PAGES, {});
  assert.equal(calls.length, 0);
  await iterator.next();
  await iterator.next();
  assert.equal(calls.length, 1);
  await iterator.next();
  assert.equal(calls.length, 2);
});

test("leaving the loop asks for nothing more", async () => {
  const { call, calls } = lister(people(6));
  for await (const item of iterate(call, PAGES, {})) {
    if (/** @type {Item} */ (item).id === "c-1") break;
  }
  assert.equal(calls.length, 1);
});

test("a server that repeats itself ends the loop with an error, after all that was new", async () => {
  const [first, second] = [people(4).slice(0, 2), people(4).slice(2)];
  for (const [answers, expected, requests, offset] of /** @type {const} */ ([
    // It does not look at the offset.
    [[page(first, true)], first, 2, 2],
    // It goes in a circle.
    [
      [page(first, true), page(second, true), page(first, true), page(second, true)],
      people(4),
      3,
      4,
    ],
    // What else is known of somebody has changed since.
    [
      [page([{ id: "c-0", n: 1 }], true), page([{ id: "c-0", n: 2 }], true)],
      [{ id: "c-0", n: 1 }],
      2,
      1,
    ],
  ])) {
    const { call, inputs } = script([...answers]);
    const { items, error } = await drain(iterate(call, PAGES, {}));
    assert.deepEqual(items, expected);
    assert.equal(inputs.length, requests);
    assert.ok(isApiError(error));
    assert.deepEqual(
      [error.name, error.code, error.operation, error.outcome],
      ["ApiError", "repeated_page", "listUsers", "refused"],
    );
    assert.deepEqual([error.status, error.attempts], [202, 2]);
    assert.ok(error.message.startsWith(`listUsers: the page at offset ${offset} holds what an `));
    assert.match(error.message, new RegExp(`try again from { offset: ${offset} }`));
    assert.doesNotMatch(error.message, /c-0/);
  }
});

test("items without an id are known again as well", async () => {
  const { call } = script([page(["a", "b"], true)]);
  const { items, error } = await drain(iterate(call, PAGES, {}));
  assert.deepEqual([items, error.code], [["a", "b"], "repeated_page"]);
});

test("pages that have some items in common are different pages", async () => {
  const all = people(4);
  const answers = [all.slice(0, 2), all.slice(1, 3), all.slice(2), [all[1], all[0]], [all[0]]];
  const { call } = script([...answers.map((items) => page(items, true)), page([], false)]);
  const { items, error } = await drain(iterate(call, PAGES, {}));
  assert.equal(error, undefined);
  assert.deepEqual(items, answers.flat());
});

test("an answer without a list is an error, unless it says that there is no more", async () => {
  for (const answer of [{}, { data: null }, null, page(undefined, true), page({ 0: 1 }, true)]) {
    const { call } = script([page(people(2), true), answer]);
    const { items, error } = await drain(iterate(call, PAGES, {}));
    assert.deepEqual(items, people(2));
    assert.ok(isApiError(error));
    assert.equal(error.code, "invalid_response");
    assert.match(
      error.message,
      /^listUsers: the page at offset 2 has no list at data\.customers\./,
    );
  }
  const { call } = script([page(null, false)]);
  assert.deepEqual(await drain(iterate(call, PAGES, {})), { items: [], error: undefined });
});

test("the options go to each call", async () => {
  const options = /** @type {object} */ ({ timeoutMs: 5 });
  const { call, calls } = lister(people(4));
  await drain(iterate(call, PAGES, {}, options));
  assert.deepEqual(
    calls.map((each) => each.options),
    [options, options],
  );
});

test("what a call is rejected with ends the loop", async () => {
  const error = new Error("no answer");
  const { items, error: thrown } = await drain(
    iterate(
      async (/** @type {any} */ input) => {
        if (input.offset) throw error;
        return page(people(2), true);
      },
      PAGES,
      {},
    ),
  );
  assert.deepEqual(items, people(2));
  assert.equal(thrown, error);
});

test("after an abort nothing more is given, and the signal's own reason is thrown", async () => {
  for (const reason of [new Error("enough"), "text", null]) {
    for (const after of [1, 2, 3, 6]) {
      const controller = new AbortController();
      const { call } = lister(people(6));
      // As a call of the client does.
      /** @type {typeof call} */
      const abortable = async (input, options) => {
        if (controller.signal.aborted) throw controller.signal.reason;
        return call(input, options);
      };
      const iterator = iterate(abortable, PAGES, {}, { signal: controller.signal });
      for (let count = 0; count < after; count += 1) await iterator.next();
      controller.abort(reason);
      const { items, error } = await drain(iterator);
      assert.deepEqual(items, []);
      // All six are there: nothing is left to abort.
      assert.equal(error, after === 6 ? undefined : reason);
    }
  }
});

test("whatever the pages, each item is given once", async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 });
  const property = fc.asyncProperty(sizes, fc.boolean(), async (lengths, endsEmpty) => {
    const all = people(lengths.reduce((sum, length) => sum + length, 0));
    let next = 0;
    const call = async (/** @type {any} */ { offset = 0 }) => {
      const items = all.slice(offset, offset + (lengths[next] ?? 0));
      next += 1;
      return page(items, endsEmpty || next < lengths.length);
    };
    const { items, error } = await drain(iterate(call, PAGES, {}));
    assert.deepEqual([items, error], [all, undefined]);
  });
  await fc.assert(property);
});
