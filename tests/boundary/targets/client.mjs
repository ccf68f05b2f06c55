/** The client, the simulator in its place, and the guards of errors. */
import assert from "node:assert/strict";
import * as core from "interakt-wasm";
import * as bulk from "interakt-wasm/bulk";
import * as forms from "interakt-wasm/forms";
import * as field from "interakt-wasm/phone-field";
import { createSimulator } from "interakt-wasm/simulator";
import { answering, GOOD, KEY, lookAtRequest, textOf } from "./shared.mjs";

/** @typedef {import("./shared.mjs").Target} Target */

const client = new core.Interakt({
  apiKey: KEY,
  plan: { requestsPerMinute: 1e6 },
  fetch: answering(lookAtRequest),
});

/** @type {Target[]} */
export const CLIENT = [
  {
    ...{ name: "new Interakt", good: [{ apiKey: KEY, plan: "growth", headers: { a: "b" } }] },
    ...{ throws: "anything", call: (options) => new core.Interakt(options) },
  },
  ...["sendMessage", "trackUser", "listUsers", "uploadMedia"].map((name) => {
    const good = GOOD[name] ?? [{ file: null, fileName: "a.png" }];
    return /** @type {Target} */ ({
      ...{ name: `client.${name}`, good, throws: "ours" },
      call: (input) => /** @type {any} */ (client)[name](input),
    });
  }),
  {
    ...{ name: "client.call, its options", good: [{ headers: { a: "b" }, timeoutMs: 1000 }] },
    throws: "anything",
    call: (options) => client.call("trackUser", { userId: "1" }, options),
  },
  {
    ...{ name: "what fetch gives", good: [], throws: "ours" },
    call: (answer) =>
      new core.Interakt(
        /** @type {any} */ ({
          ...{ apiKey: KEY, timeoutMs: 200, totalTimeoutMs: 400, maxRetries: 0 },
          fetch: async () => answer,
        }),
      ).trackUser({ userId: "1" }),
  },
  {
    ...{ name: "what fetch is rejected with", good: [], throws: "ours" },
    call: (reason) =>
      new core.Interakt(
        /** @type {any} */ ({
          ...{ apiKey: KEY, timeoutMs: 200, totalTimeoutMs: 400, maxRetries: 0 },
          fetch: () => Promise.reject(reason),
        }),
      ).trackUser({ userId: "1" }),
  },
  {
    ...{ name: "createSimulator", good: [{ apiKey: KEY, templates: [] }], throws: "anything" },
    call: (options) => createSimulator(options),
  },
  {
    ...{ name: "a simulator's request", good: [], throws: "anything" },
    call: (request) => createSimulator()(request),
  },
  {
    ...{ name: "a simulator, a body of anybody", good: GOOD.sendMessage ?? [], throws: "nothing" },
    call: (value) =>
      createSimulator()(
        new Request("https://api.interakt.ai/v1/public/message/", {
          ...{ method: "POST", body: textOf(value) },
          headers: { authorization: `Basic ${KEY}`, "content-type": "application/json" },
        }),
      ),
  },
  {
    ...{ name: "guards", good: [{ name: "ApiError", code: "a", outcome: "refused", status: 400 }] },
    throws: "nothing",
    call: (value) => {
      for (const entry of [core, forms, bulk, field]) {
        for (const [name, guard] of Object.entries(entry)) {
          if (/^is[A-Z]\w*Error$/.test(name)) {
            assert.equal(typeof (/** @type {any} */ (guard)(value)), "boolean", name);
          }
        }
      }
    },
  },
];
