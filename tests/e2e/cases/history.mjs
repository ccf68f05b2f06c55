import assert from "node:assert/strict";
import test from "node:test";
import { send, settled, type } from "../desk.mjs";
import { lookAround } from "../look.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {string} message */
const textTo = (message) =>
  JSON.stringify({ fullPhoneNumber: "919876543210", type: "Text", data: { message } });

/** @param {Page} page */
const typed = async (page) => JSON.parse(await page.locator(".cm-content").innerText());

/** @param {Page} page */
async function reload(page) {
  // What is still on its way would fail.
  await page.waitForLoadState("networkidle");
  await page.reload();
  await page.locator(":root[data-ready]").waitFor();
}

/** @param {() => import("../desk.mjs").Desk} desk */
export function history(desk) {
  test("an answer to an earlier input says so, and brings that input back", () =>
    desk().visit("#sendMessage/text", async (page) => {
      const age = page.locator(".answer-age");
      const back = page.getByRole("button", { name: "Restore that input" });
      await type(page, '{ "type": "Text" }');
      await page.locator("#issues-count", { hasText: "error" }).waitFor();
      await page.locator("#send").click();
      await page.locator("#answer-view", { hasText: "Nothing was sent" }).waitFor();
      assert.ok(await age.isHidden());
      await page.locator("#reset").click();

      await type(page, textTo("first"));
      await page.locator("#request-view", { hasText: "first" }).waitFor();
      assert.equal(await send(page), "Status 201");
      assert.ok(await age.isHidden());
      // Laid out in another way it is the same input.
      await page.locator("#format").click();
      await type(page, textTo("second"));
      await age.waitFor();
      assert.match(
        (await age.textContent()) ?? "",
        /^Answer to an earlier input, sent \d\d:\d\d:\d\dRestore/,
      );
      assert.equal(await page.locator("#answer-status").getAttribute("data-kind"), "none");
      await lookAround(page, "with an old answer");
      await back.click();
      await age.waitFor({ state: "hidden" });
      assert.equal((await typed(page)).data.message, "first");

      // A refused send leaves no answer that looks like one to it.
      await type(page, '{ "type": "Text" }');
      await page.locator("#send").click();
      await age.waitFor();
      await page.locator('#examples a[href="#sendMessage/audio"]').click();
      await page.locator(".answer-age", { hasText: "sendMessage: Text" }).waitFor();
      await back.click();
      await age.waitFor({ state: "hidden" });
      assert.ok(page.url().endsWith("#sendMessage/text"), page.url());
      assert.equal((await typed(page)).data.message, "first");

      // While another is on its way, the one before it is old.
      let answer = () => {};
      const held = new Promise((fulfil) => {
        answer = () => fulfil(undefined);
      });
      await page.route("**/api/send", async (route) => {
        await held;
        await route.continue();
      });
      await page.locator("#send").click();
      await age.waitFor();
      assert.equal(await page.locator("#answer-status").textContent(), "Sending…");
      answer();
      assert.equal(await settled(page), "Status 201");
      assert.ok(await age.isHidden());
    }));

  test("drafts survive coming back and a reload, and Reset can be undone", () =>
    desk().visit("#getUserById", async (page) => {
      const content = page.locator(".cm-content");
      const reset = page.getByRole("button", { name: "Reset", exact: true });
      const undo = page.getByRole("button", { name: "Undo reset" });
      const example = await typed(page);
      const draft = { userId: "somebody-else" };
      assert.ok(await reset.isDisabled());
      await type(page, JSON.stringify(draft));
      await page.locator('#operations a[href="#assignChat"]').click();
      await page.locator("#input-title", { hasText: "Assign a chat" }).waitFor();
      await page.goBack();
      await page.locator("#input-title", { hasText: "user id" }).waitFor();
      assert.deepEqual(await typed(page), draft);
      await reload(page);
      await page.locator("#input-title", { hasText: "user id" }).waitFor();
      assert.deepEqual(await typed(page), draft);

      await reset.click();
      assert.deepEqual(await typed(page), example);
      await page.getByRole("status").filter({ hasText: "The example is back" }).waitFor();
      await undo.press("Enter");
      assert.deepEqual(await typed(page), draft);
      await reset.press("Enter");
      assert.deepEqual(await typed(page), example);
      await content.click();
      await page.keyboard.press("ControlOrMeta+z");
      assert.deepEqual(await typed(page), draft);
      assert.ok(await undo.isHidden());

      // Of a file only its name survives, and that is said.
      await page.goto(new URL("#uploadMedia", page.url()).href);
      await page.locator("#upload").waitFor();
      const buffer = Buffer.from("%PDF-1.7 of nobody");
      await page
        .locator("#file")
        .setInputFiles({ name: "menu.pdf", mimeType: "application/pdf", buffer });
      await page.locator("#file-name", { hasText: "menu.pdf, 18 bytes" }).waitFor();
      await reload(page);
      const name = page.locator("#file-name", {
        hasText: "menu.pdf was lost when the page reloaded",
      });
      await name.waitFor();
      assert.deepEqual(await typed(page), { fileName: "menu.pdf" });
      await page.locator(".issue-error", { hasText: "file" }).first().waitFor();
      assert.deepEqual(Object.keys(await page.evaluate(() => ({ ...localStorage }))), []);
    }));

  test("what was sent is listed, survives a reload, opens, goes out again, and is compared", () =>
    desk().visit("#sendMessage/text", async (page) => {
      await page.goto(new URL("#history", page.url()).href);
      await page.locator(".history-none").waitFor();
      await page.goto(new URL("#sendMessage/text", page.url()).href);
      await type(page, textTo("the first tea"));
      await page.locator("#request-view", { hasText: "the first tea" }).waitFor();
      await send(page);
      await type(page, textTo("the second tea"));
      await page.locator("#request-view", { hasText: "the second tea" }).waitFor();
      await send(page);
      await page.locator('#examples a[href="#sendMessage/the-window-is-closed"]').click();
      await page.locator("#hint", { hasText: "24 hours ago" }).waitFor();
      await send(page);

      await page.getByRole("link", { name: "History" }).click();
      await page.locator(".sent").nth(2).waitFor();
      await reload(page);
      const rows = page.locator(".sent");
      await rows.nth(2).waitFor();
      assert.deepEqual(await page.locator(".sent-status").allTextContents(), [
        "400 · window_closed · refused",
        "201",
        "201",
      ]);
      const [measures = ""] = await page.locator(".sent-measures").allTextContents();
      assert.match(measures, /^(under 1|\d+) ms · 108 bytes sent · \d+ bytes received$/);
      assert.match((await rows.nth(1).textContent()) ?? "", /sendMessageTextto …3210/);

      // One stop for the list: arrows lead to the other rows.
      await page.getByRole("button", { name: /^Open/ }).first().focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Space");
      await page.locator("#comparison .diff").first().waitFor();
      assert.deepEqual(await page.locator(".diff-line del").first().allTextContents(), [
        '    "message": "the first tea"',
      ]);
      assert.deepEqual(await page.locator(".diff-line ins").first().allTextContents(), [
        '    "message": "the second tea"',
      ]);
      await lookAround(page, "comparing two of the history");

      await rows.nth(2).getByRole("button", { name: /^Open/ }).click();
      await page.locator("#answer-status", { hasText: "Status 201" }).waitFor();
      assert.ok(page.url().endsWith("#sendMessage/text"), page.url());
      assert.equal((await typed(page)).data.message, "the first tea");
      assert.ok(await page.locator(".answer-age").isHidden());
      await page.goBack();
      await rows
        .nth(0)
        .getByRole("button", { name: /^Send again/ })
        .click();
      assert.equal(await settled(page), "Status 400: WindowClosedError");
      await page.goBack();
      await rows.nth(3).waitFor();
      await page.getByRole("button", { name: "Clear" }).click();
      await page.locator(".history-none").waitFor();
      const kept = await page.evaluate(() => Object.keys(sessionStorage));
      assert.deepEqual(
        kept.filter((key) => key.includes("/history:")),
        [],
      );
    }));

  test("storage that is denied or damaged breaks nothing", () =>
    desk().visit("#getUserById", async (page) => {
      await page.evaluate(() => {
        for (const name of ["drafts", "history"]) {
          sessionStorage.setItem(`interakt-console/simulator/${name}:1`, "{");
          sessionStorage.setItem(`interakt-console/simulator/${name}:2`, '["x", "[]"]');
        }
      });
      await reload(page);
      assert.equal(await send(page), "Status 200");
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, "sessionStorage", {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        });
      });
      await reload(page);
      await type(page, '{ "userId": "guest-8" }');
      await page.locator("#request-view", { hasText: "guest-8" }).waitFor();
      assert.equal(await send(page), "Status 200");
      await page.getByRole("link", { name: "History" }).click();
      await page.locator(".sent").waitFor();
    }));
}
