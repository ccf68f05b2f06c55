import assert from "node:assert/strict";
import test from "node:test";
import { NARROW, send } from "../desk.mjs";
import { lookAround, low, picture, violations } from "../look.mjs";
import { verdict } from "./inspector.mjs";
import { over } from "./life.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** The states that the page can be in. @type {Record<string, { hash: string, reach?: (page: Page) => Promise<unknown> }>} */
const STATES = {
  answered: { hash: "#sendMessage/list", reach: send },
  "full of mistakes": { hash: "#sendMessage/a-list-full-of-mistakes" },
  "with a template chosen": {
    hash: "#sendMessage/button-with-a-variable",
    reach: (page) => page.locator(".handset", { hasText: "Follow it" }).waitFor(),
  },
  "with a value too few": {
    hash: "#sendMessage/a-value-too-few",
    reach: (page) => page.locator(".handset mark").first().waitFor(),
  },
  "with a carousel": {
    hash: "#sendMessage/carousel-with-buttons",
    reach: (page) => page.locator(".card").first().waitFor(),
  },
  "with an order": {
    hash: "#sendMessage/order-details",
    reach: (page) => page.locator(".order").waitFor(),
  },
  "with a card by RCS": { hash: "#sendRcs/rich-card-or-sms" },
  refused: { hash: "#sendMessage/the-window-is-closed", reach: send },
  "choosing a country": {
    hash: "#sendMessage/audio",
    async reach(page) {
      await page.locator("interakt-phone [part=country]").click();
      await page.keyboard.type("united");
    },
  },
  "with a number that is too short": {
    hash: "#sendMessage/audio",
    async reach(page) {
      await page.locator("interakt-phone [part=input]").fill("98765");
      await page.locator("interakt-phone [part=input]").blur();
      await page.locator("interakt-phone [part~=verdict][part~=invalid]").waitFor();
    },
  },
  "with a fixed line": {
    hash: "#getUserByPhone",
    async reach(page) {
      await page.locator("interakt-phone [part=input]").fill("022 2222 2222");
      await page.locator("interakt-phone [part=input]").blur();
      await page.locator("interakt-phone [part~=verdict]", { hasText: "mobile" }).waitFor();
    },
  },
  "told that it was tapped": {
    hash: "#sendMessage/a-quick-reply-is-tapped",
    async reach(page) {
      await send(page);
      await over(page);
    },
  },
  "told that it failed": {
    hash: "#sendMessage/undeliverable",
    async reach(page) {
      await send(page);
      await over(page);
    },
  },
  "told that a form was filled in": {
    hash: "#sendMessage/a-form-is-filled-in",
    async reach(page) {
      await send(page);
      await over(page);
    },
  },
  "with webhooks of which one is told to nobody": {
    hash: "#sendMessage/text",
    async reach(page) {
      await send(page);
      await over(page);
      await page.evaluate(() => {
        location.hash = "#webhooks";
      });
      await page.locator(".told", { hasText: "message_api_read" }).first().click();
      await verdict(page, "good", /verifies/);
      await page.locator("#tell-url").fill("http://127.0.0.1:1/webhook");
      await page.locator("#tell-url").press("Enter");
      await page.locator(".tell-status", { hasText: "Nothing answers" }).waitFor();
    },
  },
  "inspecting a click": {
    hash: "#webhooks",
    async reach(page) {
      await page.locator("#sample").selectOption({ label: "Quick reply tapped" });
      await verdict(page, "good", /verifies/);
    },
  },
  "inspecting a form": {
    hash: "#webhooks",
    async reach(page) {
      const label = "The same form once more, in strings";
      await page.locator("#sample").selectOption({ label });
      await verdict(page, "good", /verifies/);
    },
  },
  "inspecting what was changed on its way": {
    hash: "#webhooks",
    async reach(page) {
      await page.locator("#sample").selectOption({ label: "Read" });
      await verdict(page, "good", /verifies/);
      await page.locator("#payload").fill(await laidOut(page));
      await verdict(page, "warning", /laid out anew/);
      await page.locator("#secret-toggle").click();
    },
  },
  uploading: { hash: "#uploadMedia", reach: send },
  "showing what went over the wire": {
    hash: "#listTemplates",
    async reach(page) {
      await send(page);
      for (const summary of await page.locator("summary").all()) await summary.click();
    },
  },
};

/** @param {Page} page The inspector's payload as a tool would show it. */
async function laidOut(page) {
  return JSON.stringify(JSON.parse(await page.locator("#payload").inputValue()), null, 2);
}

/** @param {() => import("../desk.mjs").Desk} desk */
export function accessibility(desk) {
  for (const [state, { hash, reach }] of Object.entries(STATES)) {
    test(`axe finds nothing on a desk, on a phone, in light and in dark, ${state}`, () =>
      desk().visit(hash, async (page) => {
        await reach?.(page);
        await lookAround(page, state);
      }));
  }

  test("on a phone the lists open and close, and choosing an example closes them", () =>
    desk().visit(
      "#sendMessage/text",
      async (page) => {
        const chooser = page.locator("#chooser");
        const lists = page.locator("#catalog");
        assert.equal(await chooser.getAttribute("aria-expanded"), "false");
        assert.ok(!(await lists.isVisible()));
        await chooser.click();
        await picture(page, "lists open 390 light");
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(await low(page), []);
        await page.locator('#operations a[href="#sendRcs"]').click();
        await page.locator('#examples a[href="#sendRcs/rich-card"]').click();
        assert.ok(!(await lists.isVisible()));
        assert.equal(
          (await chooser.textContent())?.replaceAll(/\s+/g, " ").trim(),
          "sendRcs Rich card",
        );
      },
      { viewport: NARROW, hasTouch: true },
    ));

  test("nothing moves by itself where people ask for that", () =>
    desk().visit(
      "#sendMessage/text",
      async (page) => {
        const moving = await page.evaluate(
          () =>
            [...document.querySelectorAll(".button, .choice, .tab, .chevron")].filter(
              (part) => getComputedStyle(part).transitionDuration !== "0s",
            ).length,
        );
        assert.equal(moving, 0);
      },
      { reducedMotion: "reduce" },
    ));

  test("nothing shifts while the page loads and the first answer comes", () =>
    desk().visit("#sendMessage/text", async (page) => {
      await send(page);
      const shift = await page.evaluate(
        () =>
          new Promise((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                sum += /** @type {any} */ (entry).value;
              }
              resolve(sum);
            }).observe({ type: "layout-shift", buffered: true });
            // Nothing is reported where nothing shifted.
            setTimeout(() => resolve(sum), 300);
          }),
      );
      assert.ok(Number(shift) < 0.01, `layout shift of ${shift}`);
    }));
}
