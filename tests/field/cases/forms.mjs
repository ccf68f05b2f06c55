/** What a form, and a library for forms, sees of the field. */
import assert from "node:assert/strict";
import { field, form } from "../site.mjs";

/** @typedef {import("../perform.mjs").Case} Case */

/** What the form would send. */
const DATA = "[...new FormData(find('#form'))].filter(([name]) => name !== 'who')";

/** @type {Case[]} */
export const formCases = [
  {
    name: "the number is sent by its name, as digits",
    async run(person) {
      await person.enter();
      await person.type("098765 43210");
      assert.deepEqual(await person.send(), [
        ["who", ""],
        ["phone", "919876543210"],
      ]);
    },
  },
  {
    name: "its parts are sent by names of their own",
    page: {
      body: field('country="IN" country-code-name="countryCode" phone-number-name="phoneNumber"'),
    },
    async run(person) {
      await person.enter();
      await person.type("098765 43210");
      assert.deepEqual(Object.fromEntries(await person.send()), {
        ...{ who: "", phone: "919876543210" },
        ...{ countryCode: "+91", phoneNumber: "9876543210" },
      });
    },
  },
  {
    name: "FormData has it, key by key",
    async run(person) {
      assert.deepEqual(await person.get(DATA), [["phone", ""]]);
      await person.enter();
      await person.type("9876543210");
      assert.deepEqual(await person.get(DATA), [["phone", "919876543210"]]);
    },
  },
  {
    name: "without a name nothing is sent",
    page: {
      body: form('<interakt-phone id="phone" country="IN" value="919876543210"></interakt-phone>'),
    },
    async run(person) {
      assert.deepEqual(await person.get(DATA), []);
      await person.get("void (find('#phone').name = 'mobile')");
      assert.deepEqual(await person.get(DATA), [["mobile", "919876543210"]]);
    },
  },
  {
    name: "Enter sends the form, as from an input",
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      await person.press("Enter");
      await person.until("location.pathname === '/sent'");
      assert.deepEqual(person.sent, [
        [
          ["who", ""],
          ["phone", "919876543210"],
        ],
      ]);
    },
  },
  {
    name: "Enter sends nothing where the page keeps that key for itself",
    async run(person) {
      await person.get(`void find("#form").addEventListener("keydown", (event) => {
        if (event.key === "Enter") event.preventDefault();
      })`);
      await person.enter();
      await person.type("9876543210");
      await person.press("Enter");
      // Whatever comes of a click has come by then.
      await person.type("1");
      await person.sees({ value: "919876543210" });
      assert.deepEqual(person.sent, []);
    },
  },
  {
    name: "what is no number of its country does not pass for one of another",
    async run(person) {
      await person.paste("1 800 123 4567");
      await person.sees({ text: "18001234567", isValid: false });
      const { value } = await person.see();
      assert.equal(await person.get("phone.isPossible(a[0])", value), false);
      await person.get("void (find('#phone').value = '')");
      await person.get("void (find('#phone').value = a[0])", value);
      await person.sees({ text: "18001234567", countryCode: "+91", isValid: false });
    },
  },
  {
    name: "a script that empties the form it has sent is told of no mistake",
    page: { body: field('country="IN" required') },
    async run(person) {
      await person.get(`void find("#form").addEventListener("submit", (event) => {
        event.preventDefault();
        find("#phone").value = "";
      })`);
      await person.enter();
      await person.type("9876543210");
      await person.click("#send");
      await person.sees({ value: "", isWrong: false, words: "" });
      await person.click("#send");
      await person.sees({ isWrong: true });
    },
  },
  {
    name: "Enter sends no form with half a number",
    async run(person) {
      await person.enter();
      await person.type("98765");
      await person.press("Enter");
      await person.sees({ isWrong: true });
      assert.deepEqual(person.sent, []);
    },
  },
  {
    name: "a reset empties it, forgets what was wrong, and gives back the country",
    async run(person) {
      await person.enter();
      await person.type("+1415");
      await person.click("#who");
      await person.sees({ isWrong: true });
      await person.click("#reset");
      await person.sees({
        ...{ text: "", value: "", isWrong: false, countryCode: "+91", isValid: true },
      });
      assert.deepEqual(await person.get(DATA), [["phone", ""]]);
    },
  },
  {
    name: "a reset gives back the number that the page came with",
    page: { body: field('country="IN" value="14155552671"') },
    async run(person) {
      const { text } = await person.see();
      await person.enter();
      await person.press("Control+a");
      await person.type("9876543210");
      await person.click("#reset");
      await person.sees({ text, value: "14155552671", countryCode: "+1", isWrong: false });
    },
  },
  {
    name: "it belongs to the form that it names, wherever it stands",
    page: {
      body: `${form("")}<p><label for="phone">Number</label>
        <interakt-phone id="phone" name="phone" form="form" country="IN"></interakt-phone></p>`,
    },
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      assert.deepEqual(await person.get(DATA), [["phone", "919876543210"]]);
      assert.equal(await person.get("find('#phone').form.id"), "form");
    },
  },
  {
    name: "the form has it among its elements, by its name",
    async run(person) {
      assert.equal(await person.get("find('#form').elements.phone === find('#phone')"), true);
      assert.equal(await person.get("[...find('#form').elements].includes(find('#phone'))"), true);
    },
  },
  {
    name: "a script that sets the value shows the number, and is not heard",
    async run(person) {
      await person.heard();
      await person.get("void (find('#phone').value = '14155552671')");
      await person.sees({ value: "14155552671", countryCode: "+1", isValid: true, isWrong: false });
      assert.match((await person.see()).text, /415\D*555\D*2671/);
      assert.deepEqual(await person.get(DATA), [["phone", "14155552671"]]);
      await person.get("void (find('#phone').value = '')");
      await person.sees({ value: "", text: "" });
      assert.deepEqual(await person.heard(), []);
    },
  },
  {
    name: "a script may set what people write, or nothing at all",
    async run(person) {
      await person.get("void (find('#phone').value = '+91 98765 43210')");
      await person.sees({ value: "919876543210" });
      for (const nothing of ["null", "undefined"]) {
        await person.get(`void (find('#phone').value = ${nothing})`);
        const { value } = await person.see();
        assert.ok(value === "", value);
      }
    },
  },
  {
    name: "what a script sets again while it is typed moves no caret",
    async run(person) {
      // As a library does that holds the value: it hands back what it has heard.
      await person.get(
        "void addEventListener('input', ({ target }) => { target.value = target.value; })",
      );
      await person.enter();
      await person.type("987643210");
      await person.press("Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
      await person.type("5");
      const { line, value } = await person.see();
      assert.equal(value, "919876543210");
      assert.equal(line.replaceAll(/[^\d|]/g, ""), "98765|43210");
    },
  },
  {
    name: "what a library holds while half a number is typed loses nothing of it",
    async run(person) {
      await person.get(
        "void addEventListener('input', ({ target }) => { target.value = target.value; })",
      );
      await person.enter();
      await person.type("9876543210");
      await person.sees({ line: "98765 43210|", value: "919876543210", countryCode: "+91" });
      await person.press("Control+a");
      await person.type("+14155552671");
      await person.sees({ value: "14155552671", countryCode: "+1" });
    },
  },
  {
    name: "what it holds comes back when people come back",
    async run(person) {
      await person.enter();
      await person.type("+14155552671");
      await person.leaveAndReturn();
      await person.until("find('#phone').value !== ''");
      await person.sees({ value: "14155552671", countryCode: "+1" });
    },
  },
];
