import assert from "node:assert/strict";
import test from "node:test";
import { settled, type } from "../desk.mjs";
import { lookAround } from "../look.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** The largest of those inputs that fill a form in another way each. */
const LARGEST = [
  "#sendMessage/order-details-carousel",
  "#sendRcs/carousel",
  "#createTemplate/carousel",
  "#trackUser/customer-with-traits",
];

/** @param {Page} page @param {"json" | "form"} view */
const choose = (page, view) => page.locator(`#tab-${view}`).click();

/** @param {Page} page @param {string} name */
const field = (page, name) => page.locator("#form").getByLabel(name, { exact: true });

/** @param {Page} page @param {string} name */
const button = (page, name) => page.locator("#form").getByRole("button", { name, exact: true });

/** @param {Page} page @returns {Promise<string>} All that the editor holds, which is shown for it. */
async function json(page) {
  await choose(page, "json");
  const editor = page.locator(".cm-content");
  // It draws only what is in view.
  await editor.press("ControlOrMeta+a");
  await editor.press("ControlOrMeta+c");
  await choose(page, "form");
  return page.evaluate(() => navigator.clipboard.readText());
}

/** @param {Page} page @returns {Promise<string>} What has the focus, and what describes it. */
function focused(page) {
  return page.evaluate(() => {
    const found = document.activeElement;
    const name =
      found?.ariaLabel ?? /** @type {any} */ (found).labels?.[0]?.textContent ?? found?.textContent;
    const ids = found?.getAttribute("aria-describedby")?.split(" ") ?? [];
    const told = ids.map((id) => document.getElementById(id)?.textContent ?? "");
    return [name?.trim(), ...told].join(" | ");
  });
}

/** @param {() => import("../desk.mjs").Desk} desk */
export function form(desk) {
  test("a template message is written by form alone, and the JSON says the same", () =>
    desk().visit("#sendMessage/text", async (page) => {
      const { keyboard } = page;
      const before = await json(page);
      await choose(page, "json");
      await page.locator("#tab-json").focus();
      await keyboard.press("ArrowRight");
      await keyboard.press("Tab");
      await page.locator("#form select").first().waitFor();
      await field(page, "type").selectOption("Template");
      const news = page.locator(".form-news");
      assert.match(await news.innerText(), /type is now Template\. Left out: data\.message\./);
      await button(page, "Undo").click();
      assert.equal(await json(page), before, "not even its layout has changed");

      await field(page, "type").selectOption("Template");
      await field(page, "name").fill("order_packed");
      await field(page, "languageCode").fill("en");
      // What is typed in stays as it is, while all else follows.
      await page.locator("#template-facts", { hasText: "2 values in the text" }).waitFor();
      assert.match(await focused(page), /^languageCode \| The language/);

      const add = page.locator("#form summary", { hasText: "Add a field" }).first();
      await add.focus();
      await keyboard.press("Enter");
      await button(page, "bodyValues The values of {{1}}, {{2}}… in the body, in order.").focus();
      await keyboard.press("Enter");
      assert.match(await focused(page), /^bodyValues 1 \| .*Must not be empty/);
      await keyboard.type("118");
      await button(page, "Add an item to bodyValues").focus();
      await keyboard.press("Enter");
      await keyboard.type("Asha");
      await button(page, "Move bodyValues 2 up").focus();
      await keyboard.press("Enter");
      assert.match(await focused(page), /^Move bodyValues 1 up/);
      await page.locator(".handset", { hasText: "Dear Asha" }).waitFor();

      await button(page, "Remove callbackData").click();
      assert.match(await focused(page), /^Add a field/);
      await page.locator("interakt-phone [part=input]").fill("98450 12345");
      await page.locator("#issues-count", { hasText: "None" }).waitFor();
      assert.deepEqual(JSON.parse(await json(page)), {
        fullPhoneNumber: "919845012345",
        type: "Template",
        template: { name: "order_packed", languageCode: "en", bodyValues: ["Asha", "118"] },
      });
      assert.equal(await field(page, "fullPhoneNumber").inputValue(), "919845012345");
      await field(page, "name").focus();
      await keyboard.press("ControlOrMeta+Enter");
      assert.match(await settled(page), /^Status 20/);

      // The choice is kept, and the JSON's own undo knows what the form has done.
      await page.reload();
      await page.locator(".form-top").waitFor();
      assert.equal(await page.locator("#tab-form").getAttribute("aria-selected"), "true");
      await field(page, "name").fill("other");
      await choose(page, "json");
      await page.locator(".cm-content").focus();
      await keyboard.press("ControlOrMeta+z");
      assert.match(await page.locator(".cm-content").innerText(), /"name": "order_packed"/);
    }));

  test("what is wrong stands at its field, and nothing that the form cannot show is lost", () =>
    desk().visit("#sendMessage/a-list-full-of-mistakes", async (page) => {
      await choose(page, "form");
      await page.locator(".form-top").waitFor();
      const wrong = page.locator("#form [aria-invalid=true]");
      assert.equal(await wrong.count(), 8);
      await page.locator(".issue", { hasText: "sections[0].rows[1].title" }).click();
      assert.match(await focused(page), /^title \| .*Must have at most 24 characters; this has 28/);
      // Folded, it says how much is wrong in it, and an issue unfolds it.
      const rows = button(page, "rows");
      await rows.click();
      await page.locator(".form-note", { hasText: "3 · 4 issues" }).waitFor();
      await page.locator(".issue", { hasText: "rows[2].id" }).click();
      assert.equal(await rows.getAttribute("aria-expanded"), "true");
      assert.match(await focused(page), /^id \| .*The key "id" is required/);

      // Of another type it is JSON, of which the right one can be made.
      const description = field(page, "description");
      assert.equal(await description.inputValue(), "7");
      await description.fill('"Strong"');
      // A key that is none can be corrected.
      await field(page, "Key of callbackdata").fill("callbackData");
      await field(page, "Key of callbackdata").press("Enter");
      await field(page, "callbackData").waitFor();
      const { callbackData, data } = JSON.parse(await json(page));
      assert.equal(callbackData, "menu-4");
      assert.equal(data.message.action.sections[0].rows[2].description, "Strong");

      await choose(page, "json");
      await type(page, '{ "type": ');
      await page.locator("#issues-count", { hasText: "1 error" }).waitFor();
      await choose(page, "form");
      assert.match(await page.locator(".form-notice").innerText(), /cannot be read yet \(line 1\)/);
      assert.ok(await field(page, "callbackData").isDisabled());
      assert.equal(await field(page, "callbackData").inputValue(), "menu-4");
      await button(page, "Go to the JSON").click();
      await type(page, '[{ "type": "Text" }, 5]');
      await page.locator("#issues-count", { hasText: "errors" }).waitFor();
      await choose(page, "form");
      assert.equal(await field(page, "Type of the input").inputValue(), "array");
      await button(page, "Add data").click();
      assert.match(await focused(page), /^message \|/);
      await page.keyboard.type("Hi\nthere");
      assert.deepEqual(JSON.parse(await json(page)), [
        { type: "Text", data: { message: "Hi\nthere" } },
        5,
      ]);
    }));

  test("the form of every large input is for everybody, and is no edit", () =>
    desk().visit(LARGEST[0] ?? "", async (page) => {
      for (const hash of LARGEST) {
        await page.evaluate((to) => {
          location.hash = to;
        }, hash);
        await choose(page, "json");
        const before = await json(page);
        await page.locator(".form-top").waitFor();
        await lookAround(page, `form of ${hash.slice(1).replace("/", " ")}`);
        assert.equal(await json(page), before, hash);
      }
    }));
}
