import assert from "node:assert/strict";
import { test } from "node:test";
import { isConfigurationError, operations, phone, sendMessage, trackUser } from "interakt-wasm";
import { hi } from "interakt-wasm/messages/hi";
import { MESSAGE } from "./support.mjs";

/** @typedef {import("interakt-wasm").IssueMessages} Messages */

const NUMBER = { countryCode: "+91", phoneNumber: "98765" };
const LENGTHS = "Phone numbers of India (+91) have 10 digits; this one has 5.";

/**
 * What a customer with too short a number is told.
 *
 * @param {Messages} messages
 */
function told(messages) {
  const checked = trackUser.validate(NUMBER, { messages });
  assert.ok(!checked.ok);
  return checked.issues.map(({ message }) => message);
}

test("a message is a text, in which a name in braces stands for a param", () => {
  assert.deepEqual(told({ "phone.too_short": "Too short." }), ["Too short."]);
  assert.deepEqual(
    told({ "phone.too_short": "{country}: {lengths} digits[, not {actual}][ or {other}]." }),
    ["India: 10 digits, not 5."],
  );
});

test("a message is a function of the params and of the issue", () => {
  /** @type {unknown[]} */
  const seen = [];
  const messages = {
    /** @type {Messages["phone.too_short"]} */
    "phone.too_short": (params, issue) => {
      seen.push(params, { ...issue });
      return `${params.lengths.join()} at ${issue.path.join(".")}`;
    },
  };
  assert.deepEqual(told(messages), ["10 at phoneNumber"]);
  const params = { country: "IN", countryCode: 91, lengths: [10], actual: 5 };
  const issue = {
    code: "phone.too_short",
    path: ["phoneNumber"],
    severity: "error",
    message: LENGTHS,
    params,
  };
  assert.deepEqual(seen, [params, issue]);
});

test("a code without a message keeps the sentence for developers", () => {
  assert.deepEqual(told({}), [LENGTHS]);
  assert.deepEqual(told({ "phone.too_long": "Too long.", "phone.too_short": undefined }), [
    LENGTHS,
  ]);
});

test("a message that throws or gives no text keeps the sentence for developers", () => {
  const throwing = () => {
    throw new Error("no words");
  };
  const proxy = new Proxy({}, { get: throwing });
  assert.deepEqual(told(proxy), [LENGTHS]);
  for (const message of [
    throwing,
    "",
    1,
    {},
    () => 5,
    () => "",
    () => undefined,
    async () => "a",
  ]) {
    assert.deepEqual(told(/** @type {any} */ ({ "phone.too_short": message })), [LENGTHS]);
  }
});

test("with() gives the same validator with other defaults, which a call may change", () => {
  const strict = sendMessage.with({ messages: hi, maxIssues: 1 });
  assert.equal(strict.name, "sendMessage");
  assert.equal(strict.method, sendMessage.method);
  assert.equal(strict.schema, sendMessage.schema);
  assert.ok(Object.isFrozen(strict));
  /** @param {ReturnType<typeof strict.validate>} checked */
  const said = (checked) => (checked.ok ? [] : checked.issues.map(({ message }) => message));
  const [first = "", more = "", ...others] = said(strict.validate({}));
  assert.deepEqual(others, []);
  assert.match(first, /^अपना मोबाइल नंबर लिखें।$|^यह ज़रूरी है।$/);
  assert.match(more, /^2 ग़लतियाँ मिलीं, पहली 1 दिखाई गई हैं।$/);
  assert.equal(said(strict.validate({}, { maxIssues: 5 })).length, 2);
  assert.deepEqual(said(strict.validate({}, { maxIssues: undefined })), [first, more]);
  const own = { "recipient.missing": "Who?", "object.missing_key": "What?" };
  assert.deepEqual(said(strict.with({ maxIssues: 9 }).validate({}, { messages: own })), [
    "Who?",
    "What?",
  ]);
  assert.equal(said(strict.with({ maxIssues: 9 }).validate({}))[0], first);
  const { validate } = strict;
  assert.deepEqual(said(validate({})), [first, more]);
  assert.equal(sendMessage.validate({}).ok, false);
  assert.match(said(sendMessage.validate({}))[0] ?? "", /^Give a recipient/);
  assert.throws(() => sendMessage.with({ maxIssues: 0 }).validate({}), isConfigurationError);
  assert.throws(() => strict.build(/** @type {any} */ ({})), { message: /Give a recipient/ });
  assert.equal(strict.build(MESSAGE).body, JSON.stringify(MESSAGE));
});

test("every operation takes messages for what does not reach the module, too", () => {
  const messages = {
    "json.unserializable": "{reason}!",
    "json.too_large": "More than {limit}.",
    "issues.not_listed": "{listed} of {found}",
  };
  for (const operation of operations) {
    const checked = operation.validate({ a: 1n, b: Number.NaN }, { messages, maxIssues: 1 });
    assert.ok(!checked.ok);
    assert.deepEqual(
      checked.issues.map(({ message }) => message),
      ["bigint!", "1 of 2"],
    );
    const large = operation.validate({ a: "long" }, { messages, maxBytes: 3 });
    assert.ok(!large.ok);
    assert.deepEqual(
      large.issues.map(({ message }) => message),
      ["More than 3."],
    );
  }
});

test("phone.parse takes messages for issues and notes", () => {
  const messages = {
    "phone.too_short": "Too short.",
    "phone.dropped_trunk_prefix": "Without the {dropped}.",
  };
  const read = phone.parse("098765", { defaultCountry: "IN", messages });
  assert.ok(!read.ok);
  assert.deepEqual(
    read.issues.map(({ message }) => message),
    ["Too short."],
  );
  assert.deepEqual(
    read.notes.map(({ message }) => message),
    ["Took the country from the default: India (+91).", "Without the 0."],
  );
});
