/** The console with the keyboard alone. */
import assert from "node:assert/strict";
import test from "node:test";
import { NARROW, settled } from "../desk.mjs";

/** @typedef {import("playwright-core").Page} Page */

/**
 * Presses Tab until an element has the focus.
 *
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<number>} How often.
 */
async function tabTo(page, selector) {
  for (let count = 1; count <= 60; count += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((to) => document.activeElement?.matches(to), selector)) return count;
  }
  throw new Error(`Tab never comes to ${selector}`);
}

/** @param {Page} page @returns {Promise<string>} */
const focused = (page) =>
  page.evaluate(() => document.activeElement?.querySelector(".choice-name")?.textContent ?? "");

/** @param {Page} page @param {string[]} keys */
async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** @param {() => import("../desk.mjs").Desk} desk */
export function keyboard(desk) {
  test("Tab comes to the editor in ten stops, one for each list, and to what sends", () =>
    desk().visit("", async (page) => {
      const before = await tabTo(page, ".cm-content");
      assert.ok(before <= 12, `${before} stops before the editor`);
      await press(page, "ControlOrMeta+a");
      await page.keyboard.insertText(
        '{ "fullPhoneNumber": "919876543210", "type": "Text", "data": { "message": "Hi" } }',
      );
      await page.locator("#issues-count", { hasText: "None" }).waitFor();
      const after = await tabTo(page, "#send");
      assert.ok(after <= 8, `${after} stops from the editor to what sends`);
      await press(page, "Enter");
      assert.equal(await settled(page), "Status 201");
    }));

  test("arrow keys move in a list, and the filter finds examples of any operation", () =>
    desk().visit("", async (page) => {
      await tabTo(page, "#operations a");
      assert.equal(await focused(page), "sendMessage");
      await press(page, "ArrowDown", "ArrowDown");
      assert.equal(await focused(page), "createTemplate");
      await press(page, "End", "ArrowDown", "ArrowUp");
      assert.equal(await focused(page), "assignChat");
      await press(page, "Enter");
      await page.locator("#input-title", { hasText: "Assign a chat" }).waitFor();
      await press(page, "Tab", "Shift+Tab");
      assert.equal(await focused(page), "assignChat", "the list was left and entered elsewhere");

      await press(page, "Shift+Tab");
      await page.keyboard.type("carousel");
      const names = page.locator("#examples .choice-name");
      await names.nth(5).waitFor();
      assert.deepEqual(await page.locator("#examples h3").allTextContents(), [
        "sendMessage",
        "sendRcs",
        "createTemplate",
      ]);
      await page.locator("#filter-status", { hasText: "6 matches" }).waitFor({ state: "attached" });
      await press(page, "ArrowDown", "End", "Enter");
      await page.locator("#input-title", { hasText: "Create a template" }).waitFor();
      assert.equal(await page.locator("#examples [aria-current]").count(), 1);
      await press(page, "Escape");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "filter");
      assert.equal(await page.locator("#operations li:visible").count(), 12);
      await page.keyboard.type("no such thing");
      await page.locator("#filter-status", { hasText: "0 matches" }).waitFor({ state: "attached" });
      assert.equal(await page.locator("#catalog a:visible").count(), 0);
    }));

  test("on a phone the lists open, are filtered, and close with the focus where it was", () =>
    desk().visit(
      "",
      async (page) => {
        await tabTo(page, "#chooser");
        await press(page, "Enter", "Tab");
        await page.keyboard.type("quick rep");
        await press(page, "Enter");
        await page.locator("#chooser-example", { hasText: "A quick reply is tapped" }).waitFor();
        assert.equal(await page.evaluate(() => document.activeElement?.id), "chooser");
        assert.ok(await page.locator("#catalog").isHidden());
        await press(page, "Enter");
        assert.equal(await page.locator("#operations li:visible").count(), 12);
      },
      { viewport: NARROW },
    ));
}
