import assert from "node:assert/strict";
import { test } from "node:test";
import { phone, sendMessage } from "interakt-wasm";
import { API_KEY, MESSAGE } from "./support.mjs";

test("settings of build that are no texts are refused by name, and leave the module as it was", () => {
  const settings = [123, 10n, true, {}, [], ["a"], () => {}, Symbol("a"), new String("a")];
  for (const given of [...settings, ...settings]) {
    for (const name of ["apiKey", "baseUrl"]) {
      const options = /** @type {any} */ ({ [name]: given });
      assert.throws(() => sendMessage.build(MESSAGE, options), {
        name: "ConfigurationError",
        code: "option_invalid",
        message: `${name} must be a string.`,
      });
    }
  }
  const { headers } = sendMessage.build(MESSAGE, { apiKey: API_KEY });
  assert.equal(headers.authorization, `Basic ${API_KEY}`);
});

test("options may be null, as may what is in them", () => {
  const none = /** @type {any} */ (null);
  const { url } = sendMessage.build(MESSAGE);
  for (const options of [none, { apiKey: none, baseUrl: none }]) {
    assert.equal(sendMessage.build(MESSAGE, options).url, url);
  }
  assert.ok(sendMessage.validate(MESSAGE, none).ok);
  assert.ok(sendMessage.validate(MESSAGE, { maxIssues: none, maxBytes: none, messages: none }).ok);
  for (const options of [none, { defaultCountry: none, messages: none }]) {
    assert.ok(phone.parse("+919876543210", options).ok);
  }
});

test("messages that are no catalogue are refused, and what to give is said", () => {
  for (const messages of ["hi", 1, true, () => "no"].map((given) => /** @type {any} */ (given))) {
    for (const ask of [
      () => sendMessage.validate(MESSAGE, { messages }),
      () => sendMessage.with({ messages }).validate(MESSAGE),
      () => phone.parse("+919876543210", { messages }),
    ]) {
      assert.throws(ask, {
        name: "ConfigurationError",
        code: "option_invalid",
        message: "messages must be a catalogue, not its name.",
      });
    }
  }
});
