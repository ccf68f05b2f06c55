import assert from "node:assert/strict";
import test from "node:test";
import { NARROW, send, type } from "../desk.mjs";
import { misplaced } from "../layout.mjs";
import { lookAround, picture, violations } from "../look.mjs";
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
    hash: "#sendMessage/one-value-too-few",
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
  "as a form": { hash: "#sendMessage/list", reach: asForm },
  "as a form full of mistakes": { hash: "#sendMessage/a-list-full-of-mistakes", reach: asForm },
  "with keys to choose from": {
    hash: "#sendMessage/text",
    async reach(page) {
      await type(page, '{\n  "countryCode": "+91", "phoneNumber": "9876543210"\n}');
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("End");
      await page.keyboard.press("Control+Space");
      await page.locator(".cm-completionInfo").waitFor();
    },
  },
  "explaining a key": {
    hash: "#sendMessage/text",
    async reach(page) {
      await page.locator(".tok-propertyName", { hasText: "message" }).click();
      await page.keyboard.press("ControlOrMeta+i");
      await page.locator(".help").waitFor();
    },
  },
  "searching for examples": {
    hash: "#sendMessage/text",
    async reach(page) {
      await page.getByRole("searchbox").fill("button");
      await page.locator("#filter-count:not(:empty)").waitFor();
    },
  },
  "of unknown outcome": { hash: "#sendMessage/a-connection-that-breaks", reach: send },
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
      const label = "The same form again, as strings";
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
      await verdict(page, "warning", /reformatted/);
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

/** @param {Page} page */
async function asForm(page) {
  await page.getByRole("tab", { name: "Form" }).click();
  await page.locator(".form-field").first().waitFor();
}

/** @param {Page} page The inspector's payload as a tool would show it. */
async function laidOut(page) {
  return JSON.stringify(JSON.parse(await page.locator("#payload").inputValue()), null, 2);
}

/** States that have most of what any of them has: they are looked at by each run of the tests. */
const FULLEST = ["full of mistakes", "with a carousel", "as a form full of mistakes"];

/**
 * All other states.
 *
 * @param {() => import("../desk.mjs").Desk} desk
 */
export function looks(desk) {
  for (const state of Object.keys(STATES)) if (!FULLEST.includes(state)) look(desk, state);
}

/** @param {() => import("../desk.mjs").Desk} desk @param {string} state */
function look(desk, state) {
  const { hash = "", reach } = STATES[state] ?? {};
  test(`nothing is amiss at any width, light, dark or in colours of one's own: ${state}`, () =>
    desk().visit(hash, async (page) => {
      await reach?.(page);
      await lookAround(page, state);
    }));
}

/** @param {() => import("../desk.mjs").Desk} desk */
export function accessibility(desk) {
  for (const state of FULLEST) look(desk, state);

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
        assert.deepEqual(await misplaced(page, true), []);
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

  test("in colours of people's own choice what is chosen or marked still differs from the rest", () =>
    desk().visit(
      "#sendMessage/a-list-full-of-mistakes",
      async (page) => {
        await page.locator(".handset .bubble").first().waitFor();
        await page.locator(".cm-lint-marker-warning").waitFor();
        const edges = (/** @type {string} */ selector) =>
          page
            .locator(selector)
            .first()
            .evaluate((part) => {
              const { borderTopWidth, borderBottomWidth, borderLeftWidth } = getComputedStyle(part);
              return [borderTopWidth, borderBottomWidth, borderLeftWidth].join(" ");
            });
        for (const [part, chosen] of [
          ["#request-tabs .tab", '[aria-selected="true"]'],
          ["#operations .choice", "[aria-current]"],
          ["#examples .choice", "[aria-current]"],
        ]) {
          const others = await edges(`${part}:not(${chosen})`);
          assert.notEqual(await edges(`${part}${chosen}`), others, part);
        }
        for (const part of ["#mode", ".cm-lint-marker-error", ".bubble", ".sheet", ".handset"]) {
          assert.doesNotMatch(await edges(part), /^0px/, part);
        }
        const shapes = ["error", "warning"].map((kind) =>
          page
            .locator(`.cm-lint-marker-${kind}`)
            .first()
            .evaluate((marker) => {
              const { borderTopLeftRadius, backgroundColor } = getComputedStyle(marker);
              return `${borderTopLeftRadius} ${backgroundColor}`;
            }),
        );
        assert.equal(new Set(await Promise.all(shapes)).size, 2);
      },
      { forcedColors: "active" },
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
