import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import {
  Interakt,
  listTemplates,
  operations,
  sendMessage,
  trackEvent,
  trackUser,
  uploadMedia,
} from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { API_KEY, failureOf, MESSAGE } from "./support.mjs";

/** @param {unknown} input */
function issuesOf(input) {
  const result = sendMessage.validate(input);
  assert.equal(result.ok, false);
  return result.ok ? [] : result.issues;
}

test("a value that JSON cannot carry is an issue at its place", () => {
  const cycle = /** @type {any} */ ({ ...MESSAGE, data: { list: [{}] } });
  cycle.data.list[0].up = cycle.data;
  const throwing = {
    get data() {
      throw new Error("no");
    },
  };
  const refusing = {
    when: {
      toJSON() {
        throw new Error("no");
      },
    },
  };
  /** @type {any} */
  let deep = {};
  for (let depth = 0; depth < 100_000; depth += 1) deep = { deep };
  for (const [input, path, reason] of /** @type {[unknown, unknown[], string][]} */ ([
    [cycle, ["data", "list", 0, "up"], "contains itself"],
    [{ a: [0, { b: 1n }] }, ["a", 1, "b"], "is a BigInt"],
    [1n, [], "is a BigInt"],
    [throwing, ["data"], "throws when it is read"],
    [refusing, ["when"], "throws when it is read"],
    [() => {}, [], "is a function"],
    [Symbol("x"), [], "is a symbol"],
    [undefined, [], "is undefined"],
    [deep, [], "is nested too deeply"],
  ])) {
    const [issue, ...others] = issuesOf(input);
    assert.deepEqual(others, []);
    assert.deepEqual(issue, {
      code: "json.unserializable",
      path,
      message: `JSON cannot carry this value: it ${reason}.`,
      severity: "error",
      params: { reason },
    });
  }
});

/**
 * The paths and reasons of what JSON cannot carry.
 *
 * @param {Record<string, any>} traits
 */
function lossesIn(traits) {
  const result = trackUser.validate({ userId: "user-42", traits });
  if (result.ok) return [];
  for (const { code } of result.issues) assert.equal(code, "json.unserializable");
  return result.issues.map(({ path, params }) => [path.slice(1), params.reason]);
}

test("what JSON would make null is an issue at its place", () => {
  const invalid = new Date(Number.NaN);
  const when = { valueOf: () => Number.NaN, toJSON: () => null };
  for (const [value, reason] of /** @type {[unknown, string][]} */ ([
    [Number.NaN, "is NaN"],
    [Number.POSITIVE_INFINITY, "is Infinity"],
    [Number.NEGATIVE_INFINITY, "is -Infinity"],
    [new Number(Number.NaN), "is NaN"],
    [vm.runInNewContext("new Number(NaN)"), "is NaN"],
    [{ toJSON: () => Number.NaN }, "is NaN"],
    [invalid, "is an invalid date"],
    [vm.runInNewContext("new Date(NaN)"), "is an invalid date"],
    // As the invalid dates of libraries are.
    [when, "is an invalid date"],
  ])) {
    assert.deepEqual(lossesIn({ a: value }), [[["a"], reason]]);
    assert.deepEqual(lossesIn({ a: [1, value] }), [[["a", 1], reason]]);
  }
  for (const [value, reason] of /** @type {[unknown, string][]} */ ([
    [undefined, "is undefined"],
    [() => {}, "is a function"],
    [Symbol("x"), "is a symbol"],
    [{ toJSON: () => undefined }, "is undefined"],
  ])) {
    assert.deepEqual(lossesIn({ a: ["x", value] }), [[["a", 1], reason]]);
  }
  // biome-ignore lint/suspicious/noSparseArray: that is the point.
  assert.deepEqual(lossesIn({ a: ["x", , "y"] }), [[["a", 1], "is undefined"]]);
});

test("what JSON would leave out or empty is an issue at its place", async () => {
  class Named {
    get [Symbol.toStringTag]() {
      return "Named";
    }
  }
  for (const [value, reason] of /** @type {[unknown, string][]} */ ([
    [() => {}, "is a function"],
    [class {}, "is a function"],
    [Symbol("x"), "is a symbol"],
    [Object(Symbol("x")), "is a symbol"],
    [Object(1n), "is a BigInt"],
    [{ toJSON: () => () => {} }, "is a function"],
    [new Map([["a", 1]]), "is of type Map"],
    [new Set([1]), "is of type Set"],
    [vm.runInNewContext("new Map([[1, 2]])"), "is of type Map"],
    [new WeakMap(), "is of type WeakMap"],
    [Promise.resolve(1), "is of type Promise"],
    [/a/, "is of type RegExp"],
    [new Error("a"), "is of type Error"],
    [new URLSearchParams("a=1"), "is of type URLSearchParams"],
    [new Headers({ a: "1" }), "is of type Headers"],
    [new FormData(), "is of type FormData"],
    [new Blob(["a"]), "is of type Blob"],
    [new ArrayBuffer(2), "is of type ArrayBuffer"],
    [new Uint8Array(2), "is of type Uint8Array"],
    [new Float64Array(0), "is of type Float64Array"],
    [new DataView(new ArrayBuffer(2)), "is of type DataView"],
    [[1].values(), "is of type Array Iterator"],
    [new Named(), "is of type Named"],
  ])) {
    assert.deepEqual(lossesIn({ a: value }), [[["a"], reason]]);
  }
  assert.deepEqual(
    issuesOf({ ...MESSAGE, toText: () => "x" }).map(({ path }) => path),
    [["toText"]],
  );
});

test("every such value is told, each at its own place", () => {
  const list = [0, Number.NaN, undefined];
  const traits = { a: Number.NaN, b: { c: [() => {}] }, ok: 1, list, same: list };
  assert.deepEqual(lossesIn(traits), [
    [["a"], "is NaN"],
    [["b", "c", 0], "is a function"],
    [["list", 1], "is NaN"],
    [["list", 2], "is undefined"],
    [["same", 1], "is NaN"],
    [["same", 2], "is undefined"],
  ]);
});

test("of very many such values maxIssues are told, and that there are more", () => {
  // A list by mistake, which nobody wants to go through to its end.
  const sparse = [];
  sparse[4_000_000_000] = 1;
  const holes = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, at) => [`a${at}`, Number.NaN]),
  );
  for (const input of [{ sparse }, sparse, holes, { many: [holes, holes] }]) {
    for (const [maxIssues, listed] of /** @type {[number | undefined, number][]} */ ([
      [undefined, 1_000],
      [1, 1],
      [5, 5],
      [50_000, 1_000],
    ])) {
      const result = trackUser.validate(input, { maxIssues });
      const issues = result.ok ? [] : result.issues;
      assert.equal(issues.length, listed + 1);
      assert.ok(issues.slice(0, -1).every(({ code }) => code === "json.unserializable"));
      assert.deepEqual(issues.at(-1), {
        code: "issues.not_listed",
        path: [],
        message: `1001 problems were found, ${listed} of them are listed.`,
        severity: "error",
        params: { found: 1_001, listed },
      });
    }
  }
  const few = trackUser.validate({ a: Number.NaN, b: Number.NaN }, { maxIssues: 2 });
  assert.equal(few.ok ? 0 : few.issues.length, 2);
});

test("half a character in a key is an issue at that key", () => {
  const reason = "has half a character in its name";
  for (const key of ["a\ud83d", "\udc00b", "\ud83d\ud83d\udc4d"]) {
    assert.deepEqual(lossesIn({ ok: 1, [key]: "x" }), [[[key], reason]]);
    assert.deepEqual(
      issuesOf({ ...MESSAGE, [key]: { b: 1 } }).map(({ path }) => path),
      [[key]],
    );
  }
  assert.deepEqual(lossesIn({ "a\ud83d\udc4d": "x", "\\ud83d": "\\ud83d" }), []);
  const value = trackUser.validate({ userId: "1", traits: { a: "x\ud83d" } });
  assert.ok(!value.ok);
  assert.deepEqual(value.issues[0]?.code, "string.lone_surrogate");
});

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

/** Properties that count how often they are looked at, and change with each look. */
function changing() {
  /** @type {Record<string, number>} */
  const looks = { file: 0, fileName: 0, type: 0 };
  const look = (/** @type {string} */ name) => {
    looks[name] = Number(looks[name]) + 1;
    return Number(looks[name]);
  };
  const input = {
    get file() {
      return new Blob(["a".repeat(look("file"))], { type: "image/png" });
    },
    get fileName() {
      if (look("fileName") === 4) throw new Error("no");
      return `${looks.fileName}.png`;
    },
  };
  return { input, looks, look };
}

test("a file and its name are read once, so that what is validated is what is sent", async () => {
  for (let time = 0; time < 5; time += 1) {
    const { input, looks } = changing();
    const checked = uploadMedia.validate(input);
    assert.ok(checked.ok);
    assert.deepEqual([looks.file, looks.fileName], [1, 1]);
    assert.deepEqual(
      [checked.value.fileName, Reflect.get(checked.value.file, "size")],
      ["1.png", 1],
    );
    const { body } = uploadMedia.build(input);
    const sent = /** @type {File} */ (/** @type {FormData} */ (body).get("uploadFile"));
    assert.deepEqual([sent.name, sent.size, looks.file, looks.fileName], ["2.png", 2, 2, 2]);
  }
  class Upload {
    get file() {
      return new Blob(["a"], { type: "image/png" });
    }
    get fileName() {
      return "a.png";
    }
  }
  assert.ok(uploadMedia.validate(new Upload()).ok);
});

test("issues come in the order of the keys, also where one of them is called file", () => {
  const input = /** @type {any} */ ({ fileName: "a", file: "b", other: 1 });
  const { warnings } = listTemplates.validate(input);
  assert.deepEqual(
    warnings.map(({ path }) => path),
    [["fileName"], ["file"], ["other"]],
  );
});

test("a description cannot take the place of a file, not even at a second look", () => {
  let looks = 0;
  const input = {
    get file() {
      looks += 1;
      return looks === 1 ? "a.png" : { size: 3, type: "image/png", name: "a.png" };
    },
  };
  const result = uploadMedia.validate(/** @type {any} */ (input));
  assert.ok(!result.ok);
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

test("a file may be a Blob, a File or bytes of any kind", async () => {
  const bytes = new TextEncoder().encode("abc");
  for (const [input, name, type] of /** @type {[any, string, string][]} */ ([
    [{ file: new Blob([bytes], { type: "image/png" }), fileName: "a.png" }, "a.png", "image/png"],
    [{ file: new File([bytes], "b.png", { type: "image/png" }) }, "b.png", "image/png"],
    [{ file: new File([bytes], "b.png"), fileName: "c.png" }, "c.png", ""],
    [{ file: bytes, fileName: "d.png" }, "d.png", ""],
    [{ file: bytes.buffer, fileName: "d.png" }, "d.png", ""],
    [{ file: Buffer.from("abc"), fileName: "d.png" }, "d.png", ""],
    [{ file: vm.runInNewContext("new Uint8Array([97, 98, 99])"), fileName: "d.png" }, "d.png", ""],
    [{ file: bytes }, "file", ""],
  ])) {
    const result = uploadMedia.validate(input);
    assert.ok(result.ok);
    assert.deepEqual(result.value, input);
    assert.equal(result.value.file, input.file);
    const { body, headers } = uploadMedia.build(input);
    assert.ok(body instanceof FormData);
    assert.deepEqual(headers, {});
    const file = /** @type {File} */ (body.get("uploadFile"));
    assert.equal(file.name, name);
    assert.equal(await file.text(), "abc");
    if (type) assert.equal(file.type, type);
  }
});

test("a file is known where its class does not name it, as in Workers before 2024-09-26", () => {
  for (const file of [new Blob(["abc"]), new File(["abc"], "b.png")]) {
    Object.defineProperty(file, Symbol.toStringTag, { value: undefined });
    const input = { file, fileName: "a.png" };
    assert.ok(uploadMedia.validate(input).ok);
    assert.ok(uploadMedia.build(input).body instanceof FormData);
  }
});

test("what is no file is an issue", () => {
  for (const file of ["a.png", 7, null, true, [], {}, { size: 3, type: "image/png" }]) {
    const result = uploadMedia.validate({ file });
    assert.ok(!result.ok);
    assert.deepEqual(
      result.issues.map(({ code, path }) => [code, path]),
      [["type.expected", ["file"]]],
    );
  }
  const empty = uploadMedia.validate({ file: new Blob([], { type: "image/png" }) });
  assert.ok(!empty.ok);
  assert.deepEqual(
    empty.issues.map(({ code }) => code),
    ["file.empty"],
  );
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
    const error = await failureOf(() => standard.jsonSchema.input({ target: "draft-07" }));
    assert.equal(error.code, "schema_target");
  }
  const passed = sendMessage["~standard"].validate(MESSAGE);
  assert.deepEqual(passed, { value: MESSAGE });
});
