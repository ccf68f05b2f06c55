/** Countries from what the browser says of languages, and words in others. */
import assert from "node:assert/strict";
import { field, form } from "../site.mjs";

/**
 * @typedef {import("../perform.mjs").Case} Case
 * @typedef {import("../person.mjs").Person} Person
 */

/** A field that is told of no country. */
const body = field("");

/** The country that a field begins with. @type {[languages: string[], countryCode: string][]} */
const COUNTRIES = [
  [["en-IN", "en"], "+91"],
  [["hi-IN"], "+91"],
  [["pt-BR"], "+55"],
  [["zh-Hant-TW"], "+886"],
  [["fr", "fr-CA"], "+1"],
  [["de"], "+49"],
];

/** What browsers have said, and what is no language at all. @type {string[][]} */
const STRANGE = [[], ["C"], ["en-US@posix"], ["xx_yy"], ["en-001"]];

/** @type {Case[]} */
export const languageCases = [
  ...COUNTRIES.map(([languages, countryCode]) => ({
    name: `whoever reads ${languages.join(" or ")} begins with ${countryCode}`,
    page: { body, languages },
    async run(/** @type {Person} */ person) {
      await person.sees({ countryCode, value: "" });
    },
  })),
  ...STRANGE.map((languages) => ({
    name: `where the browser says ${JSON.stringify(languages)}, a number with its code is one`,
    page: { body, languages },
    async run(/** @type {Person} */ person) {
      await person.enter();
      await person.type("+919876543210");
      await person.sees({ value: "919876543210", countryCode: "+91", isValid: true });
    },
  })),
  {
    name: "the browser's own language is asked",
    cannot: { webkit: "it takes its language from the system, which has no other" },
    page: { body },
    async run(person) {
      assert.equal(await person.get("navigator.language"), "en-IN");
      await person.sees({ countryCode: "+91" });
    },
  },
  {
    name: "nobody is asked over the network where a person is",
    page: { body },
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      const own = ["/page.js", "/watch.js", "/uncaught.js", "/phone-field_bg.wasm", "/favicon.ico"];
      const asked = person.asked.filter((path) => !own.includes(path));
      assert.equal(asked.length, 1, asked.join());
      assert.match(asked[0] ?? "", /^\/page\//);
    },
  },
  {
    name: "what the page says of the country counts more",
    page: { body: field('country="gb"'), languages: ["en-IN"] },
    async run(person) {
      await person.sees({ countryCode: "+44" });
    },
  },
  {
    name: "a country that is none is as none",
    page: { body: field('country="Atlantis"'), languages: ["en-IN"] },
    async run(person) {
      await person.enter();
      await person.type("+14155552671");
      await person.sees({ value: "14155552671", isValid: true });
    },
  },
  {
    name: "it says in Hindi what is wrong",
    page: { body: form(), lang: "hi", messages: "hi" },
    async run(person) {
      await person.enter();
      await person.type("98765");
      await person.click("#who");
      await person.sees({ isWrong: true });
      const { words } = await person.see();
      assert.match(words, /भारत/);
      assert.match(words, /10 अंक/);
      assert.doesNotMatch(words, /[A-Za-z]{3}/);
    },
  },
  {
    name: "countries are called as in the language of the page, and found so",
    page: { body: form(), lang: "hi", messages: "hi" },
    async run(person) {
      await person.click("#phone >>> [part~=country]");
      await person.type("जापान");
      await person.press("Enter");
      await person.sees({ countryCode: "+81" });
      assert.match((await person.heardAs("[part~=country]")).name, /जापान/);
    },
  },
  {
    name: "the words of one field may be others than those of another",
    page: {
      body: form(`<interakt-phone id="phone" name="phone" country="IN" required></interakt-phone></p>
        <p><label for="other">Other</label>
        <interakt-phone id="other" name="other" country="IN" required></interakt-phone>`),
    },
    async run(person) {
      await person.get("void (find('#other').messages = hi)");
      await person.click("#send");
      const { words } = await person.see();
      await person.get("find('#other').reportValidity()");
      const other = await person.see("other");
      assert.notEqual(words, "");
      assert.notEqual(other.words, words);
      assert.match(other.words, /[\u0900-\u097F]/);
    },
  },
  {
    name: "a language that no page should name breaks nothing",
    page: { body: form(), lang: "x_y z" },
    async run(person) {
      await person.click("#phone >>> [part~=country]");
      await person.type("japan");
      await person.press("Enter");
      await person.sees({ countryCode: "+81" });
    },
  },
];
