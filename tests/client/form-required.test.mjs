/** What a form must have, boxes above all: what stands for a yes, and what for none. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formOf, trackUser } from "interakt-wasm/forms";

const checkout = formOf(trackUser, {
  fields: { fullName: "traits.name", mobile: "phone", optIn: "traits.whatsapp_opted_in" },
  required: ["fullName", "optIn"],
  defaultCountry: "IN",
});

/** @typedef {{ ok: true, value: any, warnings: any[] } | { ok: false, issues: any[], warnings: any[] }} Checked */

/** @param {Checked} checked */
const sentOf = (checked) => (checked.ok ? checked.value : assert.fail(JSON.stringify(checked)));

/** @param {Checked} checked @returns {string[]} `place: code`, in order. */
const issuesOf = (checked) =>
  checked.ok ? [] : checked.issues.map(({ path, code }) => `${path.join("/")}: ${code}`);

describe("what is asked has to be there", () => {
  const given = { fullName: "Asha", mobile: "9876543210" };

  test("a required box is checked or it is missed, whatever says that it is not", () => {
    for (const optIn of [undefined, false, "false", "0", "off", "no", 0, ["0", "0"]]) {
      const issues = issuesOf(checkout.validate({ ...given, optIn }));
      assert.deepEqual(issues, ["optIn: object.missing_key"], String(optIn));
    }
    for (const optIn of [true, "on", "true", "1", "yes", 1, ["0", "1"]]) {
      const { traits } = sentOf(checkout.validate({ ...given, optIn }));
      assert.equal(traits.whatsapp_opted_in, true, String(optIn));
    }
    const cycle = formOf(trackUser, { required: ["add_to_sales_cycle"] });
    const query = new URLSearchParams("userId=1&add_to_sales_cycle=false");
    assert.deepEqual(issuesOf(cycle.validate(query)), ["add_to_sales_cycle: object.missing_key"]);
  });

  test("a box with a hidden field before it is one box, where the input takes a boolean", () => {
    const query = new URLSearchParams("userId=1&add_to_sales_cycle=0&add_to_sales_cycle=1");
    assert.equal(sentOf(formOf(trackUser).validate(query)).add_to_sales_cycle, true);
  });

  test("what is no boolean and no number is told of, list or object", () => {
    const form = formOf(trackUser, {
      fields: { id: "userId", age: { to: "traits.age", as: "number" } },
    });
    for (const age of [["1", "2"], {}, true, "12345678901234567890", "9".repeat(400)]) {
      assert.deepEqual(issuesOf(form.validate({ id: "1", age })), ["age: type.expected"]);
    }
    assert.deepEqual(issuesOf(checkout.validate({ ...given, optIn: {} })), [
      "optIn: type.expected",
    ]);
  });

  test("without fields, a required name is found in objects and lists", () => {
    const form = formOf(trackUser, { required: ["traits.name", "tags", 'traits["city"]'] });
    const value = { userId: "1", traits: { name: "Asha", city: "Pune" }, tags: ["a"] };
    assert.deepEqual(sentOf(form.validate(value)), value);
    const empty = { userId: "1", traits: { name: "", city: null }, tags: [] };
    assert.deepEqual(issuesOf(form.validate(empty)), [
      "traits/name: object.missing_key",
      "traits/city: object.missing_key",
      "tags: object.missing_key",
    ]);
  });

  test("without fields, a rule is asked of a field that was not sent", () => {
    const rules = { "traits.name": (/** @type {string} */ name) => (name ? undefined : "Who?") };
    assert.deepEqual(issuesOf(formOf(trackUser, { rules }).validate({ userId: "1" })), [
      "traits/name: form.rule",
    ]);
  });
});
