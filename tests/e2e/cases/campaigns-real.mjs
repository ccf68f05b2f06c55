import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { drop, pickTemplate } from "../rows.mjs";

/** @typedef {import("playwright-core").Page} Page */

const NUMBERS = Array.from({ length: 10 }, (_, at) => `98765432${10 + at}`);

/** Ten who can be written to, one of them twice, and one number that is too short. */
const FILE = [
  "Mobile,Name,Order",
  ...NUMBERS.map((number, at) => `${number},Customer ${at},${100 + at}`),
  `${NUMBERS[0]},Customer 0,200`,
  "98765,Ravi,201",
  "",
].join("\n");

/** @param {() => import("../desk.mjs").Desk} desk */
export function campaignsForReal(desk) {
  test("from the file to the results: nobody is written to twice, or who opted out", () =>
    desk().visit("#campaigns/opt-outs", async (page) => {
      await page.getByLabel("Phone numbers to add").fill(NUMBERS[3] ?? "");
      await page.locator("#campaign-add").click();
      await page.locator(".campaign-opt-outs li", { hasText: `+91${NUMBERS[3]}` }).waitFor();

      await page.getByRole("link", { name: "All campaigns" }).click();
      await page.getByRole("link", { name: "New campaign" }).click();
      await pickTemplate(page, /^order_packed · en · /, "campaign-rows");
      await drop(page, "orders.csv", FILE, { ids: "campaign-rows" });
      await page.getByLabel("Name, for yourself").fill("Packed today");
      await page.getByLabel("Send nothing at night").uncheck();
      await page.getByLabel("Pause when too many fail").uncheck();
      await page.locator("#campaign-make", { hasText: "Create it with 10 messages" }).click();

      await page.getByText("10 ready to send, 1 wrong in the file, 1 twice in it.").waitFor();
      await page.locator("#campaign-test [part=input]").fill("98765 43299");
      await page.locator("#campaign-test-send").click();
      await page.getByText("Sent through the simulator.").waitFor();
      await page.locator("#campaign-start").click();
      await page.getByRole("button", { name: "Send 10 messages", exact: true }).click();
      await page.locator(".campaign-status", { hasText: "Done" }).waitFor();
      assert.equal(await count(page, "sent"), "9");
      assert.equal(await count(page, "opted_out"), "1");
      await page.locator("#campaign-progress", { hasText: "10 of 10 (100%)" }).waitFor();
      // What becomes of messages is told after they were sent, and followed.
      await page
        .locator('.campaign-step[data-of="delivered"] dd', { hasText: /^[1-9]$/ })
        .waitFor();
      await page.getByRole("img", { name: /^By \d\d:\d\d: 9 sent, / }).waitFor();

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Results, CSV" }).click(),
      ]);
      const results = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
      const states = results.slice(1).map((line) => line.split('","')[3]);
      assert.deepEqual(
        Object.fromEntries(
          [...new Set(states)].map((state) => [
            state,
            states.filter((one) => one === state).length,
          ]),
        ),
        { sent: 9, opted_out: 1, duplicate: 1, invalid: 1 },
      );

      await page.getByRole("button", { name: "Delete…" }).click();
      await page.getByRole("button", { name: "Delete it" }).click();
      await page.getByRole("heading", { name: "Campaigns", exact: true }).waitFor();
      assert.equal(await page.getByRole("link", { name: "Packed today" }).count(), 0);
    }));

  test("it is paused and gone on with where it stood, and a page that comes anew shows the same", () =>
    desk().visit("#campaigns/new", async (page) => {
      await pickTemplate(page, /^order_packed · en · /, "campaign-rows");
      const lines = Array.from({ length: 300 }, (_, at) => `98765${43000 + at},Customer,${at}`);
      await drop(page, "many.csv", `Mobile,Name,Order\n${lines.join("\n")}\n`, {
        ids: "campaign-rows",
      });
      await page.getByLabel("Name, for yourself").fill("Many");
      await page.getByLabel("Send nothing at night").uncheck();
      await page.locator("#campaign-make", { hasText: "300 messages" }).click();
      await page.locator("#campaign-start").click();
      await page.locator("#confirm-send").click();
      await page.locator('.campaign-step[data-of="sent"] dd', { hasText: /^[1-9]\d*$/ }).waitFor();
      await page.getByRole("button", { name: "Pause" }).click();
      await page.locator(".campaign-status", { hasText: "Paused" }).waitFor();
      // What was being sent ends.
      await page.locator('[data-of="leaving"]').waitFor({ state: "hidden" });
      const sent = await count(page, "sent");
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.locator(".campaign-status", { hasText: "Paused" }).waitFor();
      assert.equal(await count(other, "sent"), sent);
      await other.close();
      await page.getByRole("button", { name: "Go on" }).click();
      await page.locator(".campaign-status", { hasText: "Sending" }).waitFor();
      await page
        .locator('.campaign-step[data-of="sent"] dd', { hasText: new RegExp(`^(?!${sent}$)\\d+$`) })
        .waitFor();
      await page.getByRole("button", { name: "Cancel…" }).click();
      await page.getByRole("button", { name: "Cancel the campaign" }).click();
      await page.locator(".campaign-status", { hasText: "Cancelled" }).waitFor();
    }));
}

/**
 * @param {Page} page
 * @param {string} of A step or a state.
 * @returns {Promise<string | null>}
 */
function count(page, of) {
  const counts = `:is(.campaign-step[data-of="${of}"] .campaign-step-count, .campaign-count-line[data-of="${of}"] .campaign-line-count)`;
  return page.locator(counts).textContent();
}
