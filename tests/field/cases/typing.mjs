/** Typing a number, key by key. */
import assert from "node:assert/strict";
import { field } from "../site.mjs";

/** @typedef {import("../perform.mjs").Case} Case */

/** Digits that keyboards of the world have. */
const SCRIPTS = { Devanagari: "९८७६५४३२१०", Bengali: "৯৮৭৬৫৪৩২১০", Arabic: "٩٨٧٦٥٤٣٢١٠" };

/** @param {string} text */
export const digitsOf = (text) => text.replaceAll(/\D/g, "");

/** @type {Case[]} */
export const typingCases = [
  {
    name: "the number is grouped as its country does, and the caret stays behind what was typed",
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      await person.sees({
        ...{ line: "98765 43210|", value: "919876543210", isValid: true },
        ...{ countryCode: "+91", phoneNumber: "9876543210", country: "IN" },
      });
    },
  },
  {
    name: "what people type between digits is no digit",
    async run(person) {
      await person.enter();
      await person.type("98765-43210");
      await person.sees({ value: "919876543210", isValid: true });
    },
  },
  {
    name: "a zero that is dialled within the country is no part of the number",
    async run(person) {
      await person.enter();
      await person.type("09876543210");
      await person.sees({ value: "919876543210", phoneNumber: "9876543210", isValid: true });
    },
  },
  {
    name: "a zero that is part of an Italian number stays",
    page: { body: field('country="IT"') },
    async run(person) {
      await person.enter();
      await person.type("0612345678");
      await person.sees({ value: "390612345678", phoneNumber: "0612345678", isValid: true });
    },
  },
  {
    name: "a mobile of Argentina is typed to its end as it is dialled there",
    page: { body: field('country="AR"') },
    async run(person) {
      await person.enter();
      await person.type("011 15 2345-6789");
      await person.sees({ value: "5491123456789", phoneNumber: "91123456789", isValid: true });
    },
  },
  {
    name: "a mobile of Gabon is typed to its end as it is dialled there",
    page: { body: field('country="GA"') },
    async run(person) {
      await person.enter();
      await person.type("074 12 34 56");
      await person.sees({ value: "24174123456", isValid: true });
    },
  },
  {
    name: "a plus names another country while it is typed",
    async run(person) {
      await person.enter();
      await person.type("+14155552671");
      await person.sees({
        ...{ value: "14155552671", countryCode: "+1", phoneNumber: "4155552671" },
        ...{ country: "US", isValid: true },
      });
    },
  },
  {
    name: "the number of a country that shares its code with another is taken as it is",
    page: { body: field('country="CA"') },
    async run(person) {
      await person.enter();
      await person.type("4155552671");
      await person.sees({ value: "14155552671", phoneNumber: "4155552671", isValid: true });
    },
  },
  {
    name: "a digit more than any number of the country has is not taken",
    async run(person) {
      await person.enter();
      await person.type("98765432109876543210987");
      await person.sees({ line: "98765 43210|", value: "919876543210", isValid: true });
    },
  },
  {
    name: "a number that may have several lengths may have the longest of them",
    page: { body: field('country="DE"') },
    async run(person) {
      await person.enter();
      await person.type("015123456789");
      await person.sees({ value: "4915123456789", isValid: true });
    },
  },
  {
    name: "two pluses make no other number, and lose no digit",
    async run(person) {
      await person.enter();
      await person.type("++919876543210");
      const { text, value, isValid } = await person.see();
      assert.equal(digitsOf(text), "919876543210");
      assert.ok(!isValid || value === "919876543210", value);
    },
  },
  {
    name: "letters are not taken for a number, nor taken away",
    async run(person) {
      await person.enter();
      await person.type("98x76543210");
      await person.sees({ text: "98x76543210", isValid: false });
    },
  },
  ...Object.entries(SCRIPTS).map(([script, digits]) => ({
    name: `digits of ${script} are digits`,
    async run(/** @type {import("../person.mjs").Person} */ person) {
      await person.enter();
      await person.type(digits);
      await person.sees({ line: "98765 43210|", value: "919876543210", isValid: true });
    },
  })),
  {
    name: "each key is heard as of an input, with the value that it makes",
    async run(person) {
      await person.enter();
      await person.heard();
      await person.type("9876543210");
      const heard = await person.heard();
      assert.equal(heard.length, 10);
      assert.equal(heard.at(-1), "input phone 919876543210");
    },
  },
  {
    name: "a change is heard once, when it is left, and not where there was none",
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      await person.heard();
      await person.click("#who");
      const heard = await person.heard();
      assert.deepEqual(
        heard.filter((event) => event.startsWith("change")),
        ["change phone 919876543210"],
      );
      await person.enter();
      await person.click("#who");
      assert.deepEqual(
        (await person.heard()).filter((event) => /^(change|input)/.test(event)),
        [],
      );
    },
  },
];
