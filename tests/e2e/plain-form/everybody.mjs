/** For everybody, and taking it back. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations } from "../look.mjs";
import { BIND, heard, told, until } from "./desk.mjs";
import { ASHA, fillIn, focused, sent, submit } from "./steps.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {() => Awaited<ReturnType<typeof import("./desk.mjs").startForms>>} forms */
export function everybody(forms) {
  describe("for everybody", () => {
    test("axe finds nothing, with every error shown", () =>
      forms().visit(BIND, async (page) => {
        assert.deepEqual(await violations(page), []);
        await page.getByLabel("WhatsApp number").fill("12");
        await submit(page);
        assert.equal(Object.keys(await told(page)).length, 4);
        assert.deepEqual(await violations(page), []);
      }));

    test("a screen reader is told the name, that it is wrong, and what is wrong", () =>
      forms().visit(BIND, async (page) => {
        await page.getByLabel("WhatsApp number").fill("12");
        await submit(page);
        const messages = await told(page);
        const controls = await heard(page);
        assert.deepEqual(controls.Name, {
          role: "textbox",
          invalid: true,
          description: `As on your card ${messages.fullName}`,
          focused: true,
        });
        assert.equal(controls["WhatsApp number"]?.invalid, true);
        assert.equal(controls["WhatsApp number"]?.description, messages.mobile);
        assert.equal(controls.Size?.description, messages.size);
        assert.equal(controls.Small?.invalid, true);
        assert.equal(controls["Write to me on WhatsApp"]?.description, messages.optIn);
        assert.equal(controls.Country?.invalid, false);
        assert.equal(controls.Country?.description, "");
      }));

    test("messages are in live regions that are there before they say something", () =>
      forms().visit(BIND, async (page) => {
        const regions = () =>
          page.evaluate(() =>
            [...document.querySelectorAll("[data-error]")].map((element) => [
              element.getAttribute("data-error"),
              element.getAttribute("aria-live"),
            ]),
          );
        const before = await regions();
        assert.deepEqual(before.map(([name]) => name).sort(), [
          "",
          "age",
          "country",
          "fullName",
          "mobile",
          "note",
          "optIn",
          "size",
          "tags",
        ]);
        assert.ok(before.every(([, live]) => live === "polite"));
        await submit(page);
        assert.deepEqual(await regions(), before);
      }));

    test("keys are enough", () =>
      forms().visit(BIND, async (page) => {
        const press = (/** @type {string} */ key) => page.keyboard.press(key);
        await page.getByLabel("Name").focus();
        await press("Enter");
        assert.equal(await focused(page), "fullName");
        await page.keyboard.type("Asha");
        await press("Tab");
        await page.keyboard.type("098765 43210");
        await press("Tab"); // the country
        await press("Tab"); // the sizes
        await press("Space");
        await press("Tab"); // shoes
        await press("Tab"); // hats
        await press("Tab"); // the age
        await press("Tab");
        await press("Space");
        assert.deepEqual(await told(page), {});
        await press("Enter");
        assert.deepEqual(await sent(page), [ASHA]);
      }));

    test("a label's own text stays the name of its field", () =>
      forms().visit(BIND, async (page) => {
        await submit(page);
        const names = Object.keys(await heard(page));
        assert.ok(names.includes("WhatsApp number"), names.join());
        assert.ok(names.includes("Write to me on WhatsApp"), names.join());
      }));
  });

  describe("taking it back", () => {
    /** @param {Page} page */
    const markup = (page) => page.evaluate("document.querySelector('main').innerHTML");

    for (const how of ["bound.remove()", "controller.abort()"]) {
      test(`${how} leaves the page as it was`, () =>
        forms().visit("undefined", async (page) => {
          await page.evaluate("document.querySelector('.mine').textContent = 'In years'");
          const before = await markup(page);
          await page.evaluate("controller = new AbortController(); undefined");
          await page.evaluate(
            BIND.replace("messages: en", "messages: en, signal: controller.signal"),
          );
          await submit(page);
          assert.notEqual(await markup(page), before);
          await page.evaluate(how);
          assert.equal(await markup(page), before);
          assert.equal(await page.evaluate("document.querySelector('form').noValidate"), false);
          assert.equal(await page.evaluate("document.querySelector('form').checkValidity()"), true);
          await page.getByLabel("WhatsApp number").fill("12");
          await page.keyboard.press("Tab");
          assert.equal(await markup(page), before);
        }));
    }

    test("a reset takes back what is told", () =>
      forms().visit(BIND, async (page) => {
        await submit(page);
        assert.notDeepEqual(await told(page), {});
        await page.getByRole("button", { name: "Start over" }).click();
        await until(
          page,
          "![...document.querySelectorAll('[data-error]')].some((e) => e.textContent)",
        );
        await page.getByLabel("Name").fill("A");
        assert.deepEqual(await told(page), {});
      }));

    test("validate() shows everything and leaves the focus where it is", () =>
      forms().visit(BIND, async (page) => {
        await page.getByLabel("Note").focus();
        assert.equal(await page.evaluate("bound.validate()"), false);
        assert.equal(Object.keys(await told(page)).length, 4);
        assert.equal(await focused(page), "note");
        await fillIn(page);
        assert.equal(await page.evaluate("bound.validate()"), true);
      }));

    test("what is no form is refused", () =>
      forms().visit("undefined", async (page) => {
        const refused = await page.evaluate(
          "(() => { try { bindForm(null, formOf(trackUser)); } catch (error) { return error.message; } })()",
        );
        assert.equal(refused, "bindForm takes the element of a form.");
      }));
  });
}
