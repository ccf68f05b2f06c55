/** Options that there are not, everywhere some are taken. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, phone, sendMessage, webhooks } from "interakt-wasm";
import { API_KEY, answer, failureOf, MESSAGE } from "./support.mjs";

const fetch = async () => answer(200, { result: true, id: "m-1" });
const interakt = new Interakt({ apiKey: API_KEY, fetch });
const SECRET = { secret: "secret", onEvent() {} };

/**
 * Everything that takes options, with some that it takes.
 *
 * @type {Record<string, [whose: string, take: (options: any) => unknown, good: object]>}
 */
const TAKERS = {
  client: ["A client", (options) => new Interakt(options), { apiKey: API_KEY, onWarning() {} }],
  plan: ["plan", (plan) => new Interakt({ apiKey: API_KEY, plan }), { requestsPerMinute: 60 }],
  call: [
    "sendMessage",
    (options) => interakt.sendMessage(MESSAGE, options),
    { timeoutMs: 1000, totalTimeoutMs: 1000, maxRetries: 0, signal: null, headers: {} },
  ],
  pages: [
    "listUsers",
    (options) => interakt.iterateUsers({}, options).next().catch(keepRefusal),
    { maxRetries: 0 },
  ],
  sendAll: [
    "sendAll",
    (options) => interakt.sendAll([], options),
    { operation: "trackUser", concurrency: 2, resumeFrom: 0, total: 1, onProgress() {} },
  ],
  validate: [
    "validate",
    (options) => sendMessage.validate(MESSAGE, options),
    { maxIssues: 5, maxBytes: 1000 },
  ],
  with: ["with", (options) => sendMessage.with(options), { maxIssues: 5, maxBytes: 1000 }],
  build: [
    "build",
    (options) => sendMessage.build(MESSAGE, options),
    { apiKey: API_KEY, baseUrl: "https://example.com" },
  ],
  receive: [
    "A webhook",
    (options) => webhooks.receive(new Request("http://localhost/"), { ...SECRET, ...options }),
    { maxBytes: 1000, answerWithinMs: 100 },
  ],
  nodeHandler: [
    "A webhook",
    (options) => webhooks.nodeHandler({ ...SECRET, ...options }),
    { dangerouslyAllowUnsignedRcs: true },
  ],
};

/** Of pages only the refusal counts: these have none. @param {any} error */
function keepRefusal(error) {
  if (error.code === "option_invalid") throw error;
}

for (const [name, [whose, take, good]] of Object.entries(TAKERS)) {
  test(`an option that there is not is refused by its name: ${name}`, async () => {
    await take(good);
    const unknown = { ...good, colour: true };
    const error = await failureOf(async () => take(unknown));
    assert.deepEqual([error.name, error.code], ["ConfigurationError", "option_invalid"]);
    assert.ok(error.message.startsWith(`${whose} has no option "colour". It takes `));
    for (const known of Object.keys(good))
      assert.match(error.message, new RegExp(`\\b${known}\\b`));
    for (const known of Object.keys(good)) {
      const near = await failureOf(async () => take({ ...good, [`${known}s`]: 1 }));
      assert.equal(near.message, `${whose} has no option "${known}s". Did you mean "${known}"?`);
    }
    // What is not given, is inherited or stands under a symbol is no option.
    await take({ ...good, colour: undefined, [Symbol("colour")]: 1 });
    await take(Object.assign(Object.create({ colour: 1 }), good));
  });
}

test("the nearest option is named", async () => {
  for (const [given, meant] of [
    ["timeout", "timeoutMs"],
    ["timeoutms", "timeoutMs"],
    ["timoutMs", "timeoutMs"],
    ["timeoutSm", "timeoutMs"],
    ["api_key", "apiKey"],
    ["api-key", "apiKey"],
    ["key", "apiKey"],
    ["baseURL", "baseUrl"],
    ["url", "baseUrl"],
    ["retries", "maxRetries"],
    ["onResponce", "onResponse"],
    ["onWarnings", "onWarning"],
    ["onRetry ", "onRetry"],
    ["header", "headers"],
    ["retryUnknownOutcomes", "retryUnknownOutcome"],
    ["allowBrowser", "dangerouslyAllowBrowser"],
  ]) {
    const options = { apiKey: API_KEY, [/** @type {string} */ (given)]: "x" };
    const error = await failureOf(() => new Interakt(/** @type {any} */ (options)));
    assert.equal(error.message, `A client has no option "${given}". Did you mean "${meant}"?`);
  }
  for (const given of ["on", "x", "colour", "a".repeat(100_000)]) {
    const error = await failureOf(() => new Interakt(/** @type {any} */ ({ [given]: 1 })));
    assert.match(error.message, /It takes apiKey, baseUrl, fetch, .*, onRateLimit, onWarning\.$/);
  }
});

test("a call takes no options of a client", async () => {
  for (const name of ["apiKey", "baseUrl", "plan", "fetch", "onRetry"]) {
    const error = await failureOf(
      interakt.sendMessage(MESSAGE, /** @type {any} */ ({ [name]: 1 })),
    );
    assert.equal(error.code, "option_invalid");
    assert.match(error.message, new RegExp(`^sendMessage has no option "${name}"\\.`));
  }
});

test("what is no object holds no options", async () => {
  const checked = [MESSAGE, MESSAGE].map(/** @type {any} */ (sendMessage.validate));
  assert.ok(checked.every(({ ok }) => ok));
  const read = ["+919876543210", "+919876543211"].map(/** @type {any} */ (phone.parse));
  assert.ok(read.every(({ ok }) => ok));
  for (const options of /** @type {any[]} */ ([null, undefined])) {
    await interakt.sendMessage(MESSAGE, options);
    assert.ok(sendMessage.build(MESSAGE, options));
    for await (const { status } of interakt.sendAll([MESSAGE], options))
      assert.equal(status, "sent");
  }
});

test("what is no list of options is none: `validate` may be handed to whoever calls it", () => {
  const { validate } = sendMessage;
  assert.deepEqual(
    [MESSAGE, MESSAGE].map(/** @type {any} */ (validate)).map(({ ok }) => ok),
    [true, true],
  );
  // What a tool hands on beside what it knows is meant for somebody else.
  const libraryOptions = { abortEarly: false, maxIssues: 5 };
  const standard = sendMessage["~standard"].validate(MESSAGE, { libraryOptions });
  assert.ok(!("issues" in standard));
});
