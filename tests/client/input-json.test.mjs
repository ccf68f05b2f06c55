/** What JSON cannot carry, or would change, in an input. */
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { sendMessage, trackUser } from "interakt-wasm";
import { MESSAGE } from "./support.mjs";

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
    [cycle, ["data", "list", 0, "up"], "circular"],
    [{ a: [0, { b: 1n }] }, ["a", 1, "b"], "bigint"],
    [1n, [], "bigint"],
    [throwing, ["data"], "throws"],
    [refusing, ["when"], "throws"],
    [() => {}, [], "function"],
    [Symbol("x"), [], "symbol"],
    [undefined, [], "undefined"],
    [deep, [], "too_deep"],
  ])) {
    const [issue, ...others] = issuesOf(input);
    assert.deepEqual(others, []);
    assert.deepEqual(issue, {
      code: "json.unserializable",
      path,
      message: `JSON cannot carry this value: ${reason}. Give plain data instead.`,
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
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
    [new Number(Number.NaN), "NaN"],
    [vm.runInNewContext("new Number(NaN)"), "NaN"],
    [{ toJSON: () => Number.NaN }, "NaN"],
    [invalid, "invalid_date"],
    [vm.runInNewContext("new Date(NaN)"), "invalid_date"],
    // As the invalid dates of libraries are.
    [when, "invalid_date"],
  ])) {
    assert.deepEqual(lossesIn({ a: value }), [[["a"], reason]]);
    assert.deepEqual(lossesIn({ a: [1, value] }), [[["a", 1], reason]]);
  }
  for (const [value, reason] of /** @type {[unknown, string][]} */ ([
    [undefined, "undefined"],
    [() => {}, "function"],
    [Symbol("x"), "symbol"],
    [{ toJSON: () => undefined }, "undefined"],
  ])) {
    assert.deepEqual(lossesIn({ a: ["x", value] }), [[["a", 1], reason]]);
  }
  // biome-ignore lint/suspicious/noSparseArray: that is the point.
  assert.deepEqual(lossesIn({ a: ["x", , "y"] }), [[["a", 1], "undefined"]]);
});

test("what JSON would leave out or empty is an issue at its place", async () => {
  class Named {
    get [Symbol.toStringTag]() {
      return "Named";
    }
  }
  for (const [value, reason] of /** @type {[unknown, string][]} */ ([
    [() => {}, "function"],
    [class {}, "function"],
    [Symbol("x"), "symbol"],
    [Object(Symbol("x")), "symbol"],
    [Object(1n), "bigint"],
    [{ toJSON: () => () => {} }, "function"],
    [new Map([["a", 1]]), "Map"],
    [new Set([1]), "Set"],
    [vm.runInNewContext("new Map([[1, 2]])"), "Map"],
    [new WeakMap(), "WeakMap"],
    [Promise.resolve(1), "Promise"],
    [/a/, "RegExp"],
    [new Error("a"), "Error"],
    [new URLSearchParams("a=1"), "URLSearchParams"],
    [new Headers({ a: "1" }), "Headers"],
    [new FormData(), "FormData"],
    [new Blob(["a"]), "Blob"],
    [new ArrayBuffer(2), "ArrayBuffer"],
    [new Uint8Array(2), "Uint8Array"],
    [new Float64Array(0), "Float64Array"],
    [new DataView(new ArrayBuffer(2)), "DataView"],
    [[1].values(), "Array Iterator"],
    [new Named(), "Named"],
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
    [["a"], "NaN"],
    [["b", "c", 0], "function"],
    [["list", 1], "NaN"],
    [["list", 2], "undefined"],
    [["same", 1], "NaN"],
    [["same", 2], "undefined"],
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
        message: `1001 problems were found; ${listed} of them are listed.`,
        severity: "error",
        params: { found: 1_001, listed },
      });
    }
  }
  const few = trackUser.validate({ a: Number.NaN, b: Number.NaN }, { maxIssues: 2 });
  assert.equal(few.ok ? 0 : few.issues.length, 2);
});

test("half a character in a key is an issue at that key", () => {
  const reason = "lone_surrogate";
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

test("a date and a boxed number have as many bytes as their JSON", () => {
  const input = /** @type {any} */ ([new Date(0), new Number(1)]);
  const { length } = JSON.stringify(input);
  const found = (/** @type {number} */ maxBytes) => {
    const checked = trackUser.validate(input, { maxBytes });
    return checked.ok ? [] : checked.issues.map(({ code }) => code);
  };
  assert.ok(!found(length).includes("json.too_large"));
  assert.deepEqual(found(length - 1), ["json.too_large"]);
});
