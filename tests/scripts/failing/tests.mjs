/** Fails on purpose, in each way that a file of tests can: see ../failures.test.mjs. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

test("what passes is not told", () => {});

test("what is not done yet is not told", { todo: true }, () => assert.fail("not done yet"));

describe("a group", () => {
  test("two numbers are the same", () => assert.equal(1, 2));
  test("a test has parts", async (t) => {
    await t.test("a part throws no error but a text", () => {
      throw "a text";
    });
  });
});

describe("a group that cannot begin", () => {
  before(() => {
    throw new Error("no browser is there");
  });
  test("is never run", () => {});
});

test("a message of very many lines is cut", () => {
  throw new Error(Array.from({ length: 100 }, (_, line) => `line ${line}`).join("\n"));
});
