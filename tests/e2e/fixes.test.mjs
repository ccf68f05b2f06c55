/** The fixes that the console offers: each takes its issue away, and brings no other. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import test from "node:test";
import { operations, sendMessage, templateBook } from "interakt-wasm";
import { editsOf } from "../../www/page/editor/mend.js";
import { applied } from "../../www/page/edits.js";
import { fixesFor } from "../../www/page/fixes.js";
import { listed } from "../client/book-support.mjs";

/** The table of inputs that break each rule. */
const CASES = new URL("../cases/", import.meta.url);

/** @param {string} operation @param {unknown} input @returns {import("interakt-wasm").Issue[]} */
function issuesOf(operation, input) {
  const known = operations.find(({ name }) => name === operation);
  if (known === undefined) return [];
  const checked = known.validate(/** @type {any} */ (input));
  return [...(checked.ok ? [] : checked.issues), ...checked.warnings];
}

/** @param {import("interakt-wasm").Issue} issue */
const nameOf = ({ code, path }) => `${code} at ${path.join(".")}`;

test("every fix takes its issue away and brings no further error", async () => {
  /** @type {Set<string>} */
  const mended = new Set();
  for (const file of await readdir(CASES)) {
    const cases = JSON.parse(await readFile(new URL(file, CASES), "utf8"));
    for (const { name, operation, input } of cases) {
      const issues = issuesOf(operation, input);
      const errors = issues.filter(({ severity }) => severity === "error").length;
      const text = JSON.stringify(input, null, 2);
      for (const issue of issues) {
        for (const fix of fixesFor(issue, input)) {
          const after = JSON.parse(applied(text, editsOf(text, fix)));
          const left = issuesOf(operation, after);
          const what = `${name}: ${fix.label} for ${nameOf(issue)}`;
          assert.ok(!left.map(nameOf).includes(nameOf(issue)), what);
          assert.ok(left.filter(({ severity }) => severity === "error").length <= errors, what);
          mended.add(issue.code);
        }
      }
    }
  }
  assert.deepEqual([...mended].sort(), [
    "carousel.card_index",
    "country_code.missing_plus",
    "enum.unknown",
    "language.invalid",
    "language.unknown",
    "object.unknown_key",
    "phone.international_prefix",
    "phone.leading_zero",
    "phone.zero_before_country_code",
    "recipient.both_forms",
    "template.category_unknown",
    "type.expected",
    "type.null",
  ]);
});

test("what the account's templates refuse is mended by what they have", () => {
  const templates = [
    listed({ name: "order_packed", language: "en", body: "Hello {{1}}" }),
    listed({ name: "tea_time", language: "hi", body: "Tea?" }),
    listed({ name: "tea_time", language: "en_GB", body: "Tea?" }),
  ];
  const book = templateBook(/** @type {any} */ (templates), { loadedAt: 0 });
  for (const [template, fixes] of /** @type {[object, string[][]][]} */ ([
    [
      { name: "order_paked", languageCode: "en", bodyValues: ["Asha"] },
      [["Change to order_packed"]],
    ],
    [{ name: "order_packed", languageCode: "de", bodyValues: ["Asha"] }, [["Change to en"]]],
    [{ name: "tea_time", languageCode: "en" }, [["Change to en_GB", "Change to hi"]]],
    [
      { name: "order_packed", languageCode: "en", bodyValues: ["Asha", "7"] },
      [["Remove this value"]],
    ],
    [{ name: "tea_time", languageCode: "hi", buttonValues: { 0: ["7"] } }, [['Remove "0"']]],
  ])) {
    const input = { fullPhoneNumber: "919876543210", type: "Template", template };
    const checked = sendMessage.validate(/** @type {any} */ (input), { templates: book });
    assert.ok(!checked.ok);
    const found = checked.issues.map((issue) => fixesFor(issue, input));
    assert.deepEqual(
      found.map((all) => all.map(({ label }) => label)),
      fixes,
    );
    for (const fix of found.flat()) {
      const text = JSON.stringify(input);
      const after = JSON.parse(applied(text, editsOf(text, fix)));
      assert.ok(sendMessage.validate(after, { templates: book }).ok, fix.label);
    }
  }
});

test("what only its author can know is left alone", () => {
  const both = { fullPhoneNumber: "919876543211", countryCode: "+91", phoneNumber: "9876543210" };
  for (const [operation, input] of /** @type {[string, unknown][]} */ ([
    // Two numbers: which is meant?
    ["sendMessage", { ...both, type: "Text", data: { message: "Hello" } }],
    // A key of one's own.
    ["trackUser", { userId: "7", shop: "Calicut" }],
    // It may be half of the number that is meant.
    ["getUserByPhone", { phoneNumber: "98765 4321" }],
    ["sendMessage", { userId: "7", type: "InteractiveList", data: { message: { type: 7 } } }],
  ])) {
    const issues = issuesOf(operation, input);
    assert.ok(issues.length > 0);
    assert.deepEqual(
      issues.flatMap((issue) => fixesFor(issue, input)),
      [],
    );
  }
});

test("a fix that no longer applies does nothing", () => {
  const fix = { label: "Change to callbackData", path: ["callbackdata"], rename: "callbackData" };
  assert.deepEqual(editsOf('{"callbackData": "order-1"}', fix), []);
  assert.deepEqual(editsOf("[1", { label: "Remove a", path: ["a"], isRemoved: true }), []);
});
