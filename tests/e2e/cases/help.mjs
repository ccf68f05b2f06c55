import assert from "node:assert/strict";
import test from "node:test";
import { NARROW, type } from "../desk.mjs";
import { overflow, picture, violations } from "../look.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {() => import("../desk.mjs").Desk} desk */
export function help(desk) {
  test("the keyboard alone completes keys and values, learns what they mean, and goes on", () =>
    desk().visit("#sendMessage/text", async (page) => {
      const { keyboard } = page;
      const list = page.locator(".cm-tooltip-autocomplete");
      await type(page, '{\n  "countryCode": "+91", "phoneNumber": "9876543210"\n}');
      await page.mouse.move(0, 0);
      await keyboard.press("ArrowUp");
      await keyboard.press("End");
      // After a value without a comma.
      await keyboard.press("Control+Space");
      await page.locator(".cm-completionInfo", { hasText: "The kind of message." }).waitFor();
      await picture(page, "completion 1280 light");
      assert.deepEqual(await violations(page), []);
      await accept(page, "type");
      // What goes there is offered at once.
      await accept(page, "Text");
      await keyboard.type(', "da');
      await accept(page, "data");
      await accept(page, "message");
      await keyboard.type("Hello");
      await page.locator("#issues-count", { hasText: "None" }).waitFor();
      // A text of one's own brings no list.
      assert.equal(await list.count(), 0);
      assert.deepEqual(JSON.parse(await page.locator(".cm-content").innerText()), {
        ...{ countryCode: "+91", phoneNumber: "9876543210" },
        ...{ type: "Text", data: { message: "Hello" } },
      });

      const card = page.locator(".help");
      const spoken = heard(page);
      await keyboard.press("ControlOrMeta+i");
      await card.filter({ hasText: "1 to 4,096 characters" }).waitFor();
      assert.match(await spoken, /^message, string, required\. The text\. Length: 1 to 4,096/);
      await picture(page, "explanation 1280 light");
      assert.deepEqual(await violations(page), []);
      await keyboard.press("Escape");
      await card.waitFor({ state: "detached" });

      // Behind the object that was filled.
      await keyboard.press("ArrowDown");
      await keyboard.press("End");
      await keyboard.press("Control+Space");
      await list.waitFor();
      await keyboard.press("Escape");
      await list.waitFor({ state: "detached" });
      await keyboard.press("Control+Space");
      await list.waitFor();
      await keyboard.press("Tab");
      await list.waitFor({ state: "detached" });
      assert.equal(await isInEditor(page), false);
    }));

  test("what is surely meant is put right beside the issue and at its place, and can be undone", () =>
    desk().visit(
      "#sendMessage/a-list-full-of-mistakes",
      async (page) => {
        const count = page.locator("#issues-count");
        const fix = page.getByRole("button", { name: "Change to callbackData" });
        await fix.waitFor();
        await picture(page, "fixes 390 dark");
        assert.deepEqual(await violations(page), []);
        assert.equal(await overflow(page), 0, "the page scrolls sideways");
        await fix.focus();
        await page.keyboard.press("Enter");
        await count.filter({ hasText: "7 errors" }).waitFor();
        // On to the issue that stands there now.
        await page.locator(".issue:focus", { hasText: "countryCode" }).waitFor();
        await page.locator(".cm-content").focus();
        await page.keyboard.press("ControlOrMeta+z");
        await count.filter({ hasText: "8 errors" }).waitFor();

        await page.locator(".cm-lintRange", { hasText: "callbackdata" }).hover();
        await page.locator(".cm-diagnosticAction").click();
        await count.filter({ hasText: "7 errors" }).waitFor();
        const key = page.locator(".tok-propertyName", { hasText: "callbackData" });
        await page.mouse.move(0, 0);
        await key.hover();
        await page.locator(".cm-tooltip .help", { hasText: "at most 512 characters" }).waitFor();
        assert.deepEqual(await violations(page), []);
        assert.equal(await overflow(page), 0, "the page scrolls sideways");
      },
      { viewport: NARROW, colorScheme: "dark" },
    ));
}

/**
 * Takes what the list has chosen. In its first moments the list leaves keys to the text.
 *
 * @param {Page} page
 * @param {string} label
 */
async function accept(page, label) {
  const chosen = page.locator(
    '.cm-tooltip-autocomplete [aria-selected="true"] .cm-completionLabel',
  );
  await chosen.filter({ hasText: new RegExp(`^${label}$`) }).waitFor();
  const shown = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() - since > 80, shown);
  await page.keyboard.press("Enter");
}

/** @param {Page} page @returns {Promise<string>} What the editor has read out next. */
function heard(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const said = /** @type {Element} */ (document.querySelector(".cm-announced"));
        const observer = new MutationObserver(() => {
          const words = said.textContent?.trim();
          if (words) resolve(words);
        });
        observer.observe(said, { childList: true, subtree: true });
      }),
  );
}

/** @param {Page} page */
function isInEditor(page) {
  return page.evaluate(() => document.activeElement?.closest("#editor") !== null);
}
