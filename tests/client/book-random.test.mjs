/** What holds of every template that Interakt takes, and of everything that no book expects. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createTemplate, isConfigurationError, sendMessage, templateBook } from "interakt-wasm";
import { BOOK, listed, messageOf, PHONE } from "./book-support.mjs";

/** @typedef {import("interakt-wasm").PartNeeds} PartNeeds */

const WORDS = ["order", "thank you", "*soon*", "₹", "🙂", "{", "}", "{1}", "at {{1 o'clock"];
const word = fc.constantFrom(...WORDS);

/**
 * A text with so many variables, some of them twice, in any order.
 *
 * @param {fc.Arbitrary<number>} counts
 */
const textWith = (counts) =>
  counts.chain((count) => {
    const all = Array.from({ length: count }, (_, index) => index + 1);
    return fc
      .tuple(
        fc.shuffledSubarray(all, { minLength: count }),
        fc.subarray(all),
        fc.array(word, { minLength: count * 6 + 4, maxLength: count * 6 + 4 }),
      )
      .map(([once, twice, words]) => {
        const between = words.filter((each) => !each.startsWith("at"));
        const pieces = [...once, ...twice].map((number) => `{{${number}}}`);
        const text = pieces.map((piece, at) => `${between[at] ?? "and"} so ${piece}`).join(", ");
        return { count, text: `${words[0]?.replace("{{", "")} go ${text} end.` };
      });
  });

const examplesOf = (/** @type {number} */ count) => Array.from({ length: count }, () => "example");

const pageButton = fc.boolean().map((open) => ({
  type: "URL",
  text: "Open",
  url: `https://example.com/${open ? "{{1}}" : ""}`,
}));
const callButton = fc.constant({
  type: "PHONE_NUMBER",
  text: "Call",
  phone_number: "+919876543210",
});
const replies = fc
  .integer({ min: 1, max: 10 })
  .map((count) =>
    Array.from({ length: count }, (_, index) => ({ type: "QUICK_REPLY", text: `Answer ${index}` })),
  );

const FILE = {
  header_handle: ["4::aW"],
  header_handle_file_url: "https://example.com/a",
  header_handle_file_name: "a",
};

const header = fc.oneof(
  fc.constant({}),
  fc.constant({ header_format: null }),
  fc.constant({ header_format: "TEXT", header: "News" }),
  fc.constant({ header_format: "TEXT", header: "Hi {{1}}", header_text: ["Asha"] }),
  fc
    .constantFrom("IMAGE", "VIDEO", "DOCUMENT")
    .map((header_format) => ({ header_format, ...FILE })),
);

/** @param {object[]} buttons */
const isOpen = (buttons) => JSON.stringify(buttons).includes("{{");

const buttons = fc.oneof(
  fc.constant({}),
  replies.map((buttons) => ({ button_type: "Quick Replies", buttons })),
  fc
    .tuple(fc.array(pageButton, { maxLength: 2 }), fc.option(callButton, { nil: undefined }))
    .filter(([pages, call]) => pages.length > 0 || call !== undefined)
    .chain(([pages, call]) =>
      fc.shuffledSubarray([...pages, ...(call ? [call] : [])], {
        minLength: pages.length + (call ? 1 : 0),
      }),
    )
    .map((buttons) => buttons.map((button, index) => ({ ...button, text: `Button ${index}` })))
    .map((buttons) => ({
      button_type: "Call To Action",
      buttons,
      ...(isOpen(buttons) && { button_text: "https://example.com/a" }),
    })),
);

const common = {
  display_name: fc.constantFrom("Order shipped", "__proto__", "constructor"),
  language: fc.constant("English"),
};

const single = fc
  .record({
    ...common,
    category: fc.constantFrom("Utility", "Marketing", "Authentication"),
    body: textWith(fc.nat(12)),
    header,
    buttons,
    footer: fc.option(fc.constant("Thank you!")),
  })
  .map(({ body, header, buttons, ...rest }) => ({
    ...rest,
    ...header,
    ...buttons,
    body: body.text,
    body_text: examplesOf(body.count),
  }));

const carousel = fc
  .record({
    ...common,
    category: fc.constant("Marketing"),
    body: textWith(fc.nat(4)),
    header_format: fc.constantFrom("IMAGE", "VIDEO"),
    cards: fc.array(textWith(fc.nat(2)), { minLength: 2, maxLength: 10 }),
    buttons: fc.oneof(fc.tuple(pageButton), fc.tuple(pageButton, callButton)),
  })
  .map(({ body, header_format, cards, buttons, ...rest }) => ({
    ...rest,
    body: body.text,
    body_text: examplesOf(body.count),
    carousel_cards: cards.map((card, card_index) => ({
      card_index,
      header_format,
      ...FILE,
      body: card.text.slice(0, 160),
      body_text: examplesOf(card.count),
      buttons,
      button_text: isOpen(buttons) ? ["https://example.com/a"] : [],
    })),
  }))
  .filter(({ carousel_cards }) => carousel_cards.every(({ body }) => body.endsWith("end.")));

/** @type {fc.Arbitrary<any>} */
const template = fc.oneof({ weight: 3, arbitrary: single }, { weight: 1, arbitrary: carousel });

/** The template as it is listed when Meta has approved it. @param {any} input */
function bookOf(input) {
  const record = listed({
    ...input,
    name: "order_shipped",
    category: input.category.toUpperCase(),
    header_text: JSON.stringify(input.header_text ?? null),
    body_text: JSON.stringify(input.body_text),
    language: "en",
  });
  return templateBook(/** @type {any} */ ([record]));
}

/** What the part of a message holds that gives all that is needed. @param {PartNeeds} needs @returns {any} */
function valuesFor({ header, body, buttons }) {
  const required = buttons.filter(({ value }) => value === "required");
  return {
    headerValues: header ? [header.type === "text" ? "Asha" : "https://example.com/a"] : [],
    // One-time codes are to be the same in both.
    bodyValues: examplesOf(body ?? 0),
    buttonValues: Object.fromEntries(required.map(({ index }) => [index, ["example"]])),
  };
}

/**
 * The same with one value less or more, each in turn.
 *
 * @param {PartNeeds} needs
 * @param {any} values
 * @param {"required" | "optional"} media
 */
function* faulty(needs, values, media) {
  const { headerValues, bodyValues, buttonValues } = values;
  if (headerValues.length > 0 && media === "required") yield { ...values, headerValues: [] };
  yield { ...values, headerValues: [...headerValues, "https://example.com/b"] };
  if (bodyValues.length > 0) yield { ...values, bodyValues: bodyValues.slice(1) };
  yield { ...values, bodyValues: [...bodyValues, "more"] };
  for (const { index, value } of needs.buttons) {
    const { [index]: own = [], ...others } = buttonValues;
    if (value === "required") {
      yield { ...values, buttonValues: others };
      yield { ...values, buttonValues: { ...others, [index]: [] } };
    }
    if (value !== "optional")
      yield { ...values, buttonValues: { ...others, [index]: [...own, "b"] } };
  }
}

/** @param {any} values @param {any} templates */
const checked = (values, templates) => {
  const message = messageOf({ name: "order_shipped", ...values });
  assert.ok(sendMessage.validate(message).ok, "it is right as far as its description goes");
  return sendMessage.validate(message, { templates });
};

test("a message that has what the book says passes, and with a value less or more it does not", () => {
  let carousels = 0;
  fc.assert(
    fc.property(template, (input) => {
      const created = createTemplate.validate(input);
      assert.ok(created.ok, JSON.stringify(created));
      const book = bookOf(input);
      const found = book.templates[0];
      assert.ok(found);
      const { cards, ...needs } = book.needs(found);
      const own = valuesFor(needs);
      // Of one-time codes the list may leave out the buttons.
      const isSure = found.category !== "AUTHENTICATION" || needs.buttons.length > 0;
      const carouselCards = cards?.map(valuesFor);
      const whole = { ...own, ...(carouselCards && { carouselCards }) };
      const right = checked(whole, book);
      assert.deepEqual([right.ok, right.warnings], [true, []]);
      if (isSure && needs.buttons.length < 10) {
        const beside = { ...own.buttonValues, [needs.buttons.length]: ["a"] };
        assert.ok(!checked({ ...whole, buttonValues: beside }, book).ok);
      }
      for (const wrong of faulty(needs, own, "required")) {
        assert.ok(!checked({ ...whole, ...wrong }, book).ok, JSON.stringify(wrong));
      }
      if (!cards || !carouselCards) return;
      carousels += 1;
      for (const [index, card] of cards.entries()) {
        for (const wrong of faulty(card, carouselCards[index], "optional")) {
          const others = carouselCards.with(index, wrong);
          assert.ok(!checked({ ...whole, carouselCards: others }, book).ok, JSON.stringify(wrong));
        }
      }
      for (const others of [carouselCards.slice(1), [...carouselCards, carouselCards[0]]]) {
        if (others.length < 2 || others.length > 10) continue;
        assert.ok(!checked({ ...whole, carouselCards: others }, book).ok);
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(carousels > 20);
});

/** Whatever JavaScript can hold, with the keys that a book looks for among others. */
const KEYS = ["type", "template", "name", "languageCode", "bodyValues", "headerValues"];
const MORE = ["buttonValues", "carouselCards", "0", "1", "__proto__", "toJSON", "length"];
const WORDS_OF_A_MESSAGE = ["Template", "order_shipped", "tracking", "shoes", "en", ""];
/** @type {fc.Memo<any>} */
const anything = fc.memo((depth) =>
  depth <= 1
    ? fc.constantFrom(...WORDS_OF_A_MESSAGE, "https://a.b/c.pdf")
    : fc.oneof(
        anything(1),
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        fc.array(anything(), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...KEYS, ...MORE), anything(), { maxKeys: 8 }),
      ),
);

test("whatever is checked with a book, nothing is thrown", () => {
  fc.assert(
    fc.property(anything(5), (input) => {
      const own = sendMessage.validate(input);
      const checked = sendMessage.validate(input, { templates: BOOK, expectCategory: "marketing" });
      if (!own.ok) assert.ok(!checked.ok);
      assert.ok(Array.isArray(BOOK.check(input)));
      const message = messageOf({ name: "shoes", .../** @type {any} */ (Object(input)) });
      sendMessage.validate(message, { templates: BOOK });
    }),
    { numRuns: 2000 },
  );
});

test("whatever a book is made of, it is one or is refused", () => {
  fc.assert(
    fc.property(fc.oneof(anything(3), fc.string(), fc.json()), (source) => {
      const record = { name: "a", language: "en", buttons: source, carousel_cards: [source] };
      for (const given of [source, [source], { templates: [source] }, [record]]) {
        try {
          assert.ok(Array.isArray(templateBook(/** @type {any} */ (given)).templates));
        } catch (error) {
          assert.ok(isConfigurationError(error));
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test("getters, cycles and proxies are not in the way", () => {
  const cycle = messageOf({ name: "order_shipped" });
  cycle.template.bodyValues = [cycle];
  const throwing = () => assert.fail("read");
  const getter = messageOf({});
  Object.defineProperty(getter.template, "name", { enumerable: true, get: throwing });
  for (const input of [cycle, getter, new Proxy({}, { get: throwing, ownKeys: throwing })]) {
    assert.ok(!sendMessage.validate(input, { templates: BOOK }).ok);
    assert.deepEqual(BOOK.check(input), []);
  }
  let reads = 0;
  const once = { ...PHONE, type: "Template" };
  Object.defineProperty(once, "template", {
    enumerable: true,
    get() {
      reads += 1;
      return { name: reads === 1 ? "plain" : "zzzz", languageCode: "en" };
    },
  });
  assert.ok(sendMessage.validate(once, { templates: BOOK }).ok);
  assert.equal(reads, 1);
});

test("what strangers send is judged part by part, however much it is", () => {
  const bodyValues = Array.from({ length: 200_000 }, () => "a");
  const one = sendMessage.validate(messageOf({ name: "plain", bodyValues }), { templates: BOOK });
  assert.ok(!one.ok);
  assert.deepEqual(one.issues.at(-1)?.params, { found: 200_000, listed: 1000 });
  const message = messageOf({ name: "order_shiped" });
  const many = Array.from({ length: 20_000 }, () => message);
  const all = sendMessage.validate(many, { templates: BOOK });
  assert.ok(!all.ok);
  assert.deepEqual(all.issues.at(-1)?.params, { found: 20_000, listed: 1000 });
  // To look for the nearest name goes through all names.
  assert.equal(all.issues.filter(({ params }) => "suggestion" in params).length, 10);
  const body = "{{".repeat(200_000);
  assert.equal(templateBook([listed({ name: "a", body })]).templates.length, 1);
  assert.ok(BOOK.check(messageOf({ name: "a".repeat(1 << 20) })).length > 0);
});
