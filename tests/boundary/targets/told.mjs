/** What Interakt tells, and what is shown of it: webhooks, templates, previews, issues. */
import assert from "node:assert/strict";
import * as core from "interakt-wasm";
import { BOOK, GOOD, TEXT, textOf } from "./shared.mjs";

/** @typedef {import("./shared.mjs").Target} Target */

const SECRET = "the secret";
const WEBHOOK = {
  ...{ type: "message_received", version: "1.0", timestamp: "2026-01-01T00:00:00Z" },
  data: { customer: { id: "1", traits: { name: "Asha" } }, message: { id: "a", message: "Hi" } },
};

/** @type {Target[]} */
export const TOLD = [
  {
    ...{ name: "webhooks.parse", good: [], throws: "ours" },
    call: (value) => core.webhooks.parse(value),
  },
  {
    ...{ name: "webhooks.parse, of anybody", good: [WEBHOOK], throws: "ours" },
    call: (value) => core.webhooks.parse(textOf(value)),
  },
  {
    ...{ name: "webhooks.verify", good: [["{}", `sha256=${"0".repeat(64)}`, SECRET]] },
    throws: "anything",
    call: (given) => core.webhooks.verify(given?.[0], given?.[1], given?.[2]),
    look: (result) => assert.equal(result, false),
  },
  {
    ...{ name: "webhooks.verify, a body", good: [], throws: "nothing" },
    call: (value) => core.webhooks.verify(value, `sha256=${"0".repeat(64)}`, SECRET),
    look: (result) => assert.equal(result, false),
  },
  {
    ...{ name: "webhooks.statusOf", good: [[[{ status: "sent", messageId: "a" }], "delivered"]] },
    throws: "anything",
    call: (given) => core.webhooks.statusOf(given?.[0], given?.[1]),
  },
  {
    ...{ name: "webhooks.receive", good: [], throws: "anything" },
    call: (value) =>
      core.webhooks.receive(value, { secret: SECRET, onEvent() {}, answerWithinMs: 50 }),
  },
  {
    ...{ name: "webhooks.receive, of anybody", good: [WEBHOOK], throws: "nothing" },
    call: async (value) => {
      const body = textOf(value);
      const request = new Request("https://a.example/", { method: "POST", body });
      request.headers.set("interakt-signature", await core.webhooks.sign(body, SECRET));
      return core.webhooks.receive(request, { secret: SECRET, onEvent() {} });
    },
    look: (response) => assert.ok([200, 400, 401].includes(response.status), response.status),
  },
  {
    ...{
      name: "templateBook",
      good: [[{ name: "a", language: "en", body: "{{1}}", buttons: "[]" }]],
    },
    throws: "ours",
    call: (source) => core.templateBook(source),
    look: (book) => JSON.stringify(book),
  },
  {
    ...{ name: "a book's check", good: GOOD.sendMessage ?? [], throws: "nothing" },
    call: (value) => BOOK.check(value),
  },
  {
    ...{ name: "a book's find", good: [["a", "en"]], throws: "anything" },
    call: (given) => BOOK.find(given?.[0], given?.[1]),
  },
  {
    ...{ name: "previewMessage", good: GOOD.sendMessage ?? [], throws: "nothing" },
    call: (value) => core.previewMessage(value, { templates: BOOK }),
    look: (preview) => JSON.stringify(preview),
  },
  {
    ...{ name: "previewMessage, its options", good: [{ channel: "rcs" }], throws: "anything" },
    call: (options) => core.previewMessage(TEXT, options),
  },
  {
    ...{ name: "sendTemplate", good: [[BOOK.find("a"), { body: ["1", "2"] }]], throws: "anything" },
    call: (given) =>
      /** @type {any} */ (core.sendTemplate)(given?.[0], given?.[1], given?.[2], given?.[3]),
  },
  {
    ...{ name: "flatten and summarize", good: [[{ message: "a", path: ["a", { key: 0 }] }]] },
    throws: "anything",
    call: (issues) => [core.flatten(issues), core.summarize(issues)],
  },
];
