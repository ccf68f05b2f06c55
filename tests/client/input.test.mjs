import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { operations, sendMessage, trackEvent, uploadMedia } from "interakt-wasm";
import { failureOf, MESSAGE } from "./support.mjs";

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
    assert.equal(result.value, input);
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
