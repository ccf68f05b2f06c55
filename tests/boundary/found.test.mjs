/** What strangers and programs could do once, kept for good. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as core from "interakt-wasm";
import { formOf, templateBook, trackUser } from "interakt-wasm/forms";
import { phone } from "interakt-wasm/phone-field";
import { createSimulator } from "interakt-wasm/simulator";
import { untouchable } from "./values.mjs";

const MEGABYTE = 1 << 20;
const { sendMessage } = core;
const RECIPIENT = { fullPhoneNumber: "919876543210" };

/** @param {unknown} value */
const codesOf = (value) => {
  const result = /** @type {any} */ (sendMessage.validate(/** @type {any} */ (value)));
  return result.issues.map((/** @type {core.Issue} */ { code }) => code);
};

/** As a tree it has 2^depth ends. @param {number} depth */
function shared(depth) {
  /** @type {unknown} */
  let part = "a";
  for (let level = 0; level < depth; level += 1) part = [part, part];
  return part;
}

test("a form takes a megabyte in which a long key is around many values", () => {
  const form = formOf(trackUser);
  // With the key in the name of each value it would be more than there is memory.
  const entries = Array.from({ length: MEGABYTE / 16 }, (_, n) => [`k${n}`, "a"]);
  const key = "k".repeat(MEGABYTE / 2);
  const many = Object.fromEntries(entries);
  for (const values of [
    { userId: "1", [key]: many },
    { userId: "1", traits: { [key]: many } },
    { userId: "1", [`traits["${key}"].a`]: many },
    { userId: "1", traits: { a: { [key]: { b: many } } } },
  ]) {
    assert.equal(typeof form.validate(/** @type {any} */ (values)).ok, "boolean");
  }
});

test("a part that is in an input many times over is not read as often", () => {
  const input = { fullPhoneNumber: "919876543210", type: "Text", data: shared(60) };
  assert.deepEqual(codesOf(input), ["json.too_large"]);
  assert.throws(() => sendMessage.build(/** @type {any} */ (input)), core.isValidationError);
  assert.deepEqual(templateBook([]).check(input), []);
  // A form looks at so many values, and leaves the rest to the check.
  const wide = Array.from({ length: 1000 }, () => Array(1000).fill(Array(1000).fill("a")));
  for (const traits of [shared(60), wide]) {
    assert.equal(
      formOf(trackUser).validate(/** @type {any} */ ({ userId: "1", traits })).ok,
      false,
    );
  }
});

test("a list that says it has no end is not read to its end", () => {
  const endless = new Proxy(/** @type {unknown[]} */ ([]), {
    get: (target, key) => (key === "length" ? 2 ** 53 : Reflect.get(target, key)),
  });
  assert.equal(codesOf(endless).at(-1), "issues.not_listed");
  const full = new Proxy(/** @type {unknown[]} */ ([]), {
    get: (_, key) => (key === "length" ? 2 ** 53 : key === "toJSON" ? undefined : "text"),
  });
  assert.deepEqual(codesOf(full), ["json.too_large"]);
});

test("what a check says of an input is not many times as long as the input", () => {
  const broken = Array.from({ length: 1000 }, (_, n) => [`\ud800${n}`, 1]);
  const input = { ["k".repeat(MEGABYTE)]: Object.fromEntries(broken) };
  const { issues } = /** @type {any} */ (sendMessage.validate(/** @type {any} */ (input)));
  assert.ok(JSON.stringify(issues).length < 3 * MEGABYTE);
  assert.deepEqual(issues.at(-1).params, { found: 1000, listed: issues.length - 1 });
});

test("the bound of a check's bytes counts what JSON has of an input", () => {
  const input = { a: "ab", b: [1, null], c: undefined, d: {} };
  const { length } = JSON.stringify({ ...input });
  /** @param {number} maxBytes */
  const found = (maxBytes) => {
    // What is not plain goes the way on which it is counted.
    const value = Object.assign(Object.create({ method() {} }), input);
    const result = /** @type {any} */ (trackUser.validate(value, { maxBytes }));
    return result.issues.map((/** @type {core.Issue} */ { code }) => code);
  };
  assert.ok(!found(length).includes("json.too_large"));
  assert.deepEqual(found(length - 1), ["json.too_large"]);
});

test("no guard throws, whatever it is asked", () => {
  /** @type {any[]} */
  const values = [
    untouchable(),
    new Proxy({}, { get: () => untouchable() }),
    Object.defineProperty({}, "name", {
      get() {
        throw untouchable();
      },
    }),
    { name: "ApiError", code: "a", outcome: "refused", status: Symbol("mine") },
  ];
  for (const [name, guard] of Object.entries(core)) {
    if (!/^is[A-Z]\w*Error$/.test(name)) continue;
    for (const value of values) assert.equal(typeof (/** @type {any} */ (guard)(value)), "boolean");
  }
});

test("a caret that is none is a mistake of the program and told as such", () => {
  const type = /** @type {any} */ (phone.asYouType({ country: "IN" }));
  for (const caret of ["1", {}, Symbol("mine"), untouchable()]) {
    assert.throws(() => type("98765", caret), core.isConfigurationError);
  }
});

test("a message that is no text is none, even if it looks like an endless list", () => {
  const endless = Object.create(Array.prototype, { length: { value: 2 ** 53 } });
  const messages = /** @type {any} */ ({ "type.expected": endless });
  const checked = /** @type {any} */ (
    core.trackUser.validate(/** @type {any} */ (1), { messages })
  );
  assert.equal(typeof checked.issues[0].message, "string");
});

test("what is no text is the callbackData of no row, however long it would be as one", async () => {
  const { rowOfCallbackData } = await import("interakt-wasm/edge");
  /** @type {any} */
  const endless = new Proxy([], { get: (_, key) => (key === "length" ? 2 ** 53 - 1 : undefined) });
  assert.equal(rowOfCallbackData(endless), null);
});

test("an input that tells of no caret, as one of numbers, has it at the end", () => {
  const type = phone.asYouType({ country: "IN" });
  assert.deepEqual(type("98765", null), { text: "98765", caret: 5 });
  assert.throws(() => type(/** @type {any} */ (undefined)), { name: "ConfigurationError" });
});

/** As long as a list can be, and nothing in it: a copy of it is more than there is memory. */
const holes = () => new Array(2 ** 32 - 1);
/** With what its types do not let through. */
const bookOf = /** @type {(source: any) => core.TemplateBook} */ (templateBook);

test("holes are not walked and not copied, however many a list has", async () => {
  const { createProxy } = await import("interakt-wasm/edge");
  const { createSimulator } = await import("interakt-wasm/simulator");
  const own = { name: "a", language: "en", category: "UTILITY", body: "{{1}}" };
  const book = bookOf([own]);
  const client = new core.Interakt({ apiKey: "c2VjcmV0LWtleTo=" });
  const proxied = { client, public: true, allow: { trackUser: true } };
  /** @type {[call: (list: any) => unknown, told: any][]} */
  const refusing = [
    [(required) => formOf(trackUser, { required }), /required must be a list of names/],
    [(headers) => sendMessage.parse(200, headers, "{}"), /headers must be/],
    [(list) => bookOf(list), /templates\[0\] must be a template/],
    [(list) => bookOf({ templates: list }), /templates\[0\] must/],
    [(buttons) => bookOf([{ ...own, buttons }]), /buttons\[0\] must be a button/],
    [(carousel_cards) => bookOf([{ ...own, carousel_cards }]), /cards\[0\] must be a card/],
    [(origins) => createProxy(/** @type {any} */ ({ ...proxied, origins })), /origins must be/],
    [(list) => createSimulator({ templates: list }), /templates: a list of templates/],
    [(windowOpen) => createSimulator({ windowOpen }), /windowOpen: a list of numbers/],
    [(issues) => core.flatten(issues), TypeError],
    [
      (again) => client.sendAll([], { resumeFrom: { index: 1, again, unknown: [], ahead: 0 } }),
      /resumeFrom must be/,
    ],
  ];
  for (const [call, told] of refusing) assert.throws(() => call(holes()), told);
  const { templates } = bookOf([{ ...own, header_text: holes() }]);
  assert.equal(templates[0]?.header_text, null);
  const sent = core.sendTemplate(book, "a", { body: holes() });
  assert.equal(sendMessage.validate(/** @type {any} */ ({ ...RECIPIENT, ...sent })).ok, true);
  sendMessage.parse(200, /** @type {any} */ ({ "retry-after": holes() }), '{"result":true}');
  const form = formOf(trackUser, { fields: { a: "userId", b: "tags" } });
  assert.equal(form.validate(/** @type {any} */ ({ a: "1", b: holes() })).ok, false);
});

test("a hole in a list of templates is told by its place", () => {
  const own = { name: "a", language: "en", body: "Hi" };
  // biome-ignore lint/suspicious/noSparseArray: it is what is wanted
  const list = [own, , own];
  for (const source of [list, { templates: list }]) {
    assert.throws(() => bookOf(source), /templates\[1\] must be a template/);
  }
});

test("a function in a field that holds a number or a box is no text of one", () => {
  const asText = () => {
    throw new Error("mine");
  };
  const traits = { whatsapp_opted_in: Object.assign(() => {}, { toString: asText }) };
  const checked = formOf(trackUser).validate(/** @type {any} */ ({ userId: "1", traits }));
  assert.deepEqual(checked.ok || checked.issues.map(({ code, path }) => [code, ...path]), [
    ["type.expected", "traits", "whatsapp_opted_in"],
  ]);
});

test("a list of holes is no request of the simulator's, and is not made a text", async () => {
  const endless = new Proxy(new Array(2 ** 32 - 1), {});
  const simulator = createSimulator();
  await assert.rejects(simulator(/** @type {any} */ (endless)), { name: "TypeError" });
});

test("issues with holes, or paths of them, are not walked", () => {
  const holes = new Array(2 ** 32 - 1);
  const issue = /** @type {any} */ ({ path: holes, message: "Wrong." });
  assert.equal(core.summarize([issue]), "Wrong.");
  assert.equal(Object.values(core.flatten([issue]).fieldIssues).flat().length, 1);
  for (const read of [core.summarize, core.flatten]) {
    assert.throws(() => read(/** @type {any} */ (holes)), TypeError);
  }
});
