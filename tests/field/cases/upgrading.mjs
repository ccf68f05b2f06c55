/** A page as a server has written it: a plain field first, which becomes the element. */
import assert from "node:assert/strict";
import { field } from "../site.mjs";

/** @typedef {import("../perform.mjs").Case} Case */

const DATA = "[...new FormData(find('#form'))].filter(([name]) => name !== 'who')";

/** @param {string} attributes Of the plain field. @param {string} [own] Of the element. */
const written = (attributes, own = "") => ({
  body: field(own, `<input id="plain" type="tel" ${attributes}>`).replaceAll('name="phone" ', ""),
  isLate: true,
});

/** @type {Case[]} */
export const upgradingCases = [
  {
    name: "before it is made, the plain field is a field",
    page: written('name="mobile"'),
    async run(person) {
      await person.click("#plain");
      await person.type("098765 43210");
      assert.deepEqual(await person.send(), [
        ["who", ""],
        ["mobile", "098765 43210"],
      ]);
    },
  },
  {
    name: "its value and its name are taken over, and sent once",
    page: written('name="mobile" value="+14155552671"'),
    async run(person) {
      assert.deepEqual(await person.get(DATA), [["mobile", "+14155552671"]]);
      await person.define();
      await person.sees({ value: "14155552671", countryCode: "+1" });
      assert.deepEqual(await person.get(DATA), [["mobile", "14155552671"]]);
    },
  },
  {
    name: "what else it says is taken over",
    page: written('name="mobile" required placeholder="Your number"'),
    async run(person) {
      await person.define();
      assert.deepEqual(
        await person.get(
          `(({ name, required, placeholder }) => [name, required, placeholder])(find("#phone"))`,
        ),
        ["mobile", true, "Your number"],
      );
      await person.sees({ isValid: false });
    },
  },
  {
    name: "what the element says itself counts more",
    page: written('name="plain" value="919876543210"', 'name="own" value="14155552671"'),
    async run(person) {
      await person.define();
      assert.deepEqual(await person.get(DATA), [["own", "14155552671"]]);
    },
  },
  {
    name: "what was typed while the module was on its way stays, and so does the caret",
    page: written('name="mobile"', 'country="IN"'),
    async run(person) {
      await person.click("#plain");
      await person.type("98765");
      await person.define();
      await person.sees({ text: "98765" });
      assert.equal(await person.focused(), "phone tel");
      await person.type("43210");
      await person.sees({ value: "919876543210", line: "98765 43210|", isWrong: false });
    },
  },
  {
    name: "the plain field is not seen any more, nor reached by keys",
    page: written('name="mobile"', 'country="IN"'),
    async run(person) {
      await person.define();
      assert.equal(await person.get("middleOf('#plain')"), null);
      await person.click("#who");
      await person.press("Shift+Tab", "Tab", "Tab");
      assert.match(await person.focused(), /^phone /);
      assert.notEqual(await person.get("document.activeElement.id"), "plain");
    },
  },
  {
    name: "the label of the plain field is the label of the element",
    page: {
      body: field('country="IN"', '<input id="plain" type="tel" name="mobile">').replace(
        'for="phone"',
        'for="plain"',
      ),
      isLate: true,
    },
    async run(person) {
      await person.define();
      const { name } = await person.heardAs('input[type="tel"]');
      assert.equal(name, "WhatsApp number");
    },
  },
  {
    name: "a reset gives back what the server wrote",
    page: written('name="mobile" value="+14155552671"'),
    async run(person) {
      await person.define();
      await person.enter();
      await person.press("Control+a", "Delete");
      await person.click("#reset");
      await person.sees({ value: "14155552671", countryCode: "+1" });
    },
  },
];
