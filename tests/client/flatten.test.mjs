import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as whole from "interakt-wasm";
import * as customer from "interakt-wasm/customer";
import { flatten, formOf, sendMessage, summarize, trackUser } from "interakt-wasm/forms";
import * as phones from "interakt-wasm/phone";

test("issues are sorted by the names of their fields, and by the form", () => {
  const checked = sendMessage.validate({
    type: "Template",
    template: { name: "A", languageCode: "en", bodyValues: ["x", ""] },
  });
  assert.ok(!checked.ok);
  const { formIssues, fieldIssues } = flatten(checked.issues);
  assert.deepEqual(
    formIssues.map(({ code }) => code),
    ["recipient.missing"],
  );
  assert.deepEqual(Object.keys(fieldIssues), ["template.name", "template.bodyValues[1]"]);
  assert.equal(fieldIssues["template.bodyValues[1]"]?.[0]?.code, "string.empty");
});

test("keys that are no words stand in quotes, and a form's own names as they are", () => {
  const flat = flatten([
    { message: "a", path: ["traits", "a.b"] },
    { message: "b", path: ["traits", 'say "hi"', 0] },
    { message: "c", path: ["buttonValues", "0", 1] },
    { message: "d", path: ["my.field"] },
    { message: "e", path: ["traits", ""] },
  ]);
  assert.deepEqual(Object.keys(flat.fieldIssues), [
    'traits["a.b"]',
    'traits["say \\"hi\\""][0]',
    "buttonValues.0[1]",
    "my.field",
    'traits[""]',
  ]);
});

test("a field of any name is a property of its own", () => {
  const { fieldIssues } = flatten([
    { message: "a", path: ["__proto__"] },
    { message: "b", path: ["constructor"] },
  ]);
  assert.ok(Object.hasOwn(fieldIssues, "__proto__"));
  assert.ok(Object.hasOwn(fieldIssues, "constructor"));
  assert.equal(Object.getPrototypeOf(fieldIssues), Object.prototype);
  assert.deepEqual(flatten([]), { formIssues: [], fieldIssues: {} });
});

test("issues of any Standard Schema are taken: without a path, with keys in objects", () => {
  const symbol = Symbol("s");
  assert.deepEqual(
    flatten([
      { message: "a" },
      { message: "b", path: [{ key: "items" }, { key: 0 }] },
      { message: "c", path: [symbol] },
    ]),
    {
      formIssues: [{ message: "a" }],
      fieldIssues: {
        "items[0]": [{ message: "b", path: [{ key: "items" }, { key: 0 }] }],
        "Symbol(s)": [{ message: "c", path: [symbol] }],
      },
    },
  );
});

test("a name leads back to where its issue is", () => {
  const key = fc.string({ maxLength: 5 }).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(fc.dictionary(key, fc.constant("x"), { minKeys: 1, maxKeys: 5 }), (traits) => {
      const issues = Object.keys(traits).map((name) => ({ message: "", path: ["traits", name] }));
      const names = Object.keys(flatten(issues).fieldIssues);
      const given = new URLSearchParams([["userId", "1"], ...names.map((name) => [name, "x"])]);
      const checked = formOf(trackUser).validate(given);
      assert.ok(checked.ok);
      assert.deepEqual(Object.entries(checked.value.traits ?? {}), Object.entries(traits));
    }),
  );
});

test("a summary has a line for each issue", () => {
  assert.equal(
    summarize([
      { message: "Say who this is for.", path: [] },
      { message: "Must not be empty.", path: ["data", "message"] },
    ]),
    "Say who this is for.\ndata.message: Must not be empty.",
  );
  assert.equal(summarize([]), "");
});

test("every entry has both", () => {
  for (const entry of [whole, customer, phones]) {
    assert.equal(entry.summarize([{ message: "a", path: ["b"] }]), "b: a");
    assert.deepEqual(entry.flatten([]).formIssues, []);
  }
});
