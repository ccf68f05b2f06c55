import assert from "node:assert/strict";
import test from "node:test";
import { send, type } from "../desk.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** A message to +91 9876543210, as countryCode and phoneNumber. */
const PAIR = "#sendMessage/audio";
/** The same as fullPhoneNumber. */
const FULL = "#sendMessage/text";

/** @param {() => import("../desk.mjs").Desk} desk */
export function phone(desk) {
  test("the field shows the number of the input, whatever form it has there", async () => {
    for (const hash of [PAIR, FULL, "#assignChat", "#getUserByPhone", "#trackUser", "#sendRcs"]) {
      await desk().visit(hash, async (page) => {
        assert.deepEqual(await shown(page), ["IN", "+91", "98765 43210"], hash);
        await verdict(page, "valid", /^India \+91 98765 43210$/);
        assert.ok(!(await page.locator(".phone-offer").isVisible()));
      });
    }
  });

  test("where there is no phone number, or one a message, there is no field", async () => {
    for (const hash of [
      "#listUsers",
      "#createTemplate",
      "#getUserById",
      "#sendMessage/two-messages-in-one-request",
    ]) {
      await desk().visit(hash, async (page) => {
        assert.ok(!(await page.locator("#phone").isVisible()), hash);
      });
    }
  });

  test("any format can be pasted, and the input gets what it is", () =>
    desk().visit(PAIR, async (page) => {
      for (const [pasted, letters, countryCode, phoneNumber] of FORMATS) {
        await paste(page, pasted);
        await verdict(page, "valid", /./);
        assert.deepEqual((await shown(page)).slice(0, 2), [letters, countryCode]);
        assert.deepEqual(await recipient(page), { countryCode, phoneNumber });
        assert.deepEqual(await page.locator(".phone-result dd").allTextContents(), [
          countryCode,
          phoneNumber,
          countryCode.slice(1) + phoneNumber,
        ]);
      }
    }));

  test("a number with + moves the picker while it is typed", () =>
    desk().visit(PAIR, async (page) => {
      await text(page).fill("");
      await text(page).pressSequentially("+97150");
      assert.deepEqual(await shown(page), ["AE", "+971", "+971 50"]);
      await text(page).fill("+1 416 967 1111");
      assert.deepEqual((await shown(page)).slice(0, 2), ["CA", "+1"]);
      // A code of no country.
      await text(page).fill("+870 773 111 632");
      assert.deepEqual((await shown(page)).slice(0, 2), ["", "+870"]);
    }));

  test("the input keeps the form that it has", async () => {
    for (const [hash, phones] of /** @type {[string, object][]} */ ([
      [FULL, { fullPhoneNumber: "971501234567" }],
      ["#assignChat", { user_phone_number: "971501234567" }],
      ["#getUserByPhone", { countryCode: "+971", phoneNumber: "501234567" }],
      // It said nothing of who it is about.
      ["#trackUser/nobody", { countryCode: "+971", phoneNumber: "501234567" }],
    ])) {
      await desk().visit(hash, async (page) => {
        await paste(page, "+971 50 123 4567");
        assert.deepEqual(await recipient(page), phones, hash);
      });
    }
  });

  test("nothing else in the text of the input changes, and the change can be undone", () =>
    desk().visit(FULL, async (page) => {
      const text = `{"type":"Text",
   "data": { "message":  "+91" },   "countryCode":"+91" ,
"phoneNumber" : "9876543210"  }`;
      await type(page, text);
      await page.locator("#verdict", { hasText: "India" }).waitFor();
      await paste(page, "+44 7400 123456");
      const changed = text.replace('"countryCode":"+91"', '"countryCode":"+44"');
      assert.equal(await input(page), changed.replace("9876543210", "7400123456"));
      await page.locator(".cm-content").focus();
      await page.keyboard.press("ControlOrMeta+z");
      assert.equal(await input(page), text);
      await page.locator("#verdict", { hasText: "India" }).waitFor();
      assert.deepEqual(await shown(page), ["IN", "+91", "98765 43210"]);
    }));

  test("an edit of the input shows in the field", () =>
    desk().visit("#getUserByPhone", async (page) => {
      await type(page, '{ "phoneNumber": "7400123456", "countryCode": "+44" }');
      await page.locator("#verdict", { hasText: "United Kingdom" }).waitFor();
      assert.deepEqual(await shown(page), ["GB", "+44", "7400 123456"]);
      await type(page, '{ "phoneNumber": "1", "countryCode": "+999" }');
      await text(page).and(page.locator('[aria-invalid="false"]')).waitFor();
      await page.locator("interakt-phone:invalid").waitFor();
      // Not finished: what stands there is known all the same.
      await type(page, '{ "phoneNumber": "501234567", "countryCode": "+971" ');
      await page.locator("#verdict", { hasText: "United Arab Emirates" }).waitFor();
      await type(page, "[");
      await page.locator("#phone").waitFor({ state: "hidden" });
    }));

  test("a number that the input writes otherwise is corrected there on demand", () =>
    desk().visit("#sendMessage/a-list-full-of-mistakes", async (page) => {
      await verdict(page, "valid", /^India \+91 98765 43210$/);
      assert.deepEqual(await recipient(page), { countryCode: "91", phoneNumber: "09876543210" });
      await page.getByRole("button", { name: "Correct the JSON" }).click();
      assert.deepEqual(await recipient(page), { countryCode: "+91", phoneNumber: "9876543210" });
      assert.ok(!(await page.locator(".phone-offer").isVisible()));
      assert.equal(await focused(page), "input");
    }));

  test("what is wrong is said in words, once the field is left", () =>
    desk().visit(PAIR, async (page) => {
      await text(page).fill("98765");
      await verdict(page, "empty", /^\s*$/);
      assert.deepEqual(await recipient(page), { countryCode: "+91", phoneNumber: "98765" });
      assert.equal(await page.locator(".phone-result dd").count(), 0);
      await page.locator("#issues-count", { hasText: "1 error" }).waitFor();
      await text(page).blur();
      await verdict(
        page,
        "invalid",
        /^This number is too short: numbers in India have 10 digits\./,
      );
      assert.equal(await text(page).getAttribute("aria-invalid"), "true");
    }));

  test("a fixed line is a warning, and can be sent to", () =>
    desk().visit(PAIR, async (page) => {
      await text(page).fill("022 2222 2222");
      await text(page).blur();
      await verdict(page, "warning", /mobile number/);
      assert.equal(await text(page).getAttribute("aria-invalid"), "false");
      assert.equal(await send(page), "Status 201");
    }));

  test("what is no number never becomes one in the input", () =>
    desk().visit(PAIR, async (page) => {
      for (const typed of ["98765 43210 ext. 12", "9876543210 or 11", "call me"]) {
        await text(page).fill(typed);
        await text(page).blur();
        await verdict(page, "invalid", /digits|extension/);
        assert.deepEqual(await recipient(page), { countryCode: "+91", phoneNumber: typed });
        await page.locator("#issues-count", { hasText: "1 error" }).waitFor();
      }
    }));

  test("another country keeps the number and changes its code", () =>
    desk().visit(PAIR, async (page) => {
      await paste(page, "+91 98765-43210");
      await search(page, "bangla");
      await page.getByRole("option", { name: "Bangladesh" }).click();
      assert.deepEqual((await shown(page)).slice(0, 2), ["BD", "+880"]);
      assert.deepEqual(await recipient(page), { countryCode: "+880", phoneNumber: "9876543210" });
    }));

  test("a country without a number does not change the input", () =>
    desk().visit("#trackUser/nobody", async (page) => {
      const before = await input(page);
      await search(page, "bangla");
      await page.keyboard.press("Enter");
      assert.deepEqual(await shown(page), ["BD", "+880", ""]);
      assert.equal(await input(page), before);
      await page.keyboard.type("1712345678");
      assert.deepEqual(await recipient(page), { countryCode: "+880", phoneNumber: "1712345678" });
    }));

  test("the keyboard alone fills it in, and sends", () =>
    desk().visit(PAIR, async (page) => {
      // Reset cannot be pressed yet: there is nothing to reset.
      await page.locator("#format").focus();
      await page.keyboard.press("Tab");
      assert.equal(await focused(page), "country");
      await page.keyboard.type("united a");
      assert.equal(await focused(page), "search");
      await page.keyboard.press("Enter");
      assert.equal(await focused(page), "input");
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type("050 123 4567");
      await verdict(page, "valid", /United Arab Emirates/);
      await page.keyboard.press("ControlOrMeta+Enter");
      await page.locator("#answer-status", { hasText: "Status 201" }).waitFor();
      await page.keyboard.press("Tab");
      assert.ok(await page.locator(".cm-content").evaluate((it) => it === document.activeElement));
    }));

  test("the number stays out of addresses, logs and what outlives the tab", () =>
    desk().visit(PAIR, async (page) => {
      /** @type {string[]} */
      const traces = [];
      page.on("request", (request) => traces.push(request.url()));
      page.on("console", (message) => traces.push(message.text()));
      for (const copied of ["+91 87654 32109", "87654 3210", "87654 ext 3210"]) {
        await paste(page, copied);
        await text(page).blur();
      }
      await paste(page, "+91 87654 32109");
      assert.equal(await send(page), "Status 201");
      traces.push(page.url(), await page.title());
      traces.push(await page.evaluate(() => JSON.stringify([localStorage, document.cookie])));
      assert.ok(traces.some((trace) => trace.endsWith("/api/send")));
      assert.deepEqual(
        traces.filter((trace) => trace.includes("87654")),
        [],
      );
    }));
}

/** What people paste, and what comes of it. @type {[text: string, letters: string, countryCode: string, phoneNumber: string][]} */
const FORMATS = [
  ["+91 99999-99999", "IN", "+91", "9999999999"],
  ["0044 7400 123456", "GB", "+44", "7400123456"],
  // Without its country, of the one before.
  ["(07400) 123456", "GB", "+44", "7400123456"],
  ["tel:+971-50-123-4567", "AE", "+971", "501234567"],
  ["＋９１ ９८７६५ ४३२१०", "IN", "+91", "9876543210"],
  ["०९८७६५४३२१०", "IN", "+91", "9876543210"],
  ["91 98765 43210", "IN", "+91", "9876543210"],
  ["\u202A+91 98765 43210\u202C", "IN", "+91", "9876543210"],
];

/** The number, in the element. @param {Page} page */
const text = (page) => page.locator("interakt-phone [part=input]");

/** Opens the list of countries, and looks for one. @param {Page} page @param {string} query */
async function search(page, query) {
  await page.locator("interakt-phone [part=country]").click();
  await page.keyboard.type(query);
}

/**
 * @param {Page} page
 * @param {string} copied
 */
async function paste(page, copied) {
  await page.evaluate((written) => navigator.clipboard.writeText(written), copied);
  await text(page).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+v");
}

/**
 * Waits for a verdict.
 *
 * @param {Page} page
 * @param {string} kind
 * @param {RegExp} said
 */
async function verdict(page, kind, said) {
  await page
    .locator(`interakt-phone [part~=verdict][part~=${kind}]`, { hasText: said })
    .waitFor({ state: "attached" });
}

/**
 * @param {Page} page
 * @returns {Promise<(string | null)[]>} Letters, code and text of the field.
 */
async function shown(page) {
  return [
    await page.locator("interakt-phone [part=letters]").textContent(),
    await page.locator("interakt-phone [part=country] [part=code]").textContent(),
    await text(page).inputValue(),
  ];
}

/** @param {Page} page */
function input(page) {
  return page.locator(".cm-content").innerText();
}

/**
 * @param {Page} page
 * @returns {Promise<object>} Who the input says that it is for.
 */
async function recipient(page) {
  // A long input is only drawn as far as it is seen.
  const fields = (await input(page)).matchAll(
    /"(userId|countryCode|phoneNumber|fullPhoneNumber|user_phone_number)": "(.*)"/g,
  );
  return Object.fromEntries([...fields].map(([, key, value]) => [key, value]));
}

/** @param {Page} page @returns {Promise<string | null | undefined>} The part of the field that has the focus. */
function focused(page) {
  return page.evaluate(() =>
    document.activeElement?.shadowRoot?.activeElement?.getAttribute("part"),
  );
}
