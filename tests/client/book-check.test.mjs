/** What a book of templates says against messages, wherever they are checked. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  createCampaign,
  flatten,
  Interakt,
  isConfigurationError,
  isValidationError,
  sendMessage,
  sendRcs,
  templateBook,
  trackUser,
} from "interakt-wasm";
import { sendMessage as formMessage, formOf, template as part } from "interakt-wasm/forms";
import { hi } from "interakt-wasm/messages/hi";
import { BOOK, listed, messageOf, PHONE, RIGHT, TEMPLATES, WRONG } from "./book-support.mjs";
import { API_KEY, failureOf } from "./support.mjs";

/** @typedef {import("interakt-wasm").Issue} Issue */

const TAKE = { templates: BOOK };

/** @param {Issue} issue */
function said({ code, path, message, severity }) {
  const [place] = Object.keys(flatten([{ path, message }]).fieldIssues);
  return `${place} ${code}${severity === "error" ? "" : " (warning)"}: ${message}`;
}

/** @param {any} checked */
const foundIn = ({ issues = [], warnings }) => [...issues, ...warnings].map(said);

/** @param {any} error */
const saidBy = (error) => [...error.issues, ...error.warnings].map(said);

/** @param {string[]} told */
const isRefused = (told) => told.some((line) => !line.includes("(warning)"));

/** A client, and how many requests it has made. @param {object} [options] */
function clientOf(options) {
  const made = { requests: 0 };
  const fetch = async () => {
    made.requests += 1;
    return Response.json({ result: true, message: "", id: "m1" }, { status: 201 });
  };
  return { made, client: new Interakt({ apiKey: API_KEY, fetch, ...options }) };
}

for (const { name, input, options, told } of WRONG) {
  describe(name, () => {
    const given = { ...TAKE, ...options };

    test("is told by a check", () => {
      const checked = sendMessage.validate(input, given);
      assert.deepEqual(foundIn(checked), told);
      assert.equal(checked.ok, !isRefused(told));
      assert.deepEqual(foundIn(sendMessage.kinds.Template.with(given).validate(input)), told);
      assert.deepEqual(BOOK.check(input, options).map(said), told);
    });

    test("is told in each of several messages, at its place", () => {
      const places = told.flatMap((line) => [`0.${line}`, `2.${line}`]);
      const checked = sendMessage.validate([input, RIGHT[0], input], given);
      assert.deepEqual(foundIn(checked).sort(), places.sort());
    });

    test("is told by the template alone", () => {
      const checked = part.validate(input.template, given);
      const own = told.filter((line) => line.startsWith("template."));
      assert.deepEqual(
        foundIn(checked),
        own.map((line) => line.replace("template.", "")),
      );
    });

    test("is told by what makes a request", () => {
      for (const build of [
        () => sendMessage.build(input, { apiKey: API_KEY, ...given }),
        () => sendMessage.with(given).build(input, { apiKey: API_KEY }),
      ]) {
        if (isRefused(told)) {
          const isTold = (/** @type {any} */ error) => {
            assert.deepEqual(saidBy(error), told);
            return isValidationError(error);
          };
          assert.throws(build, isTold);
        } else assert.deepEqual(build().warnings.map(said), told);
      }
    });

    test("leaves no client", async () => {
      for (const [held, call] of [
        [given, {}],
        [{}, given],
      ]) {
        const { client, made } = clientOf(held);
        // The second is built from a frame.
        await client.sendMessage(RIGHT[5], { templates: BOOK });
        if (isRefused(told)) {
          const error = await failureOf(client.sendMessage(input, call));
          assert.ok(isValidationError(error));
          assert.deepEqual(saidBy(error), told);
          assert.equal(error.outcome, "not_sent");
          assert.equal(made.requests, 1);
        } else {
          const { response } = await client.sendMessage(input, call).withResponse();
          assert.deepEqual(response.warnings.map(said), told);
        }
      }
    });

    test("is a result of its own among many", async () => {
      for (const [held, call] of [
        [given, {}],
        [{}, given],
      ]) {
        const { client, made } = clientOf(held);
        const results = [];
        for await (const result of client.sendAll([input, RIGHT[5]], { concurrency: 1, ...call })) {
          results.push(result);
        }
        const [first, second] = /** @type {any[]} */ (results);
        assert.equal(first.status, isRefused(told) ? "invalid" : "sent");
        assert.deepEqual(foundIn(first), told);
        assert.equal(second.status, "sent");
        assert.equal(made.requests, isRefused(told) ? 1 : 2);
      }
    });
  });
}

test("what is right has no issue anywhere, and is sent as it is without a book", async () => {
  const { client, made } = clientOf(TAKE);
  for (const message of RIGHT) {
    assert.deepEqual(foundIn(sendMessage.validate(message, TAKE)), [], JSON.stringify(message));
    assert.deepEqual(BOOK.check(message), []);
    const { warnings } = sendMessage.validate(message);
    assert.deepEqual(warnings, []);
    const request = sendMessage.build(message, { apiKey: API_KEY, ...TAKE });
    assert.deepEqual(request, sendMessage.build(message, { apiKey: API_KEY }));
    await client.sendMessage(message);
  }
  assert.equal(made.requests, RIGHT.length);
});

test("without a book nothing of it is told", () => {
  for (const { input } of WRONG) assert.ok(sendMessage.validate(input).ok);
  for (const none of [undefined, null]) {
    const options = /** @type {any} */ ({ templates: none, expectCategory: none });
    assert.ok(sendMessage.validate(WRONG[0]?.input, options).ok);
    assert.ok(sendMessage.with(options).validate(WRONG[0]?.input).ok);
  }
});

test("what is no template has nothing to fear of a book", () => {
  const text = { ...PHONE, type: "Text", data: { message: "Hi" } };
  assert.ok(sendMessage.validate(text, TAKE).ok);
  assert.ok(trackUser.validate({ ...PHONE, traits: { name: "A" } }, TAKE).ok);
  const rcs = { ...PHONE, type: "Template", template: { name: "zzzz", languageCode: "en" } };
  assert.ok(sendRcs.validate(rcs, TAKE).ok, "the list may have none for RCS");
});

test("templates for RCS are those of RCS messages, where the list has them", () => {
  const own = listed({ name: "rcs_offer", body: "Hi {{1}}", channel_type: "RCS" });
  const options = { templates: templateBook(/** @type {any} */ ([...TEMPLATES, own])) };
  const template = { name: "rcs_offer", languageCode: "en" };
  const message = { ...PHONE, type: "Template", template };
  const [line] = foundIn(sendRcs.validate(message, options));
  assert.match(String(line), /^template\.bodyValues\[0\] template\.value_missing/);
  const [other] = foundIn(sendMessage.validate(message, options));
  assert.match(String(other), /^template\.name template\.not_in_book: .* with this name\.$/);
});

test("the button of a flow may have a value, however the list tells it", () => {
  const url = { type: "URL", text: "Open", url: "https://example.com/" };
  for (const buttons of [undefined, [url], [{ type: "FLOW", text: "Open" }]]) {
    const own = listed({ name: "own", body: "Hi", buttons });
    const options = { templates: templateBook(/** @type {any} */ ([own])) };
    const template = { name: "own", languageCode: "en", is_flow_template: true };
    const message = { ...PHONE, type: "Template", template };
    const given = { ...message, template: { ...template, buttonValues: { 0: [""] } } };
    assert.deepEqual(foundIn(sendMessage.validate(given, options)), []);
    assert.deepEqual(foundIn(sendMessage.validate(message, options)), []);
  }
});

test("a campaign names a template of the book, of the category that is expected", () => {
  const campaign = (/** @type {string} */ template_name, language_code = "en") => ({
    campaign_name: "Diwali",
    campaign_type: "PublicAPI",
    template_name,
    language_code,
  });
  const options = /** @type {const} */ ({ ...TAKE, expectCategory: "utility" });
  const told = ["coupon", "coupn"].map((name) => createCampaign.validate(campaign(name), options));
  assert.deepEqual(told.map(foundIn), [
    [
      "template_name template.category_unexpected: The template's category is MARKETING, but expectCategory is UTILITY. Before Meta changed it, it was UTILITY.",
    ],
    [
      'template_name template.not_in_book: The account has no template with this name. Did you mean "coupon"?',
    ],
  ]);
  assert.match(
    String(foundIn(createCampaign.validate(campaign("coupon", "fr"), TAKE))),
    /^language_code template\.language_not_in_book/,
  );
  assert.ok(createCampaign.validate(campaign("plain"), options).ok);
});

test("what the description refuses is told with what the book does, and not twice", () => {
  const checked = sendMessage.validate(
    messageOf({ name: "tracking", buttonValues: { 1: [""] } }, { phoneNumber: "1" }),
    TAKE,
  );
  assert.deepEqual(
    foundIn(checked).map((line) => line.split(":")[0]),
    ["phoneNumber phone.too_short", "template.buttonValues.1[0] string.empty"],
  );
  for (const template of [
    { name: 5 },
    { name: "Auth" },
    { name: "order_shipped", languageCode: null },
    { name: "order_shipped", bodyValues: "Asha" },
    { name: "tracking", buttonValues: [] },
    { name: "tracking", buttonValues: { 1: "x" } },
    { name: "shoes", bodyValues: ["a"], carouselCards: [5, 6] },
    { name: "shoes", bodyValues: ["a"], carouselCards: "two" },
  ]) {
    const message = messageOf(template);
    const own = sendMessage.validate(message);
    assert.deepEqual(foundIn(sendMessage.validate(message, TAKE)), foundIn(own));
  }
});

test("in a part of the list, a name that is not there is worth a warning", () => {
  const templates = templateBook({
    count: 200,
    has_next: true,
    results: { templates: /** @type {any} */ (TEMPLATES) },
  });
  for (const template of [{ name: "zzzz" }, { name: "plain", languageCode: "fr" }]) {
    const checked = sendMessage.validate(messageOf(template), { templates });
    assert.ok(checked.ok);
    assert.equal(checked.warnings.length, 1);
  }
});

test("no more issues are listed than asked for, and all are counted", () => {
  const bodyValues = Array.from({ length: 50 }, () => "");
  const message = messageOf({ name: "plain", bodyValues });
  for (const maxIssues of [1, 10, 60, 99, 100, 1000]) {
    const checked = sendMessage.validate(message, { ...TAKE, maxIssues });
    assert.ok(!checked.ok);
    const rest = checked.issues.filter(({ code }) => code === "issues.not_listed");
    // Of each value the description says that it is empty; no more is said of it.
    assert.equal(checked.issues.length - rest.length, Math.min(50, maxIssues));
  }
  const many = messageOf({ name: "plain", bodyValues: bodyValues.map(() => "a") });
  const checked = sendMessage.validate([many, many], { ...TAKE, maxIssues: 30 });
  assert.ok(!checked.ok);
  assert.equal(checked.issues.length, 31);
  assert.deepEqual(checked.issues.at(-1)?.params, { found: 100, listed: 30 });
});

test("issues of a book are said in the words of a catalogue", () => {
  const [{ input }] = /** @type {any} */ (WRONG);
  const { issues } = /** @type {any} */ (sendMessage.validate(input, { ...TAKE, messages: hi }));
  assert.match(issues[0].message, /^[^a-z]+$/);
  assert.equal(BOOK.check(input, { messages: hi })[0]?.message, issues[0].message);
});

test("what is no book is refused, before anything else happens", async () => {
  const wrong = /** @type {any[]} */ ([
    { templates: TEMPLATES },
    { templates: Promise.resolve(BOOK) },
    { templates: BOOK.toJSON() },
    { templates: "" },
    { templates: 0 },
    { expectCategory: "utility" },
    { templates: BOOK, expectCategory: "cheap" },
    { templates: BOOK, expectCategory: 5 },
  ]);
  const { client, made } = clientOf();
  for (const options of wrong) {
    for (const ask of [
      () => sendMessage.validate(RIGHT[0], options),
      () => sendMessage.with(options),
      () => sendMessage.kinds.Template.with(options),
      () => sendMessage.build(RIGHT[0], options),
      () => sendMessage["~standard"].validate(RIGHT[0], { libraryOptions: options }),
      () => new Interakt({ apiKey: API_KEY, ...options }),
      () => client.sendAll([RIGHT[0]], options),
    ]) {
      assert.throws(ask, isConfigurationError, String(ask));
    }
    assert.ok(isConfigurationError(await failureOf(client.sendMessage(RIGHT[0], options))));
  }
  assert.equal(made.requests, 0);
  assert.throws(
    () => BOOK.check({}, /** @type {any} */ ({ expectCategory: "x" })),
    isConfigurationError,
  );
});

test("Standard Schema's libraryOptions take a book, and a schema may hold one", () => {
  const [{ input, told }] = /** @type {any} */ (WRONG);
  for (const result of [
    sendMessage["~standard"].validate(input, { libraryOptions: TAKE }),
    sendMessage.with(TAKE)["~standard"].validate(input),
  ]) {
    assert.deepEqual(/** @type {any} */ (result).issues.map(said), told);
  }
});

describe("a form", () => {
  const schema = formMessage.kinds.Template.with(TAKE);
  const form = formOf(schema, {
    fields: {
      mobile: "phone",
      customer: "template.bodyValues[0]",
      order: "template.bodyValues[1]",
      city: "template.bodyValues[2]",
      price: "template.bodyValues[3]",
    },
    fixed: { template: { name: "order_shipped", languageCode: "en" } },
    defaultCountry: "IN",
  });
  const values = {
    mobile: "98765 43210",
    customer: "Asha",
    order: "1042",
    city: "Pune",
    price: "499",
  };

  test("that has a field for each value is sent", () => {
    assert.ok(form.validate(values).ok);
  });

  test("is told of a value that is missing, at its field", () => {
    for (const field of ["price", "city", "order", "customer"]) {
      const checked = form.validate({ ...values, [field]: "" });
      assert.ok(!checked.ok);
      assert.deepEqual(
        checked.issues.map(({ path }) => path),
        [[field]],
      );
    }
  });

  test("takes a book of its own, and one for a call", () => {
    const { price, ...fields } = /** @type {any} */ (form.fields);
    const own = { fields, fixed: form.fixed, defaultCountry: "IN" };
    for (const checked of [
      formOf(formMessage.kinds.Template, { ...own, ...TAKE }).validate(values),
      formOf(formMessage.kinds.Template, own).validate(values, TAKE),
      formOf(formMessage.kinds.Template, own).with(TAKE).validate(values),
    ]) {
      assert.ok(!checked.ok);
      assert.deepEqual(
        checked.issues.map(({ code, path }) => [code, path]),
        [["template.value_missing", []]],
      );
    }
    assert.ok(formOf(formMessage.kinds.Template, own).validate(values).ok);
    const noBook = () => form.validate(values, /** @type {any} */ ({ templates: [] }));
    assert.throws(noBook, isConfigurationError);
  });

  test("without a field for a value is told so", () => {
    const { price, ...fields } = /** @type {any} */ (form.fields);
    const checked = formOf(schema, { fields, fixed: form.fixed, defaultCountry: "IN" }).validate(
      values,
    );
    assert.ok(!checked.ok);
    assert.deepEqual(
      checked.issues.map(({ code, path }) => [code, path]),
      [["template.value_missing", []]],
    );
  });
});

test("cards for a template that surely has none are told of, and none where the list does not say", () => {
  const card = { headerValues: ["https://shop.example/shoe.jpg"] };
  const message = messageOf({ name: "plain", carouselCards: [card, card] });
  const record = listed({ name: "plain", body: "Hello" });
  for (const none of [[], "[]", '"[]"']) {
    const templates = templateBook([{ ...record, carousel_cards: none }]);
    const checked = sendMessage.validate(message, { templates });
    assert.ok(!checked.ok);
    assert.deepEqual(
      checked.issues.map(({ code, path, params }) => [code, path.join("."), params]),
      [["template.card_count", "template.carouselCards", { expected: 0, actual: 2 }]],
    );
    assert.ok(sendMessage.validate(messageOf({ name: "plain" }), { templates }).ok);
    const empty = messageOf({ name: "plain", carouselCards: [] });
    const isTold = (/** @type {unknown} */ input) => {
      const checked = sendMessage.validate(input, { templates });
      return !checked.ok && checked.issues.some(({ code }) => code === "template.card_count");
    };
    assert.equal(isTold(empty), false);
  }
  for (const unsaid of [{}, { carousel_cards: null }, { carousel_cards: "{}" }]) {
    const templates = templateBook([{ ...record, ...unsaid }]);
    assert.ok(sendMessage.validate(message, { templates }).ok);
  }
});
