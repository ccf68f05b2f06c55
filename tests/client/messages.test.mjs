import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { operations, phone } from "interakt-wasm";
import { en } from "interakt-wasm/messages/en";
import { hi } from "interakt-wasm/messages/hi";
import { ROOT } from "../../scripts/project.mjs";
import { BOOK, WRONG } from "./book-support.mjs";
import { DIST } from "./support.mjs";

/** @typedef {import("interakt-wasm").Issue} Issue */

/** @type {Record<string, Record<string, any>>} */
const CATALOGUES = { en, hi };

const words = await Promise.all(
  ["core", "book", "bulk"].map(async (of) => {
    const { catalogue } = await import(pathToFileURL(join(DIST, `${of}_catalogue.js`)).href);
    return catalogue();
  }),
);

/** @type {[code: string, sentence: string][]} */
const CODES = Object.entries(Object.assign({}, ...words)).filter(([code]) => code.includes("."));

const CASES = join(ROOT, "tests", "cases");

/** @type {{ operation: string, input?: unknown, issues?: Issue[] }[]} The table of cases. */
const cases = (
  await Promise.all(
    (
      await readdir(CASES)
    ).map(async (file) => JSON.parse(await readFile(join(CASES, file), "utf8"))),
  )
).flat();

/**
 * @param {any} input As it stands in the table: `{ "$repeat": ["ab", 3] }` is a long text.
 * @returns {unknown}
 */
function expand(input) {
  if (typeof input !== "object" || input === null) return input;
  if (Array.isArray(input)) return input.map(expand);
  if (Array.isArray(input.$repeat)) return input.$repeat[0].repeat(input.$repeat[1]);
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, expand(value)]));
}

/** Of each note one text, and of each code that only a typed number can have. */
const TYPED = [
  ["098765 43210", "IN"],
  ["+91 98765.43210", ""],
  ["9876543210.0", "IN"],
  ["https://wa.me/919876543210", ""],
  ["९८७६५४३२१०", "IN"],
  ["0091 98765 43210", ""],
  ["919876543210", ""],
  ["919876543210", "IN"],
  ["+870 773 111 632", ""],
  ["1-800-FLOWERS", "US"],
  ["98765 43210 ext. 3", "IN"],
  ["09876543210", ""],
  ["9.87654E+09", "IN"],
  ["+88213", ""],
  ["", "IN"],
];

/** What no case has: values that JSON cannot carry, inputs without end. */
const RARE = [
  { code: "json.unserializable", params: { reason: "NaN" } },
  { code: "json.too_large", params: { limit: 16 << 20 } },
  { code: "issues.not_listed", params: { found: 1200, listed: 1000 } },
  { code: "string.too_short", params: { limit: 2, actual: 1 } },
  { code: "api_key.encoded_twice", params: {} },
  { code: "phone.too_short", params: { countryCode: 870, lengths: [9], actual: 4 } },
  { code: "phone.missing_country_code", params: {} },
  { code: "language.unknown", params: { suggestion: "en_US" } },
  { code: "template.language_is_code", params: { suggestion: "Hindi" } },
  ...CODES.filter(([code]) => /^(row|cell)\./.test(code)).map(([code]) => {
    return { code, params: code === "row.duplicate" ? { line: 7 } : {} };
  }),
  ...["string", "number", "boolean", "object", "Blob"].map((expected) => {
    return { code: "type.expected", params: { expected: [expected], actual: "null" } };
  }),
];

/** @type {{ code: string, params: Record<string, any>, path: Issue["path"] }[]} */
const FOUND = [
  ...cases.flatMap(({ issues = [] }) => issues),
  ...TYPED.flatMap(([text = "", defaultCountry = ""]) => {
    const read = phone.parse(text, { defaultCountry });
    return [...(read.ok ? [] : read.issues), ...read.warnings, ...read.notes];
  }),
  ...WRONG.flatMap(({ input, options }) => BOOK.check(input, options)),
  ...RARE,
].map((found) => ({ path: [], ...found }));

/**
 * @param {Record<string, any>} catalogue
 * @param {{ code: string, params: object }} found
 */
function said(catalogue, found) {
  const message = catalogue[found.code];
  return typeof message === "function" ? message(found.params, found) : message;
}

/**
 * What is said, without what the input or the description says in it.
 *
 * @param {Record<string, any>} catalogue
 * @param {{ code: string, params: Record<string, any> }} found
 */
function ownWords(catalogue, found) {
  const { country, ...params } = found.params;
  const values = Object.values(params).flat();
  const words = values.filter((value) => typeof value === "string" && value !== "");
  return without(said(catalogue, found), words);
}

/**
 * @param {string} text
 * @param {readonly string[]} words
 */
function without(text, words) {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ""), text);
}

/** Params that no person is told, and why. Of all codes where no code stands before the name. */
const NOT_FOR_PEOPLE = {
  key: "what fields are called in the program",
  drop: "what fields are called in the program",
  "object.unknown_key suggestion": "what fields are called in the program",
  index: "the button is named by what it says",
  "rcs.action_missing type": "the wire's own name of what is wanted",
  "template.button_kind type": "the wire's own name of a button",
  "template.too_many_buttons type": "the wire's own name of a button",
  "json.unserializable reason": "a matter of the program",
  "type.expected actual": "a matter of the program",
  "type.null expected": "a matter of the program",
  "file.too_large actual": "the person knows the file; what helps is how large it may be",
  "phone.too_long actual": "the person sees the number",
  "phone.too_short actual": "the person sees the number",
  "phone.wrong_length actual": "the person sees the number",
  "phone.includes_country_code country": "the code itself is what is to be left out",
  "phone.dropped_country_code country": "the code itself is what was left out",
  "phone.dropped_trunk_prefix country": "the country is that of the number, which is shown",
  "phone.dropped_trunk_prefix countryCode": "the country is that of the number, which is shown",
};

test("every note and every code is met here", () => {
  const met = new Set(FOUND.map(({ code }) => code));
  assert.deepEqual(
    CODES.map(([code]) => code).filter((code) => !met.has(code)),
    [],
  );
});

for (const [language, catalogue] of Object.entries(CATALOGUES)) {
  test(`${language} lacks no code, and has none too many`, () => {
    // What the phone field says besides is no code of an issue.
    const [own, codes] = [true, false].map((isOwn) =>
      Object.keys(catalogue).filter((code) => code.startsWith("field.") === isOwn),
    );
    assert.deepEqual(codes?.sort(), CODES.map(([code]) => code).sort());
    assert.deepEqual(
      own,
      Object.keys(en).filter((code) => code.startsWith("field.")),
    );
  });

  test(`${language} says each thing in one short sentence or two`, () => {
    for (const found of FOUND) {
      const text = said(catalogue, found);
      const whole = `${found.code}: ${text}`;
      assert.equal(typeof text, "string", whole);
      const own = ownWords(catalogue, found);
      assert.doesNotMatch(own.replaceAll(/\{\{\d\}\}/g, ""), /[{}]/, whole);
      assert.doesNotMatch(own, /undefined|null|NaN|\[object|true|false|Infinity/, whole);
      assert.match(text, /^\S.*[.।?]$/, whole);
      assert.doesNotMatch(text, / {2}/, whole);
      const values = JSON.stringify(found.params).length;
      assert.ok(text.length < 110 + values, whole);
    }
  });

  test(`${language} uses every param, or it is known why not`, () => {
    /** @type {Set<string>} */
    const used = new Set();
    for (const found of FOUND) {
      const params = new Proxy(found.params, {
        get(target, name) {
          used.add(`${found.code} ${String(name)}`);
          return Reflect.get(target, name);
        },
      });
      said(catalogue, { ...found, params });
    }
    const named = CODES.flatMap(([code, sentence]) =>
      [...sentence.matchAll(/\{([a-z]\w*)\}/gi)].map(([, name]) => `${code} ${name}`),
    );
    const left = (/** @type {string} */ param) =>
      param in NOT_FOR_PEOPLE || `${param.split(" ")[1]}` in NOT_FOR_PEOPLE;
    assert.deepEqual(
      named.filter((param) => !used.has(param) && !left(param)),
      [],
    );
    assert.deepEqual(
      Object.keys(NOT_FOR_PEOPLE).filter(
        (param) => used.has(param) || !named.some((name) => ` ${name}`.endsWith(` ${param}`)),
      ),
      [],
    );
  });
}

/** What stays as it is in every language: products, signs of units, and what is to be typed. */
const NOT_TRANSLATED = [
  "WhatsApp",
  "Interakt",
  "SMS",
  "DLT",
  "UTF-8",
  "UTC",
  "API key",
  "MB",
  "KB",
  "https",
  "name@example.com",
  "Marketing",
  "Call To Action",
  "Quick Replies",
  "English",
];

test("Hindi is written in its own script", () => {
  for (const found of FOUND) {
    const text = without(ownWords(hi, found), NOT_TRANSLATED);
    assert.doesNotMatch(text, /[a-z]/i, `${found.code}: ${said(hi, found)}`);
    assert.match(text, /[\u0900-\u097f]/, found.code);
  }
});

for (const [language, catalogue] of Object.entries(CATALOGUES)) {
  test(`validate and phone.parse speak ${language} of all that is found`, () => {
    for (const { operation, input, issues = [] } of cases) {
      const validator = operations.find(({ name }) => name === operation);
      // What is uploaded is no JSON.
      if (!validator || input === undefined || operation === "uploadMedia") continue;
      const found = validator.validate(expand(input), { messages: catalogue });
      const all = [...(found.ok ? [] : found.issues), ...found.warnings];
      assert.equal(all.length, issues.length);
      for (const issue of all) assert.equal(issue.message, said(catalogue, issue));
    }
    for (const [text = "", defaultCountry = ""] of TYPED) {
      const read = phone.parse(text, { defaultCountry, messages: catalogue });
      const all = [...(read.ok ? [] : read.issues), ...read.warnings, ...read.notes];
      for (const found of all) assert.equal(found.message, said(catalogue, found));
    }
  });

  test(`${language} is the same to both module systems`, () => {
    const required = createRequire(import.meta.url)(`interakt-wasm/messages/${language}`);
    assert.deepEqual(Object.keys(required[language]), Object.keys(catalogue));
    for (const found of FOUND)
      assert.equal(said(required[language], found), said(catalogue, found));
  });
}

test("countries are called what people call them", () => {
  const params = { lengths: [10], actual: 9 };
  for (const [country, english, hindi] of [
    ["IN", "in India", "भारत के"],
    ["US", "in the US", "अमेरिका के"],
    ["AE", "in the United Arab Emirates", "संयुक्त अरब अमीरात के"],
    ["HK", "in Hong Kong", "हाँग काँग के"],
    ["PS", "in Palestine", "फ़िलिस्तीन के"],
    ["CD", "in Congo - Kinshasa", "कांगो - किंशासा के"],
    ["AX", "in the Åland Islands", "एलैंड द्वीपसमूह के"],
  ]) {
    const found = { code: "phone.too_short", params: { ...params, country, countryCode: 1 } };
    assert.equal(said(en, found), `This number is too short: numbers ${english} have 10 digits.`);
    assert.equal(said(hi, found), `नंबर अधूरा है: ${hindi} नंबर में 10 अंक होते हैं।`);
  }
  const anywhere = { code: "phone.too_short", params };
  assert.equal(said(en, anywhere), "This number is too short: phone numbers have 10 digits.");
});

test("where there is one choice, nobody is asked whether it was meant", () => {
  const found = { code: "enum.unknown", params: { allowed: ["Text"], suggestion: "Text" } };
  assert.equal(said(en, found), "Choose Text.");
  assert.equal(said(hi, found), "Text चुनें।");
});

test("what is missing may be a text or a box to check: both are told of it in words that fit", () => {
  for (const [catalogue, typing] of /** @type {const} */ ([
    [en, /fill|enter|write/i],
    [hi, /भर|लिख/],
  ])) {
    const text = said(catalogue, { code: "object.missing_key", params: { key: "optIn" } });
    assert.doesNotMatch(text, typing);
  }
});
