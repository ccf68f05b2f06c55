/** The docs in the console: loaded when they are opened, read, and searched. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { PAGE } from "../../../scripts/console.mjs";
import { NARROW, send, type } from "../desk.mjs";
import { misplaced } from "../layout.mjs";
import { lookAround, picture, violations } from "../look.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** What may be loaded to read the first document, and then to search, in bytes after brotli. */
const [MOST_TO_READ, MOST_TO_SEARCH] = [12_000, 110_000];

/** What is loaded of the docs. */
const PARTS = /\/docs\/.*\.json$|\/docs\.css$|\/(?:view|search)-\w+\.js$/;

/** @param {Page} page @returns {Set<string>} Grows with the parts of the docs that it asks for. */
function partsOf(page) {
  /** @type {Set<string>} */
  const parts = new Set();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (PARTS.test(pathname)) parts.add(pathname.slice(1));
  });
  return parts;
}

/** @param {Iterable<string>} parts @returns {Promise<number>} Bytes after brotli. */
async function weightOf(parts) {
  const sizes = [...parts].map(
    async (name) => brotliCompressSync(await readFile(join(PAGE, name))).length,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** @param {Page} page @param {string} title Of the document that must be there. */
const titled = (page, title) =>
  page.locator(".docs-page h2", { hasText: new RegExp(`^${title}$`) }).waitFor();

/** @param {Page} page @returns {Promise<string>} What has the focus. */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent ?? "");

/** @param {Page} page @param {string} words */
async function ask(page, words) {
  await page.keyboard.press("/");
  await page.keyboard.insertText(words);
}

/** @param {Page} page @returns {Promise<number>} How far below the top of what scrolls the focus is. */
const below = (page) =>
  page.evaluate(() => {
    const top = document.querySelector(".docs-page")?.getBoundingClientRect().top ?? 0;
    const at = document.activeElement?.getBoundingClientRect().top ?? Number.NaN;
    return at - Math.max(top, 0);
  });

/** @param {() => import("../desk.mjs").Desk} desk */
export function docs(desk) {
  test("nothing of the docs is loaded before they are opened, then what is read, and all to search", () => {
    /** @type {Set<string>} */
    let parts = new Set();
    return desk().visit(
      "",
      async (page) => {
        assert.deepEqual([...parts], []);
        await page.locator('#tools a[href="#docs"]').click();
        await titled(page, "interakt-wasm");
        assert.equal(await page.title(), "interakt-wasm · Docs · interakt-wasm console");
        const listed = await page.locator(".docs-contents > ul > li > a").allTextContents();
        assert.deepEqual(listed.slice(0, 3), ["interakt-wasm", "Forms", "Phone numbers"]);
        assert.deepEqual([...parts].filter((name) => name.endsWith(".json")).sort(), [
          "docs/index.json",
          "docs/readme.json",
        ]);
        const toRead = await weightOf(parts);
        assert.ok(toRead <= MOST_TO_READ, `${toRead} bytes: ${[...parts].join(" ")}`);
        await ask(page, "hindi");
        await page.locator(".docs-result").first().waitFor();
        const all = await weightOf(parts);
        assert.ok(parts.size > 15 && all <= MOST_TO_SEARCH, `${all} bytes`);
      },
      {
        prepare: async (page) => {
          parts = partsOf(page);
        },
      },
    );
  });

  test("links lead from guide to guide and to their headings, and back to where one was", () =>
    desk().visit("#docs/sending", async (page) => {
      await titled(page, "Sending");
      await page.locator('.docs-page a[href="#docs/sending/errors"]').first().click();
      await page.waitForURL(/#docs\/sending\/errors$/);
      assert.equal(await focused(page), "Errors");
      assert.ok(Math.abs(await below(page)) < 60, `the heading is ${await below(page)} below`);
      // The same once more, after one has read on.
      await page.locator(".docs-page").evaluate((it) => it.scrollTo(0, it.scrollHeight));
      await page.locator('.docs-headings a[href="#docs/sending/errors"]').click();
      await page.waitForFunction(
        () => (document.activeElement?.getBoundingClientRect().top ?? -1) > 0,
      );
      const from = page.locator(".docs-page");
      await from.evaluate((it) => it.scrollBy(0, 40));
      const left = await from.evaluate((it) => it.scrollTop);
      await page.locator('.docs-contents a[href="#docs/reference/rules"]').click();
      await titled(page, "The rules");
      const current = page.locator('.docs-contents > ul > li > a[aria-current="true"]');
      assert.deepEqual(await current.allTextContents(), ["The rules"]);
      await page.goBack();
      await titled(page, "Sending");
      await page.waitForFunction(
        (top) => Math.abs((document.querySelector(".docs-page")?.scrollTop ?? 0) - top) < 2,
        left,
      );

      // Whoever looks at something else meanwhile reads on.
      await page.locator('#tools a[href="#history"]').click();
      await page.locator('#tools a[href="#docs"]').click();
      await page.waitForURL(/#docs\/sending\/errors$/);
      assert.ok(await page.locator(".docs-page h2", { hasText: "Sending" }).isVisible());
    }));

  test("an address leads to its place, one that names nothing says so, and what failed is tried again", () =>
    desk().visit(
      "#docs/forms/plain-html",
      async (page) => {
        await titled(page, "Forms");
        const heading = page.locator("#docs-plain-html");
        await heading.waitFor();
        assert.ok(await heading.evaluate((it) => it.getBoundingClientRect().top < 200));
        await page.goto(`${page.url().split("#")[0]}#docs/nothing`);
        await page
          .locator("[role=alert]", { hasText: "nothing to read at this address" })
          .waitFor();

        await page.route("**/docs/bulk.json", (route) => route.fulfill({ status: 500 }));
        await page.locator('.docs-contents a[href="#docs/bulk"]').click();
        await page.locator(".docs-page", { hasText: "could not be loaded" }).waitFor();
        await ask(page, "campaign");
        await page.locator(".docs-told", { hasText: "Not all of the docs" }).waitFor();
        await page.unroute("**/docs/bulk.json");
        await page.locator(".docs-told button").click();
        await page.locator(".docs-result").first().waitFor();
        await page.locator(".docs-page button", { hasText: "Try again" }).click();
        await titled(page, "Bulk");
      },
      { expected: /bulk|500/ },
    ));

  test("search is done by keys alone, shows where the words stand, and says when there are none", () =>
    desk().visit("#docs", async (page) => {
      await titled(page, "interakt-wasm");
      await ask(page, "did it go out");
      const first = page.locator(".docs-result").first();
      await first.locator("strong", { hasText: "Did it go out?" }).waitFor();
      assert.equal(await first.locator(".docs-trail").textContent(), "Sending");
      assert.deepEqual((await first.locator("mark").allTextContents()).slice(0, 2), ["Did", "it"]);
      const status = page.locator(".docs-panel [role=status]");
      await status.filter({ hasText: /results?$/ }).waitFor({ state: "attached" });
      assert.ok(!(await page.locator(".docs-contents").isVisible()));

      await page.keyboard.press("ArrowDown");
      assert.equal(await first.evaluate((it) => it === document.activeElement), true);
      await page.keyboard.press("ArrowDown");
      const second = page.locator(".docs-result").nth(1);
      assert.equal(await second.evaluate((it) => it === document.activeElement), true);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.waitForURL(/#docs\/sending\/did-it-go-out$/);
      await titled(page, "Sending");
      assert.equal(await focused(page), "Did it go out?");

      // A key to write with where one writes.
      await page.keyboard.press("/");
      await page.keyboard.type("either/or zzzzqqq");
      await page
        .locator(".docs-told", { hasText: "No results for “either/or zzzzqqq”." })
        .waitFor();
      await status.filter({ hasText: /^No results/ }).waitFor({ state: "attached" });
      assert.equal(await page.locator(".docs-result").count(), 0);
      await page.keyboard.press("Escape");
      assert.equal(await page.locator("#docs-field").inputValue(), "");
      assert.ok(await page.locator(".docs-contents").isVisible());

      await page.keyboard.insertText("window_closed");
      await page.keyboard.press("Enter");
      await page.waitForURL(/#docs\/reference\/failures\/window_closed$/);
      assert.match(await focused(page), /within the last 24 hours/);
    }));

  test("code is copied as it stands, and that is said", () =>
    desk().visit("#docs/forms", async (page) => {
      await titled(page, "Forms");
      const block = page.locator(".docs-code").first();
      assert.ok((await block.locator(".tok-keyword").count()) > 1);
      await block.getByRole("button", { name: "Copy" }).click();
      await block.getByRole("button", { name: "Copied" }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const guide = await readFile(new URL("../../../docs/forms.md", import.meta.url), "utf8");
      const [, code] = /^```ts\n([\s\S]*?)\n```$/m.exec(guide) ?? [];
      assert.equal(copied, code);
      await page.locator(".docs-panel [role=status]", { hasText: "Copied." }).waitFor({
        state: "attached",
      });
    }));

  test("an issue leads to its rule, and back to what was typed", () =>
    desk().visit("#getUserByPhone", async (page) => {
      await type(page, '{ "phoneNumber": "98-76" }');
      const link = page.locator(".issue-entry", { hasText: "phone.not_digits" }).getByRole("link");
      await link.click();
      await page.waitForURL(/#docs\/reference\/rules\/phone\.not_digits$/);
      const row = page.locator("tr.docs-target");
      await row.waitFor();
      assert.match((await row.textContent()) ?? "", /^phone\.not_digits/);
      assert.ok(await row.evaluate((it) => it === document.activeElement));
      assert.ok(Math.abs(await below(page)) < 60, `the row is ${await below(page)} below`);
      await page.goBack();
      await page.locator("#input-title", { hasText: "phone" }).waitFor();
      assert.equal(await page.locator(".cm-content").innerText(), '{ "phoneNumber": "98-76" }');

      // What JSON itself is broken by is none of Interakt's rules.
      await type(page, "{");
      await page.locator(".issue-code", { hasText: "json.syntax" }).waitFor();
      assert.equal(await page.locator(".issue-rule").count(), 0);
    }));

  test("an answer that is refused leads to what its code means, and what never got one does not", () =>
    desk().visit(
      "#sendMessage/the-window-is-closed",
      async (page) => {
        await send(page);
        const code = page.locator(".error-name a", { hasText: "window_closed" });
        await code.click();
        await page.locator("tr.docs-target", { hasText: "window_closed" }).waitFor();
        await page.goBack();
        await page.route("**/api/send", (route) => route.abort());
        await page.locator("#send").click();
        await page.locator(".error-name code", { hasText: "console_unreachable" }).waitFor();
        assert.equal(await page.locator(".error-name a").count(), 0);
      },
      { expected: /api\/send|Failed to load/ },
    ));

  test("on a phone tables and code scroll inside themselves, by keys too, and the list folds away", () =>
    desk().visit(
      "#docs/runtimes",
      async (page) => {
        await titled(page, "Runtimes");
        const wide = page.locator(".docs-table[tabindex]").first();
        assert.ok(await wide.evaluate((it) => it.scrollWidth > it.clientWidth));
        assert.deepEqual(await misplaced(page, true), []);
        assert.deepEqual(await violations(page), []);
        await picture(page, "docs on a phone");
        const toggle = page.locator(".docs-toggle");
        assert.ok(!(await page.locator(".docs-contents").isVisible()));
        await toggle.click();
        assert.equal(await toggle.getAttribute("aria-expanded"), "true");
        await page.locator('.docs-contents a[href="#docs/security"]').click();
        await titled(page, "Security");
        assert.equal(await toggle.getAttribute("aria-expanded"), "false");
        assert.ok(!(await page.locator(".docs-contents").isVisible()));
        await page.locator("#docs-field").fill("signature");
        await page.locator(".docs-result", { hasText: "Webhooks" }).first().click();
        await page.waitForURL(/#docs\/(?!security).+/);
        assert.equal(await page.locator("#docs-field").inputValue(), "");

        // Where all of it fits, there is no stop for the Tab key.
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.goto(`${page.url().split("#")[0]}#docs/reference/rules`);
        await titled(page, "The rules");
        await page.locator(".docs-table:not([tabindex])").first().waitFor();
      },
      { viewport: NARROW, hasTouch: true },
    ));
}

/** What is looked at, one after the other. @type {Record<string, (page: Page) => Promise<unknown>>} */
const STATES = {
  guide: (page) => titled(page, "Forms"),
  async "place in it"(page) {
    await page.goto(`${page.url().split("#")[0]}#docs/sending/errors`);
    await titled(page, "Sending");
  },
  async result(page) {
    await page.locator("#docs-field").fill("webhook signature");
    await page.locator(".docs-result").nth(2).waitFor();
  },
  async "search without a result"(page) {
    await page.locator("#docs-field").fill(`${"zzzzqqq".repeat(12)}`);
    await page.locator(".docs-told", { hasText: "No results" }).waitFor();
  },
  async "code in the tables"(page) {
    await page.locator("#docs-field").fill("");
    await page.goto(`${page.url().split("#")[0]}#docs/reference/failures/rate_limited`);
    await page.locator("tr.docs-target").waitFor();
  },
};

/** @param {() => import("../desk.mjs").Desk} desk */
export function docsWithCare(desk) {
  test("axe finds nothing in the docs, on each screen, in light and in dark", () =>
    desk().visit("#docs/forms", async (page) => {
      for (const [state, reach] of Object.entries(STATES)) {
        await reach(page);
        await lookAround(page, `docs with a ${state}`);
      }
    }));

  test("each document is shown without anything misplaced, wide and on a phone", () =>
    desk().visit(
      "#docs",
      async (page) => {
        await titled(page, "interakt-wasm");
        const links = page.locator(".docs-contents > ul > li > a");
        const all = await links.evaluateAll((them) =>
          them.map((it) => [it.getAttribute("href") ?? "", it.textContent ?? ""]),
        );
        for (const viewport of [
          NARROW,
          { width: 320, height: 640 },
          { width: 1280, height: 800 },
        ]) {
          await page.setViewportSize(viewport);
          for (const [address = "", title = ""] of all) {
            await page.goto(`${page.url().split("#")[0]}${address}`);
            await titled(page, title);
            const isTouched = viewport.width < 800;
            const found = await misplaced(page, isTouched);
            assert.deepEqual(found, [], `${address} at ${viewport.width}`);
          }
        }
      },
      { hasTouch: true },
    ));
}
