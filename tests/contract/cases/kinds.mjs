/** Kinds of messages and parts of them are validators of their own. */
import { assert } from "chai";
import { TEMPLATE, TEXT } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */

/** Parts of wrong messages: what is checked alone, and the message that has it at a path. */
const PARTS = [
  { name: "textBody", path: ["data", "message"], parts: ["", "Hello", " ", 7, "x".repeat(4097)] },
  {
    name: "template",
    path: ["template"],
    parts: [TEMPLATE.template, {}, { ...TEMPLATE.template, bodyValues: ["", "a\nb", null] }],
  },
  {
    name: "order",
    path: ["template", "order_details", 0],
    parts: [{}, { reference_id: "?", order_items: [] }],
  },
  {
    name: "fallback",
    path: ["fallback", 0],
    parts: [{ channel: "sms" }, { channel: "RCS", any: 1 }, { channel: "fax" }],
  },
  {
    name: "replyButton",
    path: ["data", "message", "action", "buttons", 0],
    type: "InteractiveButton",
    parts: [{ type: "reply", reply: { id: "", title: "A title of more than 20" } }, { type: "x" }],
  },
  {
    name: "listBody",
    path: ["data", "message"],
    type: "InteractiveList",
    parts: [{}, { type: "list", body: { text: "" }, action: { button: "Open", sections: [{}] } }],
  },
];

/**
 * @param {(string | number)[]} path
 * @param {unknown} value
 * @returns {any} A message that has nothing but the value.
 */
function around(path, value) {
  return path.reduceRight(
    (inner, key) => (typeof key === "number" ? [inner] : { [key]: inner }),
    value,
  );
}

/**
 * @param {any} result
 * @param {(string | number)[]} path
 */
function below({ ok, issues = [], warnings }, path) {
  const isBelow = (/** @type {any} */ issue) => path.every((key, at) => issue.path[at] === key);
  const cut = (/** @type {any} */ issue) => ({ ...issue, path: issue.path.slice(path.length) });
  return {
    ok,
    issues: issues.filter(isBelow).map(cut),
    warnings: warnings.filter(isBelow).map(cut),
  };
}

/**
 * @param {readonly import("./examples.mjs").Example[]} examples
 * @returns {Case[]}
 */
export const kindCases = (examples) => [
  {
    name: "each example of a message passes for its kind as for its operation, and for no other",
    async run({ api, entries: { forms } }) {
      for (const { name, operation, input } of examples) {
        for (const { kinds, validate } of [api[operation], forms[operation]]) {
          if (kinds === undefined || Array.isArray(input)) continue;
          for (const [type, kind] of Object.entries(kinds)) {
            const found = kind.validate(input);
            if (type === input.type) assert.deepEqual(found, validate(input), name);
            else {
              const { code } = found.issues.find(
                (/** @type {any} */ { path }) => path.join() === "type",
              );
              assert.equal(code, "enum.unknown");
            }
          }
        }
      }
    },
  },
  {
    name: "a kind has a name, what is fixed in it, and takes no list",
    async run({ api, entries: { forms } }) {
      for (const { sendMessage, sendRcs } of [api, forms]) {
        for (const { name, kinds } of [sendMessage, sendRcs]) {
          assert.isFrozen(kinds);
          for (const [type, kind] of Object.entries(kinds)) {
            assert.equal(kind.name, `${name}.${type}`);
            assert.deepEqual(kind.fixed, { type });
            assert.isFrozen(kind.fixed);
            const { issues } = kind.validate(kind.fixed);
            assert.isNotEmpty(issues);
            for (const { path } of issues) assert.notInclude(path, "type");
            const [issue] = kind.validate([{ ...TEXT, type }]).issues;
            assert.equal(issue.message, "Must be of type object, not array.");
          }
        }
        assert.equal(
          Object.keys(sendMessage.kinds).join(),
          Object.keys(forms.sendMessage.kinds).join(),
        );
        assert.equal(sendMessage.kinds.Text.validate(TEXT).ok, true);
        assert.equal(sendMessage.kinds.Template.validate(TEMPLATE).ok, true);
      }
    },
  },
  {
    name: "what with says of an operation holds for its kinds",
    async run({ api, entries: { forms } }) {
      for (const { sendMessage } of [api, forms]) {
        const { kinds } = sendMessage.with({ maxIssues: 1 });
        assert.deepEqual(kinds.Text.fixed, sendMessage.kinds.Text.fixed);
        for (const kind of [kinds.Text, sendMessage.kinds.Text.with({ maxIssues: 1 })]) {
          const { issues } = kind.validate({ data: {} });
          assert.deepEqual([issues.length, issues[1].code], [2, "issues.not_listed"]);
          assert.deepEqual(kind.with({ maxIssues: 9 }).fixed, { type: "Text" });
        }
      }
    },
  },
  {
    name: "only what comes in kinds has kinds",
    async run({ api, entries: { forms } }) {
      for (const each of [...api.operations, ...Object.values(forms)]) {
        const { name, kinds } = Object(each);
        assert.equal(kinds !== undefined, ["sendMessage", "sendRcs"].includes(name), name);
      }
    },
  },
  ...PARTS.map(({ name, path, parts, type }) => ({
    name: `${name} finds in a part what is found in a whole message`,
    async run(/** @type {import("../world.mjs").World} */ { entries: { forms } }) {
      assert.equal(forms[name].name, name);
      const { sendMessage } = forms;
      for (const part of parts) {
        const whole = { type: type ?? (path[0] === "template" ? "Template" : "Text") };
        const found = sendMessage.validate({ ...whole, ...around(path, part) });
        const { ok, issues = [], warnings } = forms[name].validate(part);
        assert.equal(ok, issues.length === 0);
        const expected = below(found, path);
        assert.deepEqual(
          { issues, warnings },
          { issues: expected.issues, warnings: expected.warnings },
        );
      }
    },
  })),
  {
    name: "a phone recipient is a recipient without a user id",
    async run({ entries: { forms } }) {
      const { phoneRecipient, recipient } = forms;
      const pair = { countryCode: "+91", phoneNumber: "9876543210" };
      for (const each of [pair, { fullPhoneNumber: "919876543210" }]) {
        assert.isTrue(phoneRecipient.validate(each).ok);
        assert.isTrue(recipient.validate(each).ok);
      }
      assert.isTrue(recipient.validate({ userId: "user-42" }).ok);
      const { ok, issues, warnings } = phoneRecipient.validate({ userId: "user-42" });
      assert.deepEqual([ok, warnings[0].code], [false, "object.unknown_key"]);
      const rcs = { userId: "user-42", type: "Text", message: { plainText: "Hello" } };
      assert.deepEqual(issues, forms.sendRcs.validate(rcs).issues);
      const wrong = { countryCode: "+91", phoneNumber: "98765" };
      assert.deepEqual(phoneRecipient.validate(wrong).issues, recipient.validate(wrong).issues);
    },
  },
  {
    name: "kinds and parts are Standard Schemas and have a JSON Schema of their own",
    async run({ api, entries: { forms } }) {
      const { kinds } = api.sendMessage;
      for (const each of [kinds.Text, kinds.Template, forms.sendRcs.kinds.QR, forms.template]) {
        const { version, vendor, validate, jsonSchema } = each["~standard"];
        assert.deepEqual([version, vendor], [1, "interakt-wasm"]);
        assert.deepEqual(validate({}), { issues: each.validate({}).issues });
        const schema = await each.schema;
        assert.equal(await each.schema, schema, "it is made once");
        assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
        assert.equal(schema.type, "object");
        // Where the entry has yet to load it, it is not to be had at once.
        const atOnce = !(each.schema instanceof Promise);
        const written = jsonSchema?.input({ target: "draft-2020-12" });
        assert.deepEqual(written, atOnce ? schema : undefined);
        if (atOnce) assert.ok(written !== schema, "a copy, for libraries take keys out of it");
      }
      const text = await kinds.Text.schema;
      assert.deepEqual(text.properties.type, { const: "Text" });
      assert.include(text.properties.data.properties.message, { maxLength: 4096 });
      assert.deepEqual(await forms.sendMessage.kinds.Text.schema, text);
      const { $schema: _, ...body } = await forms.textBody.schema;
      assert.deepEqual(body, text.properties.data.properties.message);
    },
  },
  {
    name: "a library hands its options on to validate",
    async run({ api }) {
      const { validate } = api.sendMessage.kinds.Text["~standard"];
      const wrong = { type: "Text", data: { message: "" } };
      assert.lengthOf(validate(wrong).issues, 2);
      assert.lengthOf(validate(wrong, {}).issues, 2);
      assert.lengthOf(validate(wrong, { libraryOptions: undefined }).issues, 2);
      assert.lengthOf(validate(wrong, { libraryOptions: { other: true } }).issues, 2);
      const { issues } = validate(wrong, { libraryOptions: { maxIssues: 1 } });
      assert.deepEqual([issues.length, issues[1].code], [2, "issues.not_listed"]);
    },
  },
];
