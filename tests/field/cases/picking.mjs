/** Choosing a country: by mouse, by keys, by typing what it is called. */
import assert from "node:assert/strict";
import { field, form } from "../site.mjs";

/**
 * @typedef {import("../perform.mjs").Case} Case
 * @typedef {import("../person.mjs").Person} Person
 */

const BUTTON = "#phone >>> [part~=country]";
const SEARCH = "#phone >>> [role=combobox]";

/** What is chosen from, by the letters of each; nothing while it is closed. @param {Person} person */
const offered = (person) =>
  person.get(`middleOf("${SEARCH}") === null ? [] :
    [...find("#phone").shadowRoot.querySelectorAll("[role=option]")].map(({ id }) => id)`);

/** The text of the option that the keys are at. @param {Person} person @returns {Promise<string>} */
const active = (person) =>
  person.get(`(() => {
    const id = find("${SEARCH}").getAttribute("aria-activedescendant");
    const option = find("#phone").shadowRoot.getElementById(id);
    return option?.getAttribute("aria-selected") === "true" ? option.textContent : "";
  })()`);

/** @param {Person} person */
async function open(person) {
  await person.click(BUTTON);
  assert.ok((await offered(person)).length > 200);
}

/** What is typed to find a country first. @type {[what: string, typed: string, country: string][]} */
const SEARCHES = [
  ["the beginning of its name", "germ", "DE"],
  ["a later word of its name", "kingdom", "GB"],
  ["its name without its accents", "cote d", "CI"],
  ["its letters", "lk", "LK"],
  ["its code", "+971", "AE"],
  ["its code without the plus", "44", "GB"],
];

/** @type {Case[]} */
export const pickingCases = [
  {
    name: "it says which country it is of, in letters and with its code",
    async run(person) {
      const text = await person.get(`find("${BUTTON}").innerText`);
      assert.match(text, /IN\s*\+91/);
      assert.match((await person.heardAs("[part~=country]")).name, /India/);
    },
  },
  {
    name: "the list goes where the field goes that the page pushes while it is open",
    async run(person) {
      await open(person);
      await person.get(`new Promise((resolve) => {
        const pushing = document.createElement("p");
        pushing.style.height = "120px";
        find("h1").after(pushing);
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      })`);
      const [field, list] = await person.get(`["[part~=field]", "[part=panel]"].map((part) =>
        (({ top, bottom }) => ({ top, bottom }))(find("#phone >>> " + part).getBoundingClientRect()))`);
      assert.ok(
        list.top >= field.bottom || list.bottom <= field.top,
        JSON.stringify({ field, list }),
      );
    },
  },
  {
    name: "a mouse opens the list at the country that is chosen, and chooses another",
    async run(person) {
      await open(person);
      assert.match(await active(person), /India/);
      await person.click("#phone >>> #ID");
      assert.deepEqual(await offered(person), []);
      await person.sees({ countryCode: "+62" });
      assert.equal(await person.focused(), "phone tel");
    },
  },
  ...SEARCHES.map(([what, typed, country]) => ({
    name: `a country is found by ${what}`,
    async run(/** @type {Person} */ person) {
      await open(person);
      await person.type(typed);
      assert.equal((await offered(person))[0], country);
      await person.press("Enter");
      const code = await person.get(
        "phone.countries().find(({ country }) => country === a[0]).countryCode",
        country,
      );
      await person.sees({ countryCode: code });
    },
  })),
  {
    name: "what is no country is said to be none, and chooses nothing",
    async run(person) {
      await open(person);
      await person.type("qqq");
      assert.deepEqual(await offered(person), []);
      await person.press("Enter");
      await person.press("Escape");
      await person.sees({ countryCode: "+91" });
    },
  },
  {
    name: "keys are enough: from the field before it to the number of another country",
    async run(person) {
      await person.click("#who");
      await person.press("Tab");
      assert.equal(await person.focused(), "phone button");
      await person.press("ArrowDown");
      assert.equal(await person.focused(), "phone combobox");
      const first = await active(person);
      assert.match(first, /India/);
      await person.press("ArrowDown");
      const next = await active(person);
      assert.notEqual(next, first);
      await person.press("ArrowUp");
      assert.equal(await active(person), first);
      await person.press("PageDown");
      assert.notEqual(await active(person), first);
      await person.press("PageUp");
      assert.equal(await active(person), first);
      await person.type("singa");
      assert.match(await active(person), /Singapore/);
      await person.press("Enter");
      assert.equal(await person.focused(), "phone tel");
      await person.type("81234567");
      await person.sees({ value: "6581234567", country: "SG", isValid: true });
      await person.press("Tab");
      assert.equal(await person.focused(), "send");
    },
  },
  {
    name: "Enter and Space open it as they press any button",
    async run(person) {
      for (const key of ["Enter", "Space"]) {
        await person.click("#who");
        await person.press("Tab", key);
        assert.equal(await person.focused(), "phone combobox", key);
        await person.press("Escape");
      }
      assert.deepEqual(person.sent, []);
    },
  },
  {
    name: "letters that are typed at the button look for a country",
    async run(person) {
      await person.click("#who");
      await person.press("Tab");
      await person.type("ger");
      assert.match(await active(person), /Germany/);
      await person.press("Enter");
      await person.sees({ countryCode: "+49" });
    },
  },
  {
    name: "Home and End move the caret of the search, not the list",
    async run(person) {
      await open(person);
      await person.type("kin");
      await person.press("Home");
      await person.type("united ");
      assert.match(await active(person), /United Kingdom/);
    },
  },
  {
    name: "the arrows stop at both ends",
    async run(person) {
      await open(person);
      await person.type("united");
      const options = await offered(person);
      await person.pressTimes("ArrowDown", options.length + 2);
      const last = await active(person);
      assert.ok(last.length > 0);
      await person.press("ArrowUp");
      assert.notEqual(await active(person), last);
      await person.pressTimes("ArrowUp", options.length + 2);
      assert.ok((await active(person)).length > 0);
    },
  },
  {
    name: "Escape leaves everything as it was, and no dialog hears of it",
    async run(person) {
      await person.enter();
      await person.type("98765");
      await open(person);
      await person.type("germany");
      await person.press("Escape");
      assert.deepEqual(await offered(person), []);
      assert.equal(await person.focused(), "phone button");
      await person.sees({ text: "98765", countryCode: "+91" });
    },
  },
  {
    name: "a click elsewhere closes it, and chooses nothing",
    async run(person) {
      await open(person);
      await person.type("germany");
      await person.click("#who");
      assert.deepEqual(await offered(person), []);
      await person.sees({ countryCode: "+91" });
      assert.equal(await person.focused(), "who");
    },
  },
  {
    name: "its button closes it too",
    async run(person) {
      await open(person);
      await person.click(BUTTON);
      assert.deepEqual(await offered(person), []);
    },
  },
  {
    name: "a number that is there already moves to the country that is chosen",
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      await person.heard();
      await open(person);
      await person.type("nepal");
      await person.press("Enter");
      await person.sees({ countryCode: "+977", value: "9779876543210" });
      const heard = (await person.heard()).filter((event) => /^(input|change) phone/.test(event));
      assert.deepEqual(heard.slice(-2), [
        "input phone 9779876543210",
        "change phone 9779876543210",
      ]);
    },
  },
  {
    name: "a number with a code keeps its digits in the country that is chosen, not its code",
    async run(person) {
      await person.enter();
      await person.type("+919876543210");
      await open(person);
      await person.type("nepal");
      await person.press("Enter");
      await person.sees({ countryCode: "+977", value: "9779876543210", phoneNumber: "9876543210" });
    },
  },
  {
    name: "a country that shares its code with another stays the one that was chosen",
    async run(person) {
      await open(person);
      await person.type("canada");
      await person.press("Enter");
      await person.type("416");
      assert.match(await person.get(`find("${BUTTON}").innerText`), /CA\s*\+1/);
      await person.type("5550123");
      await person.sees({ value: "14165550123" });
      assert.match(await person.get(`find("${BUTTON}").innerText`), /CA\s*\+1/);
    },
  },
  {
    name: "what is typed in the search is no number, and no event of the field",
    async run(person) {
      await person.heard();
      await open(person);
      await person.type("united");
      await person.press("Escape");
      assert.deepEqual(
        (await person.heard()).filter((event) => /^(input|change)/.test(event)),
        [],
      );
      await person.sees({ value: "", text: "" });
    },
  },
  {
    name: "Enter in the search sends no form",
    async run(person) {
      await open(person);
      await person.type("japan");
      await person.press("Enter");
      await person.sees({ countryCode: "+81" });
      assert.deepEqual(person.sent, []);
    },
  },
  {
    name: "the example that stands in the field is of the country that is chosen",
    async run(person) {
      const placeholder = `find('#phone >>> input[type="tel"]').placeholder`;
      const before = await person.get(placeholder);
      await open(person);
      await person.type("japan");
      await person.press("Enter");
      assert.notEqual(await person.get(placeholder), before);
    },
  },
  {
    name: "no flag is loaded, nor any picture",
    page: { body: field("") },
    async run(person) {
      await open(person);
      const names = await person.get(
        `performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).sort()`,
      );
      const known = [
        "/favicon.ico",
        "/page.js",
        "/phone-field_bg.wasm",
        "/uncaught.js",
        "/watch.js",
      ];
      assert.deepEqual(
        names.filter((/** @type {string} */ name) => !known.includes(name)),
        [],
      );
      assert.equal(await person.get("find('#phone').shadowRoot.querySelectorAll('img').length"), 0);
    },
  },
  {
    name: "its events stay within it when there is another field",
    page: {
      body: form(`<interakt-phone id="phone" name="phone" country="IN"></interakt-phone></p>
        <p><label for="other">Other</label>
        <interakt-phone id="other" name="other" country="GB"></interakt-phone>`),
    },
    async run(person) {
      await open(person);
      await person.type("japan");
      await person.press("Enter");
      await person.sees({ countryCode: "+81" });
      await person.sees({ countryCode: "+44" }, "other");
    },
  },
];
