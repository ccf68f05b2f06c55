/** Inputs that are no messages, not yet, or are made to break what reads them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isConfigurationError, previewMessage } from "interakt-wasm";
import { bookOf, TEMPLATES } from "./preview-support.mjs";

const templates = bookOf(TEMPLATES);

const EMPTY = {
  channel: "whatsapp",
  kind: "",
  header: null,
  body: [],
  buttons: [],
  order: null,
  template: null,
  footer: null,
  cards: [],
  list: null,
  fallback: [],
  text: "",
};

const throwing = {
  get type() {
    throw new Error("a getter");
  },
};

test("what is no message at all is an empty one", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const cyclic = /** @type {any} */ ({ data: {} });
  cyclic.data.message = cyclic;
  const values = [
    undefined,
    null,
    1,
    "Hi",
    [],
    [{}],
    {},
    throwing,
    proxy,
    cyclic,
    Symbol(),
    () => 1,
  ];
  for (const value of values) {
    assert.deepEqual(previewMessage(value), EMPTY);
    assert.deepEqual(previewMessage(value, { templates }), EMPTY);
  }
});

test("where a part cannot be read, the others are shown", () => {
  const message = { body: { text: "Hi" }, action: new Proxy([], { get: () => throwing.type }) };
  const { text } = previewMessage({ type: "InteractiveButton", data: { message } });
  assert.equal(text, "Hi");
});

test("numbers are shown as texts, and whatever else is none is not", () => {
  const template = { name: "otp", languageCode: "en", bodyValues: [123456] };
  assert.equal(
    previewMessage({ type: "Template", template }, { templates }).text.split(" ")[0],
    "*123456*",
  );
  for (const message of [true, null, {}, ["a"], { toString: () => "a" }]) {
    assert.equal(previewMessage({ type: "Text", data: { message } }).text, "");
  }
});

test("of a list that has no end a thousand are shown", () => {
  const buttons = new Array(2 ** 32 - 1);
  const { buttons: shown } = previewMessage({
    type: "InteractiveButton",
    data: { message: { action: { buttons } } },
  });
  assert.equal(shown.length, 1000);
});

test("names that objects have are no templates, no types and no values", () => {
  for (const name of ["__proto__", "constructor", "toString"]) {
    const template = { name, languageCode: name, buttonValues: { [name]: ["a"] } };
    const preview = previewMessage({ type: "Template", template }, { templates });
    assert.deepEqual(preview.template, { name, language: name, known: false });
    assert.deepEqual(preview.buttons, []);
    const book = bookOf([
      { name: "a", language: "en", body: "A", buttons: [{ type: name, text: "B" }] },
    ]);
    const known = previewMessage(
      { type: "Template", template: { name: "a", languageCode: "en" } },
      { templates: book },
    );
    assert.equal(known.buttons[0]?.type, name.toLowerCase());
    assert.equal(previewMessage({ type: name, data: { message: "Hi" } }).text, "Hi");
  }
});

const leaf = fc.oneof(
  fc.constantFrom(
    "Template",
    "Image",
    "text",
    "order_shipped",
    "sale",
    "en",
    "https://e.com/a.pdf",
  ),
  fc.constantFrom("javascript:alert(1)", "*a* {{1}}", "<img src=x onerror=alert(1)>", "data:,x"),
  fc.anything({ maxDepth: 0 }),
);

const key = fc.constantFrom(
  ...["type", "data", "message", "header", "body", "footer", "text", "action", "buttons"],
  ...["sections", "rows", "title", "template", "name", "languageCode", "headerValues"],
  ...["bodyValues", "buttonValues", "0", "carouselCards", "order_details", "order_items"],
  ...["fallback", "channel", "content", "variables", "richCardDetails", "carousel"],
  ...["contents", "suggestions", "reply", "openUrl", "url", "mediaUrl", "link", "image"],
  ...["contentInfo", "fileUrl", "plainText", "order_status", "order", "fileName"],
);

/** Any input, with the keys that messages have. @type {import("fast-check").Arbitrary<unknown>} */
const input = [1, 2, 3, 4, 5].reduce(
  (/** @type {import("fast-check").Arbitrary<unknown>} */ inner) =>
    fc.oneof(
      leaf,
      fc.array(inner, { maxLength: 3 }),
      fc.dictionary(key, inner, { minKeys: 1, maxKeys: 8 }),
    ),
  leaf,
);

/**
 * @param {any} value
 * @param {(key: string, value: any) => void} visit Of all that is in it.
 */
function walk(value, visit) {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    visit(key, inner);
    walk(inner, visit);
  }
}

test("whatever is given, a preview comes of it that holds no address to run", () => {
  fc.assert(
    fc.property(input, (given) => {
      const preview = previewMessage(given, { templates });
      assert.deepEqual(JSON.parse(JSON.stringify(preview)), preview);
      walk(preview, (key, value) => {
        if (value === null || !["url", "href", "thumbnailUrl"].includes(key)) return;
        assert.match(value, /^(?:https?:\/\/|tel:\+?\d+$)/);
      });
    }),
    { numRuns: 3000 },
  );
});

test("nothing is changed of what is given", () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const given = JSON.parse(json);
      previewMessage(given, { templates });
      assert.deepEqual(given, JSON.parse(json));
    }),
  );
});

test("options that are none are refused", () => {
  for (const [options, message] of /** @type {[any, string][]} */ ([
    [{ template: templates }, 'previewMessage has no option "template". Did you mean "templates"?'],
    [
      { templates: TEMPLATES },
      "previewMessage: templates must be a book, as templateBook makes it.",
    ],
    [{ channel: "sms" }, 'previewMessage: channel must be "whatsapp" or "rcs".'],
  ])) {
    assert.throws(
      () => previewMessage({}, options),
      (error) => isConfigurationError(error) && error.message === message,
    );
  }
  assert.deepEqual(previewMessage({}, null), EMPTY);
  assert.deepEqual(
    [{}].map((each) => previewMessage(each)),
    [EMPTY],
  );
});
