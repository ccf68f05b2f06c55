/** Operations by their names. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, isConfigurationError, isValidationError, operations } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { readFixtures } from "../support/fixtures.mjs";
import { API_KEY, failureOf, MESSAGE } from "./support.mjs";

/** Where no example will do: one has both forms of a phone number, the other a file. @type {Record<string, object>} */
const OTHERS = {
  trackEvent: { userId: "42", event: "Ordered" },
  uploadMedia: { file: new Blob(["a"], { type: "image/png" }), fileName: "a.png" },
};

test("call does what the method of that name does, for each operation", async () => {
  const fixtures = await readFixtures();
  for (const { name } of Object.values(operations)) {
    const fixture = fixtures.find(({ operation, bothForms }) => operation === name && !bothForms);
    const input = OTHERS[name] ?? fixture?.input;
    /** @param {(interakt: any) => Promise<unknown>} send */
    const recorded = async (send) => {
      const simulator = createSimulator();
      const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator });
      const [{ status }] = await Promise.allSettled([send(interakt)]);
      const sent = simulator.requests.map(({ operation, body }) => [operation, body]);
      return { status, sent };
    };
    const called = await recorded((interakt) => interakt.call(name, input));
    assert.deepEqual(
      called.sent.map(([operation]) => operation),
      [name],
    );
    assert.deepEqual(called, await recorded((interakt) => interakt[name](input)));
  }
});

test("call takes the options of a call, and tells how the answer came", async () => {
  const fetch = createSimulator();
  const interakt = new Interakt({ apiKey: API_KEY, fetch });
  const aborted = { signal: AbortSignal.abort("before") };
  assert.equal(await failureOf(interakt.call("sendMessage", MESSAGE, aborted)), "before");
  const { data, response } = await interakt.call("sendMessage", MESSAGE).withResponse();
  assert.deepEqual([typeof data.id, response.attempts], ["string", 1]);
  const wrong = /** @type {any} */ ({ ...MESSAGE, type: "Telegram" });
  assert.ok(isValidationError(await failureOf(interakt.call("sendMessage", wrong))));
});

test("a name that is none is told by the promise, and nothing is sent", async () => {
  const simulator = createSimulator();
  const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator });
  for (const name of /** @type {any[]} */ ([
    ...[
      "sendMesage",
      "",
      "call",
      "sendAll",
      "iterateUsers",
      "constructor",
      "__proto__",
      "toString",
    ],
    ...[undefined, null, 0, 6, -1, {}, ["sendMessage"], Symbol("sendMessage")],
  ])) {
    const error = await failureOf(interakt.call(name, MESSAGE));
    assert.ok(isConfigurationError(error));
    assert.deepEqual(
      [error.code, error.message],
      ["option_invalid", "operation must be the name of an operation."],
    );
  }
  assert.deepEqual(simulator.requests, []);
});
