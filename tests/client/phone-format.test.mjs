/** Numbers as people write them, by the entry of the phone field. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { init, isConfigurationError, phone } from "interakt-wasm/phone-field";

await init();

test("format writes what parse reads, and digits with or without a +", () => {
  const { value } = phone.parse("098765 43210", { defaultCountry: "IN" });
  assert.ok(value);
  assert.equal(phone.format(value, "national"), "098765 43210");
  assert.equal(phone.format("919876543210", "international"), "+91 98765 43210");
  assert.equal(phone.format("+1 212 555 0123", "e164"), "+12125550123");
});

test("format gives back what has no country code", () => {
  assert.equal(phone.format("999123456", "national"), "999123456");
});

test("format refuses what has no digit, is no number, and styles that there are not", () => {
  for (const value of ["", "+", null, undefined, 919876543210, {}]) {
    assert.throws(() => phone.format(/** @type {any} */ (value), "e164"), isConfigurationError);
  }
  for (const style of ["E164", "", undefined, "toString"]) {
    assert.throws(() => phone.format("91", /** @type {any} */ (style)), isConfigurationError);
  }
});

test("asYouType groups digits and keeps the caret behind its digit", () => {
  const group = phone.asYouType({ country: "gb" });
  assert.deepEqual(group("7400123"), { text: "7400 123", caret: 8 });
  assert.deepEqual(group("7400 1|23".replace("|", ""), 6), { text: "7400 123", caret: 6 });
  assert.deepEqual(group("+919876543210", 4), { text: "+91 98765 43210", caret: 5 });
  assert.deepEqual(group("९८", 1), { text: "98", caret: 1 });
});

test("asYouType gives back what is no phone number, with the caret where it was", () => {
  const group = phone.asYouType({ country: "" });
  for (const text of ["", "call me", "🙂", "98765"]) {
    assert.deepEqual(group(text), { text, caret: text.length });
    assert.deepEqual(group(text, 0), { text, caret: 0 });
  }
});

test("asYouType and example refuse what is no country", () => {
  for (const country of ["India", "+999", null, undefined, 91]) {
    const given = /** @type {any} */ (country);
    assert.throws(() => phone.asYouType({ country: given }), isConfigurationError);
    assert.throws(() => phone.example(given), isConfigurationError);
  }
  assert.throws(() => phone.example(""), isConfigurationError);
  assert.throws(() => phone.asYouType(/** @type {any} */ (undefined)), isConfigurationError);
});

test("every country has an example, which is a possible number of it", () => {
  for (const { country, countryCode } of phone.countries()) {
    const example = phone.example(country);
    assert.equal(example?.countryCode, countryCode, country);
    assert.ok(example?.possible, country);
  }
  assert.equal(phone.example("+91")?.fullPhoneNumber, "918123456789");
  assert.equal(phone.example("+870"), null);
});
