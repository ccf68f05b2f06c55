import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  Interakt,
  isConfigurationError,
  sendMessage,
  sendTemplate,
  templateBook,
} from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";

const approved = { category: "UTILITY", approval_status: "APPROVED", language: "en" };
const link = { type: "URL", text: "Track", url: "https://shop.example/{{1}}" };
const call = { type: "PHONE_NUMBER", text: "Call", phone_number: "+919876543210" };

const TEMPLATES = [
  { ...approved, name: "hello", body: "Hello" },
  { ...approved, name: "shipped", body: "Hi {{1}}, {{2}} is on its way.", buttons: [call, link] },
  { ...approved, name: "invoice", header_format: "DOCUMENT", body: "Hi {{1}}" },
  { ...approved, name: "named", header_format: "TEXT", header: "For {{1}}", body: "Hi" },
  { ...approved, name: "links", body: "See", buttons: [link, link] },
  { ...approved, name: "offer", body: "{{1}}" },
  { ...approved, name: "offer", language: "hi", body: "{{1}}" },
  { ...approved, name: "paused", language: "hi", body: "{{1}}" },
  { ...approved, name: "paused", approval_status: "PAUSED", body: "{{1}}" },
  {
    ...approved,
    name: "cakes",
    body: "Cakes",
    carousel_cards: [
      { card_index: 0, header_format: "IMAGE", body: "{{1}}", buttons: [link] },
      { card_index: 1, header_format: "IMAGE", body: "{{1}}", buttons: [link] },
    ],
  },
];

const book = templateBook(JSON.stringify(TEMPLATES));
const to = { fullPhoneNumber: "919876543210" };

/** What JavaScript may call it with. */
const untyped = /** @type {(book: any, name: any, values?: any) => any} */ (
  /** @type {unknown} */ (sendTemplate)
);

describe("what goes into a template is put into its place", () => {
  /** @type {[what: string, name: string, values: any, template: object][]} */
  const CASES = [
    ["no values", "hello", undefined, { languageCode: "en" }],
    [
      "texts, and the one button that takes a value by its place",
      "shipped",
      { body: ["Asha", "1042"], button: ["1042"] },
      { languageCode: "en", bodyValues: ["Asha", "1042"], buttonValues: { 1: ["1042"] } },
    ],
    [
      "an address with its kind, and the name of a file",
      "invoice",
      { header: { document: "https://shop.example/1" }, body: ["Asha"], fileName: "invoice.pdf" },
      {
        languageCode: "en",
        headerValues: ["https://shop.example/1"],
        bodyValues: ["Asha"],
        fileName: "invoice.pdf",
      },
    ],
    ["a text above", "named", { header: "Asha" }, { languageCode: "en", headerValues: ["Asha"] }],
    [
      "buttons by their places",
      "links",
      { buttons: { 1: ["b"], 0: ["a"], 2: undefined } },
      { languageCode: "en", buttonValues: { 0: ["a"], 1: ["b"] } },
    ],
    [
      "buttons as a list",
      "links",
      { buttons: [["a"], ["b"]] },
      { languageCode: "en", buttonValues: { 0: ["a"], 1: ["b"] } },
    ],
    [
      "a language",
      "offer",
      { language: "hi", body: ["10"] },
      { languageCode: "hi", bodyValues: ["10"] },
    ],
    [
      "the one language that is approved",
      "paused",
      { body: ["10"] },
      { languageCode: "hi", bodyValues: ["10"] },
    ],
    [
      "cards",
      "cakes",
      {
        cards: [{ body: ["One"], button: ["1"] }, { header: { image: "https://shop.example/2" } }],
      },
      {
        languageCode: "en",
        carouselCards: [
          { bodyValues: ["One"], buttonValues: { 0: ["1"] } },
          { headerValues: ["https://shop.example/2"] },
        ],
      },
    ],
  ];
  for (const [what, name, values, template] of CASES) {
    test(what, () => {
      const content = untyped(book, name, values);
      assert.deepEqual(content, { type: "Template", template: { name, ...template } });
    });
  }
});

test("what comes of it is sent, beside a recipient", async () => {
  const simulator = createSimulator();
  const interakt = new Interakt({ apiKey: "dGVzdC1rZXk6", fetch: simulator, templates: book });
  const content = sendTemplate(book, "shipped", { body: ["Asha", "1042"], button: ["1042"] });
  await interakt.sendMessage({ ...to, callbackData: "order-1042", ...content });
  assert.deepEqual(simulator.requests[0]?.body, { ...to, callbackData: "order-1042", ...content });
});

test("what is changed afterwards changes no message", () => {
  const body = ["Asha", "1042"];
  const content = sendTemplate(book, "shipped", { body, button: ["1042"] });
  body[0] = "Ravi";
  assert.deepEqual(content.template.bodyValues, ["Asha", "1042"]);
});

describe("what a template would refuse is left to the checks, which know its place", () => {
  /** @type {[what: string, name: string, values: any, issues: string[]][]} */
  const CASES = [
    [
      "a value too few",
      "shipped",
      { body: ["Asha"], button: ["1"] },
      ["template.value_missing template.bodyValues.1"],
    ],
    [
      "a value too many",
      "hello",
      { body: ["Asha"] },
      ["template.value_surplus template.bodyValues.0"],
    ],
    [
      "a file that is missing",
      "invoice",
      { body: ["Asha"] },
      ["template.media_missing template.headerValues.0"],
    ],
    [
      "a language that it is not in",
      "hello",
      { language: "hi" },
      ["template.language_not_in_book template.languageCode"],
    ],
    ["a name that is none", "helo", { language: "en" }, ["template.not_in_book template.name"]],
    [
      "a value that is no text",
      "offer",
      { language: "en", body: [7] },
      ["type.expected template.bodyValues.0"],
    ],
  ];
  for (const [what, name, values, issues] of CASES) {
    test(what, () => {
      const checked = sendMessage.validate(
        { ...to, ...untyped(book, name, values) },
        { templates: book },
      );
      const found = checked.ok ? [] : checked.issues;
      assert.deepEqual(
        found.map(({ code, path }) => `${code} ${path.join(".")}`),
        issues,
      );
    });
  }
});

describe("what cannot be put in its place is refused, by name", () => {
  const UNKNOWN =
    "sendTemplate: the book has no template with this name. If the account has it, load the book " +
    "again, or name its language.";
  /** @type {[what: string, name: any, values: any, says: string, code?: string][]} */
  const CASES = [
    [
      "a name that is nearly one",
      "ship",
      {},
      'sendTemplate: the book has no template with this name. Did you mean "shipped"?',
      "template_unknown",
    ],
    ["a name that is none", "x".repeat(100_000), {}, UNKNOWN, "template_unknown"],
    ["no name", undefined, {}, UNKNOWN, "template_unknown"],
    [
      "one of several languages",
      "offer",
      { body: ["10"] },
      "sendTemplate: this template exists in en, hi: say which as language.",
      "template_unknown",
    ],
    [
      "a header of another kind",
      "invoice",
      { header: { image: "x" } },
      'sendTemplate: header must be of the kind "document".',
    ],
    [
      "a header that says no kind",
      "invoice",
      { header: {} },
      'sendTemplate: header must be a text, or an address such as { image: "https://…" }.',
    ],
    [
      "a header of two kinds",
      "invoice",
      { header: { image: "x", document: "x" } },
      'sendTemplate: header must be a text, or an address such as { image: "https://…" }.',
    ],
    [
      "one of several buttons",
      "links",
      { button: ["a"] },
      'sendTemplate: several buttons take a value. Say which, as buttons: { 0: ["…"] }.',
    ],
    [
      "a button where none takes a value",
      "hello",
      { button: ["a"] },
      'sendTemplate: no button is known to take a value. Say which, as buttons: { 0: ["…"] }.',
    ],
    [
      "a button of a card that there is not",
      "cakes",
      { cards: [{}, {}, { button: ["a"] }] },
      'sendTemplate: no button is known to take a value. Say which, as cards[2].buttons: { 0: ["…"] }.',
    ],
    ["a text for a list", "shipped", { body: "Asha" }, "sendTemplate: body must be a list."],
    [
      "a text for a button's list",
      "shipped",
      { button: "1" },
      "sendTemplate: buttons[1] must be a list.",
    ],
    ["an object for a list", "cakes", { cards: {} }, "sendTemplate: cards must be a list."],
    [
      "the wire's own names",
      "shipped",
      { bodyValues: ["Asha"] },
      'sendTemplate has no option "bodyValues". It takes header, body, button, buttons, language, fileName, cards.',
    ],
    [
      "a misspelt name in a card",
      "cakes",
      { cards: [{ buton: ["a"] }] },
      'sendTemplate: cards[0] has no option "buton". Did you mean "button"?',
    ],
  ];
  for (const [what, name, values, message, code = "option_invalid"] of CASES) {
    test(what, () => {
      assert.throws(
        () => untyped(book, name, values),
        (error) => {
          assert.ok(isConfigurationError(error));
          assert.deepEqual([error.code, error.message], [code, message]);
          return true;
        },
      );
    });
  }

  test("what is no book", () => {
    for (const none of [undefined, null, {}, "[]", TEMPLATES, Promise.resolve(book)]) {
      assert.throws(() => untyped(none, "hello"), {
        message: "sendTemplate takes a book first: what templateBook or loadTemplates gives.",
      });
    }
  });
});
