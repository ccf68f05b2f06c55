/** Checks of inputs, and what is built of them and read of answers. */
import assert from "node:assert/strict";
import * as core from "interakt-wasm";
import * as forms from "interakt-wasm/forms";
import { BOOK, GOOD, KEY, lookAtCheck, textOf } from "./shared.mjs";

/** @typedef {import("./shared.mjs").Target} Target */

/** @param {any} operation @param {any} result */
function lookAtSent(operation, result) {
  lookAtCheck(result);
  if (!result.ok) return;
  // What has passed is plain data, but for a file, and passes again.
  const isFile = operation === core.uploadMedia;
  const sent = isFile ? result.value : JSON.parse(JSON.stringify(result.value));
  const again = operation.validate(sent);
  assert.ok(again.ok, `what has passed does not pass again: ${JSON.stringify(again.issues)}`);
}

/** @param {any} operation @param {any} built */
function lookAtBuilt(operation, { method, url, headers, body }) {
  assert.ok(url.startsWith("https://api.interakt.ai/"), url);
  for (const value of Object.values(headers)) assert.equal(typeof value, "string");
  if (method !== "POST" || typeof body !== "string") return;
  assert.ok(operation.validate(JSON.parse(body)).ok, body);
}

/** @type {Target[]} */
export const CHECKS = [
  ...core.operations.flatMap((operation) => {
    const good = GOOD[operation.name] ?? [{}];
    const { validate, build } = /** @type {any} */ (operation);
    return /** @type {Target[]} */ ([
      {
        ...{ name: `${operation.name}.validate`, good, throws: "nothing" },
        call: (value) => validate(value),
        look: (result) => lookAtSent(operation, result),
      },
      {
        ...{ name: `${operation.name}.build`, good, throws: "ours" },
        call: (value) => build(value, { apiKey: KEY }),
        look: (built) => lookAtBuilt(operation, built),
      },
    ]);
  }),
  ...["sendMessage", "sendRcs", "createCampaign"].map((name) => {
    const operation = /** @type {any} */ (core)[name];
    return /** @type {Target} */ ({
      ...{ name: `${name}.validate with a book`, good: GOOD[name] ?? [], throws: "nothing" },
      call: (value) => operation.validate(value, { templates: BOOK, expectCategory: "utility" }),
      look: lookAtCheck,
    });
  }),
  {
    ...{ name: "a part's validate", good: [{ name: "a", languageCode: "en", bodyValues: ["1"] }] },
    ...{ throws: "nothing", call: (value) => forms.template.validate(value) },
    look: lookAtCheck,
  },
  {
    ...{ name: "~standard.validate", good: GOOD.trackUser ?? [], throws: "nothing" },
    call: (value) => core.trackUser["~standard"].validate(value),
  },
  {
    ...{ name: "the options of a check", good: [{ maxIssues: 1, messages: {} }] },
    throws: "anything",
    call: (options) => core.sendMessage.validate({}, options),
    look: lookAtCheck,
  },
  {
    ...{ name: "messages of one's own", good: [{ "type.expected": "a {expected}" }] },
    ...{ throws: "ours", call: (messages) => core.sendMessage.validate({ type: 1 }, { messages }) },
    look: lookAtCheck,
  },
  {
    ...{ name: "with", good: [{ maxIssues: 1, templates: undefined }], throws: "anything" },
    call: (options) => core.trackUser.with(options).validate({}),
  },
  {
    ...{ name: "the options of build", good: [{ apiKey: KEY, baseUrl: "https://a.example" }] },
    throws: "anything",
    call: (options) => core.trackUser.build({ userId: "1" }, options),
  },
  {
    ...{ name: "parse", good: [[200, { "retry-after": "1" }, '{"result":true,"id":"1"}']] },
    throws: "anything",
    call: (given) => {
      const [status, headers, body] = Array.isArray(given) ? given : [429, given, given];
      return core.sendMessage.parse(status, headers, body);
    },
  },
  {
    ...{ name: "parse, an answer of anybody", good: [{ result: false, message: "a", data: {} }] },
    throws: "ours",
    call: (value) => core.listTemplates.parse(200, null, textOf(value)),
  },
];
