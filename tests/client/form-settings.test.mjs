/** Settings of forms: which of them hold, and which are refused. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isConfigurationError } from "interakt-wasm";
import { formOf, trackUser } from "interakt-wasm/forms";
import { hi } from "interakt-wasm/messages/hi";

const checkout = formOf(trackUser, {
  fields: { fullName: "traits.name", mobile: "phone", optIn: "traits.whatsapp_opted_in" },
  required: ["fullName", "optIn"],
  defaultCountry: "IN",
});

describe("settings", () => {
  test("one that is undefined leaves that of the form", () => {
    const form = checkout.with({ messages: hi, maxIssues: undefined });
    const none = { defaultCountry: undefined, messages: undefined };
    const values = { fullName: "", mobile: "98765 43210", optIn: true };
    for (const { issues = [] } of [
      form["~standard"].validate(values, { libraryOptions: none }),
      form.with(none)["~standard"].validate(values),
    ]) {
      assert.equal(issues.length, 1);
      assert.equal(issues[0]?.message, hi["object.missing_key"]);
    }
  });

  test("messages of what checks the input are those of the form's own issues too", () => {
    const form = formOf(trackUser.with({ messages: hi }), {
      fields: { fullName: "traits.name", mobile: "phone" },
      required: ["fullName"],
      defaultCountry: "IN",
    });
    const checked = form.validate({ mobile: "12" });
    assert.ok(!checked.ok);
    assert.equal(checked.issues.length, 2);
    for (const { message } of checked.issues) assert.match(message, /\p{Script=Devanagari}/u);
  });

  test("those that cannot work are refused when the form is made", () => {
    for (const options of /** @type {any[]} */ ([
      { fields: { a: undefined } },
      { fields: { a: {} } },
      { fields: { a: { to: "traits.a", as: "date" } } },
      { fields: { a: "traits.name", b: "traits.name" } },
      { required: "name" },
      { rules: { a: 1 } },
    ])) {
      assert.throws(() => formOf(trackUser, options), isConfigurationError);
    }
    assert.throws(() => formOf(/** @type {any} */ (undefined)), isConfigurationError);
    assert.throws(() => formOf(/** @type {any} */ ({})), isConfigurationError);
  });
});
