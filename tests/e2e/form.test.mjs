/** What the form shows of inputs, and what it writes: without a page. */
import assert from "node:assert/strict";
import test from "node:test";
import { operations } from "interakt-wasm";
import { describedOf } from "../../www/page/described.js";
import { EXAMPLES } from "../../www/page/examples.js";
import { setAt } from "../../www/page/form/edits-at.js";
import {
  allFields,
  freeKeyOf,
  layoutOf,
  pathKey,
  problemsByField,
} from "../../www/page/form/layout.js";
import { converted, isSame, saidBy, shownOf, switched } from "../../www/page/form/values.js";
import { typeIn, unionOf } from "../../www/page/schema.js";
import { randomOf } from "../rows/ugly/cuts.mjs";
import { anything, KEYS, one, partsOf, put, withChange } from "../support/anything.mjs";

/** @typedef {import("../../www/page/form/layout.js").Field} Field */

const CONTROLS = ["text", "lines", "number", "flag", "choice", "null", "raw"];

/** @param {string} name @param {unknown} input */
async function shown(name, input) {
  return layoutOf(await describedOf(name), input);
}

/** @param {Field} top @param {string} where Such as `data.message`. @returns {Field} */
function at(top, where) {
  const found = allFields(top).find(({ path }) => path.join(".") === where);
  assert.ok(found, where);
  return found;
}

/** @param {Field} field */
const keysOf = ({ fields }) => fields.map(({ path }) => path.at(-1));

/** @param {Field} field */
const addableTo = ({ addable }) => addable.map(({ key }) => key);

test("all that any example holds has a field, and what the field says is what stands there", async () => {
  for (const { operation, input, slug } of EXAMPLES) {
    assertShown(await shown(operation, input), input, `${operation}/${slug}`);
  }
});

test("whatever an input holds has a field, which says what stands there", async () => {
  for (let seed = 1; seed <= 1500; seed += 1) {
    const random = randomOf(seed);
    const { operation, input, file } = one(random, EXAMPLES);
    let value = input;
    for (let changes = 0; changes < 3; changes += 1) {
      const [path] = one(random, partsOf(value));
      const next = anything(random, 2);
      const isIn = random(3) === 0 ? one(random, KEYS) : path.at(-1);
      const at = path.length === 0 ? [] : [...path.slice(0, -1), isIn ?? ""];
      // A list has no keys.
      value =
        at.length === 0
          ? next
          : withChange(value, typeof path.at(-1) === "number" ? path : at, (held, key) =>
              put(held, key, next),
            );
    }
    if (file === undefined) assertShown(await shown(operation, value), value, `seed ${seed}`);
  }
});

/**
 * Every value has a field, and writing what a field says is no edit.
 *
 * @param {Field} top
 * @param {unknown} input
 * @param {string} words
 */
function assertShown(top, input, words) {
  const text = JSON.stringify(input, null, 2);
  for (const field of allFields(top)) {
    const where = `${words} ${field.path.join(".")}`;
    if (!CONTROLS.includes(field.kind) || field.value === undefined) continue;
    const isOfFew = field.kind === "choice" || field.kind === "flag" || field.kind === "null";
    const said = isOfFew ? field.value : saidBy(/** @type {any} */ (field.kind), shownOf(field));
    assert.deepEqual(said, field.value, where);
    assert.deepEqual(setAt(text, field.path, said, field.order), [], where);
  }
  assert.ok(isSame(heldBy(top), input), words);
}

/** @param {Field} field @returns {unknown} What the fields hold together. */
function heldBy({ kind, value, fields }) {
  if (kind === "list") return fields.map(heldBy);
  if (kind !== "object" && kind !== "map") return value;
  const there = fields.filter((field) => field.value !== undefined);
  const order = Object.keys(/** @type {object} */ (value));
  there.sort(
    (one, other) =>
      order.indexOf(String(one.path.at(-1))) - order.indexOf(String(other.path.at(-1))),
  );
  return Object.fromEntries(there.map((field) => [field.path.at(-1), heldBy(field)]));
}

test("a field that is optional and absent is offered, one that must be there stands there", async () => {
  const top = await shown("sendMessage", { type: "Text" });
  assert.deepEqual(keysOf(top), ["type", "data"]);
  assert.equal(at(top, "data").kind, "missing");
  assert.deepEqual(addableTo(top), [
    ...["userId", "countryCode", "phoneNumber", "fullPhoneNumber"],
    ...["campaignId", "callbackData", "fallback"],
  ]);
  const named = await shown("sendMessage", { type: "Text", countryCode: "+91", data: {} });
  assert.ok(!addableTo(named).includes("fullPhoneNumber"), "it would shut the country code out");
  const { kind, value, isRequired } = at(named, "data.message");
  assert.deepEqual(
    { kind, value, isRequired },
    { kind: "lines", value: undefined, isRequired: true },
  );
});

test("what the schema does not know, or has of another type, is shown as JSON", async () => {
  const input = { type: "Text", data: { message: 5 }, campaignId: "a\rb", Type: [1], tags: null };
  const top = await shown("sendMessage", input);
  for (const [where, text] of [
    ["data.message", "5"],
    ["campaignId", '"a\\rb"'],
    ["Type", "[1]"],
    ["tags", "null"],
  ]) {
    const field = at(top, String(where));
    assert.equal(field.kind, "raw");
    assert.equal(shownOf(field), text);
    assert.equal(field.isNamed, where === "Type" || where === "tags", "its key can be corrected");
  }
  assert.equal((await shown("sendMessage", "text")).kind, "raw");
  assert.deepEqual(keysOf(await shown("sendMessage", { type: "Wrong", data: {} })), [
    "type",
    "data",
  ]);
});

test("what is no number is the text that was typed, until it is one", () => {
  for (const [text, value] of /** @type {[string, unknown][]} */ ([
    ["1.50", 1.5],
    [" -7 ", -7],
    ["1e3", 1000],
    ["007", 7],
    ["1.", "1."],
    ["-", "-"],
    ["", ""],
    ["1,5", "1,5"],
    ["1e999", "1e999"],
    ["Infinity", "Infinity"],
    ["0x10", "0x10"],
  ])) {
    assert.deepEqual(saidBy("number", text), value);
  }
});

test("a number that is half typed keeps its field, a text of digits is shown as the text that it is", async () => {
  /** @param {unknown} offset */
  const kindOf = async (offset) => at(await shown("listUsers", { offset }), "offset").kind;
  assert.equal(await kindOf(5), "number");
  assert.equal(await kindOf("1."), "number");
  assert.equal(await kindOf("12"), "raw");
  assert.equal(await kindOf(null), "raw");
});

test("one message becomes several, and several one where nothing is lost", async () => {
  const root = await describedOf("sendMessage");
  const one = { type: "Text" };
  const { types } = layoutOf(root, one);
  assert.deepEqual(
    types.map(({ label }) => label),
    ["One", "Several"],
  );
  const [single, several] = types.map(({ schema }) => schema);
  assert.deepEqual(converted(one, several ?? {}, root), [one]);
  assert.deepEqual(converted([one], single ?? {}, root), one);
  assert.equal(converted([one, one], single ?? {}, root), undefined);
});

test("a trait of one type becomes one of another as far as it can", async () => {
  const root = await describedOf("trackUser");
  const field = at(layoutOf(root, { traits: { a: "12" } }), "traits.a");
  /** @param {unknown} value @param {string} type */
  const as = (value, type) =>
    converted(value, field.types.find((each) => each.type === type)?.schema ?? {}, root);
  assert.deepEqual(
    field.types.map(({ type }) => type),
    ["string", "number", "boolean", "array", "null"],
  );
  for (const [value, type, wanted] of /** @type {[unknown, string, unknown][]} */ ([
    ["12", "number", 12],
    ["x", "number", 0],
    [12, "string", "12"],
    [true, "string", "true"],
    ["true", "boolean", true],
    ["x", "array", ["x"]],
    ["", "array", [""]],
    [["x"], "string", "x"],
    [["x", "y"], "string", undefined],
    ["x", "null", null],
    [null, "string", ""],
    [{ x: 1 }, "string", undefined],
    [{}, "string", ""],
  ])) {
    assert.deepEqual(as(value, type), wanted, `${JSON.stringify(value)} as ${type}`);
  }
});

test("another kind keeps what both have, and says what it leaves out", async () => {
  const root = await describedOf("sendMessage");
  const text = { userId: "u", type: "Text", odd: 1, data: { message: "Hi" }, callbackData: "c" };
  const image = switched(layoutOf(root, text), "type", "Image", root);
  assert.deepEqual(image.next, { ...text, type: "Image", data: { message: "Hi", mediaUrl: "" } });
  assert.deepEqual(image.lost, []);
  const template = switched(layoutOf(root, image.next), "type", "Template", root, image.kept);
  const { data: _, ...shared } = text;
  const empty = { name: "", languageCode: "" };
  assert.deepEqual(template.next, { ...shared, type: "Template", template: empty });
  assert.deepEqual(template.lost, ["data.message"]);
  const filled = { ...template.next, template: { name: "sale", languageCode: "en" } };
  const again = switched(layoutOf(root, filled), "type", "Text", root, template.kept);
  assert.deepEqual(again.next, text, "it comes back with what it had");
  assert.deepEqual(again.lost, ["template.name", "template.languageCode"]);
  const back = switched(layoutOf(root, again.next), "type", "Template", root, again.kept);
  assert.deepEqual(back.next, filled);
});

test("going through all kinds of any example and back changes nothing", async () => {
  for (const { operation, input, slug, wrong } of EXAMPLES) {
    const root = await describedOf(operation);
    const union = unionOf(root, root) ?? unionOf(root.anyOf?.[0] ?? {}, root);
    if (union === undefined || Array.isArray(input) || wrong === "issues") continue;
    let [value, kept] = [input, {}];
    for (const { value: kind } of [...union.branches, { value: input[union.key] }]) {
      ({ next: value, kept } = switched(layoutOf(root, value), union.key, kind, root, kept));
    }
    assert.deepEqual(value, input, slug);
  }
});

test("each problem stands at its field, or at the one around it", async () => {
  const input = { type: "Template", template: { name: "", order_status: {} } };
  const top = await shown("sendMessage", input);
  const { issues } = /** @type {any} */ (
    /** @type {readonly any[]} */ (operations).find(({ name }) => name === "sendMessage")
  ).validate(input);
  /** @type {{ code: string, path?: (string | number)[] }[]} */
  const problems = [...issues, { code: "json.syntax" }];
  const found = problemsByField(top, problems);
  const codes = [...found].map(([key, list]) => [key, list.map(({ code }) => code).join()]);
  assert.deepEqual(Object.fromEntries(codes), {
    [pathKey([])]: "recipient.missing",
    [pathKey(["template", "name"])]: "string.empty",
    [pathKey(["template", "languageCode"])]: "object.missing_key",
    [pathKey(["template", "order_status", "reference_id"])]: "object.missing_key",
    [pathKey(["template", "order_status", "order"])]: "object.missing_key",
  });
});

test("a list that nobody writes by hand is shown in part", async () => {
  const tags = Array.from({ length: 130 }, (_, index) => String(index));
  const { fields, hidden } = at(await shown("trackUser", { tags }), "tags");
  assert.deepEqual([fields.length, hidden], [100, 30]);
});

test("of keys that are few the next one is at hand", async () => {
  const input = { type: "Template", template: { buttonValues: { 0: ["x"], 2: ["y"] } } };
  const map = at(await shown("sendMessage", input), "template.buttonValues");
  assert.equal(map.kind, "map");
  assert.equal(typeIn(map.schema), "object");
  assert.equal(freeKeyOf(map), "1");
  assert.equal(freeKeyOf(at(await shown("trackUser", { traits: {} }), "traits")), "");
});
