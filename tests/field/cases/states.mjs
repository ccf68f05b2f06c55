/** Required, disabled, read-only, and what a form finds of it. */
import assert from "node:assert/strict";
import { field, form } from "../site.mjs";
import { digitsOf } from "./typing.mjs";

/** @typedef {import("../perform.mjs").Case} Case */

const DATA = "[...new FormData(find('#form'))].filter(([name]) => name !== 'who')";

/** @type {Case[]} */
export const stateCases = [
  {
    name: "disabled, it takes nothing and sends nothing",
    page: { body: field('country="IN" value="919876543210" disabled') },
    async run(person) {
      const { text } = await person.see();
      await person.click("#phone");
      await person.type("1");
      await person.sees({ text });
      assert.deepEqual(await person.get(DATA), []);
      assert.equal(await person.get("find('#phone').willValidate"), false);
      await person.get("void (find('#phone').disabled = false)");
      assert.deepEqual(await person.get(DATA), [["phone", "919876543210"]]);
      await person.enter();
      await person.press("Backspace");
      assert.notEqual((await person.see()).text, text);
    },
  },
  {
    name: "in a fieldset that is disabled it is disabled, all of it",
    page: {
      body: form(`<fieldset id="set" disabled>
        <interakt-phone id="phone" name="phone" country="IN" value="919876543210"></interakt-phone>
        </fieldset>`),
    },
    async run(person) {
      const enabled =
        "find('#phone').shadowRoot.querySelectorAll('[type=tel]:enabled, [part~=country]:enabled').length";
      assert.equal(await person.get(enabled), 0);
      assert.deepEqual(await person.get(DATA), []);
      await person.get("void (find('#set').disabled = false)");
      assert.notEqual(await person.get(enabled), 0);
      assert.deepEqual(await person.get(DATA), [["phone", "919876543210"]]);
    },
  },
  {
    name: "the Tab key passes what is disabled",
    page: { body: field('country="IN" disabled') },
    async run(person) {
      await person.click("#who");
      await person.press("Tab");
      assert.equal(await person.focused(), "send");
    },
  },
  {
    name: "read-only, it keeps its number and its country, and sends them",
    page: { body: field('country="IN" value="919876543210" readonly') },
    async run(person) {
      const { text } = await person.see();
      await person.enter();
      await person.type("1");
      await person.press("Backspace", "Delete");
      await person.sees({ text, value: "919876543210", isValid: true });
      assert.deepEqual(await person.get(DATA), [["phone", "919876543210"]]);
      assert.equal(await person.get(`find('#phone >>> input[type="tel"]').readOnly`), true);
    },
  },
  {
    name: "a required field is required to those who do not see it",
    page: { body: field('country="IN" required') },
    async run(person) {
      const required = `(({ required, ariaRequired }) => required || ariaRequired === "true")(
        find('#phone >>> input[type="tel"]'))`;
      assert.equal(await person.get(required), true);
      await person.get("void (find('#phone').required = false)");
      assert.equal(await person.get(required), false);
      await person.sees({ isValid: true });
    },
  },
  {
    name: "what its page finds wrong is told until the page takes it back",
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      await person.get("find('#phone').setCustomValidity('This number is known already.')");
      await person.sees({ isValid: false });
      assert.equal(await person.get("find('#phone').validity.customError"), true);
      assert.equal(await person.get("find('#phone').checkValidity()"), false);
      await person.click("#send");
      await person.sees({ isWrong: true });
      const { words } = await person.see();
      assert.ok(words.includes("This number is known already."), words);
      assert.deepEqual(person.sent, []);
      await person.get("find('#phone').setCustomValidity('')");
      await person.sees({ isValid: true, isWrong: false });
    },
  },
  {
    name: "checkValidity tells the page only, reportValidity the person too",
    async run(person) {
      await person.enter();
      await person.type("98765");
      await person.heard();
      assert.equal(await person.get("find('#phone').checkValidity()"), false);
      assert.deepEqual(await person.heard(), ["invalid phone"]);
      await person.click("#who");
      await person.click("#reset");
      assert.equal(await person.get("find('#phone').reportValidity()"), true);
      await person.get("void (find('#phone').value = '98765')");
      assert.equal(await person.get("find('#phone').reportValidity()"), false);
      await person.sees({ isWrong: true });
      assert.equal(await person.focused(), "phone tel");
    },
  },
  {
    name: "it says as an input does what is wrong",
    page: { body: field('country="IN" required') },
    async run(person) {
      const { valueMissing } = await person.get(
        "({ valueMissing: find('#phone').validity.valueMissing })",
      );
      assert.equal(valueMissing, true);
      await person.enter();
      await person.type("98765");
      assert.equal(await person.get("find('#phone').validity.valueMissing"), false);
      assert.notEqual(await person.get("find('#phone').validationMessage"), "");
      await person.type("43210");
      assert.equal(await person.get("find('#phone').validationMessage"), "");
    },
  },
  {
    name: "styles of a page can tell what is invalid",
    async run(person) {
      await person.enter();
      await person.type("98765");
      assert.equal(await person.get("find('#phone').matches(':invalid')"), true);
      await person.type("43210");
      assert.equal(await person.get("find('#phone').matches(':valid')"), true);
    },
  },
  {
    name: "an example of the country stands where the number goes, until the page has another",
    async run(person) {
      const placeholder = `find('#phone >>> input[type="tel"]').placeholder`;
      const shown = await person.get(placeholder);
      const { phoneNumber } = await person.get("phone.example('IN')");
      assert.equal(digitsOf(shown), phoneNumber);
      assert.match(shown, / /);
      await person.get("find('#phone').setAttribute('placeholder', 'Your number')");
      assert.equal(await person.get(placeholder), "Your number");
    },
  },
  {
    name: "a country may be named by its code, with or without the plus",
    page: { body: field('country="44"') },
    async run(person) {
      await person.sees({ countryCode: "+44" });
      await person.get("void (find('#phone').country = '+971')");
      await person.sees({ countryCode: "+971" });
    },
  },
  {
    name: "focus() and select() are those of the number",
    page: { body: field('country="IN" value="919876543210"') },
    async run(person) {
      await person.get("find('#phone').focus()");
      assert.equal(await person.focused(), "phone tel");
      await person.get("find('#phone').select()");
      const { line, text } = await person.see();
      assert.equal(line, `[${text}]`);
    },
  },
];
