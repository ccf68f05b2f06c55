/** For everybody: what is heard, what axe finds. */
import assert from "node:assert/strict";
import axe from "axe-core";
import { field, form } from "../site.mjs";

/**
 * @typedef {import("../perform.mjs").Case} Case
 * @typedef {import("../person.mjs").Person} Person
 */

const BUTTON = "[part~=country]";
const NUMBER = 'input[type="tel"]';

/** @param {Person} person @returns {Promise<string[]>} Each broken rule with what breaks it. */
async function violations(person) {
  await person.means.driver.executeScript(axe.source);
  return person.get(`axe.run(document).then(({ violations }) => violations.map(
    ({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 200)).join(", ")))`);
}

/** @type {Case[]} */
export const accessibilityCases = [
  {
    name: "axe finds nothing, empty or right",
    async run(person) {
      assert.deepEqual(await violations(person), []);
      await person.enter();
      await person.type("9876543210");
      assert.deepEqual(await violations(person), []);
    },
  },
  {
    name: "axe finds nothing where something is wrong",
    async run(person) {
      await person.enter();
      await person.type("98765");
      await person.click("#send");
      await person.sees({ isWrong: true });
      assert.deepEqual(await violations(person), []);
    },
  },
  {
    name: "axe finds nothing while a country is chosen, nor where none is found",
    async run(person) {
      await person.click(`#phone >>> ${BUTTON}`);
      assert.deepEqual(await violations(person), []);
      await person.type("united");
      assert.deepEqual(await violations(person), []);
      await person.type("qqq");
      assert.deepEqual(await violations(person), []);
    },
  },
  {
    name: "the number is a text field with the name that the label gives it",
    async run(person) {
      assert.deepEqual(await person.heardAs(NUMBER), { role: "textbox", name: "WhatsApp number" });
    },
  },
  {
    name: "a label around the field is its name too, and nothing but the label",
    page: {
      body: form(
        `<label>Mobile <interakt-phone id="phone" name="phone" country="IN"></interakt-phone></label>`,
      ).replace('<label for="phone">WhatsApp number</label>', ""),
    },
    async run(person) {
      assert.equal((await person.heardAs(NUMBER)).name, "Mobile");
    },
  },
  {
    name: "a label is followed when it changes",
    async run(person) {
      await person.get("void (find('label[for=phone]').textContent = 'Number to call')");
      await person.enter();
      assert.equal((await person.heardAs(NUMBER)).name, "Number to call");
    },
  },
  {
    name: "a name of its own counts more than a label",
    page: { body: field('country="IN" aria-label="Your number"') },
    async run(person) {
      assert.equal((await person.heardAs(NUMBER)).name, "Your number");
    },
  },
  {
    name: "a click on the label goes to the number",
    async run(person) {
      await person.click("label[for=phone]");
      assert.equal(await person.focused(), "phone tel");
    },
  },
  {
    name: "the country is a button that says what it opens and which is chosen",
    async run(person) {
      const { role, name } = await person.heardAs(BUTTON);
      assert.match(role, /button|combobox/i);
      assert.match(name, /country/i);
      assert.match(name, /India/);
      const expanded = `find("#phone >>> ${BUTTON}").getAttribute("aria-expanded")`;
      assert.equal(await person.get(expanded), "false");
      await person.click(`#phone >>> ${BUTTON}`);
      assert.equal(await person.get(expanded), "true");
    },
  },
  {
    name: "the search is a combobox with a name, and its list a list of options",
    async run(person) {
      await person.click(`#phone >>> ${BUTTON}`);
      const search = await person.heardAs("[role=combobox]");
      assert.match(search.role, /combobox/i);
      assert.notEqual(search.name, "");
      const list = await person.heardAs("[role=listbox]");
      assert.match(list.role, /listbox/i);
      assert.notEqual(list.name, "");
      const option = await person.heardAs("#IN");
      assert.match(option.role, /option|menuitem/i);
      assert.match(option.name, /India/);
    },
  },
  {
    name: "what is read in the tree of the page: name, that it is wrong, and why",
    cannot: {
      firefox: "its driver tells roles and names, not the tree",
      webkit: "its driver tells roles and names, not the tree",
    },
    async run(person) {
      await person.enter();
      await person.type("98765");
      await person.click("#who");
      const { words } = await person.see();
      const nodes = await person.means.tree();
      const number = nodes.find(
        ({ role, name }) => role === "textbox" && name === "WhatsApp number",
      );
      assert.deepEqual(number, {
        role: "textbox",
        name: "WhatsApp number",
        ...{ description: words, value: "98765", invalid: "true" },
      });
      assert.ok(nodes.every(({ role, name }) => role !== "button" || name !== ""));
    },
  },
  {
    name: "it is told only once: no part of it is read that is not seen",
    cannot: {
      firefox: "its driver tells roles and names, not the tree",
      webkit: "its driver tells roles and names, not the tree",
    },
    async run(person) {
      const controls = (await person.means.tree()).filter(({ role }) =>
        /textbox|combobox|listbox|option|button|group/.test(role),
      );
      assert.deepEqual(
        controls.map(({ role, name }) => `${role} ${name.replace(/:.*/, "")}`).sort(),
        [
          ...["button Country", "button Send", "button Start over"],
          ...["textbox Name", "textbox Note", "textbox WhatsApp number"],
        ],
      );
    },
  },
  {
    name: "whoever wants no movement, or more contrast, still sees where the keys are",
    async run(person) {
      await person.click("#who");
      await person.press("Tab");
      const seen = `(() => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(find("#phone >>> ${BUTTON}"));
        return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      })()`;
      assert.equal(await person.get(seen), true);
    },
  },
];
