import assert from "node:assert/strict";
import test from "node:test";
import { asked, NARROW, send, type } from "../desk.mjs";
import { violations } from "../look.mjs";

/** @typedef {import("playwright-core").Page} Page */

/**
 * Chooses a template of the account, once they are read.
 *
 * @param {Page} page
 * @param {RegExp} label
 */
async function pick(page, label) {
  const option = page.locator("#template-name option").filter({ hasText: label });
  const value = await option.getAttribute("value");
  await page.locator("#template-name").selectOption(value);
}

/** @param {Page} page @returns {Promise<any>} What the editor holds. */
async function held(page) {
  return JSON.parse(await page.locator(".cm-content").innerText());
}

/** @param {Page} page */
const phone = (page) => page.locator("#request-view .handset");

/** @param {() => import("../desk.mjs").Desk} desk */
export function templates(desk) {
  test("choosing a template fills the input with what it wants, and leaves the customer", () =>
    desk().visit("#sendMessage/template", async (page) => {
      await pick(page, /^monsoon_sale · en · Marketing$/);
      await page.locator("#template-facts", { hasText: "Marketing" }).waitFor();
      assert.deepEqual(await held(page), {
        countryCode: "+91",
        phoneNumber: "9876543210",
        campaignId: "5f0c2a8e-6f0e-4a53-9a55-0d4f6a7b8c9d",
        callbackData: "order-118",
        type: "Template",
        template: {
          name: "monsoon_sale",
          languageCode: "en",
          headerValues: [""],
          bodyValues: [""],
          buttonValues: { 0: [""] },
        },
      });
      assert.match(
        (await page.locator("#template-facts").textContent()) ?? "",
        /Approved.*Marketing.*en.*Needs an image, 1 value in the text, 1 for a button\./,
      );
      assert.deepEqual(await page.locator(".issue-error .issue-where").allTextContents(), [
        "template.headerValues[0]",
        "template.bodyValues[0]",
        "template.buttonValues.0[0]",
      ]);
      // An edit like any other.
      await page.locator(".cm-content").click();
      await page.keyboard.press("ControlOrMeta+z");
      assert.equal((await held(page)).template.name, "order_packed");
      await page.locator("#template-facts", { hasText: "Utility" }).waitFor();
    }));

  test("cards are filled in too, and another language keeps the values", () =>
    desk().visit("#sendMessage/template", async (page) => {
      await pick(page, /^order_packed · en_US/);
      await page.locator("#template-facts", { hasText: "en_US" }).waitFor();
      const { template, template_category } = await held(page);
      assert.deepEqual(template, {
        name: "order_packed",
        languageCode: "en_US",
        bodyValues: ["Asha", "118"],
      });
      assert.equal(template_category, "utility");
      await pick(page, /^two_teas · en · Utility$/);
      await page.locator("#template-facts", { hasText: "2 cards" }).waitFor();
      const card = { bodyValues: [""], buttonValues: { 1: [""] } };
      assert.deepEqual((await held(page)).template.carouselCards, [card, card]);
    }));

  test("a value too few is told with its place, before anything is sent", () =>
    desk().visit("#sendMessage/one-value-too-few", async (page) => {
      const issues = page.locator(".issue-error");
      await issues.first().waitFor();
      assert.deepEqual(
        await page.locator(".issue-error .issue-where, .issue-error .issue-code").allTextContents(),
        [
          "template.bodyValues[1]",
          "template.value_missing",
          "template.buttonValues.1[0]",
          "template.button_value_missing",
        ],
      );
      const sent = asked(page);
      await page.locator("#send").click();
      await page.locator(".cm-focused").waitFor();
      assert.deepEqual(sent, []);
    }));

  test("the preview follows what is typed, and marks what is missing", () =>
    desk().visit("#sendMessage/one-value-too-few", async (page) => {
      const marks = phone(page).locator("mark");
      await marks.first().waitFor();
      assert.deepEqual(await marks.allTextContents(), ["{{2}}", "no value yet"]);
      const input = await held(page);
      input.template.bodyValues = ["*Asha*", "<b>118</b>"];
      input.template.buttonValues = { 1: ["118"] };
      await type(page, JSON.stringify(input));
      await page.locator("#issues-count", { hasText: "None" }).waitFor();
      assert.equal(await marks.count(), 0);
      assert.match((await phone(page).textContent()) ?? "", /your order <b>118<\/b> is packed/);
      assert.equal(await phone(page).locator("b").count(), 0);
      assert.deepEqual(await phone(page).locator("li").allTextContents(), [
        "Call the shop",
        "Follow it",
      ]);
      await page.getByRole("button", { name: "Copy text" }).click();
      await page.getByRole("button", { name: "Copied" }).waitFor();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(text, /<b>118<\/b> is packed[\s\S]*https:\/\/nilgiritea\.example\/track\/118/);
      // What was seen stays while the text is no JSON.
      await type(page, JSON.stringify(input).slice(0, -1));
      await page.locator(".issue", { hasText: "json.syntax" }).waitFor();
      assert.match((await phone(page).textContent()) ?? "", /118/);
    }));

  test("a template that Meta has made Marketing, and one in another language, are told", () =>
    desk().visit("#sendMessage/utility-that-became-marketing", async (page) => {
      await page.locator(".issue-code", { hasText: "template.category_mismatch" }).waitFor();
      assert.match((await page.locator("#template-facts").textContent()) ?? "", /was Utility/);
      await page.locator('#examples a[href$="/a-template-in-another-language"]').click();
      await page.locator(".issue-code", { hasText: "template.language_not_in_book" }).waitFor();
      assert.equal(await page.locator("#template-name").inputValue(), "");
    }));

  test("a template that was created waits in the list", () =>
    desk().visit("#sendMessage/template", async (page) => {
      await page.locator("#template-name option").nth(3).waitFor({ state: "attached" });
      const waiting = page.locator('#template-name optgroup[label="Cannot be sent"] option');
      const before = await waiting.count();
      await page.locator('#operations a[href="#createTemplate"]').click();
      await page.locator("#input-title", { hasText: "Create a template" }).waitFor();
      assert.ok(!(await page.locator("#template").isVisible()));
      assert.equal(await send(page), "Status 200");
      await page.locator('#operations a[href="#sendMessage"]').click();
      await waiting.nth(before).waitFor({ state: "attached" });
    }));

  test("templates that cannot be read are told, and messages are checked without them", () =>
    desk().visit("#sendMessage/text", async (page) => {
      await page.evaluate(() => {
        globalThis.fetch = () => Promise.reject(new TypeError("no network"));
      });
      await page.locator('#examples a[href$="/template"]').first().click();
      const picker = page.locator("#template-name");
      await page.locator("#template-name", { hasText: "could not be loaded" }).waitFor();
      assert.ok(await picker.isDisabled());
      await page.locator("#issues-count", { hasText: "None" }).waitFor();
      assert.match((await phone(page).textContent()) ?? "", /order_packed/);
    }));

  test("every kind of message is seen on the phone, what nobody sees is not", () =>
    desk().visit("", async (page) => {
      for (const [hash, seen] of /** @type {const} */ ([
        ["sendMessage/text", /Your tea leaves the warehouse today\./],
        ["sendMessage/document", /invoice-118\.pdf.*Your invoice/],
        ["sendMessage/reply-buttons", /How was your last order\?.*Lovely.*Fine.*Not for me/],
        ["sendMessage/list", /Which tea.*See the teas.*Black teas.*Orange Pekoe.*first flush/],
        ["sendMessage/order-details", /Monsoon Sampler.*450/],
        ["sendMessage/carousel", /Orange Pekoe.*Send me a sample.*White Frost/],
        ["sendMessage/template-or-sms", /pay the courier.*by SMS.*courier's code is 4821/],
        ["sendRcs/quick-replies", /RCS.*Is your order complete\?.*Yes, all there/],
        ["sendRcs/rich-card", /Gift boxes.*Packed by hand.*Small box/],
      ])) {
        await page.evaluate((to) => location.assign(to), `#${hash}`);
        await page.locator(".handset", { hasText: seen }).waitFor({ timeout: 5000 });
      }
      await page.evaluate(() => location.assign("#trackUser"));
      await page.locator("#input-title", { hasText: "customer" }).waitFor();
      assert.ok(!(await page.getByRole("tab", { name: "Preview" }).isVisible()));
      assert.equal(await page.locator("#request-tabs [aria-selected=true]").textContent(), "HTTP");
    }));

  test("the keyboard alone chooses a template and goes to the first empty place", () =>
    desk().visit(
      "#sendMessage/template",
      async (page) => {
        await page.locator("#template-name option").nth(3).waitFor({ state: "attached" });
        await page.locator("#template-name").focus();
        await page.keyboard.type("order_inv");
        await page.locator(".issue", { hasText: "headerValues[0]" }).first().waitFor();
        assert.equal(await page.evaluate(() => document.activeElement?.id), "template-name");
        assert.deepEqual(await violations(page), []);
      },
      { viewport: NARROW },
    ));
}
