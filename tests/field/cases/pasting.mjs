/** Pasting by keys what was copied by keys. */
import assert from "node:assert/strict";
import { field, form } from "../site.mjs";
import { digitsSeen } from "./correcting.mjs";
import { digitsOf } from "./typing.mjs";

/** @typedef {import("../perform.mjs").Case} Case */

/**
 * Texts as people have them in their hands, pasted into a field of another country where they name
 * their own.
 *
 * @type {[what: string, country: string, text: string, value: string][]}
 */
const FORMATS = [
  ["with a plus, spaces and hyphens", "US", "+91 98765-43210", "919876543210"],
  ["as it is dialled at home", "IN", "098765 43210", "919876543210"],
  ["in a link to a chat", "US", "https://wa.me/919876543210", "919876543210"],
  ["in a link that calls", "US", "tel:+91-98765-43210", "919876543210"],
  ["as it is dialled from abroad", "IN", "00 44 7400 123456", "447400123456"],
  ["as it is dialled from America", "US", "011 44 7400 123456", "447400123456"],
  ["in Devanagari digits", "IN", "९८७६५ ४३२१०", "919876543210"],
  ["in full-width digits", "US", "＋９１ ９８７６５ ４３２１０", "919876543210"],
  ["in brackets", "US", "(415) 555-2671", "14155552671"],
  [
    "among signs that are not seen",
    "US",
    "\u202A+91\u00A098765\u200E\u200B 43210\u202C",
    "919876543210",
  ],
  ["with a zero in brackets", "US", "+44 (0) 7400 123456", "447400123456"],
  ["with its code and no plus", "IN", "919876543210", "919876543210"],
  ["with the end of its line", "IN", "  +91 98765 43210 \n", "919876543210"],
];

/** @type {Case[]} */
export const pastingCases = [
  ...FORMATS.map(([what, country, text, value]) => ({
    name: `a number ${what} is read as what it is`,
    page: { body: field(`country="${country}"`) },
    async run(/** @type {import("../person.mjs").Person} */ person) {
      await person.paste(text);
      await person.sees({ value, isValid: true });
      const { text: shown, phoneNumber, countryCode } = await person.see();
      assert.equal(`${digitsOf(countryCode)}${phoneNumber}`, value);
      // With its code once at most, and in digits that everybody reads.
      const digits = shown.replaceAll(/[\s()+-]/g, "");
      assert.ok([value, phoneNumber, `0${phoneNumber}`].includes(digits), shown);
    },
  })),
  {
    name: "an extension is told, not dialled",
    async run(person) {
      await person.paste("+1 415-555-2671 ext. 12");
      await person.sees({ isValid: false });
      await person.click("#who");
      await person.sees({ isWrong: true });
      const { words, text } = await person.see();
      assert.notEqual(words, "");
      assert.match(text, /12$/);
    },
  },
  {
    name: "a part that is pasted in the middle has the caret behind it",
    async run(person) {
      await person.copy("765432");
      await person.enter();
      await person.type("9810");
      await person.press("ArrowLeft", "ArrowLeft", "Control+v");
      await person.sees({ value: "919876543210" });
      assert.equal(await digitsSeen(person), "98765432|10");
    },
  },
  {
    name: "a whole number that is pasted behind its code does not get it twice",
    async run(person) {
      await person.copy("+91 98765 43210");
      await person.enter();
      await person.type("+91");
      await person.press("Control+v");
      await person.sees({ value: "919876543210", isValid: true });
    },
  },
  {
    name: "the rest of a number is pasted behind its beginning, though it could be one by itself",
    page: { body: field('country="DE"') },
    async run(person) {
      await person.copy("23456789");
      await person.enter();
      await person.type("0151");
      await person.press("Control+v");
      await person.sees({ value: "4915123456789" });
    },
  },
  {
    name: "a national number keeps the country that the field has",
    page: { body: field('country="GB"') },
    async run(person) {
      await person.paste("07400 123456");
      await person.sees({ value: "447400123456", country: "GB" });
    },
  },
  {
    name: "what is pasted is heard as an input, and as a change when it is left",
    async run(person) {
      await person.copy("+14155552671");
      await person.enter();
      await person.heard();
      await person.press("Control+v");
      assert.deepEqual(await person.heard(), ["input phone 14155552671"]);
      await person.click("#who");
      assert.ok((await person.heard()).includes("change phone 14155552671"));
    },
  },
  {
    name: "what is cut out is gone, and can be pasted elsewhere",
    page: {
      body: `${form()}<p><label for="other">Other</label>
        <interakt-phone id="other" name="other" country="IN"></interakt-phone></p>`,
    },
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      await person.press("Control+a", "Control+x");
      await person.sees({ text: "", value: "" });
      await person.enter("other");
      await person.press("Control+v");
      await person.sees({ value: "919876543210" }, "other");
      await person.sees({ text: "", value: "" });
    },
  },
];
