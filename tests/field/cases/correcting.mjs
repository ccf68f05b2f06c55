/** Correcting what was typed: in the middle, at its ends, by selecting. */
import assert from "node:assert/strict";
import { field } from "../site.mjs";
import { digitsOf } from "./typing.mjs";

/**
 * @typedef {import("../perform.mjs").Case} Case
 * @typedef {import("../person.mjs").Person} Person
 */

const US = { body: field('country="US"') };

/**
 * A line of which only digits count, and the caret among them.
 *
 * @param {Person} person
 */
export const digitsSeen = async (person) => (await person.see()).line.replaceAll(/[^\d|]/g, "");

/**
 * Puts the caret behind so many digits: right behind the last of them, or right before the next.
 *
 * @param {Person} person
 * @param {number} count
 * @param {"behind" | "before"} [side]
 */
async function moveBehind(person, count, side = "behind") {
  await person.press("Home");
  const { text } = await person.see();
  const digits = [...text.matchAll(/\d/g)];
  const behind = (digits[count - 1]?.index ?? -1) + 1;
  const before = digits[count]?.index ?? text.length;
  await person.pressTimes("ArrowRight", side === "behind" ? behind : before);
}

/** @param {Person} person @param {string} digits */
async function enterAndType(person, digits) {
  await person.enter();
  await person.type(digits);
}

/** @type {Case[]} */
export const correctingCases = [
  {
    name: "a digit that is typed in the middle has the caret behind it",
    async run(person) {
      await enterAndType(person, "987643210");
      await moveBehind(person, 4);
      await person.type("5");
      await person.sees({ value: "919876543210", isValid: true });
      assert.equal(await digitsSeen(person), "98765|43210");
    },
  },
  {
    name: "several digits in the middle come in the order in which they are typed",
    async run(person) {
      await enterAndType(person, "9810");
      await moveBehind(person, 2);
      await person.type("765432");
      await person.sees({ text: "98765 43210", value: "919876543210" });
      assert.equal(await digitsSeen(person), "98765432|10");
    },
  },
  {
    name: "Backspace in the middle leaves the caret there",
    async run(person) {
      await enterAndType(person, "9876543210");
      await moveBehind(person, 3);
      await person.press("Backspace");
      assert.equal(await digitsSeen(person), "98|6543210");
    },
  },
  {
    name: "Backspace right behind a space deletes the digit before it",
    async run(person) {
      await enterAndType(person, "9876543210");
      await moveBehind(person, 5, "before");
      await person.press("Backspace");
      assert.equal(await digitsSeen(person), "9876|43210");
    },
  },
  {
    name: "Delete right before a space deletes the digit behind it",
    async run(person) {
      await enterAndType(person, "9876543210");
      await moveBehind(person, 5);
      await person.press("Delete");
      assert.equal(await digitsSeen(person), "98765|3210");
    },
  },
  {
    name: "Backspace takes a digit each time until nothing is left, brackets or not",
    page: US,
    async run(person) {
      await enterAndType(person, "4155552671");
      await person.sees({ text: "(415) 555-2671" });
      for (let left = 9; left >= 0; left -= 1) {
        await person.press("Backspace");
        assert.equal(await digitsSeen(person), `${"4155552671".slice(0, left)}|`);
      }
      await person.sees({ text: "", value: "", countryCode: "+1" });
    },
  },
  {
    name: "Delete takes a digit each time until nothing is left, brackets or not",
    page: US,
    async run(person) {
      await enterAndType(person, "4155552671");
      await person.press("Home");
      for (let gone = 1; gone <= 10; gone += 1) {
        await person.press("Delete");
        assert.equal(digitsOf((await person.see()).text), "4155552671".slice(gone));
      }
      await person.sees({ text: "", value: "" });
    },
  },
  {
    name: "Delete and Backspace pass a bracket and a space at once",
    page: US,
    async run(person) {
      await enterAndType(person, "4155552671");
      await moveBehind(person, 3);
      await person.press("Delete");
      assert.equal(await digitsSeen(person), "415|552671");
      await moveBehind(person, 3, "before");
      await person.press("Backspace");
      assert.equal(await digitsSeen(person), "41|552671");
    },
  },
  {
    name: "a digit takes the place of what is selected",
    async run(person) {
      await enterAndType(person, "9870043210");
      await moveBehind(person, 3);
      await person.press("Shift+ArrowRight", "Shift+ArrowRight");
      await person.type("6");
      assert.equal(await digitsSeen(person), "9876|43210");
      await person.type("5");
      await person.sees({ value: "919876543210" });
      assert.equal(await digitsSeen(person), "98765|43210");
    },
  },
  {
    name: "a new number takes the place of all that is selected",
    async run(person) {
      await enterAndType(person, "9876543210");
      await person.press("Control+a");
      await person.type("8123456789");
      await person.sees({ line: "81234 56789|", value: "918123456789" });
    },
  },
  {
    name: "a country's code may be put before a number that was long enough already",
    async run(person) {
      await enterAndType(person, "4155552671");
      await person.press("Home");
      await person.type("+1");
      await person.sees({ value: "14155552671", countryCode: "+1", isValid: true });
      assert.equal(await digitsSeen(person), "1|4155552671");
    },
  },
  {
    name: "the right digit may be typed before the wrong one is deleted",
    async run(person) {
      await enterAndType(person, "9870543210");
      await moveBehind(person, 3);
      await person.type("6");
      assert.equal(await digitsSeen(person), "9876|0543210");
      await person.press("Delete");
      assert.equal(await digitsSeen(person), "9876|543210");
      await person.sees({ value: "919876543210", isValid: true });
    },
  },
  {
    name: "a digit may be put at the very beginning",
    page: US,
    async run(person) {
      await enterAndType(person, "155552671");
      await person.press("Home");
      await person.type("4");
      assert.equal(await digitsSeen(person), "4|155552671");
      await person.sees({ value: "14155552671" });
    },
  },
  {
    name: "the country stays when its number is taken away",
    async run(person) {
      await enterAndType(person, "+14155552671");
      await person.press("Control+a", "Delete");
      await person.sees({ text: "", value: "" });
      await person.type("4155552671");
      await person.sees({ value: "14155552671", countryCode: "+1", isValid: true });
    },
  },
  {
    name: "the keys that move the caret move it by a character",
    async run(person) {
      await enterAndType(person, "9876543210");
      await person.press("ArrowLeft", "ArrowLeft");
      await person.sees({ line: "98765 432|10" });
      await person.press("Home", "ArrowRight");
      await person.sees({ line: "9|8765 43210" });
    },
  },
];
