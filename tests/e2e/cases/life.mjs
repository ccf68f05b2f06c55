import assert from "node:assert/strict";
import test from "node:test";
import { EXAMPLES } from "../../../www/page/examples.js";
import { NARROW, send, type } from "../desk.mjs";
import { verdict } from "./inspector.mjs";

/** @typedef {import("playwright-core").Page} Page */

const READ = ["sent", "delivered", "read"];

/** Steps that are messages of the customer. */
const OF_CUSTOMER = ["replied", "submitted"];

/** How the examples are delivered: the steps, and what the last of them says. @type {[hash: string, steps: string[], said: string][]} */
const ENDS = [
  ["#sendMessage/text", READ, ""],
  ["#sendMessage/undeliverable", ["sent", "failed"], "131026Message undeliverable"],
  ["#sendMessage/a-quick-reply-is-tapped", [...READ, "clicked"], "Thank you"],
  [
    "#sendMessage/button-with-a-variable",
    [...READ, "clicked"],
    "Follow ithttps://nilgiritea.example/track/122",
  ],
  ["#sendMessage/an-answer-in-words", [...READ, "replied"], "Is the first flush in yet?"],
  [
    "#sendMessage/a-form-is-filled-in",
    [...READ, "submitted", "submitted"],
    "screen_0_Favourite_0: Monsoon Gold; screen_0_Bought_1: loose, bags",
  ],
  ["#sendMessage/reply-buttons", [...READ, "replied"], "Lovely"],
  ["#sendMessage/list", [...READ, "replied"], "Orange Pekoe"],
  ["#sendRcs/quick-replies", ["accepted", "delivered", "read", "replied"], "Yes, all there"],
  ["#sendRcs/link-button", ["accepted", "delivered", "read", "clicked"], "See them"],
];

/** @param {() => import("../desk.mjs").Desk} desk */
export function life(desk) {
  for (const [hash, steps, said] of ENDS) {
    test(`${hash} ends as ${steps.at(-1)}`, () =>
      desk().visit(hash, async (page) => {
        assert.equal(await send(page), "Status 201");
        assert.equal(await page.locator("#life-now").textContent(), "pending");
        await over(page);
        assert.deepEqual(await page.locator(".life-word").allTextContents(), steps);
        const last = page.locator(".life-step").last();
        assert.equal(await last.locator(".life-said").textContent(), said);
        assert.match((await last.locator("time").textContent()) ?? "", /^\d\d:\d\d:\d\d$/);
        const proof = hash.startsWith("#sendRcs") ? "not signed" : "verified";
        const proofs = await page.locator(".life-proof").allTextContents();
        assert.deepEqual(proofs, Array(steps.length).fill(proof));
        // What is of the customer leaves the message as it was.
        const status = steps.findLast(
          (step) => !OF_CUSTOMER.includes(step) && !isTapOfRcs(hash, step),
        );
        assert.equal(await page.locator("#life-now").textContent(), status);
        assert.equal(await page.locator("#life-now").getAttribute("data-status"), status);
        const spoken = page.locator("#life-status");
        assert.equal(await spoken.getAttribute("role"), "status");
        assert.match((await spoken.textContent()) ?? "", new RegExp(`^Message ${steps.at(-1)}`));
      }));
  }

  test("of two messages in one request each one's life is told, under its own label", () =>
    desk().visit("#sendMessage/two-messages-in-one-request", async (page) => {
      const { input } = EXAMPLES.find(({ slug }) => slug === "two-messages-in-one-request") ?? {};
      const [first, second] = input;
      await type(page, JSON.stringify([first, { ...second, phoneNumber: "9000000001" }]));
      assert.equal(await send(page), "Status 201");
      assert.equal(await page.locator("#life-now").textContent(), "2 pending");
      await page.locator(".life + .aside:empty").nth(1).waitFor({ state: "attached" });
      assert.deepEqual(await page.locator(".life-label").allTextContents(), [
        "Message 1order-126 · +91 …3210",
        "Message 2order-127 · +91 …0001",
      ]);
      const lives = page.locator(".life");
      assert.deepEqual(await lives.nth(0).locator(".life-word").allTextContents(), READ);
      assert.deepEqual(await lives.nth(1).locator(".life-word").allTextContents(), [
        "sent",
        "failed",
      ]);
      assert.equal(await page.locator("#life-now").textContent(), "1 read, 1 failed");
      assert.match((await page.locator("#life-status").textContent()) ?? "", /^Message 1 read\./);
    }));

  test("a webhook opens in the inspector, where it verifies, and the way back leads to the others", () =>
    desk().visit(
      "#sendMessage/text",
      async (page) => {
        await send(page);
        await over(page);
        const hook = page.getByRole("button", { name: "Inspect message_api_delivered" });
        await hook.scrollIntoViewIfNeeded();
        const scrolled = await page.evaluate(() => scrollY);
        assert.ok(scrolled > 0);
        await hook.click();
        await verdict(page, "good", /verifies/);
        assert.ok(page.url().endsWith("#webhooks"), page.url());
        assert.equal(await page.evaluate(() => document.activeElement?.id), "inspector");
        const facts = (await page.locator(".facts").textContent()) ?? "";
        assert.match(facts, /message_api_delivered.+ticket-7781/);
        await page.goBack();
        assert.deepEqual(await page.locator(".life-word").allTextContents(), READ);
        await page.waitForFunction((before) => scrollY === before, scrolled);
      },
      { viewport: NARROW, hasTouch: true },
    ));

  test("a webhook of RCS opens too, and carries no signature", () =>
    desk().visit("#sendRcs/text", async (page) => {
      await send(page);
      await over(page);
      await page.getByRole("button", { name: "Inspect MESSAGE_READ" }).click();
      await verdict(page, "none", /are not signed/);
      assert.equal(await page.locator("#signature").inputValue(), "");
    }));

  test("nobody asks on when another example is chosen, or the page is hidden", () =>
    desk().visit("#sendMessage/text", async (page) => {
      let asked = 0;
      page.on("request", (request) => {
        if (request.url().includes("/api/webhooks")) asked += 1;
      });
      await page.clock.install();
      await send(page);
      await hide(page, true);
      await page.clock.runFor(10_000);
      assert.equal(asked, 0);
      const answer = page.waitForResponse(/\/api\/webhooks/);
      await hide(page, false);
      await (await answer).finished();
      assert.equal(asked, 1);
      await page.getByRole("link", { name: "Audio" }).click();
      await page.locator(".answer-old").waitFor();
      await page.clock.runFor(10_000);
      assert.equal(asked, 1);
      assert.equal(await page.locator("#life-now").textContent(), "");
      await page.getByRole("button", { name: "Restore that input" }).click();
      await page.locator(".answer-panel:not(.answer-old)").waitFor();
      assert.notEqual(await page.locator("#life-now").textContent(), "");
      await page.clock.runFor(1000);
      assert.equal(asked, 2);
    }));

  test("nobody asks for ever, and the page says that nothing more came", () =>
    desk().visit("#sendMessage/text", async (page) => {
      let asked = 0;
      await page.route(/\/api\/webhooks/, (route) => {
        asked += 1;
        return route.fulfill({
          json: { status: null, done: false, received: [], others: [], secret: "x" },
        });
      });
      await page.clock.install();
      await send(page);
      const note = page.locator(".life + .aside");
      while (!(await note.textContent())?.startsWith("Nothing more has arrived")) {
        assert.ok(asked <= 60, "the page asks on");
        await page.clock.runFor(1000);
      }
      await page.clock.runFor(10_000);
      assert.equal(asked, 60);
    }));

  test("a Worker that is gone is said to be gone", () =>
    desk().visit("#sendMessage/text", async (page) => {
      await send(page);
      await page.evaluate(() => {
        globalThis.fetch = () => Promise.reject(new TypeError("no network"));
      });
      await page.locator(".life + .aside", { hasText: "could not be reached" }).waitFor();
    }));

  test("a message that is refused has no life", () =>
    desk().visit("#sendMessage/the-window-is-closed", async (page) => {
      await send(page);
      assert.equal(await page.locator("#life-title").count(), 0);
      assert.equal(await page.locator("#life-now").textContent(), "");
    }));

  test("what is no message has none either", () =>
    desk().visit("#createCampaign", async (page) => {
      await send(page);
      assert.equal(await page.locator("#life-title").count(), 0);
    }));
}

/**
 * Waits until nothing more is to come.
 *
 * @param {Page} page
 */
export async function over(page) {
  await page.locator(".life + .aside:empty").waitFor({ state: "attached" });
}

/**
 * A tap on a suggestion of RCS is a message of the customer.
 *
 * @param {string} hash
 * @param {string} step
 */
function isTapOfRcs(hash, step) {
  return hash.startsWith("#sendRcs") && step === "clicked";
}

/**
 * @param {Page} page
 * @param {boolean} isHidden
 */
async function hide(page, isHidden) {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}
