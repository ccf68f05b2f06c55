/** Undoing and redoing. */
import assert from "node:assert/strict";
import { digitsOf } from "./typing.mjs";

/**
 * @typedef {import("../perform.mjs").Case} Case
 * @typedef {import("../person.mjs").Person} Person
 */

/** How often it may have to be asked for: browsers make steps of different lengths. */
const MOST_STEPS = 40;

/**
 * Undoes or redoes until nothing happens any more; the value is always of what is there.
 *
 * @param {Person} person
 * @param {"undo" | "redo"} what
 * @returns {Promise<string[]>} The texts on the way.
 */
async function allOf(person, what) {
  const texts = [(await person.see()).text];
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    await person[what]();
    const { text, value, isValid } = await person.see();
    if (text === texts.at(-1)) break;
    texts.push(text);
    const read = await person.get("phone.parse(a[0], { defaultCountry: 'IN' })", text);
    assert.equal(isValid, read.ok || text === "", text);
    if (read.ok) assert.equal(value, read.value.fullPhoneNumber);
    else assert.ok(digitsOf(value).endsWith(digitsOf(text)), `${text}: ${value}`);
  }
  return texts;
}

/** @type {Case[]} */
export const undoingCases = [
  {
    name: "what was typed is undone to nothing and redone to all of it",
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      const undone = await allOf(person, "undo");
      assert.equal(undone.at(-1), "", undone.join(" < "));
      for (const text of undone) assert.ok("9876543210".startsWith(digitsOf(text)), text);
      const redone = await allOf(person, "redo");
      assert.equal(redone.at(-1), "98765 43210", redone.join(" > "));
      await person.sees({ value: "919876543210", isValid: true });
    },
  },
  {
    name: "what was deleted comes back",
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      await person.press("Control+a", "Delete");
      await person.sees({ value: "" });
      await person.undo();
      await person.sees({ text: "98765 43210", value: "919876543210" });
    },
  },
  {
    name: "what was pasted is undone to what was there",
    cannot: {
      webkit: "GTK has no keys to undo; a script's command is one, but others do not run within it",
    },
    async run(person) {
      await person.copy("+14155552671");
      await person.enter();
      await person.type("98765");
      await person.press("Control+a", "Control+v");
      await person.sees({ value: "14155552671" });
      const undone = await allOf(person, "undo");
      assert.ok(undone.includes("98765"), undone.join(" < "));
    },
  },
  {
    name: "what was corrected in the middle is undone",
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      await person.press("Home", "ArrowRight", "ArrowRight", "Backspace");
      const undone = await allOf(person, "undo");
      assert.ok(undone.includes("98765 43210"), undone.join(" < "));
    },
  },
];
