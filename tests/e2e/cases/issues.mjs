import assert from "node:assert/strict";
import test from "node:test";
import { asked, selected, type } from "../desk.mjs";

const FULL_OF_MISTAKES = "#sendMessage/a-list-full-of-mistakes";

/** @param {() => import("../desk.mjs").Desk} desk */
export function issues(desk) {
  test("issues come and go while typing, and their number is read out", () =>
    desk().visit("#getUserByPhone", async (page) => {
      const count = page.locator("#issues-count");
      const spoken = page.locator("#issues-status");
      assert.equal(await count.textContent(), "None: ready to send");
      await type(page, '{ "phoneNumber": "98-76" }');
      await page.locator("#issues-count", { hasText: "1 error" }).waitFor();
      await page.locator("#issues-status", { hasText: "1 error" }).waitFor({ state: "attached" });
      assert.equal(await spoken.getAttribute("role"), "status");
      assert.deepEqual(await page.locator(".issue-code").allTextContents(), ["phone.not_digits"]);
      const note = page.locator("#send-note");
      assert.equal(await note.textContent(), "Fix 1 error first.");
      assert.equal(await page.locator(".cm-lintRange-error").textContent(), '"98-76"');
      await type(page, '{ "phoneNumber": "9876543210" }');
      await page.locator("#issues-count", { hasText: "None" }).waitFor();
      assert.equal(await note.textContent(), "Nothing reaches Interakt.");
    }));

  test("every issue leads to its place", () =>
    desk().visit(FULL_OF_MISTAKES, async (page) => {
      assert.deepEqual(await placesByClick(page), [
        ["phoneNumber", '"09876543210"'],
        ["data.message.action.button", '"See all the teas that we have"'],
        ["data.message.action.sections[0].title", '"Black teas from the hills of the south"'],
        ["data.message.action.sections[0].rows[1].title", '"Orange Pekoe, the whole leaf"'],
        // It is missing: the row that should hold it begins here.
        ["data.message.action.sections[0].rows[2].id", "{"],
        ["data.message.action.sections[0].rows[2].description", "7"],
        ["data.message.action.sections[0].rows[1].id", '"orange-pekoe"'],
        ["callbackdata", '"callbackdata"'],
        ["countryCode", '"91"'],
      ]);
    }));

  test("the keyboard alone leads from an issue to its place and on to sending", () =>
    desk().visit("#sendMessage/both-phone-forms", async (page) => {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "skip");
      await page.keyboard.press("Enter");
      await page.locator(".cm-focused").waitFor();
      await page.keyboard.press("Tab");
      assert.match(
        await page.evaluate(() => document.activeElement?.textContent ?? ""),
        /recipient\.both_forms/,
      );
      await page.keyboard.press("Enter");
      await page.locator(".cm-focused").waitFor();
      assert.equal(await selected(page), '"919876543210"');
      // The editor's key for deleting a line.
      await page.keyboard.press("ControlOrMeta+Shift+k");
      await page.locator("#issues-count", { hasText: "None" }).waitFor();
      await page.keyboard.press("ControlOrMeta+Enter");
      await page.locator("#answer-status", { hasText: "Status 201" }).waitFor();
    }));

  test("sending an input with errors sends nothing and leads to the first of them", () =>
    desk().visit(FULL_OF_MISTAKES, async (page) => {
      const sent = asked(page);
      await page.locator("#send").click();
      await page.locator(".cm-focused").waitFor();
      assert.equal(await selected(page), '"09876543210"');
      assert.equal(
        await page.locator("#issues-status").textContent(),
        "Nothing was sent: fix 8 errors first.",
      );
      assert.deepEqual(sent, []);
    }));

  test("a text that is no JSON is an issue with its line", () =>
    desk().visit("#assignChat", async (page) => {
      await type(page, '{\n  "user_phone_number": "919876543210"\n  "agent_email": 1\n}');
      const issue = page.locator(".issue");
      await issue.filter({ hasText: "json.syntax" }).waitFor();
      assert.match((await issue.textContent()) ?? "", /line 3/);
      await issue.click();
      assert.equal(await selected(page), '"');
    }));

  test("a key that stands twice is a warning", () =>
    desk().visit("#getUserById", async (page) => {
      await type(page, '{ "userId": "one", "userId": "two" }');
      await page.locator("#issues-count", { hasText: "1 warning" }).waitFor();
      assert.deepEqual(await page.locator(".issue-code").allTextContents(), ["json.repeated_key"]);
    }));

  test("Format lays the input out, and that can be undone", () =>
    desk().visit("#getUserById", async (page) => {
      const content = page.locator(".cm-content");
      await type(page, '{"userId":"one"}');
      await page.locator("#format").click();
      assert.equal(await content.innerText(), '{\n  "userId": "one"\n}');
      await content.click();
      await page.keyboard.press("ControlOrMeta+z");
      assert.equal(await content.innerText(), '{"userId":"one"}');
    }));

  test("an issue of a file leads to the picker", () =>
    desk().visit("#uploadMedia", async (page) => {
      const file = { name: "nothing.png", mimeType: "image/png", buffer: Buffer.alloc(0) };
      await page.locator("#file").setInputFiles(file);
      await page.locator(".issue", { hasText: "file.empty" }).click();
      assert.equal(await page.evaluate(() => document.activeElement?.id), "file");
    }));
}

/**
 * @param {import("playwright-core").Page} page
 * @returns {Promise<[where: string | null, selected: string][]>} In the order of the list.
 */
async function placesByClick(page) {
  /** @type {[string | null, string][]} */
  const places = [];
  for (const issue of await page.locator(".issue").all()) {
    await issue.click();
    places.push([await issue.locator(".issue-where").textContent(), await selected(page)]);
  }
  return places;
}
