import assert from "node:assert/strict";
import test from "node:test";
import { operations } from "interakt-wasm";
import { EXAMPLES } from "../../../www/page/examples.js";
import { MISTAKES } from "../../../www/page/mistakes.js";
import { OUTCOMES } from "../../../www/page/outcomes.js";
import { TROUBLES } from "../../../www/page/troubles.js";
import { readFixtures } from "../../support/fixtures.mjs";
import { send } from "../desk.mjs";

/** @param {() => import("../desk.mjs").Desk} desk */
export function examples(desk) {
  test("the twelve operations are listed", () =>
    desk().visit("", async (page) => {
      const names = await page.locator("#operations .choice-name").allTextContents();
      assert.deepEqual(names.sort(), operations.map(({ name }) => name).sort());
    }));

  test("every example of Interakt's collection is an example here", async () => {
    const added = [...OUTCOMES, ...MISTAKES, ...TROUBLES].length;
    const own = EXAMPLES.length - added;
    assert.equal(own, (await readFixtures()).length);
    const addresses = EXAMPLES.map(({ operation, slug }) => `${operation}/${slug}`);
    assert.equal(new Set(addresses).size, addresses.length, "two examples have one address");
  });

  test("every example is listed under its operation, leads to its input and is answered", () =>
    desk().visit("#sendMessage/template", async (page) => {
      await page.getByRole("tab", { name: "HTTP" }).click();
      await page.locator("#template-name option").nth(3).waitFor({ state: "attached" });
      for (const example of EXAMPLES) {
        const title = `${example.operation}: ${example.title}`;
        await page.locator(`#operations a[href="#${example.operation}"]`).click();
        await page.locator(`#examples a[href="#${example.operation}/${example.slug}"]`).click();
        await page.waitForFunction((start) => document.title.startsWith(start), title);
        const errors = await page.locator(".issue-error").count();
        if (example.wrong === "issues") {
          assert.ok(errors > 0, `${title} has no error`);
          continue;
        }
        assert.equal(errors, 0, `${title} has errors`);
        const expected =
          example.wrong === "answer" ? /^(Status 4\d\d|No answer): \w+Error$/ : /^Status 20\d$/;
        assert.match(await send(page), expected, title);

        const preview = await page.locator("#request-view pre").allTextContents();
        const sent = await page.locator("#wire-request").textContent();
        const boundary = /boundary=.+/;
        assert.equal(
          sent?.replace(boundary, ""),
          preview.join("\n\n").replace(boundary, ""),
          `${title} left otherwise than it was shown`,
        );
      }
    }));

  test("the address of the page leads to an example, and follows the choice", () =>
    desk().visit("#sendRcs/quick-replies", async (page) => {
      assert.equal(await page.title(), "sendRcs: Quick replies · interakt-wasm console");
      const current = page.locator("#catalog [aria-current] .choice-name");
      assert.deepEqual(await current.allTextContents(), ["sendRcs", "Quick replies"]);
      await page.locator('#operations a[href="#trackUser"]').click();
      await page.locator("#input-title", { hasText: "Create or update a customer" }).waitFor();
      await page.goBack();
      await page.locator("#input-title", { hasText: "Send an RCS message" }).waitFor();
    }));

  test("an address that names nothing opens the first operation", () =>
    desk().visit("#nothing/at-all", async (page) => {
      assert.match(await page.title(), /^sendMessage: /);
    }));
}
