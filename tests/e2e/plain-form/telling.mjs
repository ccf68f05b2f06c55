/** What is told, and when. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { BIND, told, until } from "./desk.mjs";
import { ASHA, fillIn, focused, sent, submit } from "./steps.mjs";

/** @param {() => Awaited<ReturnType<typeof import("./desk.mjs").startForms>>} forms */
export function telling(forms) {
  test("nothing before a field is left", () =>
    forms().visit(BIND, async (page) => {
      await page.getByLabel("WhatsApp number").pressSequentially("98");
      assert.deepEqual(await told(page), {});
    }));

  test("a field when it is left, and then at each change until it is mended", () =>
    forms().visit(BIND, async (page) => {
      const mobile = page.getByLabel("WhatsApp number");
      await mobile.fill("98765");
      await page.keyboard.press("Tab");
      assert.match((await told(page)).mobile ?? "", /too short/);
      await mobile.fill("98765 4321");
      assert.match((await told(page)).mobile ?? "", /too short/);
      await mobile.press("End");
      await mobile.press("0");
      assert.deepEqual(await told(page), {});
      assert.equal(await mobile.getAttribute("aria-invalid"), null);
    }));

  test("everything when the form is submitted, with the focus in the first field that is wrong", () =>
    forms().visit(BIND, async (page) => {
      await page.getByLabel("WhatsApp number").fill("12");
      await submit(page);
      const messages = await told(page);
      assert.deepEqual(Object.keys(messages), ["fullName", "mobile", "size", "optIn"]);
      assert.equal(await focused(page), "fullName");
      assert.deepEqual(await sent(page), []);
      await fillIn(page);
      assert.deepEqual(await told(page), {});
      await submit(page);
      assert.deepEqual(await sent(page), [ASHA]);
    }));

  test("in Hindi, with a catalogue", () =>
    forms().visit(BIND.replace("messages: en", "messages: hi"), async (page) => {
      await submit(page);
      const messages = Object.values(await told(page));
      assert.equal(messages.length, 4);
      for (const message of messages) assert.match(message, /\p{Script=Devanagari}/u);
    }));

  test("a country that is chosen mends the phone beside it", () =>
    forms().visit(BIND, async (page) => {
      await page.getByLabel("WhatsApp number").fill("8123 4567");
      await page.keyboard.press("Tab");
      assert.notEqual((await told(page)).mobile, undefined);
      await page.getByLabel("Country").selectOption("SG");
      assert.deepEqual(await told(page), {});
    }));

  test("what no field has is told at the form", () =>
    forms().visit(
      BIND.replace('required: ["fullName", "size", "optIn"]', 'fixed: { tags: [""] }'),
      async (page) => {
        await page.getByLabel("WhatsApp number").fill("9876543210");
        await submit(page);
        assert.deepEqual(Object.keys(await told(page)), [""]);
        assert.deepEqual(await sent(page), []);
      },
    ));

  test("all that is wrong with the form itself is told, each line once", () =>
    forms().visit(BIND, async (page) => {
      await page.evaluate(`bound.show([
        { message: "The shop is closed.", path: [] },
        { message: "Too many orders.", path: [] },
        { message: "No such coupon.", path: ["coupon"] },
        { message: "Too many orders.", path: ["basket"] },
        { message: "Not on WhatsApp.", path: ["mobile"] },
        { message: "Not a mobile.", path: ["mobile"] },
      ])`);
      assert.deepEqual(await told(page), {
        "": "The shop is closed.\nToo many orders.\nNo such coupon.",
        mobile: "Not on WhatsApp.",
      });
      await page.getByLabel("WhatsApp number").fill("98765 43210");
      await until(page, "!document.querySelector('[data-error=\"\"]').textContent");
    }));

  test("what a server finds is shown until the form is checked again", () =>
    forms().visit(BIND, async (page) => {
      await fillIn(page);
      await page.evaluate('bound.show([{ message: "Not on WhatsApp.", path: ["mobile"] }])');
      assert.deepEqual(await told(page), { mobile: "Not on WhatsApp." });
      await page.getByLabel("WhatsApp number").fill("98765 43211");
      assert.deepEqual(await told(page), {});
    }));

  test("what a server finds stays until something is changed, and does not hold up a submit", () =>
    forms().visit(BIND, async (page) => {
      await fillIn(page);
      await page.evaluate('bound.show([{ message: "Not on WhatsApp.", path: ["mobile"] }])');
      await page.getByLabel("WhatsApp number").click();
      await page.getByRole("heading").click();
      await page.evaluate("new Promise((resolve) => setTimeout(resolve))");
      assert.deepEqual(await told(page), { mobile: "Not on WhatsApp." });
      await submit(page);
      assert.deepEqual(await sent(page), [ASHA]);
      assert.deepEqual(await told(page), {});
    }));

  test("in the words of the form, where bindForm has none", () =>
    forms().visit(
      BIND.replace("messages: en,", "").replace('"IN",', '"IN", messages: hi,'),
      async (page) => {
        await submit(page);
        const messages = Object.values(await told(page));
        assert.equal(messages.length, 4);
        for (const message of messages) assert.match(message, /\p{Script=Devanagari}/u);
      },
    ));

  test("beside what the page itself asks, all the rest, and in no bubble of the browser", () =>
    forms().visit(BIND, async (page) => {
      await page.getByLabel("Note").evaluate((field) => field.setAttribute("required", ""));
      await submit(page);
      const messages = await told(page);
      assert.deepEqual(Object.keys(messages), ["fullName", "mobile", "size", "optIn", "note"]);
      assert.match(messages.note ?? "", /fill out/);
      assert.equal(await page.evaluate("document.querySelector('form').noValidate"), true);
      await page.evaluate("bound.remove()");
      assert.equal(await page.evaluate("document.querySelector('form').noValidate"), false);
    }));

  test("nothing of a field that is gone", () =>
    forms().visit(BIND, async (page) => {
      await submit(page);
      await page.getByLabel("WhatsApp number").evaluate((field) => field.remove());
      await page.getByLabel("Name").fill("Asha");
      const messages = await told(page);
      assert.deepEqual(Object.keys(messages), ["size", "optIn", ""]);
    }));

  test("what the page itself asks of a field holds, in the browser's words", () =>
    forms().visit(BIND, async (page) => {
      await fillIn(page);
      const age = page.getByLabel("Age");
      await age.focus();
      await page.keyboard.type("1e");
      await submit(page);
      await until(page, "document.querySelector('.mine').textContent !== ''");
      assert.match((await told(page)).age ?? "", /number/i);
      assert.equal(await focused(page), "age");
      await age.fill("31");
      assert.deepEqual(await told(page), {});
      await submit(page);
      assert.equal((await sent(page))[0].traits.age, 31);
    }));

  test("a window that loses the focus, and one button of a group for another, leave no field", () =>
    forms().visit(BIND, async (page) => {
      const mobile = page.getByLabel("WhatsApp number");
      await mobile.fill("98");
      await mobile.evaluate((element) =>
        element.dispatchEvent(new FocusEvent("focusout", { bubbles: true })),
      );
      await page.getByLabel("Small").focus();
      assert.match((await told(page)).mobile ?? "", /short/);
      await page.keyboard.press("ArrowDown");
      assert.equal((await told(page)).size, undefined);
    }));

  test("a message that appears does not take the click from a button", () =>
    forms().visit(BIND, async (page) => {
      await page.getByLabel("WhatsApp number").fill("98");
      const box =
        (await page.getByRole("button", { name: "Start over" }).boundingBox()) ?? assert.fail();
      await page.mouse.move(box.x + 2, box.y + 2);
      await page.mouse.down();
      assert.deepEqual(await told(page), {});
      await page.mouse.up();
      await until(page, "document.querySelector('[name=mobile]').value === ''");
      assert.deepEqual(await told(page), {});
    }));
}
