import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { done, draft, parkedOne, paused, running } from "../campaigns.mjs";
import { lookAround } from "../look.mjs";
import { startStage } from "../stage.mjs";
import { focused, rowsRead } from "./campaigns.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** What the pages show. @type {Record<string, { hash: string, reach: (page: Page) => Promise<unknown> }>} */
const STATES = {
  listed: {
    hash: "",
    reach: (page) => page.locator(".campaign-list tbody tr").nth(4).waitFor(),
  },
  new: {
    hash: "/new",
    async reach(page) {
      await sampled(page);
      await page.locator("#campaign-new-progress", { hasText: "Checked" }).waitFor();
      await page.locator(".handset").waitFor();
    },
  },
  draft: { hash: `/${draft().state.id}`, reach: rowsRead },
  running: {
    hash: `/${running().state.id}`,
    async reach(page) {
      await rowsRead(page);
      await page.locator(".campaign-table summary").click();
    },
  },
  paused: { hash: `/${paused().state.id}`, reach: rowsRead },
  parked: {
    hash: `/${parkedOne().state.id}`,
    async reach(page) {
      await page.getByRole("button", { name: "Show the rows: Parked" }).click();
      await rowsRead(page, "1 to 25");
      await page.getByRole("checkbox", { name: "102" }).check();
    },
  },
  done: { hash: `/${done().state.id}`, reach: rowsRead },
  "opted out": {
    hash: "/opt-outs",
    reach: (page) => page.locator(".campaign-opt-outs li").first().waitFor(),
  },
};

/** @param {Page} page */
async function sampled(page) {
  await page.locator("#campaign-rows-template option").nth(3).waitFor({ state: "attached" });
  await page.locator("#campaign-rows-sample").selectOption({ label: "Damaged by a spreadsheet" });
}

/**
 * @param {() => import("playwright-core").Browser} browser
 * @param {() => import("../desk.mjs").Desk} desk
 */
export function campaignsWithCare(browser, desk) {
  /** @type {Awaited<ReturnType<typeof startStage>>} */
  let stage;

  before(async () => {
    stage = await startStage(browser(), desk().url);
    stage.play(draft(), running(), paused(), parkedOne(), done());
    stage.optOuts = ["919876543210", "tea-lover-0042"];
  });
  after(() => stage?.close());

  /**
   * One state after the other.
   *
   * @param {Page} page
   * @param {(state: string) => Promise<unknown>} look
   */
  async function each(page, look) {
    for (const [state, { hash, reach }] of Object.entries(STATES)) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#campaigns${hash}`);
      await reach(page);
      await look(state);
    }
  }

  test("axe finds nothing in any state of a campaign, on each screen, in light and in dark", () =>
    stage.visit("#campaigns", (page) =>
      each(page, (state) =>
        lookAround(page, `a campaign ${state}`, async ({ viewport: { width } }, at) => {
          const isWhole = await page.evaluate(
            () => document.documentElement.scrollHeight <= innerHeight,
          );
          assert.ok(isWhole || width < 1280, `${at}: the head scrolls away`);
        }),
      ),
    ));

  test("nothing of it is loaded before it is opened, and it asks nothing once it is left", () =>
    stage.visit("#sendMessage/text", async (page) => {
      const loaded = () =>
        page.evaluate(() =>
          performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1) ?? ""),
        );
      const isOf = (/** @type {string} */ name) => /^(bulk|campaigns|view)\b/.test(name);
      assert.deepEqual((await loaded()).filter(isOf), []);
      await page.getByRole("link", { name: "Campaigns" }).click();
      await page.locator(".campaign-list tbody tr").first().waitFor();
      assert.ok((await loaded()).includes("campaigns.css"));
      await page.getByRole("link", { name: "Diwali offer" }).first().click();
      await rowsRead(page);
      assert.ok(stage.listening() > 0);
      await page.locator('#operations a[href="#sendRcs"]').click();
      await page.locator("#input-title").waitFor();
      for (let tries = 0; stage.listening() > 0; tries += 1) {
        assert.ok(tries < 100, "the stream is still open");
        await page.waitForTimeout(20);
      }
    }));

  test("the chart is told in words and as a table, and its lines differ by more than colour", () =>
    stage.visit(`#campaigns/${running().state.id}`, async (page) => {
      const chart = page.getByRole("img", {
        name: /^By \d\d:\d\d: 2,305 sent, 2,080 delivered, 640 read, 30 not delivered\.$/,
      });
      await chart.waitFor();
      await page.getByText("As a table").click();
      const table = page.getByRole("table", { name: "How many messages, by when" });
      assert.equal(await table.getByRole("row").count(), 6);
      const last = await table.getByRole("row").last().getByRole("cell").allTextContents();
      assert.deepEqual(last, ["2,305", "2,080", "640", "30"]);
      const looks = await chart
        .locator("path.campaign-line")
        .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).strokeDasharray));
      assert.equal(new Set(looks).size, 4, String(looks));
    }));

  test("all is done by keys alone, from the list to the end", () =>
    stage.visit("#campaigns", async (page) => {
      await page.locator(".campaign-list tbody tr").first().waitFor();
      const to = async (/** @type {(text: string) => boolean} */ isThere) => {
        for (let presses = 0; presses < 80; presses += 1) {
          const at = await page.evaluate(
            () => `${document.activeElement?.id} ${document.activeElement?.textContent}`,
          );
          if (isThere(at)) return;
          await page.keyboard.press("Tab");
        }
        assert.fail("Tab does not lead there");
      };
      await page.locator("#skip").press("Enter");
      assert.equal(await focused(page), "campaign-title");
      await to((at) => at.includes("Diwali offer"));
      await page.keyboard.press("Enter");
      await page.locator("#campaign-start").waitFor();
      assert.equal(await focused(page), "campaign-title");
      await to((at) => at.startsWith("campaign-start"));
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      await to((at) => at.startsWith("confirm-send"));
      await page.keyboard.press("Enter");
      await page.locator(".campaign-status", { hasText: "Sending" }).waitFor();
      assert.equal(await focused(page), "campaign-pause");
      await page.keyboard.press("Enter");
      await page.locator(".campaign-status", { hasText: "Paused" }).waitFor();
      assert.equal(await focused(page), "campaign-resume");
    }));
}
