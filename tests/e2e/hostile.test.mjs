/** What the page is made of, without the page: no text that somebody types or pastes breaks it. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { operations } from "interakt-wasm";
import { asCurl } from "../../www/page/curl.js";
import { editsTo, fieldsOf } from "../../www/page/edits.js";
import { highlighted, laidOut } from "../../www/page/highlight.js";
import { asHttp, shownRequest } from "../../www/page/http.js";
import { inspect } from "../../www/page/inspect.js";
import { asJson, readTree } from "../../www/page/json-tree.js";
import { parse, placeOf, repeatedKeys } from "../../www/page/places.js";
import { phoneOf, previewsOf } from "../../www/page/preview.js";
import { templateIn } from "../../www/page/template-values.js";
import { asTypeScript } from "../../www/page/typescript.js";
import { layOutPaper } from "../support/paper.mjs";

layOutPaper();

const DEEP = 20_000;
const MESSAGE = '"fullPhoneNumber":"919876543210","type":"Text"';

/** By what is wrong with them. @type {Record<string, string>} */
const TEXTS = {
  nothing: "",
  "white space": " \n\t",
  "white space that JSON does not know": "\u00a0{}\ufeff",
  scalar: "7",
  string: '"x"',
  null: "null",
  array: "[]",
  "array of anything": '[null, 1, "x", [], {}, {"type": null}]',
  NUL: `{${MESSAGE},"data":{"message":"a\u0000b"}}`,
  "NUL, escaped": `{${MESSAGE},"data":{"message":"a\\u0000b"},"callbackData":"\\u0000"}`,
  "half a character": `{${MESSAGE},"data":{"message":"\ud83d"}}`,
  "half a character, escaped": `{${MESSAGE},"data":{"message":"\\ud83d"},"\\ude00":1}`,
  "a key called __proto__": `{${MESSAGE},"__proto__":{"data":{"message":"x"}},"constructor":{"prototype":1}}`,
  "names of what every object has": '{"toString":1,"hasOwnProperty":2,"valueOf":{},"length":3}',
  "keys that stand twice": `{${'"a":1,'.repeat(DEEP)}"a":2}`,
  "many keys": JSON.stringify(
    Object.fromEntries(Array.from({ length: DEEP }, (_, i) => [`k${i}`, i])),
  ),
  "many messages": `[${"{},".repeat(DEEP)}{}]`,
  "deep arrays": "[".repeat(DEEP) + "]".repeat(DEEP),
  "deep objects": `${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}`,
  "deep and unfinished": `{${MESSAGE},"data":${'{"a":['.repeat(DEEP)}`,
  "deep within a message": `{${MESSAGE},"data":{"message":"x"},"callbackData":${"[".repeat(DEEP)}${"]".repeat(DEEP)}}`,
  "too many that close": "]".repeat(DEEP),
  "a megabyte of text": JSON.stringify({
    fullPhoneNumber: "919876543210",
    type: "Text",
    data: { message: "*x* ".repeat(250_000) },
  }),
  "a megabyte of list items": JSON.stringify({
    fullPhoneNumber: "919876543210",
    type: "Text",
    data: { message: "- x\n".repeat(250_000) },
  }),
  "many buttons": JSON.stringify({
    fullPhoneNumber: "919876543210",
    type: "InteractiveButton",
    data: { message: { body: { text: "x" }, action: { buttons: Array(DEEP).fill({}) } } },
  }),
  "a megabyte of escapes": `"${"\\n".repeat(500_000)}"`,
  "a hundred thousand quotation marks": '"'.repeat(100_000),
  "numbers beyond numbers":
    '{"a":1e999,"b":-1e999,"c":0.1e-999,"d":123456789012345678901234567890}',
  "signs that look like others": "{“type”: “Text”}",
};

/** Operations that take different ways: a message, an object with any keys, a file, a query. */
const OPERATIONS = /** @type {any[]} */ ([...operations]).filter(({ name }) =>
  ["sendMessage", "sendRcs", "trackUser", "uploadMedia", "listUsers"].includes(name),
);

/** Does with a text all that the page does. @param {string} text */
function handle(text) {
  fieldsOf(text);
  editsTo(text, { countryCode: "+91", phoneNumber: "9876543210" });
  for (const part of highlighted(laidOut(text) ?? text)) assert.ok(part !== undefined);
  for (const operation of OPERATIONS) {
    const { input, problems, isValid } = inspect(operation, text);
    for (const { place, message } of problems) {
      assert.ok(message.length > 0);
      if (place === "file") continue;
      assert.ok(0 <= place.from && place.from <= place.to && place.to <= text.length, message);
    }
    assert.ok(isValid || problems.length > 0);
    templateIn(operation.name, input);
    if (input === undefined) continue;
    const previews = previewsOf(operation.name, input);
    if (previews) phoneOf(previews);
    if (!isValid) continue;
    const built = operation.build(input);
    asHttp(shownRequest(built));
    asCurl(built);
    asTypeScript(operation.name, input);
  }
}

for (const [kind, text] of Object.entries(TEXTS)) {
  test(`${kind} breaks nothing`, () => handle(text));
}

test("no value of JSON breaks anything", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => handle(JSON.stringify(value, null, 1))),
    { numRuns: 60 },
  );
});

test("no message with anything in the place of its values breaks anything", () => {
  const messages = fc.record(
    {
      fullPhoneNumber: fc.constantFrom("919876543210", 1, null),
      type: fc.constantFrom("Text", "Template", "InteractiveList", "Carousel", "Image", [], null),
      data: fc.jsonValue(),
      message: fc.jsonValue(),
      template: fc.record(
        {
          name: fc.constantFrom("order_packed", {}, null),
          languageCode: fc.constantFrom("en", 1),
          bodyValues: fc.jsonValue(),
          headerValues: fc.jsonValue(),
          buttonValues: fc.jsonValue(),
          carouselCards: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
      fallback: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(messages, (message) => handle(JSON.stringify(message))),
    { numRuns: 150 },
  );
});

test("what is nested too deep is called so, in the package's words, and leads to the bracket", () => {
  const sendMessage = /** @type {any} */ (operations.find(({ name }) => name === "sendMessage"));
  for (const depth of [65, 100, 500, DEEP]) {
    for (const [before, after] of /** @type {const} */ ([
      ["[", "]"],
      ['{"a":', "}"],
    ])) {
      const text = `${before.repeat(depth)}1${after.repeat(depth)}`;
      const { problems, isValid } = inspect(sendMessage, text);
      assert.equal(isValid, false);
      assert.deepEqual(
        problems.map(({ code, message, place }) => ({ code, message, place })),
        [
          {
            code: "json.too_deep",
            message: "Arrays and objects can be nested at most 64 levels deep.",
            place: { from: before.length * 64, to: before.length * 64 + 1 },
          },
        ],
      );
    }
  }
});

test("what is nested too deep to be laid out is said to be", () => {
  const deep = JSON.parse("[".repeat(DEEP) + "]".repeat(DEEP));
  assert.equal(asJson(deep), "It is nested more than 500 levels deep: too deep to show.");
  assert.equal(laidOut("[".repeat(DEEP) + "]".repeat(DEEP)), undefined);
  assert.equal(asJson({ a: [1] }), JSON.stringify({ a: [1] }, null, 2));
});

/** What JSON is made of, and what almost is. */
const SIGNS = [
  ..."{}[],:\"\\ \n\t0123456789.eE+-trufalsn'x\u00a0",
  "\\u0041",
  '"a"',
  "true",
  "null",
];

test("a text is read without complaint where the browser reads it too, and nowhere else", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }), (signs) => {
      const text = signs.join("");
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      assert.equal(readTree(text).error === undefined, isJson, text);
    }),
    { numRuns: 20_000 },
  );
});

test("every value of a text is found at its path", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom("", " ", "\t"), (value, gap) => {
      const text = JSON.stringify(value, null, gap);
      const parsed = parse(text);
      for (const [path, inner] of leavesOf(JSON.parse(text))) {
        const { from, to } = placeOf(parsed, path);
        assert.deepEqual(JSON.parse(text.slice(from, to)), inner);
      }
      assert.deepEqual(repeatedKeys(parsed), []);
    }),
    { numRuns: 300 },
  );
});

/**
 * @param {any} value
 * @param {(string | number)[]} [path]
 * @returns {[path: (string | number)[], value: unknown][]} What holds nothing else.
 */
function leavesOf(value, path = []) {
  if (typeof value !== "object" || value === null) return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((each, index) => leavesOf(each, [...path, index]));
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
}
