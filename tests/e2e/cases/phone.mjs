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
        assert.deepEqual(await shown(page), ["India", "+91", "9876543210"], hash);
        await verdict(page, "good", /^India · mobile$/);
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

  test("any format can be pasted, and what was done to it is said", () =>
    desk().visit(PAIR, async (page) => {
      for (const [text, name, countryCode, phoneNumber, said] of FORMATS) {
        await paste(page, text);
        await verdict(page, "good", said);
        assert.deepEqual(await shown(page), [name, countryCode, text]);
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
      await page.locator("#phone-text").fill("");
      await page.locator("#phone-text").pressSequentially("+97150");
      assert.deepEqual(await shown(page), ["United Arab Emirates", "+971", "+97150"]);
      await page.locator("#phone-text").fill("+1 416 967 1111");
      assert.deepEqual((await shown(page)).slice(0, 2), ["Canada", "+1"]);
      // A code of no country.
      await page.locator("#phone-text").fill("+870 773 111 632");
      assert.deepEqual((await shown(page)).slice(0, 2), ["International", "+870"]);
    }));

  test("the input keeps the form that it has", async () => {
    for (const [hash, phones] of /** @type {[string, object][]} */ ([
      [FULL, { userId: "", fullPhoneNumber: "971501234567" }],
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
      await page.locator(".phone-words", { hasText: "mobile" }).waitFor();
      await paste(page, "+44 7400 123456");
      const changed = text.replace('"countryCode":"+91"', '"countryCode":"+44"');
      assert.equal(await input(page), changed.replace("9876543210", "7400123456"));
      await page.locator(".cm-content").focus();
      await page.keyboard.press("ControlOrMeta+z");
      assert.equal(await input(page), text);
      await page.locator(".phone-words", { hasText: "India" }).waitFor();
      assert.deepEqual(await shown(page), ["India", "+91", "9876543210"]);
    }));

  test("an edit of the input shows in the field", () =>
    desk().visit("#getUserByPhone", async (page) => {
      await type(page, '{ "phoneNumber": "7400123456", "countryCode": "+44" }');
      await page.locator(".phone-words", { hasText: "United Kingdom" }).waitFor();
      assert.deepEqual(await shown(page), ["United Kingdom", "+44", "7400123456"]);
      await type(page, '{ "phoneNumber": "1", "countryCode": "+999" }');
      await verdict(page, "error", /country/);
      assert.deepEqual(await shown(page), ["United Kingdom", "+44", "+999 1"]);
      // Not finished: what stands there is known all the same.
      await type(page, '{ "phoneNumber": "501234567", "countryCode": "+971" ');
      await page.locator(".phone-words", { hasText: "United Arab Emirates" }).waitFor();
      await type(page, "[");
      await page.locator("#phone").waitFor({ state: "hidden" });
    }));

  test("a number that the input writes otherwise is corrected there on demand", () =>
    desk().visit("#sendMessage/a-list-full-of-mistakes", async (page) => {
      await verdict(page, "good", /^India · mobile Dropped the leading 0/);
      assert.deepEqual(await recipient(page), { countryCode: "91", phoneNumber: "09876543210" });
      await page.getByRole("button", { name: "Correct the input" }).click();
      assert.deepEqual(await recipient(page), { countryCode: "+91", phoneNumber: "9876543210" });
      assert.ok(!(await page.locator(".phone-offer").isVisible()));
      assert.equal(await focused(page), "phone-text");
    }));

  test("what is wrong is said in words, once typing pauses", () =>
    desk().visit(PAIR, async (page) => {
      const text = page.locator("#phone-text");
      await text.fill("98765");
      await verdict(page, "none", /10 digits/);
      assert.equal(await text.getAttribute("aria-invalid"), "false");
      await verdict(
        page,
        "error",
        /^Phone numbers of India \(\+91\) have 10 digits, this has 5\.$/,
      );
      assert.equal(await text.getAttribute("aria-invalid"), "true");
      assert.equal(await text.getAttribute("aria-describedby"), "phone-verdict");
      assert.equal(await page.locator(".phone-result dd").count(), 0);
      await page.locator("#issues-count", { hasText: "1 error" }).waitFor();

      await text.fill("98765432101");
      await verdict(
        page,
        "error",
        /^Phone numbers of India \(\+91\) have 10 digits, this has 11\.$/,
      );
      await text.fill("");
      await verdict(page, "none", /^Type or paste/);
    }));

  test("a fixed line is a warning, and can be sent to", () =>
    desk().visit(PAIR, async (page) => {
      await page.locator("#phone-text").fill("022 2222 2222");
      await verdict(page, "warning", /mobile number.*Dropped the leading 0/);
      assert.equal(await page.locator("#phone-text").getAttribute("aria-invalid"), "false");
      assert.equal(await send(page), "Status 201");
    }));

  test("what is no number never becomes one in the input", () =>
    desk().visit(PAIR, async (page) => {
      for (const text of ["98765 43210 ext. 12", "9876543210 or 11", "call me"]) {
        await page.locator("#phone-text").fill(text);
        await verdict(page, "error", /digits|extension/);
        assert.deepEqual(await recipient(page), { countryCode: "+91", phoneNumber: text });
        await page.locator("#issues-count", { hasText: "1 error" }).waitFor();
      }
    }));

  test("a country is found by its name, its letters and its code", () =>
    desk().visit(PAIR, async (page) => {
      const options = page.getByRole("option");
      for (const [typed, first] of Object.entries({
        germ: "Germany+49",
        DE: "Germany+49",
        kingdom: "United Kingdom+44",
        "+44": "United Kingdom+44",
        44: "United Kingdom+44",
        "0044": "United Kingdom+44",
        1: "United States+1",
        cote: "Côte d’Ivoire+225",
      })) {
        await page.locator("#phone-country").fill(typed);
        assert.equal(await options.first().textContent(), first, typed);
        assert.equal(await options.first().getAttribute("aria-selected"), "true");
      }
      await page.locator("#phone-country").fill("nowhere");
      assert.equal(await page.locator("#phone-country-status").textContent(), "No such country.");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      assert.equal((await shown(page))[0], "India");
      await page.locator("#phone-country").fill("");
      assert.ok((await options.count()) > 200);
      const selected = page.locator('#phone [aria-selected="true"]');
      assert.equal(await selected.textContent(), "India+91");
      const names = await options.locator("span:first-child").allTextContents();
      assert.deepEqual(names, names.toSorted(new Intl.Collator("en").compare));
    }));

  test("another country keeps the number and changes its code", () =>
    desk().visit(PAIR, async (page) => {
      await paste(page, "+91 98765-43210");
      await page.locator("#phone-country").fill("bangla");
      await page.getByRole("option", { name: "Bangladesh" }).click();
      assert.deepEqual(await shown(page), ["Bangladesh", "+880", "9876543210"]);
      assert.deepEqual(await recipient(page), { countryCode: "+880", phoneNumber: "9876543210" });
    }));

  test("a country without a number does not change the input", () =>
    desk().visit("#trackUser/nobody", async (page) => {
      const before = await input(page);
      await page.locator("#phone-country").fill("bangla");
      await page.keyboard.press("Tab");
      assert.deepEqual(await shown(page), ["Bangladesh", "+880", ""]);
      assert.equal(await input(page), before);
      await page.keyboard.type("1712345678");
      assert.deepEqual(await recipient(page), { countryCode: "+880", phoneNumber: "1712345678" });
    }));

  test("the keyboard alone fills it in, hears what it is, and sends", () =>
    desk().visit(PAIR, async (page) => {
      await page.locator("#reset").focus();
      await page.keyboard.press("Tab");
      assert.equal(await focused(page), "phone-country");
      const country = page.getByRole("combobox", { name: "Country" });
      assert.equal(await country.getAttribute("aria-expanded"), "false");
      await page.keyboard.press("ArrowDown");
      assert.equal(await country.getAttribute("aria-expanded"), "true");
      assert.equal(await active(page), "India+91");
      await page.keyboard.press("ArrowDown");
      assert.equal(await active(page), "Indonesia+62");
      await page.keyboard.press("Escape");
      assert.equal(await country.getAttribute("aria-expanded"), "false");
      assert.equal(await country.inputValue(), "India");
      await page.keyboard.type("united a");
      assert.equal(await active(page), "United Arab Emirates+971");
      await page.keyboard.press("Enter");
      assert.equal(await country.inputValue(), "United Arab Emirates");

      await page.keyboard.press("Tab");
      assert.equal(await focused(page), "phone-text");
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type("050 123 4567");
      const status = page.locator("#phone-status");
      await status.filter({ hasText: "United Arab Emirates · mobile" }).waitFor();
      assert.equal(await status.getAttribute("role"), "status");
      await page.keyboard.press("ControlOrMeta+Enter");
      await page.locator("#answer-status", { hasText: "Status 201" }).waitFor();
      await page.keyboard.press("Tab");
      assert.ok(await page.locator(".cm-content").evaluate((it) => it === document.activeElement));
    }));

  test("phones offer their own numbers and a keypad", () =>
    desk().visit(PAIR, async (page) => {
      const text = page.getByLabel("Phone number", { exact: true }).and(page.locator("input"));
      assert.equal(await text.getAttribute("type"), "tel");
      assert.equal(await text.getAttribute("inputmode"), "tel");
      assert.equal(await text.getAttribute("autocomplete"), "tel");
    }));

  test("the number stays out of addresses, logs and storage", () =>
    desk().visit(PAIR, async (page) => {
      /** @type {string[]} */
      const traces = [];
      page.on("request", (request) => traces.push(request.url()));
      page.on("console", (message) => traces.push(message.text()));
      for (const text of ["+91 87654 32109", "87654 3210", "87654 ext 3210"]) {
        await paste(page, text);
        await page.locator("#phone-text").blur();
      }
      await paste(page, "+91 87654 32109");
      assert.equal(await send(page), "Status 201");
      traces.push(page.url(), await page.title());
      traces.push(
        await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie])),
      );
      assert.ok(traces.some((trace) => trace.endsWith("/api/send")));
      assert.deepEqual(
        traces.filter((trace) => trace.includes("87654")),
        [],
      );
    }));
}

/** What people paste, and what comes of it. @type {[text: string, name: string, countryCode: string, phoneNumber: string, said: RegExp][]} */
const FORMATS = [
  ["+91 99999-99999", "India", "+91", "9999999999", /^India · mobile Dropped spaces/],
  ["0044 7400 123456", "United Kingdom", "+44", "7400123456", /Read 00 as \+/],
  // Without its country, of the one before.
  ["(07400) 123456", "United Kingdom", "+44", "7400123456", /Dropped the leading 0/],
  ["tel:+971-50-123-4567", "United Arab Emirates", "+971", "501234567", /Dropped spaces and signs/],
  ["＋９１ ९८७६५ ४३२१०", "India", "+91", "9876543210", /Replaced digits of another script/],
  ["०९८७६५४३२१०", "India", "+91", "9876543210", /Replaced digits.*Dropped the leading 0/],
  ["91 98765 43210", "India", "+91", "9876543210", /Dropped the country code 91/],
  ["\u202A+91 98765 43210\u202C", "India", "+91", "9876543210", /Dropped spaces and signs/],
];

/**
 * @param {Page} page
 * @param {string} text
 */
async function paste(page, text) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.locator("#phone-text").focus();
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
  const found = page.locator(`#phone-verdict[data-kind="${kind}"]`);
  await found.filter({ hasText: said }).waitFor();
  const signs = { none: 0, good: 1, warning: 1, error: 1 };
  assert.equal(await found.locator("svg").count(), signs[/** @type {keyof typeof signs} */ (kind)]);
}

/**
 * @param {Page} page
 * @returns {Promise<(string | null)[]>} Country, code and text of the field.
 */
async function shown(page) {
  return [
    await page.locator("#phone-country").inputValue(),
    await page.locator("#phone-country-code").textContent(),
    await page.locator("#phone-text").inputValue(),
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

/** @param {Page} page */
function focused(page) {
  return page.evaluate(() => document.activeElement?.id);
}

/** @param {Page} page @returns {Promise<string | null | undefined>} The option that a screen reader reads. */
function active(page) {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute("aria-activedescendant") ?? "";
    return document.getElementById(id)?.textContent;
  });
}
