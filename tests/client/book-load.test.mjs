/** Loading all templates of an account. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Interakt, isApiError, isConfigurationError, sendMessage } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { messageOf, TEMPLATES } from "./book-support.mjs";
import { API_KEY, answer, failureOf } from "./support.mjs";

test("all pages become a book, with which the same client sends", async () => {
  const templates = Array.from({ length: 250 }, (_, index) => {
    return { name: `offer_${index}`, language: "en", category: "MARKETING", body: "Hi {{1}}" };
  });
  const simulator = createSimulator({ templates });
  /** @type {string[]} */
  const urls = [];
  const fetch = (/** @type {Request} */ request) => {
    urls.push(new URL(request.url).search);
    return simulator(request);
  };
  const interakt = new Interakt({ apiKey: API_KEY, fetch });
  const before = Date.now();
  const book = await interakt.loadTemplates();
  assert.equal(book.templates.length, 250);
  assert.equal(book.complete, true);
  assert.ok(Number(book.loadedAt) >= before && Number(book.ageMs()) >= 0);
  assert.deepEqual(urls, [
    "?autosubmitted_for=all&language=all",
    "?offset=100&autosubmitted_for=all&language=all",
    "?offset=200&autosubmitted_for=all&language=all",
  ]);
  const options = { templates: book };
  const error = await failureOf(interakt.sendMessage(messageOf({ name: "offer_7" }), options));
  assert.equal(error.issues[0].code, "template.value_missing");
  assert.equal(urls.length, 3);
});

test("templates come decoded as they are sent", async () => {
  const page = { count: TEMPLATES.length, has_next: false, results: { templates: TEMPLATES } };
  const interakt = new Interakt({ apiKey: API_KEY, fetch: async () => answer(200, page) });
  const book = await interakt.loadTemplates();
  assert.equal(book.find("shoes")?.carousel_cards?.length, 2);
  assert.equal(book.find("tracking")?.buttons.length, 3);
});

test("a book that lacks what the answers count is not complete: it refuses no name for that", async () => {
  const all = Array.from({ length: 250 }, (_, index) => {
    return { ...TEMPLATES[0], name: `offer_${index}`, id: `i-${index}` };
  });
  /** @type {[what: string, count: number, page: (offset: number) => object, complete: boolean][]} */
  const SERVERS = [
    [
      "an empty page that says that there is more",
      250,
      (offset) => ({ has_next: true, results: { templates: offset ? [] : all.slice(0, 100) } }),
      false,
    ],
    ["no word of more", 250, () => ({ results: { templates: all.slice(0, 100) } }), false],
    [
      "a last page that falls short",
      250,
      () => ({ has_next: false, results: { templates: all.slice(0, 249) } }),
      false,
    ],
    ["all of them", 250, () => ({ has_next: false, results: { templates: all } }), true],
    // They were deleted while the pages were on their way.
    ["more than counted", 100, () => ({ has_next: false, results: { templates: all } }), true],
    ["none", 0, () => ({ has_next: false, results: { templates: [] } }), true],
  ];
  for (const [what, count, page, complete] of SERVERS) {
    const fetch = async (/** @type {Request} */ { url }) =>
      answer(200, { count, ...page(Number(new URL(url).searchParams.get("offset"))) });
    const book = await new Interakt({ apiKey: API_KEY, fetch }).loadTemplates();
    assert.equal(book.complete, complete, what);
    const issues = book.check(messageOf({ name: "not_there" }));
    assert.deepEqual(
      issues.map(({ code, severity }) => [code, severity]),
      [["template.not_in_book", complete ? "error" : "warning"]],
      what,
    );
  }
});

test("options are those of each page: a signal ends it, and another option is refused", async () => {
  const controller = new AbortController();
  const fetch = async () => {
    controller.abort("enough");
    return answer(200, { count: 2, has_next: true, results: { templates: [TEMPLATES[0]] } });
  };
  const interakt = new Interakt({ apiKey: API_KEY, fetch });
  const { signal } = controller;
  assert.equal(await failureOf(interakt.loadTemplates({ signal })), "enough");
  const wrong = /** @type {any} */ ({ language: "en" });
  assert.ok(isConfigurationError(await failureOf(interakt.loadTemplates(wrong))));
});

test("a list that ends before its own answers say so makes a book that is not complete", async () => {
  const page = { results: { templates: [TEMPLATES[0]] } };
  const empty = { results: { templates: [] } };
  /** @type {[answers: object[], isComplete: boolean][]} */
  const cases = [
    [[{ ...page, count: 1, has_next: false }], true],
    [[{ ...page, has_next: false }], true],
    [[page], true],
    [[{ ...page, count: 250 }], false],
    [
      [
        { ...page, count: 250, has_next: true },
        { ...empty, count: 250, has_next: true },
      ],
      false,
    ],
    [
      [
        { ...page, count: 1, has_next: true },
        { ...empty, count: 1, has_next: false },
      ],
      true,
    ],
  ];
  for (const [answers, isComplete] of cases) {
    const left = [...answers];
    const fetch = async () => answer(200, left.shift());
    const templates = await new Interakt({ apiKey: API_KEY, fetch }).loadTemplates();
    assert.equal(templates.complete, isComplete, JSON.stringify(answers));
    const message = messageOf({ name: "none" });
    assert.equal(sendMessage.validate(message, { templates }).ok, !isComplete);
  }
});

test("what fails is told, and a page that is missing makes no book", async () => {
  const first = { count: 2, has_next: true, results: { templates: [TEMPLATES[0]] } };
  const answers = [answer(200, first), answer(500, { message: "down" })];
  const fetch = async () => answers.shift() ?? assert.fail("it was asked again");
  const interakt = new Interakt({ apiKey: API_KEY, fetch, maxRetries: 0 });
  assert.ok(isApiError(await failureOf(interakt.loadTemplates())));
});
