/** Numbers that the browser has stored, and fills in without a key. */
import assert from "node:assert/strict";
import { field, form } from "../site.mjs";

/** @typedef {import("../perform.mjs").Case} Case */

/** Some have lost their plus. @type {[what: string, stored: string, value: string][]} */
const STORED = [
  ["with its plus", "+14155552671", "14155552671"],
  ["without its plus", "919876543210", "919876543210"],
  ["as it is dialled at home", "09876543210", "919876543210"],
  ["as others have written it", "+1 (415) 555-2671", "14155552671"],
];

/** @type {Case[]} */
export const autofillCases = [
  ...STORED.map(([what, stored, value]) => ({
    name: `a number that is stored ${what} is noticed, and heard`,
    async run(/** @type {import("../person.mjs").Person} */ person) {
      await person.heard();
      await person.autofill(stored);
      await person.sees({ value, isValid: true });
      const heard = await person.heard();
      assert.ok(heard.includes(`input phone ${value}`), heard.join());
    },
  })),
  {
    name: "it is sent",
    async run(person) {
      await person.autofill("+14155552671");
      assert.deepEqual(await person.send(), [
        ["who", ""],
        ["phone", "14155552671"],
      ]);
    },
  },
  {
    name: "it takes the place of a mistake that was told",
    async run(person) {
      await person.enter();
      await person.type("98765");
      await person.click("#who");
      await person.sees({ isWrong: true });
      await person.autofill("+919876543210");
      await person.sees({ isWrong: false, value: "919876543210" });
    },
  },
  {
    name: "browsers are told what the field is for",
    async run(person) {
      const [type, autocomplete] = await person.get(`["type", "autocomplete"].map(
        (name) => find('#phone >>> input[type="tel"]').getAttribute(name))`);
      assert.equal(type, "tel");
      assert.match(autocomplete, /^tel/);
    },
  },
  {
    name: "what was filled in before the field was made is taken over",
    page: {
      body: field("", '<input type="tel" name="phone" autocomplete="tel">'),
      isLate: true,
    },
    async run(person) {
      await person.get(`void (find("#phone > input").value = "+14155552671")`);
      await person.define();
      await person.sees({ value: "14155552671", countryCode: "+1" });
    },
  },
  {
    name: "each of two fields gets its own",
    page: {
      body: form(`<interakt-phone id="phone" name="phone" country="IN"></interakt-phone></p>
        <p><label for="other">Other</label>
        <interakt-phone id="other" name="other" country="IN"></interakt-phone>`),
    },
    async run(person) {
      await person.autofill("+14155552671");
      await person.autofill("+447911123456", "other");
      await person.sees({ value: "14155552671" });
      await person.sees({ value: "447911123456" }, "other");
    },
  },
];
