/** Inputs that are no messages, not yet, or are made to break what reads them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isConfigurationError, previewMessage } from "interakt-wasm";
import { RCS, WHATSAPP } from "./preview-samples.mjs";
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

/** Messages in which much stands, and in which nothing is wrong. @type {any[]} */
const MESSAGES = [
  ...Object.entries(WHATSAPP).map(([type, { input }]) => ({ type, ...input })),
  ...Object.entries(RCS).map(([type, { input }]) => ({ type, ...input })),
  ...TEMPLATES.map(({ name, language }) => ({
    type: "Template",
    template: {
      name,
      languageCode: language,
      headerValues: ["https://e.com/a.pdf"],
      bodyValues: ["*Asha*", "1042"],
      buttonValues: { 0: ["1042"], 4: ["SAVE20"] },
      carouselCards: [{ headerValues: ["https://e.com/a.png"], bodyValues: ["99"] }],
      order_details: [{ reference_id: "r", order_items: [{ name: "Shoes", amount: 1 }] }],
      order_status: { reference_id: "r", order: { status: "shipped", description: "Soon" } },
    },
    fallback: [
      { channel: "sms", content: { message: "Code {{1}}", variables: ["1"] } },
      { channel: "RCS", message: { plainText: "Hi" } },
    ],
  })),
];

/** @param {unknown} value @returns {(string | number)[][]} The paths to all that is in it. */
const pathsIn = (value) =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [
        [key],
        ...pathsIn(inner).map((path) => [key, ...path]),
      ])
    : [];

/** @type {{ message: any, path: (string | number)[] }[]} */
const PLACES = MESSAGES.flatMap((message) => pathsIn(message).map((path) => ({ message, path })));

const wrong = fc.oneof(
  fc.constantFrom("javascript:alert(1)", "data:text/html,x", "tel:+1", "//e.com", "https://e.com"),
  fc.constantFrom("*a* {{1}} `b`", "<img src=x onerror=alert(1)>", "Template", "rcs", "text"),
  fc.string(),
  fc.anything({ maxDepth: 2, withNullPrototype: true, withSparseArray: true, withBigInt: true }),
);

/** A message in which up to three parts are something else. */
const input = fc.array(fc.tuple(fc.nat(), wrong), { minLength: 1, maxLength: 3 }).chain((changes) =>
  fc.constantFrom(...PLACES).map(({ message, path }) => {
    const changed = structuredClone(message);
    const paths = pathsIn(message);
    for (const [at, [place, value]] of changes.entries()) {
      const [last = "", ...before] = [
        ...(at === 0 ? path : (paths[place % paths.length] ?? [])),
      ].reverse();
      const parent = before.reduceRight((inner, key) => inner?.[key], changed);
      if (typeof parent === "object" && parent !== null) parent[last] = value;
    }
    return changed;
  }),
);

/**
 * @param {unknown} value
 * @returns {[path: (string | number)[], value: string][]} The texts in it.
 */
const textsIn = (value) =>
  typeof value === "string"
    ? [[[], value]]
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) =>
          textsIn(inner).map(([path, text]) => /** @type {any} */ ([[key, ...path], text])),
        )
      : [];

/** @param {import("interakt-wasm").MessagePreview} preview @returns {unknown} Its parts. */
const withoutLogs = ({ text: _, fallback, ...parts }) => [parts, fallback.map(withoutLogs)];

/** What the package itself says: of what kind a part is. */
const WORDS = ["type", "kind", "channel"];

test("whatever is wrong in a message, what is shown stands in it, and no address runs", () => {
  let shown = 0;
  fc.assert(
    fc.property(input, (given) => {
      const preview = previewMessage(given, { templates });
      assert.deepEqual(JSON.parse(JSON.stringify(preview)), preview);
      if (preview.text !== "") shown += 1;
      const known = textsIn([given, TEMPLATES]).map(([, text]) => text.replace(/\r\n?/g, "\n"));
      for (const [path, text] of textsIn(withoutLogs(preview))) {
        const name = String(path.at(-1));
        if (["url", "href", "thumbnailUrl"].includes(name)) {
          assert.match(text, /^(?:https?:\/\/|tel:\+?\d+$)/);
        } else if (!WORDS.includes(name) && !/^-?[\d.e+-]*$|^\{\{\d+\}\}$/.test(text)) {
          assert.ok(
            known.some((told) => told.includes(text)),
            `${path}: ${text}`,
          );
        }
      }
    }),
    { numRuns: 3000 },
  );
  assert.ok(shown > 2000, `${shown} of 3000 have shown anything`);
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
      "previewMessage: templates must be a book, as templateBook gives it.",
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

test("more lines than a call takes arguments are a text as well", () => {
  const rows = Array.from({ length: 1000 }, () => ({ title: "t" }));
  const sections = Array.from({ length: 200 }, () => ({ title: "s", rows }));
  const action = { button: "b", sections };
  const message = { type: "InteractiveList", data: { message: { type: "list", action } } };
  assert.equal(typeof previewMessage(/** @type {any} */ (message)), "object");
});
