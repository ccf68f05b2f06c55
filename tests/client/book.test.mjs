/** A book of templates: what it is made of, what it finds, and what it tells of a template. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isConfigurationError, listTemplates, templateBook } from "interakt-wasm";
import { BOOK, listed, TEMPLATES } from "./book-support.mjs";

/** @param {object[]} templates @param {object} [more] @returns {any} */
const page = (templates, more) => ({
  count: templates.length,
  has_next: false,
  results: { templates },
  ...more,
});

describe("a book is made of", () => {
  const raw = JSON.stringify(page(TEMPLATES));
  const halves = [TEMPLATES.slice(0, 5), TEMPLATES.slice(5)];
  const sources = {
    "the templates as they are sent": TEMPLATES,
    "a page as it is sent": JSON.parse(raw),
    "an answer of listTemplates": listTemplates.parse(200, {}, raw),
    "the templates of an answer": listTemplates.parse(200, {}, raw).results.templates,
    "several pages": halves.map((half, index) => {
      return page(half, { count: TEMPLATES.length, has_next: index === 0 });
    }),
    "a text of JSON": raw,
    "another book": BOOK,
    "what its toJSON gives": BOOK.toJSON(),
    "the same as a text": JSON.stringify(BOOK),
  };
  for (const [what, source] of Object.entries(sources)) {
    test(what, () => {
      const book = templateBook(/** @type {any} */ (source));
      assert.deepEqual(book.templates, BOOK.templates);
      assert.equal(book.complete, true);
    });
  }

  test("no templates at all", () => {
    assert.deepEqual(templateBook([]).templates, []);
    assert.equal(templateBook([]).complete, true);
  });
});

test("lists are read however often they are encoded, and what a book has no use for is left out", () => {
  const buttons = [{ type: "URL", text: "Open", url: "https://example.com", more: 1 }];
  const own = { type: "URL", text: "Open", url: "https://example.com", phone_number: null };
  let encoded = /** @type {any} */ (buttons);
  for (let times = 0; times < 4; times += 1) {
    const [template] = templateBook([{ ...listed({ name: "a" }), buttons: encoded }]).templates;
    assert.deepEqual(template?.buttons, [own], `${times} times`);
    assert.ok(!("wa_template_id" in (template ?? {})));
    encoded = JSON.stringify(encoded);
  }
  for (const none of [undefined, null, {}, "{}", '"{}"', "", "null", [], "[]"]) {
    const [template] = templateBook([{ ...listed({ name: "a" }), buttons: none }]).templates;
    assert.deepEqual(template?.buttons, [], String(none));
  }
});

test("what cannot be read is refused, by its place", () => {
  const good = listed({ name: "a" });
  for (const [source, message] of /** @type {[any, RegExp][]} */ ([
    [undefined, /takes templates/],
    [5, /takes templates/],
    [{}, /takes templates/],
    [good, /takes templates/],
    ["{", /is not JSON/],
    [[good, null], /templates\[1\] must be a template/],
    [[good, [good]], /templates\[1\] must be a template/],
    [[good, {}], /templates\[1\] has no name/],
    [[{ name: "a" }], /templates\[0\] has no language/],
    [[{ ...good, body: 5 }], /templates\[0\]\.body must be a text or null/],
    [[{ ...good, buttons: "oops" }], /templates\[0\]\.buttons must be a list/],
    [[{ ...good, buttons: [5] }], /templates\[0\]\.buttons\[0\] must be a button/],
    [[{ ...good, carousel_cards: [5] }], /templates\[0\]\.carousel_cards\[0\] must be a card/],
    [page([good, 5]), /templates\[1\] must be a template/],
    [Object.defineProperty([good], 0, { get: () => assert.fail("read") }), /cannot be read/],
  ])) {
    const isTold = (/** @type {any} */ error) =>
      isConfigurationError(error) && message.test(error.message);
    assert.throws(() => templateBook(source), isTold, String(message));
  }
  for (const options of /** @type {any[]} */ ([
    { loadedAt: "soon" },
    { loadedAt: {} },
    { at: 1 },
  ])) {
    assert.throws(() => templateBook([], options), isConfigurationError);
  }
});

test("a book says how old it is, and whether it has all templates", () => {
  const at = Date.UTC(2026, 0, 2);
  for (const loadedAt of [at, new Date(at)]) {
    const book = templateBook(TEMPLATES, { loadedAt });
    assert.equal(book.loadedAt?.getTime(), at);
    assert.equal(book.ageMs(at + 5), 5);
    assert.ok(Number(book.ageMs()) > 0);
    assert.equal(book.toJSON().loadedAt, "2026-01-02T00:00:00.000Z");
    assert.equal(templateBook(JSON.stringify(book)).ageMs(at + 5), 5);
  }
  assert.equal(BOOK.loadedAt, null);
  assert.equal(BOOK.ageMs(), null);
  const parts = [page(TEMPLATES, { has_next: true }), page(TEMPLATES, { count: 500 })];
  for (const part of parts) {
    const book = templateBook(part);
    assert.equal(book.complete, false);
    assert.equal(templateBook(JSON.stringify(book)).complete, false);
  }
});

test("a template is found by its name, in a language or in any", () => {
  assert.equal(BOOK.find("order_shipped", "hi")?.language, "hi");
  assert.equal(BOOK.find("order_shipped")?.language, "en");
  for (const [name, language] of [["order_shipped", "en_US"], ["Order_shipped"], ["__proto__"]]) {
    assert.equal(BOOK.find(/** @type {any} */ (name), language), undefined);
  }
  const [older, newer] = ["REJECTED", "APPROVED"].map((approval_status) => {
    return listed({ name: "__proto__", approval_status });
  });
  const book = templateBook(/** @type {any} */ ([older, newer]));
  assert.equal(book.find("__proto__")?.approval_status, "APPROVED");
  assert.ok(Object.isFrozen(book.templates) && Object.isFrozen(book.find("__proto__")));
});

describe("a template needs", () => {
  /** @param {object} template */
  function needs(template) {
    const book = templateBook(
      /** @type {any} */ ([listed({ name: "a", body: "Hi", ...template })]),
    );
    return book.needs(/** @type {any} */ (book.templates[0]));
  }
  const nothing = { header: null, body: 0, buttons: [], cards: null };

  test("nothing, a text above, or a file", () => {
    assert.deepEqual(needs({}), nothing);
    assert.deepEqual(needs({ header_format: "TEXT", header: "News" }), nothing);
    const text = { header_format: "TEXT", header: "Hi {{1}}", header_text: '["Asha"]' };
    const header = { type: "text", value: "required", example: "Asha" };
    assert.deepEqual(needs(text), { ...nothing, header });
    for (const type of ["image", "video", "document"]) {
      const header = { type, value: "required" };
      assert.deepEqual(needs({ header_format: type.toUpperCase() }), { ...nothing, header });
    }
    const untold = { header_format: null, header: "Hi {{1}}", header_text: '["Asha"]' };
    assert.deepEqual(needs(untold), { ...nothing, header }, "a text of no format is a text");
    const unknown = { type: "text", value: "optional", example: null };
    assert.deepEqual(needs({ header_format: "TEXT" }), { ...nothing, header: unknown });
    const place = { type: "location", value: "optional" };
    assert.deepEqual(needs({ header_format: "LOCATION" }), { ...nothing, header: place });
  });

  test("as many values as its body has variables, where that can be told", () => {
    for (const [body, count] of [
      ["Hi {{1}}, {{2}} and {{1}}", 2],
      ["Hi {{name}}", null],
      ["Hi {{2}}", null],
      ["Hi {{01}}", null],
      ["Hi {{999999999}}", null],
      ["Hi {{1", 0],
      [null, null],
      ["", null],
    ]) {
      assert.equal(needs({ body }).body, count, String(body));
    }
  });

  test("values for some buttons, by their types", () => {
    const types = ["URL", "PHONE_NUMBER", "COPY_CODE", "OTP", "QUICK_REPLY", "FLOW", "NEW_KIND"];
    const { buttons } = needs({ buttons: types.map((type) => ({ type, text: type })) });
    assert.deepEqual(
      buttons.map(({ index, type, text, value }) => [index, type === text, value]),
      [
        [0, true, "none"],
        [1, true, "none"],
        [2, true, "required"],
        [3, true, "required"],
        [4, true, "optional"],
        [5, true, "optional"],
        [6, true, "optional"],
      ],
    );
    const url = { type: "URL", text: "Open", url: "https://example.com/{{1}}" };
    assert.equal(needs({ buttons: [url] }).buttons[0]?.value, "required");
  });

  test("the same of each card, in the order of the cards", () => {
    const cards = [1, 0].map((card_index) => ({
      card_index,
      header_format: card_index === 0 ? "IMAGE" : "VIDEO",
      body: "Only {{1}}",
      buttons: [{ type: "QUICK_REPLY", text: "Buy" }],
    }));
    const buttons = [{ index: 0, type: "QUICK_REPLY", text: "Buy", value: "optional" }];
    assert.deepEqual(needs({ carousel_cards: cards }).cards, [
      { header: { type: "image", value: "optional" }, body: 1, buttons },
      { header: { type: "video", value: "optional" }, body: 1, buttons },
    ]);
  });
});
