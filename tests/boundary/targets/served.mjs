/** What servers do with what strangers send: files of rows, proxies, campaigns. */
import assert from "node:assert/strict";
import * as core from "interakt-wasm";
import * as bulk from "interakt-wasm/bulk";
import * as edge from "interakt-wasm/edge";
import { answering, GOOD, KEY, lookAtRequest, TEXT, textOf } from "./shared.mjs";

/** @typedef {import("./shared.mjs").Target} Target */

const RULES = {
  sendMessage: { fallback: true, maxMessages: 3 },
  trackUser: true,
  trackEvent: true,
};
const PROXY = {
  ...{ apiKey: KEY, public: true, origins: ["https://a.example"], allow: RULES },
  plan: { requestsPerMinute: 1e6 },
  fetch: answering(lookAtRequest),
};
const proxy = edge.createProxy(/** @type {any} */ (PROXY));

/** @param {string} path @param {any} body @param {any} [headers] */
const requestTo = (path, body, headers) =>
  new Request(`https://a.example${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "https://a.example", ...headers },
    body,
  });

/** @param {AsyncIterable<unknown>} rows */
async function all(rows) {
  const found = [];
  for await (const row of rows) {
    found.push(row);
    if (found.length > 50) break;
  }
  return found;
}

const quick = () => AbortSignal.timeout(100);

/** @type {Target[]} */
export const SERVED = [
  {
    ...{ name: "checkRows", good: ["userId\n1\n", ["userId\n", "1\n"]], throws: "anything" },
    call: (source) =>
      all(
        bulk.checkRows(
          source,
          /** @type {any} */ ({
            ...{ operation: "trackUser", columns: { userId: "userId" }, signal: quick() },
          }),
        ),
      ),
  },
  {
    ...{ name: "checkRows, rows of anybody", good: GOOD.trackUser ?? [], throws: "ours" },
    call: (value) =>
      all(
        bulk.checkRows(
          `${textOf(value)}\n${textOf([value])}\n`,
          /** @type {any} */ ({
            ...{ operation: "trackUser", format: "ndjson" },
          }),
        ),
      ),
  },
  {
    ...{ name: "checkRows, its options", throws: "anything" },
    good: [{ operation: "trackUser", columns: { userId: "userId" }, base: { traits: { a: 1 } } }],
    call: (options) => all(bulk.checkRows("userId\n1\n", options)),
  },
  {
    ...{ name: "createProxy", good: [PROXY_DATA()], throws: "anything" },
    call: (options) => edge.createProxy(options),
  },
  {
    ...{ name: "a proxy's request", good: [], throws: "anything" },
    call: (request) => proxy(request),
  },
  ...["sendMessage", "trackUser", "trackEvent"].map((name) => {
    const path = /** @type {any} */ (core)[name].path;
    return /** @type {Target} */ ({
      ...{ name: `a proxy, ${name} of anybody`, good: GOOD[name] ?? [], throws: "nothing" },
      call: (value) => proxy(requestTo(path, textOf(value))),
      look: async (response) => {
        assert.ok(response.status < 500, `${response.status} ${await response.text()}`);
      },
    });
  }),
  {
    ...{ name: "matchRequest", good: [], throws: "anything" },
    call: (request) => edge.matchRequest(request),
  },
  {
    ...{ name: "callbackDataOf and rowOfCallbackData", good: [], throws: "anything" },
    call: (value) => [
      /** @type {any} */ (edge.rowOfCallbackData)(value),
      /** @type {any} */ (edge.callbackDataOf)(value, value),
    ],
  },
  {
    ...{ name: "toNewRow", good: [{ input: TEXT }], throws: "anything" },
    call: (value) => /** @type {any} */ (edge.toNewRow)(value, value),
  },
];

function PROXY_DATA() {
  return { ...PROXY, fetch: undefined };
}
