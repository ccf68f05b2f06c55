/** A form of one's own: where issues come back, and in which words. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isConfigurationError } from "interakt-wasm";
import { formOf, listUsers, sendMessage, trackEvent, trackUser } from "interakt-wasm/forms";
import { checkout, issuesOf, sentOf, template, text } from "./own-forms.mjs";

describe("where issues come back", () => {
  test("every issue of an empty form, in the order of its fields", () => {
    for (const values of [{}, new FormData(), new URLSearchParams(), null, "text", 7, []]) {
      assert.deepEqual(issuesOf(checkout.validate(values)), [
        "fullName: object.missing_key",
        "mobile: recipient.missing",
        "optIn: object.missing_key",
      ]);
      assert.deepEqual(issuesOf(text.validate(values)), [
        "to: recipient.missing",
        "text: object.missing_key",
      ]);
    }
  });

  test("a required box has to be checked, and a required text is more than blanks", () => {
    const values = { fullName: "  ", mobile: "9876543210", optIn: false };
    assert.deepEqual(issuesOf(checkout.validate(values)), [
      "fullName: object.missing_key",
      "optIn: object.missing_key",
    ]);
  });

  test("what is wrong with a phone is told once, at its field, with everything else", () => {
    const values = { fullName: "", mobile: "12", country: "IN", optIn: true };
    assert.deepEqual(issuesOf(checkout.validate(values)), [
      "fullName: object.missing_key",
      "mobile: phone.too_short",
    ]);
    assert.deepEqual(issuesOf(text.validate({ to: "abc" })), [
      "to: phone.unreadable",
      "text: object.missing_key",
    ]);
  });

  test("a country that there is not is told of at its field, one that was set is thrown", () => {
    const values = { fullName: "Asha", mobile: "9876543210", country: "XX", optIn: true };
    assert.deepEqual(issuesOf(checkout.validate(values)), ["country: country_code.unknown"]);
    assert.throws(
      () => checkout.validate({ mobile: "9876543210" }, { defaultCountry: "XX" }),
      isConfigurationError,
    );
  });

  test("a form without a phone has the issue of whom it is about where it asks that", () => {
    const form = formOf(trackUser, { fields: { name: "traits.name", id: "userId" } });
    assert.deepEqual(issuesOf(form.validate({})), ["id: recipient.missing"]);
    const none = formOf(trackUser, { fields: { name: "traits.name" } });
    assert.deepEqual(issuesOf(none.validate({})), [": recipient.missing"]);
  });

  test("an issue at a place that no field has is one of the form", () => {
    const form = formOf(sendMessage, {
      fields: { to: "phone", value: "template.bodyValues[0]" },
      fixed: { type: "Template", template: { name: "Wrong Name", languageCode: "en" } },
      defaultCountry: "IN",
    });
    const checked = form.validate({ to: "9876543210", value: "Asha" });
    assert.deepEqual(issuesOf(checked), [": template.name"]);
  });

  test("an item of a list is told of at the field of the list", () => {
    const form = formOf(trackUser, { fields: { id: "userId", labels: "tags" } });
    const values = { id: "1", labels: ["a", 7] };
    assert.deepEqual(issuesOf(form.validate(values)), ["labels: type.expected"]);
  });

  test("objects that lack are put there, for each of their fields to be missed", () => {
    const form = formOf(sendMessage, {
      fields: {
        to: "phone",
        title: "data.message.body.text",
        button: "data.message.action.button",
      },
      fixed: { type: "InteractiveList" },
    });
    const issues = issuesOf(form.validate({ to: "+919876543210" }));
    assert.deepEqual(issues.slice(0, 2), [
      "title: object.missing_key",
      "button: object.missing_key",
    ]);
  });

  test("without fields, an issue has the path of the input, as the names of fields do", () => {
    const values = { phone: "12", "template.languageCode": "en", "template.name": "" };
    assert.deepEqual(issuesOf(template.validate(values)), [
      "phone: phone.too_short",
      "template/name: object.missing_key",
    ]);
    const form = formOf(trackUser, { required: ["traits.name", "phone"] });
    assert.deepEqual(issuesOf(form.validate({})), [
      "traits/name: object.missing_key",
      "phone: object.missing_key",
    ]);
  });

  test("indexes close up, and issues have those of the form", () => {
    const pairs = [
      ["phone", "9876543210"],
      ["template.name", "a"],
      ["template.languageCode", "en"],
      ["template.carouselCards[3].bodyValues[0]", "Asha"],
      ["template.carouselCards[9].bodyValues[0]", ""],
      ["template.carouselCards[9].bodyValues[1]", "Pune"],
    ];
    const checked = template.validate(new URLSearchParams(pairs));
    const empty = "template/carouselCards/9/bodyValues/0: string.empty";
    assert.ok(issuesOf(checked).includes(empty), String(issuesOf(checked)));
  });

  test("a value of a template that lacks is told of: the next would take its place", () => {
    const start = { phone: "9876543210", "template.name": "a", "template.languageCode": "en" };
    /** @type {[values: Record<string, string>, issues: string[]][]} */
    const cases = [
      [
        { "bodyValues[0]": "Asha", "bodyValues[2]": "Pune" },
        ["template/bodyValues/1: string.empty"],
      ],
      [{ "bodyValues[1]": "1042" }, ["template/bodyValues/0: string.empty"]],
      [{ "headerValues[999999999999999]": "x" }, ["template/headerValues/0: string.empty"]],
      [
        { "bodyValues[3]": "Asha", "bodyValues[9]": "" },
        ["template/bodyValues/0", "template/bodyValues/4", "template/bodyValues/9"].map(
          (place) => `${place}: string.empty`,
        ),
      ],
      [{ "buttonValues.0[1]": "x" }, ["template/buttonValues/0/0: string.empty"]],
      [
        { "carouselCards[0].bodyValues[1]": "x" },
        ["template/carouselCards/0/bodyValues/0: string.empty"],
      ],
      [{ "bodyValues[2]": "", "bodyValues[1]": "" }, []],
    ];
    for (const [given, wanted] of cases) {
      const named = Object.entries(given).map(([name, value]) => [`template.${name}`, value]);
      const values = new URLSearchParams({ ...start, ...Object.fromEntries(named) });
      const told = issuesOf(template.validate(values)).filter((issue) => /Values\//.test(issue));
      assert.deepEqual(told.sort(), wanted, JSON.stringify(given));
    }
  });

  test("a value that no field asks for is told of to the form, unless it is fixed", () => {
    const fixed = { template: { name: "a", languageCode: "en" } };
    const fields = /** @type {const} */ ({ mobile: "phone", order: "template.bodyValues[1]" });
    const values = { mobile: "9876543210", order: "1042" };
    const form = formOf(sendMessage.kinds.Template, { fields, fixed, defaultCountry: "IN" });
    assert.deepEqual(issuesOf(form.validate(values)), [": string.empty"]);
    const whole = formOf(sendMessage.kinds.Template, {
      fields,
      fixed: { template: { ...fixed.template, bodyValues: ["Asha"] } },
      defaultCountry: "IN",
    });
    const checked = whole.validate(values);
    assert.ok(checked.ok);
    assert.deepEqual(checked.value.template.bodyValues, ["Asha", "1042"]);
  });

  test("warnings come back to fields too", () => {
    const checked = text.validate({ to: "9876543210", text: "Hi {{1}}" });
    assert.ok(checked.ok);
    assert.deepEqual(
      checked.warnings.map(({ code, path }) => [code, path]),
      [["text.unfilled", ["text"]]],
    );
  });

  test("with few issues to list, texts become what their places take all the same", () => {
    const form = formOf(listUsers);
    const values = { limit: "10", offset: "20" };
    assert.deepEqual(sentOf(form.validate(values, { maxIssues: 1 })), { limit: 10, offset: 20 });
    const wrong = form.validate({ limit: "x", offset: "y" }, { maxIssues: 1 });
    assert.deepEqual(
      issuesOf(wrong).sort(),
      [": issues.not_listed", "limit: type.expected"].sort(),
    );
  });
});

describe("rules of one's own", () => {
  const form = formOf(trackEvent, {
    fields: {
      mobile: "phone",
      name: "traits.name",
      channel: "traits.channel",
      mail: "traits.mail",
    },
    fixed: { event: "Signed Up" },
    defaultCountry: "IN",
    rules: {
      name: (name) => (name.length > 1 ? undefined : "Two letters at least."),
      mail: (mail, { channel }) => (channel === "mail" && !mail ? "Where to?" : undefined),
    },
  });

  test("are asked of each field that has no other issue, with what the form holds", () => {
    const checked = form.validate({ mobile: "12", name: "A", channel: "mail", mail: "" });
    assert.ok(!checked.ok);
    assert.deepEqual(
      checked.issues.map(({ code, path, message }) => [code, path, message]),
      [
        ["phone.too_short", ["mobile"], checked.issues[0]?.message],
        ["form.rule", ["name"], "Two letters at least."],
        ["form.rule", ["mail"], "Where to?"],
      ],
    );
  });

  test("let pass what they have nothing to say about", () => {
    sentOf(form.validate({ mobile: "9876543210", name: "Asha", channel: "", mail: "" }));
  });

  test("are not asked of what has an issue already", () => {
    const form = formOf(trackUser, {
      fields: { id: "userId", name: "traits.name" },
      required: ["name"],
      rules: { name: () => assert.fail("it was asked") },
    });
    assert.deepEqual(issuesOf(form.validate({ id: "1" })), ["name: object.missing_key"]);
  });
});

describe("words and settings", () => {
  const messages = { "object.missing_key": "Bitte ausfüllen.", "phone.too_short": "Zu kurz." };

  test("the form, a call and a library each give messages", () => {
    const values = { fullName: "", mobile: "12", optIn: true };
    const standard = checkout["~standard"].validate(values, { libraryOptions: { messages } });
    for (const { issues = [] } of [
      /** @type {any} */ (checkout.validate(values, { messages })),
      checkout.with({ messages }).validate(values),
      standard,
    ]) {
      const said = issues.map((/** @type {any} */ { message }) => message);
      assert.deepEqual(said, ["Bitte ausfüllen.", "Zu kurz."]);
    }
  });

  test("Standard Schema gives the input that is sent", async () => {
    const result = await checkout["~standard"].validate({
      fullName: "Asha",
      mobile: "098765 43210",
      optIn: true,
    });
    assert.ok(!result.issues);
    assert.equal(trackUser.validate(result.value).ok, true);
  });

  test("an option that there is not, or that names no field, is refused", () => {
    for (const [options, message] of /** @type {[any, RegExp][]} */ ([
      [{ field: {} }, /formOf has no option "field". Did you mean "fields"\?/],
      [{ fields: { a: "phone" }, required: ["b"] }, /fields has no "b"/],
      [{ fields: { a: "phone" }, rules: { toString: () => {} } }, /fields has no "toString"/],
    ])) {
      assert.throws(
        () => formOf(trackUser, options),
        (error) => isConfigurationError(error) && message.test(error.message),
      );
    }
    assert.throws(
      () => checkout.validate({}, /** @type {any} */ ({ message: {} })),
      isConfigurationError,
    );
  });
});
