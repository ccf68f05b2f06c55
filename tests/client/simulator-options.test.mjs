/** What the simulator refuses to be told, by name. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { API_KEY, failureOf, MESSAGE } from "./support.mjs";

const TEMPLATE = { name: "order_paid", language: "en", category: "UTILITY" };
const PLAN = "plan: one of growth, advanced, enterprise, not ";

test("an option that is none is refused at once", () => {
  for (const [options, message] of /** @type {[any, RegExp | string][]} */ ([
    [null, "options: an object"],
    ["growth", "options: an object"],
    [{ windowOpened: [] }, 'A simulator has no option "windowOpened". Did you mean "windowOpen"?'],
    [{ delay: 5 }, /^A simulator has no option "delay"\. It takes apiKey, .*, webhooks\.$/],
    [{ apiKey: "" }, /^apiKey: the key as a text/],
    [{ apiKey: null }, /^apiKey: /],
    [{ apiKey: 7 }, /^apiKey: /],
    [{ plan: "starter" }, `${PLAN}starter`],
    [{ plan: "toString" }, `${PLAN}toString`],
    [{ plan: null }, `${PLAN}null`],
    [{ requestsPerMinute: 0 }, "requestsPerMinute: a number, at least 1"],
    [{ requestsPerMinute: "5" }, "requestsPerMinute: a number, at least 1"],
    [{ requestsPerMinute: Number.NaN }, "requestsPerMinute: a number, at least 1"],
    [{ requestsPerMinute: null }, "requestsPerMinute: a number, at least 1"],
    [{ now: 1_700_000_000_000 }, "now: a function that gives milliseconds since 1970"],
    [{ now: new Date() }, /^now: a function/],
    [{ windowOpen: "919876543210" }, /^windowOpen: a list of numbers as texts/],
    [{ windowOpen: [919876543210] }, /^windowOpen: /],
    [{ windowOpen: true }, /^windowOpen: /],
    [{ windowOpen: null }, /^windowOpen: /],
    [{ windowOpen: {} }, /^windowOpen: /],
    [{ templates: TEMPLATE }, /^templates: a list of templates/],
    [{ templates: ["order_paid"] }, /^templates: /],
    [{ templates: [{ ...TEMPLATE, language: undefined }] }, /^templates: /],
    [{ templates: [{ ...TEMPLATE, category: undefined }] }, /^templates: /],
    [{ templates: [{ ...TEMPLATE, buttons: { type: "URL" } }] }, /^templates: /],
    [{ templates: [{ ...TEMPLATE, body: 7 }] }, /^templates: /],
    [{ templates: [{ ...TEMPLATE, approval_status: true }] }, /^templates: /],
    [{ customers: {} }, /^customers: a list of customers/],
    [{ customers: ["919876543210"] }, /^customers: /],
    [{ customers: [{ phone_number: 9876543210 }] }, /^customers: /],
    [{ customers: [{ traits: "gold" }] }, /^customers: /],
  ])) {
    assert.throws(() => createSimulator(options), { name: "TypeError", message });
  }
});

test("an option that is one is taken in every form", () => {
  for (const options of /** @type {any[]} */ ([
    undefined,
    {},
    { apiKey: undefined, plan: undefined, now: undefined, windowOpen: undefined, delay: undefined },
    { windowOpen: [] },
    { windowOpen: new Set(["919876543210"]) },
    { windowOpen: () => false },
    { plan: "enterprise", requestsPerMinute: Number.POSITIVE_INFINITY },
    { requestsPerMinute: 1.5 },
    { templates: [], customers: [] },
    { templates: [{ ...TEMPLATE, buttons: [{ type: "URL" }], body: "Hi", extra: 1 }] },
    { templates: [{ ...TEMPLATE, buttons: '"{}"', body: null, category: null }] },
    { customers: [{ phone_number: null, user_id: "u-1", traits: {}, extra: 1 }] },
  ])) {
    assert.equal(typeof createSimulator(options), "function");
  }
});

test("a fault that cannot be played is refused when it is planned", async () => {
  const simulator = createSimulator();
  const cycle = /** @type {any} */ ({});
  cycle.self = cycle;
  for (const [spec, message] of /** @type {[any, RegExp | string][]} */ ([
    [undefined, "fault: an object"],
    [null, "fault: an object"],
    [503, "fault: an object"],
    [{ on: "sendMesage" }, "on: the name of an operation, or a function of the request"],
    [{ on: 7 }, /^on: /],
    [{ times: -1 }, "times: how many requests, a whole number or Infinity"],
    [{ times: 1.5 }, /^times: /],
    [{ times: "2" }, /^times: /],
    ...[0, 100, 101, 199, 600, 999, 503.5, "503", null, Number.NaN].map((status) => [
      { status },
      "status: a status that a Response can have, from 200 to 599",
    ]),
    [{ body: cycle }, "body: a text, bytes, or a value that JSON can carry"],
    [{ body: 1n }, /^body: /],
    [{ body: () => "text" }, /^body: /],
    [
      { status: 500, headers: { "a b": "1" } },
      "headers: an object of texts that headers can carry",
    ],
    [{ status: 500, headers: { x: "a\nb" } }, /^headers: /],
    [{ status: 500, headers: { "retry-after": 5 } }, /^headers: /],
    [{ status: 500, headers: new Headers({ x: "1" }) }, /^headers: /],
    [{ error: 7 }, "error: true, a message, or an Error"],
    [{ delayMs: -1 }, "delayMs: milliseconds, 0 or more"],
    [{ delayMs: "5" }, /^delayMs: /],
    [{ hang: "yes" }, "hang: true or false"],
  ])) {
    assert.throws(() => simulator.fault(spec), { name: "TypeError", message });
  }
  // None of them waits for a request.
  const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator });
  assert.equal((await interakt.sendMessage(MESSAGE)).result, true);
});

test("a fault of every status that there is comes back as it", async () => {
  const simulator = createSimulator();
  const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator, maxRetries: 0 });
  for (let status = 300; status <= 599; status += 1) {
    simulator.fault({ status });
    assert.equal((await failureOf(interakt.sendMessage(MESSAGE))).status, status);
  }
});
