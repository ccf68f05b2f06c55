import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, operations, sendMessage, trackEvent, trackUser } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { API_KEY, failureOf, MESSAGE } from "./support.mjs";

/** @param {unknown} input */
function issuesOf(input) {
  const result = sendMessage.validate(input);
  assert.equal(result.ok, false);
  return result.ok ? [] : result.issues;
}

test("what JSON carries is carried as JSON carries it", () => {
  class Plain {
    a = 1;
    none = undefined;
    #hidden = 2;
    get hidden() {
      return this.#hidden;
    }
    toText() {
      return "x";
    }
  }
  const tagged = { a: 1, [Symbol.toStringTag]: "Tagged" };
  const bare = Object.assign(Object.create(null), { a: 1 });
  const traits = {
    ...{ zero: -0, large: 2 ** 63, small: 5e-324, text: "", none: null, no: false },
    ...{ date: new Date(0), url: new URL("https://a.in/"), dropped: undefined },
    ...{ boxed: new String("x"), number: new Number(1), yes: Object(true) },
    ...{ given: { toJSON: (/** @type {string} */ key) => `of ${key}` } },
    ...{ chosen: { toJSON: () => null }, absent: { toJSON: () => undefined } },
    ...{ [Symbol("x")]: 1, 7: "seven", list: [new Date(0), "x", null] },
  };
  const result = trackUser.validate({ userId: "1", traits: /** @type {any} */ (traits) });
  assert.ok(result.ok, JSON.stringify(result));
  const expected = JSON.stringify({ userId: "1", traits });
  assert.equal(JSON.stringify(result.value), expected);
  assert.deepEqual(result.value, JSON.parse(expected));
  assert.equal(
    trackUser.build({ userId: "1", traits: /** @type {any} */ (traits) }).body,
    expected,
  );
  for (const value of [new Plain(), tagged, bare, new Proxy({ a: 1 }, {}), Buffer.from("a")]) {
    // No place is known where Interakt takes an object; what is wrong is not how it is written.
    const checked = trackUser.validate({ userId: "1", traits: /** @type {any} */ ({ value }) });
    assert.ok(!checked.ok);
    assert.deepEqual(
      checked.issues.map(({ code }) => code),
      ["type.expected"],
    );
  }
});

test("a key that is called __proto__ is a key like another", () => {
  const traits = JSON.parse('{ "__proto__": 1, "constructor": "x" }');
  const result = trackUser.validate({ userId: "1", traits });
  assert.ok(result.ok);
  assert.deepEqual(Object.keys(/** @type {any} */ (result.value.traits)), [
    "__proto__",
    "constructor",
  ]);
});

test("a polyfill that writes BigInt is honoured", (t) => {
  const { prototype } = /** @type {any} */ (BigInt);
  t.after(() => Reflect.deleteProperty(prototype, "toJSON"));
  prototype.toJSON = function () {
    return String(this);
  };
  const result = trackUser.validate({ userId: "1", traits: /** @type {any} */ ({ a: 12n }) });
  assert.deepEqual(result.ok && result.value.traits, { a: "12" });
});

test("validate throws at nothing, however an input behaves", () => {
  const thrower = () => {
    throw new Error("no");
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (let after = 0; after < 12; after += 1) {
    for (const operation of operations) {
      let left = after;
      const trap = new Proxy(/** @type {any} */ (Reflect), {
        get:
          (_, name) =>
          (/** @type {any[]} */ ...args) => {
            left -= 1;
            return left < 0 ? thrower() : /** @type {any} */ (Reflect)[name](...args);
          },
      });
      operation.validate(new Proxy({ file: new Blob(["a"]), a: { b: 1 } }, trap));
    }
  }
  for (const value of [
    proxy,
    { file: proxy },
    {
      file: {
        get [Symbol.toStringTag]() {
          return thrower();
        },
      },
    },
    { file: new Proxy(new Blob(["a"]), { get: thrower }) },
    { a: [proxy] },
    { a: Object.defineProperty([], "0", { get: thrower }) },
  ]) {
    for (const operation of operations)
      assert.equal(operation.validate(/** @type {any} */ (value)).ok, false);
  }
});

test("what goes out is fixed when a call is made", async () => {
  const simulator = createSimulator();
  const interakt = new Interakt({ apiKey: API_KEY, fetch: simulator, plan: "growth" });
  const input = { userId: "user-1", traits: { a: 1 } };
  const sent = interakt.trackUser(input);
  input.userId = "user-2";
  input.traits.a = 2;
  const bytes = new TextEncoder().encode("before");
  const upload = { file: bytes, fileName: "a.png" };
  const uploaded = interakt.uploadMedia(upload);
  bytes.fill(0);
  upload.fileName = "b.png";
  await Promise.all([sent, uploaded]);
  const bodies = simulator.requests.map(({ body }) => body);
  assert.deepEqual(bodies[0], { userId: "user-1", traits: { a: 1 } });
  assert.equal(bodies[1].uploadFile.name, "a.png");
  assert.equal(await bodies[1].uploadFile.text(), "before");
});

test("build throws the same issue", async () => {
  const error = await failureOf(() => sendMessage.build(/** @type {any} */ ({ a: 1n })));
  assert.equal(error.name, "ValidationError");
  assert.deepEqual(
    error.issues.map((/** @type {any} */ issue) => [issue.code, issue.path]),
    [["json.unserializable", ["a"]]],
  );
});

test("the same object twice is no cycle", () => {
  const shared = { a: 1n };
  assert.deepEqual(issuesOf({ one: {}, two: [shared, shared] })[0]?.path, ["two", 0, "a"]);
});

test("any other value is answered with issues, never an exception", () => {
  for (const input of [
    null,
    0,
    Number.NaN,
    "",
    "text",
    true,
    [],
    [[]],
    {},
    new Date(),
    new Map(),
  ]) {
    assert.ok(issuesOf(input).length > 0);
  }
});

test("what is validated is what is sent", () => {
  const input = { ...MESSAGE, callbackData: undefined };
  const result = sendMessage.validate(input);
  assert.deepEqual(result, { ok: true, value: MESSAGE, warnings: [] });
  assert.equal(sendMessage.build(input).body, JSON.stringify(MESSAGE));
  const event = { userId: "1", event: "x", createdAt: new Date(0) };
  const checked = trackEvent.validate(event);
  assert.ok(checked.ok);
  assert.deepEqual(checked.value, {
    userId: "1",
    event: "x",
    createdAt: "1970-01-01T00:00:00.000Z",
  });
});

test("a request that was built is taken by Request", async () => {
  const request = sendMessage.build(MESSAGE, { apiKey: "c2VjcmV0LWtleTo=" });
  const taken = new Request(request.url, request);
  assert.equal(taken.method, "POST");
  assert.equal(taken.headers.get("authorization"), "Basic c2VjcmV0LWtleTo=");
  assert.equal(await taken.text(), request.body);
});

test("a check is bounded as its options say", () => {
  const input = { ...MESSAGE, a: 1, b: 2, c: 3 };
  /** @param {import("interakt-wasm").ValidateOptions} [options] */
  const codes = (options) => {
    const result = sendMessage.validate(input, options);
    return (result.ok ? result.warnings : result.issues).map(({ code }) => code);
  };
  const unknown = "object.unknown_key";
  assert.deepEqual(codes(), [unknown, unknown, unknown]);
  assert.deepEqual(codes({ maxIssues: 2 }), [unknown, unknown, "issues.not_listed"]);
  assert.deepEqual(codes({ maxIssues: 3, maxBytes: undefined }), [unknown, unknown, unknown]);
  const { length } = JSON.stringify(input);
  assert.deepEqual(codes({ maxBytes: length - 1 }), ["json.too_large"]);
  for (const none of [length, 2 ** 32, 1e300, Infinity]) {
    assert.deepEqual(codes({ maxBytes: none, maxIssues: none }), [unknown, unknown, unknown]);
  }
  for (const wrong of [0, -1, 0.5, Number.NaN, "9", 9n, {}]) {
    for (const option of ["maxIssues", "maxBytes"]) {
      assert.throws(() => codes({ [option]: wrong }), {
        code: "option_invalid",
        message: "validate: maxIssues and maxBytes must be numbers, 1 or more.",
      });
    }
  }
});

test("every operation is a Standard Schema with its JSON Schema", async () => {
  for (const operation of operations) {
    const standard = operation["~standard"];
    assert.deepEqual([standard.version, standard.vendor], [1, "interakt-wasm"]);
    const options = { target: "draft-2020-12" };
    assert.deepEqual(standard.jsonSchema.input(options), operation.schema);
    assert.deepEqual(standard.jsonSchema.output(options), operation.schema);
    assert.equal(operation.schema.$schema, "https://json-schema.org/draft/2020-12/schema");
    const failed = standard.validate(null);
    assert.ok(failed.issues && failed.issues.length > 0);
  }
  const passed = sendMessage["~standard"].validate(MESSAGE);
  assert.deepEqual(passed, { value: MESSAGE });
});
