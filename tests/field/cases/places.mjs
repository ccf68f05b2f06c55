/** Where the field stands: in dialogs, in boxes that cut off, in narrow pages, right to left. */
import assert from "node:assert/strict";
import { field, form } from "../site.mjs";

/**
 * @typedef {import("../perform.mjs").Case} Case
 * @typedef {import("../person.mjs").Person} Person
 */

const BUTTON = "#phone >>> [part~=country]";
const NUMBER = '#phone >>> input[type="tel"]';

/**
 * Opens the list, and chooses by the mouse what it finds there: what is cut off or covered is not
 * chosen.
 *
 * @param {Person} person
 */
async function choose(person) {
  await person.click(BUTTON);
  await person.type("japan");
  await person.click("#phone >>> #JP");
  await person.sees({ countryCode: "+81" });
}

/** Whether all of an element is within the window. @param {string} path */
const isWithin = (path) => `(() => {
  const { left, right, top, bottom } = find("${path}").getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && right > left;
})()`;

/** @type {Case[]} */
export const placeCases = [
  {
    name: "in a dialog its list is before the dialog, and Escape closes the list alone",
    page: {
      body: `<dialog id="dialog">${form()}</dialog>`,
    },
    async run(person) {
      await person.get("find('#dialog').showModal()");
      await choose(person);
      await person.click(BUTTON);
      await person.press("Escape");
      assert.equal(await person.get("find('#dialog').open"), true);
      assert.equal(await person.get(`middleOf("#phone >>> [role=combobox]")`), null);
      await person.press("Escape");
      await person.until("!find('#dialog').open");
    },
  },
  {
    name: "no box cuts its list off",
    page: {
      style: "form { overflow: hidden; block-size: 12rem; position: relative; }",
    },
    run: choose,
  },
  {
    name: "no box that is moved or contained moves its list away",
    page: {
      style: "form { transform: translateY(20px); contain: layout; }",
    },
    async run(person) {
      await person.click(BUTTON);
      const [field, panel] = await person.get(
        `["#phone", "#phone >>> [part~=panel]"].map((path) => {
          const { left, right, top, bottom } = find(path).getBoundingClientRect();
          return { left, right, top, bottom };
        })`,
      );
      assert.ok(Math.abs(panel.left - field.left) < 20, JSON.stringify({ field, panel }));
      assert.ok(Math.abs(panel.top - field.bottom) < 60, JSON.stringify({ field, panel }));
      await person.press("Escape");
      await choose(person);
    },
  },
  {
    name: "at the bottom of a page its list stands above it",
    page: {
      style: "form { position: fixed; inset-block-end: 0; }",
    },
    async run(person) {
      await person.click(BUTTON);
      assert.equal(await person.get(isWithin("#phone >>> [part~=panel]")), true);
      await person.press("Escape");
      await choose(person);
    },
  },
  {
    name: "it is as narrow as its place, and nothing sticks out of it",
    page: { style: "main { inline-size: 240px; }" },
    async run(person) {
      await person.enter();
      await person.type("98765");
      await person.click("#send");
      const widths = await person.get(
        `[find("main"), find("#phone")].map(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])`,
      );
      for (const [scroll, client] of widths)
        assert.ok(scroll <= Math.max(client, 240), widths.join());
    },
  },
  {
    name: "a page may let it be as wide as it likes",
    page: { style: "interakt-phone { inline-size: 400px; }" },
    async run(person) {
      const [host, number, button] = await person.get(
        `["#phone", '${NUMBER}', "${BUTTON}"].map((path) => find(path).getBoundingClientRect().width)`,
      );
      assert.equal(host, 400);
      assert.ok(number + button > 360, `${number} ${button}`);
    },
  },
  {
    name: "right to left, the number runs from left to right",
    page: { lang: "ar", dir: "rtl", body: field('country="AE" value="971501234567"') },
    async run(person) {
      const style = await person.get(
        `(({ direction, unicodeBidi }) => ({ direction, unicodeBidi }))(getComputedStyle(find('${NUMBER}')))`,
      );
      assert.equal(style.direction, "ltr");
      await person.enter();
      await person.press("Home");
      const { line, text } = await person.see();
      assert.equal(line, `|${text}`);
      await person.press("Control+a");
      await person.type("+971501234567");
      await person.sees({ value: "971501234567", isValid: true });
      // Its plus is before its code, for those who see it.
      assert.match((await person.see()).text, /^\+971/);
    },
  },
  {
    name: "right to left, its list is within the window",
    page: { lang: "ar", dir: "rtl", body: field('country="AE"') },
    async run(person) {
      await person.click(BUTTON);
      assert.equal(await person.get(isWithin("#phone >>> [part~=panel]")), true);
      await person.type("971");
      await person.press("Enter");
      await person.sees({ countryCode: "+971" });
    },
  },
  {
    name: "a page's own style reaches its parts, and its variables its colours",
    page: {
      style: `interakt-phone::part(input) { font-size: 31px; }
        interakt-phone::part(country) { letter-spacing: 3px; }`,
    },
    async run(person) {
      assert.equal(await person.get(`getComputedStyle(find('${NUMBER}')).fontSize`), "31px");
      assert.equal(await person.get(`getComputedStyle(find('${BUTTON}')).letterSpacing`), "3px");
    },
  },
  {
    name: "it is as large as the text of its page, so that phones do not zoom in",
    page: { style: "main { font-size: 20px; }" },
    async run(person) {
      assert.equal(await person.get(`getComputedStyle(find('${NUMBER}')).fontSize`), "20px");
    },
  },
  {
    name: "hidden, it is hidden",
    page: { body: field('country="IN" hidden') },
    async run(person) {
      assert.equal(await person.get(`middleOf("#phone")`), null);
    },
  },
];
