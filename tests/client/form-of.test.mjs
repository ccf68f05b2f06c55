/** A form of one's own: where its values go, and where issues come back. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isConfigurationError } from "interakt-wasm";
import { formOf, listUsers, sendMessage, trackEvent, trackUser } from "interakt-wasm/forms";

const checkout = formOf(trackUser, {
  fields: {
    fullName: "traits.name",
    mobile: "phone",
    country: "phone.country",
    optIn: "traits.whatsapp_opted_in",
  },
  required: ["fullName", "optIn"],
  defaultCountry: "IN",
  fixed: { tags: ["shop"] },
});

const text = formOf(sendMessage, {
  fields: { to: "phone", text: "data.message", note: "callbackData" },
  fixed: { type: "Text" },
  defaultCountry: "IN",
});

const template = formOf(sendMessage, { fixed: { type: "Template" }, defaultCountry: "IN" });

/** @param {[name: string, value: string][]} pairs */
const dataOf = (pairs) => {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
};

/** @typedef {{ ok: true, value: any, warnings: any[] } | { ok: false, issues: any[], warnings: any[] }} Checked */

/** @param {Checked} checked */
const sentOf = (checked) => (checked.ok ? checked.value : assert.fail(JSON.stringify(checked)));

/** @param {Checked} checked @returns {string[]} `place: code`, in order. */
const issuesOf = (checked) =>
  checked.ok ? [] : checked.issues.map(({ path, code }) => `${path.join("/")}: ${code}`);

describe("where values go", () => {
  const ASHA = {
    countryCode: "+91",
    phoneNumber: "9876543210",
    traits: { name: "Asha", whatsapp_opted_in: true },
    tags: ["shop"],
  };

  test("a phone is read as people type it, and everything is put where it belongs", () => {
    const values = { fullName: "Asha", mobile: "098765 43210", country: "", optIn: true };
    assert.deepEqual(sentOf(checkout.validate(values)), ASHA);
  });

  test("a FormData and URLSearchParams are read as an object is", () => {
    const pairs = /** @type {[string, string][]} */ ([
      ["fullName", "Asha"],
      ["mobile", "098765 43210"],
      ["optIn", "on"],
    ]);
    assert.deepEqual(sentOf(checkout.validate(dataOf(pairs))), ASHA);
    assert.deepEqual(sentOf(checkout.validate(new URLSearchParams(pairs))), ASHA);
  });

  test("the country beside a phone comes before the default one, by letters or by code", () => {
    for (const country of ["US", "+1"]) {
      const values = { fullName: "Asha", mobile: "(201) 555-0123", country, optIn: true };
      assert.equal(sentOf(checkout.validate(values)).countryCode, "+1");
    }
    const values = { fullName: "Asha", mobile: "+1 201 555 0123", country: "IN", optIn: true };
    assert.equal(sentOf(checkout.validate(values)).countryCode, "+1");
  });

  test("what is empty is left out: texts, blanks, null, NaN, lists without items", () => {
    for (const note of ["", "  \n", null, undefined, Number.NaN, [], [""]]) {
      const value = sentOf(text.validate({ to: "9876543210", text: "Hi", note }));
      assert.ok(!("callbackData" in value), String(note));
    }
  });

  test("a file field in which none was chosen is empty", () => {
    const data = dataOf([["userId", "user-42"]]);
    data.append("tags", new File([], ""));
    assert.deepEqual(sentOf(formOf(trackUser).validate(data)), { userId: "user-42" });
  });

  test("a text has the same ends of lines in a page and on a server", () => {
    const value = sentOf(text.validate({ to: "9876543210", text: "One\r\nTwo" }));
    assert.equal(value.data.message, "One\nTwo");
  });

  test("a text becomes what its place takes", () => {
    const pairs = [
      ["limit", "10"],
      ["offset", " 20 "],
      ["filters[0].trait", "age"],
      ["filters[0].op", "gt"],
      ["filters[0].val", "12.5"],
    ];
    assert.deepEqual(sentOf(formOf(listUsers).validate(new URLSearchParams(pairs))), {
      limit: 10,
      offset: 20,
      filters: [{ trait: "age", op: "gt", val: "12.5" }],
    });
    const user = formOf(trackUser);
    for (const [word, expected] of /** @type {const} */ ([
      ["on", true],
      ["true", true],
      ["1", true],
      ["false", false],
      ["off", false],
      ["0", false],
    ])) {
      const value = sentOf(user.validate({ userId: "user-42", add_to_sales_cycle: word }));
      assert.equal(value.add_to_sales_cycle, expected, word);
    }
  });

  test("a text that says no such thing stays, and has the issue of its type", () => {
    for (const limit of ["ten", "1e3", "0x10", "1,000", "--1", "Infinity"]) {
      assert.deepEqual(issuesOf(formOf(listUsers).validate({ limit })), ["limit: type.expected"]);
    }
  });

  test("where several types are taken, `as` says which", () => {
    const form = formOf(trackUser, {
      fields: {
        id: "userId",
        age: { to: "traits.age", as: "number" },
        vip: { to: "traits.vip", as: "boolean" },
      },
    });
    const given = new URLSearchParams("id=user-42&age=31&vip=on");
    assert.deepEqual(sentOf(form.validate(given)).traits, { age: 31, vip: true });
    assert.deepEqual(issuesOf(form.validate({ id: "user-42", age: "old" })), [
      "age: type.expected",
    ]);
    assert.deepEqual(sentOf(form.validate({ id: "user-42", age: 31, vip: false })).traits, {
      age: 31,
      vip: false,
    });
  });

  test("names that stand more than once are a list, and so is one alone where a list belongs", () => {
    const user = formOf(trackUser);
    for (const [query, tags] of /** @type {const} */ ([
      ["userId=1&tags=a&tags=&tags=b", ["a", "b"]],
      ["userId=1&tags=a", ["a"]],
      ["userId=1&tags[0]=a&tags[1]=b", ["a", "b"]],
      ["userId=1&tags[7]=b&tags[2]=a", ["a", "b"]],
      ["userId=1&tags=", undefined],
    ])) {
      assert.deepEqual(sentOf(user.validate(new URLSearchParams(query))).tags, tags, query);
    }
  });

  test("without fields, names are paths: keys, indexes, keys in quotes", () => {
    const pairs = [
      ["phone", "+91 98765 43210"],
      ["template.name", "order_shipped"],
      ["template.languageCode", "en"],
      ["template.bodyValues[0]", "Asha"],
      ["template.bodyValues[1]", "1042"],
      ["template.buttonValues.0[0]", "1042"],
      ['template.buttonValues["1"][0]', "help"],
      ["template.is_flow_template", "on"],
    ];
    assert.deepEqual(sentOf(template.validate(new URLSearchParams(pairs))), {
      countryCode: "+91",
      phoneNumber: "9876543210",
      type: "Template",
      template: {
        name: "order_shipped",
        languageCode: "en",
        bodyValues: ["Asha", "1042"],
        buttonValues: { 0: ["1042"], 1: ["help"] },
        is_flow_template: true,
      },
    });
    const user = formOf(trackUser).validate({ userId: "1", 'traits["a.b"]': "c" });
    assert.deepEqual(sentOf(user).traits, { "a.b": "c" });
  });

  test("without fields, the objects and lists of a form library are read as well", () => {
    const value = sentOf(
      template.validate({
        phone: "98765 43210",
        callbackData: "",
        template: { name: "order_shipped", languageCode: "en", bodyValues: ["Asha"], fileName: "" },
      }),
    );
    assert.deepEqual(value.template, {
      name: "order_shipped",
      languageCode: "en",
      bodyValues: ["Asha"],
    });
    assert.ok(!("callbackData" in value));
  });

  test("an empty value between others stays and is told of: another would take its place", () => {
    const values = {
      phone: "9876543210",
      template: { name: "a", languageCode: "en", bodyValues: ["", "1042"] },
    };
    assert.deepEqual(issuesOf(template.validate(values)), ["template/bodyValues/0: string.empty"]);
  });

  test("what is fixed is sent as it is, whatever else comes", () => {
    const form = formOf(sendMessage, {
      fixed: { type: "Template", template: { name: "welcome", languageCode: "en" } },
    });
    const pairs = [
      ["phone", "+919876543210"],
      ["type", "Text"],
      ["template.name", "refund"],
      ["template.bodyValues[0]", "Asha"],
    ];
    const { type, template } = sentOf(form.validate(new URLSearchParams(pairs)));
    assert.equal(type, "Template");
    assert.deepEqual(template, { name: "welcome", languageCode: "en", bodyValues: ["Asha"] });
    const tagged = formOf(trackUser, { fixed: { tags: ["shop"] } });
    for (const name of ["tags", "tags[0]", "tags.0", "tags[0].a"]) {
      const value = sentOf(tagged.validate({ userId: "1", [name]: "staff" }));
      assert.deepEqual(value.tags, ["shop"], name);
    }
  });

  test("with fields, other names are not looked at", () => {
    const values = { to: "9876543210", text: "Hi", type: "Image", callbackData: "mine" };
    assert.deepEqual(sentOf(text.validate(values)), {
      countryCode: "+91",
      phoneNumber: "9876543210",
      type: "Text",
      data: { message: "Hi" },
    });
  });

  test("a name that Interakt does not know is told of and not sent: it may be a secret", () => {
    const checked = formOf(trackUser).validate(
      new URLSearchParams("userId=1&csrf=secret&session.token=secret&traits.name=Asha"),
    );
    assert.deepEqual(sentOf(checked), { userId: "1", traits: { name: "Asha" } });
    assert.deepEqual(
      checked.warnings.map(({ code, path }) => [code, path]),
      [
        ["object.unknown_key", ["csrf"]],
        ["object.unknown_key", ["session"]],
      ],
    );
  });
});

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
      ["template.bodyValues[3]", "Asha"],
      ["template.bodyValues[9]", ""],
    ];
    const checked = template.validate(new URLSearchParams(pairs));
    assert.deepEqual(issuesOf(checked), ["template/bodyValues/9: string.empty"]);
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
