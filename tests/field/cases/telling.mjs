/** What a person is told of a number, and when. */
import assert from "node:assert/strict";
import { field } from "../site.mjs";
import { digitsOf } from "./typing.mjs";

/** @typedef {import("../perform.mjs").Case} Case */

const HALF = "98765";

/** @type {Case[]} */
export const tellingCases = [
  {
    name: "nothing is wrong while it is typed, though its form knows that it is not finished",
    async run(person) {
      await person.enter();
      for (const digit of "9876543210") {
        await person.type(digit);
        await person.sees({ isWrong: false });
      }
      await person.press("Backspace");
      await person.sees({ isWrong: false, isValid: false });
    },
  },
  {
    name: "what is wrong is told when it is left, in words",
    async run(person) {
      await person.enter();
      await person.type(HALF);
      const { words } = await person.see();
      await person.press("Tab");
      await person.sees({ isWrong: true });
      const left = await person.see();
      assert.notEqual(left.words, words);
      assert.match(left.words, /10 digits/);
    },
  },
  {
    name: "what is mended is well at once, before it is left again",
    async run(person) {
      await person.enter();
      await person.type(HALF);
      await person.click("#who");
      await person.sees({ isWrong: true });
      await person.enter();
      await person.type("43210");
      await person.sees({ isWrong: false, isValid: true });
    },
  },
  {
    name: "what was mended may be unfinished again without being told at once",
    async run(person) {
      await person.enter();
      await person.type("9876543210");
      await person.click("#who");
      await person.enter();
      await person.pressTimes("Backspace", 3);
      await person.sees({ isWrong: false, isValid: false });
    },
  },
  {
    name: "a number that was pasted too long is kept, and told when it is left",
    async run(person) {
      await person.paste("987654321012");
      assert.equal(digitsOf((await person.see()).text), "987654321012");
      await person.sees({ isValid: false });
      await person.click("#who");
      await person.sees({ isWrong: true });
      const { words } = await person.see();
      assert.match(words, /10 digits/);
    },
  },
  {
    name: "an empty field that nobody needs is well",
    async run(person) {
      await person.enter();
      await person.click("#who");
      await person.sees({ isWrong: false, isValid: true, value: "" });
    },
  },
  {
    name: "an empty field that is required is told when its form is sent",
    page: { body: field('country="IN" required') },
    async run(person) {
      await person.sees({ isWrong: false, isValid: false });
      await person.click("#send");
      await person.sees({ isWrong: true });
      const { words } = await person.see();
      assert.notEqual(words, "");
      assert.equal(await person.focused(), "phone tel");
      assert.deepEqual(person.sent, []);
    },
  },
  {
    name: "its form is not sent with half a number, and the caret goes there",
    async run(person) {
      await person.enter();
      await person.type(HALF);
      await person.click("#send");
      await person.sees({ isWrong: true });
      assert.equal(await person.focused(), "phone tel");
      assert.deepEqual(person.sent, []);
      assert.ok((await person.heard()).includes("invalid phone"));
    },
  },
  {
    name: "a fixed line is a number, and perhaps a warning",
    async run(person) {
      await person.enter();
      await person.type("022 2222 2222");
      await person.click("#who");
      await person.sees({ isWrong: false, isValid: true, value: "912222222222" });
    },
  },
  {
    name: "people who do not see it are told in a live region that was there before",
    async run(person) {
      const regions = `[...find("#phone").shadowRoot.querySelectorAll("[aria-live], [role=status], [role=alert], output")]
        .map((element) => element.textContent.trim()).filter(Boolean).join(" ")`;
      const count = `find("#phone").shadowRoot.querySelectorAll("[aria-live], [role=status], [role=alert], output").length`;
      const before = await person.get(count);
      assert.ok(before > 0);
      await person.enter();
      await person.type(HALF);
      await person.click("#who");
      await person.until(`/10 digits/.test(${regions})`);
      assert.equal(await person.get(count), before);
    },
  },
  {
    name: "the words of a mistake are what the form says too",
    async run(person) {
      await person.enter();
      await person.type(HALF);
      await person.click("#who");
      const { words } = await person.see();
      const message = await person.get("find('#phone').validationMessage");
      assert.ok(words.includes(message) && message !== "", `${words} / ${message}`);
    },
  },
];
