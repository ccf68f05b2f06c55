import assert from "node:assert/strict";
import test from "node:test";
import { asked } from "../desk.mjs";
import { lookAround } from "../look.mjs";
import { check, counts, drop, FILES, mapped, opened, pickTemplate } from "../rows.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SAMPLE = "#rows-sample";

/** What the page shows, one state after the other. @type {Record<string, (page: Page) => Promise<unknown>>} */
const STATES = {
  empty: opened,
  async mapped(page) {
    await page.locator(SAMPLE).selectOption({ label: "Damaged by a spreadsheet" });
    await mapped(page);
  },
  async checked(page) {
    await check(page);
    for (const summary of (await page.locator(".rows-group-head").all()).slice(1)) {
      await summary.click();
    }
  },
  async "with a value for all rows"(page) {
    await page.getByRole("combobox", { name: "Name Goes to" }).selectOption({ label: "Not used" });
    await page.getByLabel("{{1}} of the text").waitFor();
  },
  async "of customers"(page) {
    await page.locator(SAMPLE).selectOption({ label: "Customers with traits" });
    await page.getByRole("rowheader", { name: "City" }).waitFor();
  },
  async "of requests"(page) {
    await page.locator(SAMPLE).selectOption({ label: "Requests, one per line" });
    await page.getByText("there is nothing to map").waitFor();
    await check(page);
  },
};

/** Says so where it is run. */
const SCRIPT = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";

/** @param {() => import("../desk.mjs").Desk} desk */
export function filesWithCare(desk) {
  test("axe finds nothing in any state of a file, on each screen, in light and in dark", () =>
    desk().visit(FILES, async (page) => {
      for (const [state, reach] of Object.entries(STATES)) {
        await reach(page);
        await lookAround(page, `a file ${state}`);
      }
    }));

  test("all is done by keys alone, and said to who does not see it", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      const to = async (/** @type {string} */ id) => {
        for (let presses = 0; presses < 60; presses += 1) {
          if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
          await page.keyboard.press("Tab");
        }
        assert.fail(`Tab does not lead to ${id}`);
      };
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "rows-file");
      await to("rows-start");
      await page.keyboard.press("Enter");
      await page.locator("#rows-status", { hasText: "Choose a file first." }).waitFor({
        state: "attached",
      });
      assert.equal(await page.evaluate(() => document.activeElement?.id), "rows-file");
      await to("rows-sample");
      await page.keyboard.type("Today");
      await mapped(page);
      await to("rows-column-1");
      await page.keyboard.type("Not");
      await page.getByLabel("{{1}} of the text").waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.id), "rows-column-1");
      await to("rows-shared-0");
      await page.keyboard.type("Customer");
      await to("rows-start");
      await page.keyboard.press("Enter");
      await page.locator("#rows-progress", { hasText: "Checked 6 rows" }).waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.id), "rows-start");
      await page.locator("#rows-status", { hasText: "6 ready" }).waitFor({ state: "attached" });
      await to("rows-ready");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.keyboard.press("Enter"),
      ]);
      assert.equal(download.suggestedFilename(), "orders ready.ndjson");
      await to("rows-problems");
    }));

  test("no script gets in by the name of a file, its header or its cells", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await pickTemplate(page, /^order_packed · en · /);
      const title = await page.title();
      const cell = `"${SCRIPT.replaceAll('"', '""')}"`;
      await drop(page, `${SCRIPT}.csv`, `Mobile,${cell}\n${cell},${cell}\n${cell},x\n`);
      assert.deepEqual(Object.keys(await mapped(page))[0], "Mobile");
      await page
        .getByRole("combobox", { name: "Mobile Goes to" })
        .selectOption({ label: "Phone number" });
      await check(page);
      assert.equal((await counts(page)).Refused, "2");
      await page.locator(".rows-lines code", { hasText: "<img src=x" }).first().waitFor();
      assert.equal(await page.locator("#files :is(img, script, iframe)").count(), 0);
      assert.equal(await page.title(), title);
    }));

  test("of very many columns, and of very long names and cells, the beginning is shown", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await page.locator("#rows-operation").selectOption("trackUser");
      const header = [
        "Phone",
        "x".repeat(5000),
        ...Array.from({ length: 400 }, (_, at) => `c${at}`),
      ];
      await drop(page, "a.csv", `${header}\n9876543210,${"y".repeat(5000)}\n`);
      await page.getByText("And 202 more columns.").waitFor();
      const shown = await mapped(page);
      assert.equal(Object.keys(shown).length, 200);
      assert.ok(`${"x".repeat(60)}…` in shown);
      await check(page);
      assert.equal((await counts(page)).Rows, "1");
    }));

  test("nothing of a file leaves the page or stays in it", () =>
    desk().visit(FILES, async (page) => {
      await opened(page);
      await page.locator("#rows-operation").selectOption("trackUser");
      const sent = asked(page);
      await drop(page, "a.csv", "Phone\n9876543210\n");
      await check(page);
      assert.equal((await counts(page)).Ready, "1");
      assert.deepEqual(sent, []);
      const kept = await page.evaluate(async () => [
        document.cookie,
        JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }]),
        String((await indexedDB.databases()).length + (await caches.keys()).length),
      ]);
      assert.deepEqual(kept, ["", "[null,{},{}]", "0"]);
    }));

  test("a large file is told row by row while the page goes on, to its end", () =>
    desk().visit(FILES, async (page) => {
      await large(page);
      await page.evaluate(watchProgress);
      await check(page);
      const { rows, turns } = await page.evaluate(() => /** @type {any} */ (globalThis).watched);
      const between = rows.filter((/** @type {number} */ count) => count > 0 && count < 100_000);
      assert.ok(between.length > 0, `progress was shown at ${rows} rows`);
      assert.ok(turns > 1, "the page's own work waited for the end");
      assert.deepEqual(await counts(page), {
        Rows: "100,000",
        Ready: "99,000",
        Refused: "1,000",
        Duplicates: "0",
        Warned: "0",
      });
      assert.equal(await page.locator(".rows-group").count(), 1);
      await page.getByText("And 950 more: the file of refused rows has all.").waitFor();
    }));

  test("a check is stopped where it is, and begins anew when asked", () =>
    desk().visit(FILES, async (page) => {
      await large(page);
      await page.evaluate(stopAtOnce);
      await page.locator("#rows-start").click();
      await page.locator("#rows-progress", { hasText: /^Stopped after / }).waitFor();
      const rows = Number((await counts(page)).Rows?.replaceAll(",", ""));
      assert.ok(rows < 100_000, `${rows} rows`);
      assert.ok(!(await page.locator("#rows-ready").isVisible()), "a part is no file to send");
      assert.equal(await page.locator("#rows-note").textContent(), "Stopped.");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "rows-start");
      await check(page);
      assert.equal((await counts(page)).Rows, "100,000");
    }));

  test("another file ends the check of the one before", () =>
    desk().visit(FILES, async (page) => {
      await large(page);
      await page.locator("#rows-start").click();
      await page.locator(SAMPLE).selectOption({ label: "Today's orders" });
      await page.locator("#rows-name", { hasText: "orders.csv" }).waitFor();
      await mapped(page);
      await check(page);
      assert.equal((await counts(page)).Rows, "6");
    }));
}

/** @param {Page} page Takes the large sample. */
async function large(page) {
  await opened(page);
  await page.locator(SAMPLE).selectOption({ label: "100,000 rows" });
  await mapped(page);
}

/** In the page: keeps how many rows were told, and counts turns of the page's own between them. */
function watchProgress() {
  const watched = { rows: /** @type {number[]} */ ([]), turns: 0 };
  Object.assign(globalThis, { watched });
  const words = /** @type {HTMLElement} */ (document.getElementById("rows-progress"));
  new MutationObserver(() => {
    const [, rows] = /([\d,]+) rows?\b/.exec(words.textContent ?? "") ?? [];
    watched.rows.push(Number((rows ?? "").replaceAll(",", "")));
  }).observe(words, { childList: true });
  const timer = setInterval(() => {
    if (/^Checked/.test(words.textContent ?? "")) clearInterval(timer);
    else if (words.textContent) watched.turns += 1;
  });
}

/** In the page: presses the button that stops as soon as something is told. */
function stopAtOnce() {
  const words = /** @type {HTMLElement} */ (document.getElementById("rows-progress"));
  const stop = /** @type {HTMLElement} */ (document.getElementById("rows-stop"));
  const observer = new MutationObserver(() => {
    if (words.textContent === "") return;
    observer.disconnect();
    stop.focus();
    stop.click();
  });
  observer.observe(words, { childList: true });
}
