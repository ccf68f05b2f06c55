/** Input methods: keyboards of phones, and those that compose what is typed. */
import assert from "node:assert/strict";
import { digitsSeen } from "./correcting.mjs";

/** @typedef {import("../perform.mjs").Case} Case */

const cannot = { webkit: "its driver has no command for an input method" };

/** What is there of a number while it is composed, digit by digit. @param {string} digits */
const growing = (digits) => [...digits].map((_, index) => digits.slice(0, index + 1));

/** @type {Case[]} */
export const composingCases = [
  {
    name: "nothing is rewritten while it is composed, and all of it is read then",
    cannot,
    async run(person) {
      await person.enter();
      await person.compose(growing("9876543210"), async (text) => {
        assert.equal((await person.see()).text, text);
      });
      await person.sees({ line: "98765 43210|", value: "919876543210", isValid: true });
    },
  },
  {
    name: "Devanagari digits that are composed are digits",
    cannot,
    async run(person) {
      await person.enter();
      await person.compose(growing("९८७६५४३२१०"));
      await person.sees({ text: "98765 43210", value: "919876543210", isValid: true });
    },
  },
  {
    name: "a phone's keyboard that composes each digit by itself loses none and doubles none",
    cannot,
    async run(person) {
      await person.enter();
      for (const digit of "9876543210") await person.compose([digit]);
      await person.sees({ line: "98765 43210|", value: "919876543210" });
    },
  },
  {
    name: "a phone's keyboard that suggests a whole number replaces what is composed",
    cannot,
    async run(person) {
      await person.enter();
      await person.compose(["9", "98", "+14155552671"]);
      await person.sees({ value: "14155552671", countryCode: "+1", isValid: true });
    },
  },
  {
    name: "what is composed in the middle goes there",
    cannot,
    async run(person) {
      await person.enter();
      await person.type("9810");
      await person.press("ArrowLeft", "ArrowLeft");
      await person.compose(growing("765432"));
      assert.equal(await digitsSeen(person), "98765432|10");
      await person.sees({ value: "919876543210" });
    },
  },
];
