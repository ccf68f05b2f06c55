import assert from "node:assert/strict";
import test from "node:test";
import {
  check,
  counts,
  downloaded,
  drop,
  FILES,
  mapped,
  opened,
  pickTemplate,
  problems,
} from "../rows.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** As spreadsheets and people leave them. */
export const UGLY = [
  "\uFEFFMobile No.;Name;Order",
  "98765 43210;Asha;118",
  "+91-9876543210;Asha again;119",
  "9.87654E+09;Ravi;120",
  "98765;Meera;121",
  '9876543212;"Tom;122',
  "9876543213;Lakshmi;123",
  "9876543214;;124",
  "",
].join("\r\n");

/** @param {() => import("../desk.mjs").Desk} desk */
export function files(desk) {
  test("the sidebar leads to the page, which loads only then", () =>
    desk().visit("#sendMessage/text", async (page) => {
      const loaded = () =>
        page.evaluate(() =>
          performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1) ?? ""),
        );
      const isOfFiles = (/** @type {string} */ name) => /^(bulk|files|view)\b/.test(name);
      assert.deepEqual((await loaded()).filter(isOfFiles), []);
      await page.getByRole("link", { name: "Check a file" }).click();
      await opened(page);
      assert.ok((await loaded()).includes("files.css"));
      assert.equal(await page.title(), "Files: Check a file · interakt-wasm console");
      const current = page.locator("#catalog [aria-current] .choice-name");
      assert.deepEqual(await current.filter({ visible: true }).allTextContents(), ["Check a file"]);
      await page.goBack();
      await page.locator("#input-title").waitFor();
      assert.ok(!(await page.locator("#files").isVisible()));
    }));

  test("a file that is dropped is read, mapped and checked, row by row", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await pickTemplate(page, /^order_packed · en · /);
      await drop(page, "customers of diwali.csv", UGLY);
      assert.deepEqual(await mapped(page), {
        "Mobile No.": "Phone number",
        Name: "{{1}} of the text",
        Order: "{{2}} of the text",
      });
      assert.deepEqual(await told(page), ["semicolon", "is the header", "UTF-8"]);
      await check(page);
      assert.deepEqual(await counts(page), {
        Rows: "7",
        Ready: "2",
        Refused: "4",
        Duplicates: "1",
        Warned: "0",
      });
      const { "row.duplicate": duplicates, ...others } = await problems(page);
      assert.match(duplicates?.join() ?? "", /^3 \| Mobile No\. \| \+91-9876543210: .*line 2\b/);
      assert.deepEqual(others, {
        "phone.damaged": ["4 | Mobile No. | 9.87654E+09"],
        "phone.too_short": ["5 | Mobile No. | 98765"],
        "row.open_quote": ["6 | – | –"],
        "string.empty": ["8 | Name | –"],
      });
      const spoken = await page.locator("#rows-status").textContent();
      assert.match(
        spoken ?? "",
        /^Checked 7 rows in [\d.]+ seconds: 2 ready, 4 refused, 1 duplicate\.$/,
      );
    }));

  test("both files are downloaded: what is ready with line and key, what is refused with reasons", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await pickTemplate(page, /^order_packed · en · /);
      await drop(page, "customers of diwali.csv", UGLY);
      await check(page);
      const ready = await downloaded(page, "rows-ready");
      assert.equal(ready.name, "customers of diwali ready.ndjson");
      const rows = ready.text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
      const input = {
        countryCode: "+91",
        template_category: "utility",
        type: "Template",
        template: { name: "order_packed", languageCode: "en" },
      };
      assert.deepEqual(
        rows.map(({ line, input }) => [line, input]),
        [
          [2, withValues(input, "9876543210", ["Asha", "118"])],
          [7, withValues(input, "9876543213", ["Lakshmi", "123"])],
        ],
      );
      for (const { key } of rows) assert.match(key, /^[0-9a-f]{16}$/);
      assert.notEqual(rows[0].key, rows[1].key);

      const refused = await downloaded(page, "rows-refused");
      assert.equal(refused.name, "customers of diwali refused.csv");
      const lines = refused.text.trimEnd().split(/\r?\n/);
      assert.equal(lines[0], "\uFEFFMobile No.;Name;Order;line;problem");
      for (const [at, cells] of [
        "+91-9876543210;Asha again;119;3;",
        "9.87654E+09;Ravi;120;4;",
        "98765;Meera;121;5;",
        '9876543212;"Tom;122";;6;',
        "9876543214;;124;8;",
      ].entries()) {
        assert.ok(lines[at + 1]?.startsWith(cells), `${lines[at + 1]}, not ${cells}`);
      }
      assert.equal(lines.length, 6);
      assert.match(lines[3] ?? "", /numbers in India have 10 digits/);
      await page.locator("#rows-language").selectOption("hi");
      const hindi = await downloaded(page, "rows-refused");
      assert.match(hindi.text, /98765;Meera;121;5;.*भारत के नंबर में 10 अंक/);
    }));

  test("a column goes where one chooses, and what was found before is forgotten", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await pickTemplate(page, /^order_packed · en · /);
      await drop(page, "a.csv", "Mobile,Name,Order\n9876543210,Asha,118\n");
      await check(page);
      await page
        .getByRole("combobox", { name: "Name Goes to" })
        .selectOption({ label: "{{2}} of the text" });
      assert.deepEqual(await mapped(page), {
        Mobile: "Phone number",
        Name: "{{2}} of the text",
        Order: "Not used",
      });
      assert.deepEqual(Object.values(await counts(page)), ["–", "–", "–", "–", "–"]);
      assert.ok(!(await page.locator("#rows-ready").isVisible()));
      await page.getByLabel("{{1}} of the text").fill("Customer");
      await check(page);
      const { text } = await downloaded(page, "rows-ready");
      assert.deepEqual(JSON.parse(text).input.template.bodyValues, ["Customer", "Asha"]);
    }));

  test("what is told of the file can be told otherwise", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await page.locator("#rows-operation").selectOption("trackUser");
      await drop(page, "a.csv", "Phone;Name, full\n9876543210;Asha\n");
      assert.deepEqual(Object.keys(await mapped(page)), ["Phone", "Name, full"]);
      await page.locator("#rows-delimiter").selectOption({ label: "comma" });
      await page.getByRole("rowheader", { name: "Phone;Name" }).waitFor();
      assert.deepEqual(Object.keys(await mapped(page)), ["Phone;Name", "full"]);
      await page.locator("#rows-header").selectOption({ label: "is data" });
      await page.getByRole("rowheader", { name: "Column 1" }).waitFor();
      assert.deepEqual(Object.keys(await mapped(page)), ["Column 1", "Column 2"]);
    }));

  test("where no column looks like a phone number, one is chosen by hand", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await page.locator("#rows-operation").selectOption("trackUser");
      await drop(page, "a.csv", "Details,City\nsee below,Kochi\n9876543210,Goa\n");
      await page.getByText("No column has the recipient").waitFor();
      await page.locator("#rows-start").click();
      await page.locator("#rows-note", { hasText: "No column says whom" }).waitFor();
      await page
        .getByRole("combobox", { name: "Details Goes to" })
        .selectOption({ label: "Phone number" });
      await check(page);
      assert.deepEqual((await counts(page)).Ready, "1");
    }));

  test("what is no text is refused with what to do, and the next file is read", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await page.locator("#rows-operation").selectOption("trackUser");
      await drop(page, "book.xlsx", "PK\u0003\u0004\u0014\0\u0006\0");
      await page
        .getByRole("alert")
        .filter({ hasText: /^This is .*CSV/ })
        .waitFor();
      assert.ok(!(await page.locator(".rows-columns").isVisible()));
      await drop(page, "a.csv", "Phone\n9876543210\n");
      assert.deepEqual(Object.keys(await mapped(page)), ["Phone"]);
      assert.ok(!(await page.getByRole("alert").isVisible()));
    }));

  test("numbers without + are of the country that is chosen", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await page.locator("#rows-operation").selectOption("trackUser");
      await page.locator("#rows-country").selectOption({ label: "United Kingdom (+44)" });
      await drop(page, "a.csv", "Phone\n07400 123456\n");
      await mapped(page);
      await check(page);
      const { text } = await downloaded(page, "rows-ready");
      assert.deepEqual(JSON.parse(text).input, { countryCode: "+44", phoneNumber: "7400123456" });
    }));

  test("inputs as JSON, line by line, are checked as they are", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await page.locator("#rows-sample").selectOption({ label: "Requests, one per line" });
      await page.getByText("there is nothing to map").waitFor();
      await check(page);
      assert.deepEqual(await counts(page), {
        Rows: "5",
        Ready: "1",
        Refused: "3",
        Duplicates: "1",
        Warned: "0",
      });
    }));

  test("rows are pasted as they were copied", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await page.locator("#rows-operation").selectOption("trackUser");
      const cells = 'Phone\tName\r\n9876543210\t"Asha\nMenon"\r\n98765\tRavi\r\n';
      await page.evaluate((text) => navigator.clipboard.writeText(text), cells);
      await page.locator("#rows-pasted").focus();
      await page.keyboard.press("ControlOrMeta+v");
      await page.locator("#rows-name", { hasText: "pasted rows" }).waitFor();
      assert.deepEqual(Object.keys(await mapped(page)), ["Phone", "Name"]);
      await check(page);
      assert.deepEqual(await problems(page), {
        "phone.too_short": ["4 | Phone | 98765"],
        "trait.whitespace": ["2 | Name | Asha\nMenon"],
      });
    }));
}

/** @param {Page} page */
function told(page) {
  return page.evaluate(() =>
    ["delimiter", "header", "encoding"].map((name) => {
      const select = /** @type {HTMLSelectElement} */ (document.getElementById(`rows-${name}`));
      return select.selectedOptions[0]?.text;
    }),
  );
}

/**
 * @param {{ template: object }} input
 * @param {string} phoneNumber
 * @param {string[]} bodyValues
 */
function withValues(input, phoneNumber, bodyValues) {
  return { ...input, phoneNumber, template: { ...input.template, bodyValues } };
}
