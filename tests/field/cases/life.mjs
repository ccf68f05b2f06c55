/** Elements that come, go and move, while the module is on its way and later. */
import assert from "node:assert/strict";
import { form } from "../site.mjs";

/** @typedef {import("../perform.mjs").Case} Case */

/** Makes another field in a script, and puts it into the form. */
const MAKE = `(() => {
  const made = document.createElement("interakt-phone");
  made.id = "made";
  made.setAttribute("name", "made");
  made.setAttribute("country", "IN");
  find("#form").append(made);
  return made;
})()`;

const DATA = "[...new FormData(find('#form'))].filter(([name]) => name !== 'who')";

/** @type {Case[]} */
export const lifeCases = [
  {
    name: "a field that is made by a script is a field",
    async run(person) {
      await person.get(`void ${MAKE}`);
      await person.enter("made");
      await person.type("9876543210");
      await person.sees({ value: "919876543210" }, "made");
    },
  },
  {
    name: "a field that was given its value before it was made has it",
    page: { body: form(), isLate: true },
    async run(person) {
      await person.get(
        "Object.assign(find('#phone'), { value: '+14155552671', required: true }) && undefined",
      );
      await person.define();
      await person.sees({ value: "14155552671", countryCode: "+1", isValid: true });
      assert.deepEqual(await person.get(DATA), [["phone", "14155552671"]]);
    },
  },
  {
    name: "half a number that was there before the field was is of the usual country",
    page: { languages: ["en-IN"] },
    async run(person) {
      await person.get(`void (() => {
        const made = document.createElement("interakt-phone");
        Object.assign(made, { id: "made", value: "98765" });
        find("#form").append(made);
      })()`);
      await person.sees({ text: "98765", countryCode: "+91" }, "made");
    },
  },
  {
    name: "what a browser fills in of its own is read as a number",
    async run(person) {
      await person.get("find('#phone').formStateRestoreCallback('098765 43210')");
      await person.sees({ value: "919876543210" });
    },
  },
  {
    name: "fields that come and go while the module is on its way are well",
    page: { body: form(), isLate: true },
    async run(person) {
      await person.get(`(async () => {
        const { parentNode } = find("#phone");
        const field = find("#phone");
        const making = define();
        field.remove();
        await Promise.resolve();
        parentNode.append(field);
        const brief = ${MAKE};
        brief.remove();
        await making;
        field.remove();
        parentNode.append(field);
      })()`);
      await person.enter();
      await person.type("9876543210");
      await person.sees({ value: "919876543210" });
      assert.equal(await person.get("find('#made')"), null);
    },
  },
  {
    name: "made twice, it is made once",
    page: { body: form(), isLate: true },
    async run(person) {
      await person.get("Promise.all([define(), define()]).then(define)");
      await person.enter();
      await person.type("9876543210");
      await person.sees({ value: "919876543210" });
    },
  },
  {
    name: "a field that is moved keeps its number, in its new form",
    page: { body: `${form()}<form id="second" action="/sent"></form>` },
    async run(person) {
      await person.enter();
      await person.type("+14155552671");
      await person.get("find('#second').append(find('#phone'))");
      await person.sees({ value: "14155552671", countryCode: "+1" });
      assert.deepEqual(await person.get(DATA), []);
      assert.deepEqual(await person.get("[...new FormData(find('#second'))]"), [
        ["phone", "14155552671"],
      ]);
      await person.enter();
      await person.press("Backspace");
      await person.sees({ isValid: false });
    },
  },
  {
    name: "a field that is taken away and put back is the same",
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      await person.get(
        "(() => { const { parentNode } = find('#phone'); parentNode.append(find('#phone')); })()",
      );
      await person.sees({ text: "98765 43210", value: "919876543210" });
      await person.enter();
      await person.press("Backspace", "Backspace");
      await person.type("55");
      await person.sees({ value: "919876543255" });
    },
  },
  {
    name: "a copy of a field is a field of its own",
    page: {
      body: form(
        '<interakt-phone id="phone" name="phone" country="IN" value="14155552671"></interakt-phone>',
      ),
    },
    async run(person) {
      await person.get(
        "void find('#form').append(Object.assign(find('#phone').cloneNode(true), { id: 'copy' }))",
      );
      await person.sees({ value: "14155552671" }, "copy");
      await person.enter("copy");
      await person.press("Control+a", "Delete");
      await person.sees({ value: "" }, "copy");
      await person.sees({ value: "14155552671" });
    },
  },
  {
    name: "an attribute that changes later is followed",
    async run(person) {
      await person.get("find('#phone').setAttribute('country', 'GB')");
      await person.sees({ countryCode: "+44" });
      await person.get("find('#phone').setAttribute('required', '')");
      await person.sees({ isValid: false });
      await person.get("find('#phone').setAttribute('name', 'mobile')");
      assert.deepEqual(await person.get(DATA), [["mobile", ""]]);
      await person.get("find('#phone').setAttribute('disabled', '')");
      assert.deepEqual(await person.get(DATA), []);
    },
  },
  {
    name: "what names no country, as while a page is loading, picks none",
    page: { languages: ["en-US"] },
    async run(person) {
      const before = { text: "98765 43210", value: "919876543210", countryCode: "+91" };
      await person.sees({ value: "", countryCode: "+91" });
      for (const none of ["", "ZZ", "India", "IN "]) {
        await person.get("void (find('#phone').country = a[0])", none);
        await person.sees({ value: "", countryCode: "+91" });
      }
      await person.get("void (find('#phone').value = '919876543210')");
      for (const none of ["ZZ", "India", "IN ", "", null]) {
        await person.get("void (find('#phone').country = a[0])", none);
        await person.sees(before);
      }
      await person.get("find('#phone').removeAttribute('country')");
      await person.sees(before);
      await person.get("void (find('#phone').country = 'GB')");
      await person.sees({ countryCode: "+44" });
    },
  },
];
