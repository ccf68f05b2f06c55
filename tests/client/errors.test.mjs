import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import * as api from "interakt-wasm";
import { failureOf, freshCopy, MESSAGE } from "./support.mjs";

const { sendMessage } = api;

/**
 * @param {number} status
 * @param {string} [message]
 */
const parsed = (status, message = "") =>
  failureOf(() => sendMessage.parse(status, {}, JSON.stringify({ result: false, message })));

const FAILURES = /** @type {[status: number, message: string, name: string, code: string][]} */ ([
  [401, "", "AuthenticationError", "unauthorized"],
  [403, "", "PermissionError", "forbidden"],
  [404, "", "NotFoundError", "not_found"],
  [429, "Rate limit exceeded for this resource", "RateLimitError", "rate_limited"],
  [500, "", "ServerError", "server_error"],
  [503, "", "ServerError", "server_error"],
  [400, "Customer has not messaged within last 24 hours", "WindowClosedError", "window_closed"],
  [201, "Customer has not messaged within last 24 hours", "WindowClosedError", "window_closed"],
  [400, "No approved template found with name 'x'", "TemplateError", "template_not_found"],
  [400, "Missing variable values for template's button", "TemplateError", "missing_values"],
  [200, "Template category mismatch: x", "TemplateError", "template_category_mismatch"],
  [400, "Phone Number & Country Code provided is invalid", "ApiError", "invalid_phone"],
  [409, "", "ApiError", "conflict"],
]);

test("each failure has its class, code and guards", async () => {
  for (const [status, message, name, code] of FAILURES) {
    const error = await parsed(status, message);
    assert.deepEqual([error.name, error.code, error.status], [name, code, status]);
    assert.equal(error.operation, "sendMessage");
    assert.equal(error.attempts, 1);
    assert.ok(error instanceof Error);
    assert.ok(error instanceof /** @type {any} */ (api)[name]);
    assert.ok(api.isInteraktError(error) && api.isApiError(error));
    assert.ok(/** @type {any} */ (api)[`is${name}`](error));
    assert.ok(!api.isValidationError(error) && !api.isTimeoutError(error));
  }
});

test("a guard is false for everything else", () => {
  const guards = Object.entries(api).filter(([name]) => /^is[A-Z]\w+Error$/.test(name));
  assert.equal(guards.length, 15);
  for (const [name, guard] of guards) {
    for (const value of [
      undefined,
      null,
      "ApiError",
      {},
      new Error(),
      { name: "ApiError" },
      { name: "ApiError", code: "conflict", outcome: "sent" },
      { code: "conflict", outcome: "refused", status: 409 },
      Symbol(),
    ]) {
      assert.equal(/** @type {any} */ (guard)(value), false, name);
    }
  }
});

test("a guard knows errors of another copy of the package", async (t) => {
  const copy = await freshCopy(t);
  const error = await failureOf(() => copy.sendMessage.parse(429, {}, "{}"));
  assert.ok(!(error instanceof api.InteraktError));
  assert.ok(api.isRateLimitError(error) && api.isApiError(error) && !api.isServerError(error));
});

test("a guard knows errors of another realm", async () => {
  const error = await parsed(404);
  const foreign = vm.runInNewContext("Object.setPrototypeOf(new Error(), prototype)", {
    prototype: Object.getPrototypeOf(error),
  });
  assert.ok(api.isNotFoundError(foreign));
});

test("an error is written as a plain object, without body and cause", async () => {
  const error = await failureOf(() =>
    sendMessage.parse(429, { "Retry-After": "20" }, '{"message":"Rate limit exceeded"}'),
  );
  assert.deepEqual(JSON.parse(JSON.stringify(error)), {
    name: "RateLimitError",
    code: "rate_limited",
    message:
      "sendMessage failed with status 429: Rate limit exceeded. Wait before sending again; a client with a plan keeps to its limit by itself.",
    operation: "sendMessage",
    outcome: "refused",
    attempts: 1,
    status: 429,
    retryAfterMs: 20_000,
  });
  assert.deepEqual(structuredClone(error.toJSON()), error.toJSON());
});

test("a guard knows what toJSON gives, sent to another thread or written down", async () => {
  const guards = Object.entries(api).filter(([name]) => /^is[A-Z]\w+Error$/.test(name));
  const errors = [
    await parsed(409),
    await parsed(429),
    await parsed(400, "Customer has not messaged within last 24 hours"),
    await failureOf(() => sendMessage.build(/** @type {any} */ ({}))),
    await failureOf(() => api.webhooks.parse("no JSON")),
    await failureOf(() => new api.Interakt(/** @type {any} */ ({}))),
    new /** @type {any} */ (api.ConnectionError)({ code: "connection_failed", message: "" }),
    new /** @type {any} */ (api.InternalError)({ code: "internal", message: "" }),
  ];
  for (const error of errors) {
    for (const plain of [structuredClone(error.toJSON()), JSON.parse(JSON.stringify(error))]) {
      for (const [name, guard] of guards) {
        const knows = /** @type {(value: unknown) => boolean} */ (guard);
        assert.equal(knows(plain), knows(error), `${name} of ${error.name}`);
      }
    }
  }
});

test("what a clone keeps of an error begins with its name", async () => {
  const clone = structuredClone(await parsed(404));
  assert.match(clone.stack ?? "", /^NotFoundError: sendMessage failed with status 404\./);
});

test("the body is decoded JSON, or text", async () => {
  const body = async (/** @type {string} */ text) =>
    (await failureOf(() => sendMessage.parse(500, {}, text))).body;
  assert.deepEqual(await body('{"a":[1]}'), { a: [1] });
  assert.equal(await body("<html>"), "<html>");
  assert.equal(await body(""), "");
});

test("Retry-After is found in headers of any kind", async () => {
  for (const headers of [
    { "Retry-After": "20" },
    { "retry-after": 20 },
    new Headers({ "Retry-After": "20" }),
    new Map([["retry-after", "20"]]),
  ]) {
    const error = await failureOf(() => sendMessage.parse(429, /** @type {any} */ (headers), "{}"));
    assert.equal(error.retryAfterMs, 20_000);
  }
  for (const headers of [undefined, null, {}, new Headers()]) {
    const error = await failureOf(() => sendMessage.parse(429, headers, "{}"));
    assert.equal(error.retryAfterMs, undefined);
  }
});

test("a body comes as text or as bytes of any kind", () => {
  const text = '{"result":true,"id":"é"}';
  const bytes = new TextEncoder().encode(`xx${text}`).subarray(2);
  for (const body of [
    text,
    bytes,
    bytes.slice().buffer,
    new DataView(bytes.slice().buffer),
    Buffer.from(text),
  ]) {
    assert.deepEqual(sendMessage.parse(200, {}, body), { result: true, id: "é" });
  }
});

test("parse refuses what is no status or no body", async () => {
  for (const status of [Number.NaN, 200.5, -1, 70_000, "200"]) {
    const error = await failureOf(() => sendMessage.parse(/** @type {any} */ (status), {}, "{}"));
    assert.equal(error.code, "status_invalid");
  }
  const error = await failureOf(() =>
    sendMessage.parse(200, {}, /** @type {any} */ (Promise.resolve("{}"))),
  );
  assert.equal(error.code, "body_invalid");
  assert.match(error.message, /await response\.text\(\)/);
});

test("the message of a ValidationError shows the first five issues", async () => {
  const input = Array.from({ length: 9 }, () => ({ ...MESSAGE, callbackData: 1 }));
  const error = await failureOf(() => sendMessage.build(/** @type {any} */ (input)));
  assert.equal(error.issues.length, 9);
  const lines = error.message.split("\n");
  assert.equal(lines.length, 7);
  assert.equal(lines.at(-1), "  and 4 more");
});

test("a path in a message reads like JavaScript", async () => {
  const data = {
    body: { text: "Hi" },
    action: { buttons: [{ type: "reply", reply: { id: "1" } }] },
  };
  const input = {
    fullPhoneNumber: "919999999999",
    type: "InteractiveButton",
    data: { message: data },
  };
  const error = await failureOf(() => sendMessage.build(/** @type {any} */ (input)));
  assert.match(error.message, /\n {2}data\.message(\.\w+|\[\d+\])+: /);
});
