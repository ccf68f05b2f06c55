/**
 * What can be called, with a value of which nothing is known. Each target says what it is good for:
 * what may come of it, besides an error of the package's.
 */
import assert from "node:assert/strict";
import * as core from "interakt-wasm";
import * as bulk from "interakt-wasm/bulk";
import * as edge from "interakt-wasm/edge";
import * as forms from "interakt-wasm/forms";
import * as field from "interakt-wasm/phone-field";
import { createSimulator } from "interakt-wasm/simulator";

export const KEY = "c2VjcmV0LWtleTo=";
const TO = { fullPhoneNumber: "919876543210" };
const TEXT = { ...TO, type: "Text", data: { message: "Hi" }, callbackData: "a" };

/** Inputs that pass, by the operation's name. @type {Record<string, unknown[]>} */
export const GOOD = {
  sendMessage: [
    TEXT,
    {
      ...{ countryCode: "+91", phoneNumber: "9876543210", type: "Template" },
      template: {
        ...{ name: "a", languageCode: "en", headerValues: ["https://example.com/a.jpg"] },
        ...{ bodyValues: ["Asha", "1"], buttonValues: { 0: ["x"] } },
      },
    },
    [TEXT, TEXT],
    {
      ...TEXT,
      fallback: [
        {
          ...{ channel: "sms", sender_id: "ABCDEF", pe_id: "1101234567890123456" },
          content: { dlt_te_id: "1107123456789012345", message: "Hi {{1}}", variables: ["Asha"] },
        },
      ],
    },
    {
      ...TO,
      type: "InteractiveList",
      data: {
        message: {
          ...{ type: "list", body: { text: "Hi" } },
          action: { button: "Menu", sections: [{ title: "All", rows: [{ id: "1", title: "A" }] }] },
        },
      },
    },
  ],
  trackUser: [{ userId: "1", traits: { name: "Asha", age: 5 }, tags: ["vip"] }],
  trackEvent: [{ userId: "1", event: "Bought", traits: { price: 5, tags: ["a"] } }],
  sendRcs: [{ ...TO, type: "Text", message: { plainText: "Hi" } }],
  listUsers: [{ offset: 0, limit: 10, filters: [{ trait: "a", op: "gt", val: "b" }] }],
  createCampaign: [
    { campaign_name: "a", campaign_type: "PublicAPI", template_name: "a", language_code: "en" },
  ],
};

const BOOK = core.templateBook(
  /** @type {any} */ ([
    {
      ...{ id: "1", name: "a", language: "en", category: "MARKETING", approval_status: "APPROVED" },
      ...{ header_format: "IMAGE", header: null, body: "Hi {{1}} and {{2}}", footer: null },
      buttons: JSON.stringify([{ type: "URL", text: "Go", url: "https://example.com/{{1}}" }]),
    },
  ]),
);

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {readonly unknown[]} good Of which a value is made by spoiling; without it any value is.
 * @property {"nothing" | "ours" | "anything"} throws What may be thrown: nothing at all; errors of
 *   the package, but no `internal`; whatever the value throws, or the engine at what it is.
 * @property {(value: any) => unknown} call What comes of it is looked at: `look` is asked.
 * @property {(result: any, value: any) => unknown} [look]
 */

/** @param {any} result Of a check. */
function lookAtCheck(result) {
  assert.equal(typeof result.ok, "boolean");
  const issues = result.ok ? result.warnings : [...result.issues, ...result.warnings];
  if (!result.ok) assert.notEqual(result.issues.length, 0);
  for (const { code, path, message, severity, params } of issues) {
    assert.equal(typeof code, "string");
    assert.equal(typeof message, "string");
    assert.ok(severity === "error" || severity === "warning");
    for (const step of path) assert.ok(typeof step === "string" || typeof step === "number");
    JSON.stringify(params);
  }
  core.flatten(issues);
  core.summarize(issues);
  return result;
}

/** @param {any} operation @param {any} result */
function lookAtSent(operation, result) {
  lookAtCheck(result);
  if (!result.ok) return;
  // What has passed is plain data, and passes again.
  const again = operation.validate(JSON.parse(JSON.stringify(result.value)));
  assert.ok(again.ok, `what has passed does not pass again: ${JSON.stringify(again.issues)}`);
}

/** @param {any} operation @param {any} built */
function lookAtBuilt(operation, { method, url, headers, body }) {
  assert.ok(url.startsWith("https://api.interakt.ai/"), url);
  for (const value of Object.values(headers)) assert.equal(typeof value, "string");
  if (method !== "POST" || typeof body !== "string") return;
  assert.ok(operation.validate(JSON.parse(body)).ok, body);
}

/** @param {(request: Request) => void} [look] */
const answering = (look) => async (/** @type {Request} */ request) => {
  if (look && request instanceof Request) await look(request);
  return Response.json({ result: true, message: "Done", id: "1" });
};

/** @param {Request} request */
async function lookAtRequest(request) {
  if (request.method !== "POST") return;
  const body = JSON.parse(await request.text());
  const { pathname } = new URL(request.url);
  const operation = core.operations.find(({ path }) => pathname.endsWith(path));
  assert.ok(operation, pathname);
  assert.ok(operation.validate(body).ok, `what was sent does not pass: ${JSON.stringify(body)}`);
}

const client = new core.Interakt({
  apiKey: KEY,
  plan: { requestsPerMinute: 1e6 },
  fetch: answering(lookAtRequest),
});
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

/** So many values of JSON are sent at most. */
const MOST_SENT = 100_000;

/** @param {unknown} value The text that a stranger would send of it. */
function textOf(value) {
  // Who sends holes sends a word for each, and nobody sends four thousand million.
  let left = MOST_SENT;
  try {
    const text = JSON.stringify(value, (_, part) => {
      left -= 1;
      if (left < 0) throw new Error("nobody sends as much");
      return part;
    });
    return text ?? "undefined";
  } catch {
    return "{";
  }
}

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
const SECRET = "the secret";
const WEBHOOK = {
  ...{ type: "message_received", version: "1.0", timestamp: "2026-01-01T00:00:00Z" },
  data: { customer: { id: "1", traits: { name: "Asha" } }, message: { id: "a", message: "Hi" } },
};
const FIELDS = /** @type {any} */ ({ a: "userId", b: "traits.name", c: "tags", phone: "phone" });
const FORMS = {
  plain: forms.formOf(forms.trackUser, { defaultCountry: "IN" }),
  ruled: forms.formOf(forms.trackUser, {
    required: ["userId"],
    rules: { userId: (/** @type {any} */ id) => (id === "2" ? "Taken." : undefined) },
  }),
  mapped: forms.formOf(forms.trackUser, { fields: FIELDS, defaultCountry: "IN" }),
  message: forms.formOf(forms.sendMessage.kinds.Template, {}),
};

/** @type {Target[]} */
export const TARGETS = [
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
  ...Object.entries(FORMS).map(([name, form]) => {
    const good = [
      { userId: "1", a: "1", "traits.name": "Asha", b: "Asha", phone: "98765 43210", tags: ["a"] },
      { userId: "1", traits: { name: "Asha", whatsapp_opted_in: "on" }, template: { name: "a" } },
    ];
    return /** @type {Target} */ ({
      ...{ name: `a form, ${name}`, good, throws: "nothing", look: lookAtCheck },
      call: (value) => form.validate(value),
    });
  }),
  {
    ...{ name: "the options of a form", good: [{ fields: FIELDS, required: ["a"], fixed: {} }] },
    ...{
      throws: "anything",
      call: (options) => forms.formOf(forms.trackUser, options).validate({}),
    },
  },
  {
    ...{ name: "limitOf", good: [["data.message", "a text"]], throws: "anything" },
    call: (given) => forms.limitOf(forms.sendMessage.kinds.Text, given?.[0])?.count(given?.[1]),
  },
  {
    ...{ name: "phone.parse", good: [["98765 43210", { defaultCountry: "IN" }]] },
    throws: "anything",
    call: (given) => core.phone.parse(given?.[0] ?? given, given?.[1]),
  },
  {
    ...{ name: "phone.isPossible and isMobile", good: [], throws: "ours" },
    call: (value) => [core.phone.isPossible(value), core.phone.isMobile(value)],
  },
  {
    ...{ name: "phone.format", good: [[{ fullPhoneNumber: "919876543210" }, "national"]] },
    throws: "anything",
    call: (given) => field.phone.format(given?.[0], given?.[1] ?? "e164"),
  },
  {
    ...{ name: "asYouType", good: [[{ country: "IN" }, "98765", 3]], throws: "anything" },
    call: (given) => field.phone.asYouType(given?.[0] ?? { country: "IN" })(given?.[1], given?.[2]),
  },
  {
    ...{ name: "phone.example", good: [], throws: "ours" },
    call: (value) => field.phone.example(value),
  },
  { name: "smsSegments", good: [], throws: "anything", call: (value) => core.smsSegments(value) },
  {
    ...{ name: "withoutKey", good: [["a text", KEY]], throws: "anything" },
    call: (given) => core.withoutKey(given?.[0], given?.[1]),
  },
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

function PROXY_DATA() {
  return { ...PROXY, fetch: undefined };
}

/** What tells that the modules work as before. */
export function checkAlive() {
  const { ok } = core.sendMessage.validate(TEXT);
  assert.equal(ok, true);
  assert.equal(core.trackUser.build({ userId: "1" }).body, '{"userId":"1"}');
  assert.equal(forms.formOf(forms.trackUser).validate({ userId: "1" }).ok, true);
  assert.equal(core.phone.parse("98765 43210", { defaultCountry: "IN" }).ok, true);
  assert.equal(field.phone.format("919876543210", "e164"), "+919876543210");
  const bad = /** @type {any} */ (core.trackUser.validate({ userId: 1 }));
  assert.deepEqual(
    bad.issues.map((/** @type {any} */ { code, path }) => [code, ...path]),
    [["type.expected", "userId"]],
  );
}
