/** What the page reads from JSON Schemas, without a page. */
import assert from "node:assert/strict";
import test from "node:test";
import { operations } from "interakt-wasm";
import { describedOf } from "../../www/page/described.js";
import { EXAMPLES } from "../../www/page/examples.js";
import {
  branchOf,
  docOf,
  emptyOf,
  propertiesOf,
  schemaAt,
  summaryOf,
  typeOf,
  unionOf,
  valuesOf,
} from "../../www/page/schema.js";

const sendMessage = await describedOf("sendMessage");

/** @param {import("../../www/page/schema.js").Property[]} properties */
const keysOf = (properties) => properties.map(({ key }) => key);

test("every operation is described as the package's schema says, with documentation", async () => {
  for (const { name, schema } of operations) {
    const described = await describedOf(name);
    const bare = JSON.stringify(described, (key, value) => {
      if (key === "description" && typeof value === "string") return undefined;
      return key === "examples" && Array.isArray(value) ? undefined : value;
    });
    assert.equal(bare, JSON.stringify(schema), name);
    assert.notEqual(JSON.stringify(described), bare, name);
  }
});

test("every value of every example has a schema that takes its type and says what it is", async () => {
  for (const { operation, input, wrong, slug } of EXAMPLES) {
    if (wrong === "issues") continue;
    const root = await describedOf(operation);
    visit(input, [], (value, path) => {
      const where = `${operation}/${slug} ${path.join(".")}`;
      const schema = schemaAt(root, input, path);
      assert.ok(schema, where);
      assert.ok(branchOf(schema, value, root), where);
      const isNamed = typeof path.at(-1) === "string" && !path.includes("traits");
      if (isNamed && !/buttonValues|buttonPayload/.test(where))
        assert.ok(docOf(schema, root), where);
    });
  }
});

/**
 * @param {unknown} value
 * @param {import("../../www/page/schema.js").Path} path
 * @param {(value: unknown, path: import("../../www/page/schema.js").Path) => void} see
 */
function visit(value, path, see) {
  see(value, path);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, [...path, index], see);
  } else if (typeOf(value) === "object") {
    for (const [key, item] of Object.entries(/** @type {object} */ (value)))
      visit(item, [...path, key], see);
  }
}

test("a union offers the key that tells its kinds apart, and what the chosen one has", () => {
  assert.deepEqual(keysOf(propertiesOf(sendMessage, {}, sendMessage)), ["type"]);
  const keys = keysOf(propertiesOf(sendMessage, { type: "Template" }, sendMessage));
  assert.deepEqual(keys.slice(0, 2), ["type", "userId"]);
  assert.deepEqual(keys.slice(-2), ["template_category", "template"]);
  const kinds = schemaAt(sendMessage, { type: "Text" }, ["type"]);
  assert.equal(valuesOf(kinds ?? {}, sendMessage)?.length, 9);
  assert.equal(docOf(kinds ?? {}, sendMessage), "The kind of message.");
});

test("of one or several, the value says which is meant", () => {
  assert.equal(unionOf(branchOf(sendMessage, [], sendMessage)?.items, sendMessage)?.key, "type");
  assert.equal(branchOf(sendMessage, "text", sendMessage), undefined);
  assert.deepEqual(keysOf(propertiesOf(sendMessage, [], sendMessage)), []);
  const found = schemaAt(sendMessage, [{ type: "Text" }], [0, "data", "message"]);
  assert.equal(found?.maxLength, 4096);
});

test("keys that shut each other out do not fit beside each other", () => {
  /** @param {object} value */
  const fitting = (value) =>
    keysOf(
      propertiesOf(sendMessage, { type: "Text", ...value }, sendMessage).filter((it) => it.isFit),
    ).filter((key) => /user|phone|country/i.test(key));
  const all = ["userId", "countryCode", "phoneNumber", "fullPhoneNumber"];
  assert.deepEqual(fitting({}), all);
  assert.deepEqual(fitting({ phoneNumber: "" }), all);
  assert.deepEqual(fitting({ fullPhoneNumber: "1" }), ["userId", "fullPhoneNumber"]);
  assert.deepEqual(fitting({ countryCode: "+91" }), ["userId", "countryCode", "phoneNumber"]);
});

test("what is empty is complete but for what people must write", async () => {
  for (const { name, validate } of /** @type {readonly any[]} */ (operations)) {
    const root = await describedOf(name);
    const checked = validate(emptyOf(root, root));
    for (const { code, path } of checked.ok ? [] : checked.issues) {
      const held = path.reduce(
        (/** @type {any} */ value, /** @type {string} */ step) => value[step],
        emptyOf(root, root),
      );
      assert.ok(held === "" || code.startsWith("recipient."), `${name}: ${code} at ${path}`);
    }
  }
  const empty = emptyOf(sendMessage, sendMessage);
  assert.deepEqual(empty, { type: "Text", data: { message: "" } });
});

test("the summary of a documentation is its first sentence", () => {
  assert.equal(
    summaryOf("The values of {{1}}, {{2}}… in the body, in order."),
    "The values of {{1}}, {{2}}… in the body, in order.",
  );
  assert.equal(
    summaryOf('Calling code, such as "+91". Goes with `phoneNumber`.'),
    'Calling code, such as "+91".',
  );
  assert.equal(summaryOf("No full stop"), "No full stop");
});
