/** A form of one's own: where its values go. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formOf, listUsers, sendMessage, trackUser } from "interakt-wasm/forms";
import { checkout, dataOf, issuesOf, sentOf, template, text } from "./own-forms.mjs";

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
