import assert from "node:assert/strict";
import test, { after, before, beforeEach } from "node:test";
import { done, draft, parkedOne, paused, running } from "../campaigns.mjs";
import { asked } from "../desk.mjs";
import { drop, pickTemplate } from "../rows.mjs";
import { campaignOf, failure, startStage } from "../stage.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {Awaited<ReturnType<typeof startStage>>} Stage */

const FILE = "Mobile,Name,Order\n9876543210,Asha,118\n98765,Ravi,119\n9876543210,Asha,120\n";

/**
 * @param {() => import("playwright-core").Browser} browser
 * @param {() => import("../desk.mjs").Desk} desk What the stage passes everything else on to.
 */
export function campaigns(browser, desk) {
  /** @type {Stage} */
  let stage;

  before(async () => {
    stage = await startStage(browser(), desk().url);
  });
  after(() => stage?.close());
  beforeEach(() => stage.clear());

  test("who has no campaign is told what one is, and where to begin", () =>
    stage.visit("#campaigns", async (page) => {
      await page.getByText("No campaign yet.").waitFor();
      await page.getByText("At most 600 messages per minute.").waitFor();
      await page.getByRole("link", { name: "Create the first campaign" }).click();
      await page.getByRole("heading", { name: "New campaign" }).waitFor();
      assert.equal(await page.title(), "New campaign · Campaigns · interakt-wasm console");
      assert.equal(await focused(page), "campaign-title");
      await page.goBack();
      await page.getByText("No campaign yet.").waitFor();
      assert.equal(await page.title(), "Campaigns · interakt-wasm console");
    }));

  test("the list tells of each campaign how far it is, and follows it", () => {
    stage.play(running(), paused(), done());
    return stage.visit("#campaigns", async (page) => {
      await page.locator(".campaign-list tbody tr").nth(2).waitFor();
      assert.deepEqual(await lines(page, ".campaign-list tbody tr"), [
        "Diwali offer, first wave | Sending | 2,322 of 4,812 (48%) | 2,306 | 2,090 | 812 | 31",
        "New teas of the season | Paused | 2,671 of 4,812 (56%) | 2,306 | 2,090 | 812 | 540",
        "Winter sale | Done | 4,812 of 4,812 (100%) | 4,760 | 4,655 | 3,120 | 105",
      ]);
      const link = page.getByRole("link", { name: "Diwali offer" });
      await link.focus();
      stage.tell(running().state.id, { status: "paused" });
      await page.locator(".campaign-list [data-status=paused]").nth(1).waitFor();
      assert.match(
        (await page.evaluate(() => document.activeElement?.textContent)) ?? "",
        /Diwali/,
      );
      await link.press("Enter");
      await page.getByRole("heading", { name: "Diwali offer, first wave" }).waitFor();
    });
  });

  test("a file and a template become a campaign, once all that is in the way is gone", () =>
    stage.visit("#campaigns/new", async (page) => {
      const make = page.locator("#campaign-make");
      await make.click();
      await page.locator("#campaign-new-note", { hasText: "Choose a file first." }).waitFor();
      assert.equal(await focused(page), "campaign-rows-file");
      await pickTemplate(page, /^order_packed · en · /, "campaign-rows");
      await drop(page, "orders.csv", FILE, { ids: "campaign-rows" });
      await page.locator("#campaign-new-progress", { hasText: "1 ready" }).waitFor();
      await page.locator(".handset", { hasText: "your order 118 is packed" }).waitFor();
      assert.equal(await make.textContent(), "Create it with 1 message");
      await make.click();
      await page.locator("#campaign-new-note", { hasText: "Give it a name first." }).waitFor();
      assert.equal(await focused(page), "campaign-new-name");
      await page.keyboard.type("Packed today");
      await page.getByLabel("Quiet until").fill("08:30");
      await page.getByLabel("Share that may fail").fill("0");
      await make.click();
      await page.locator("#campaign-new-note", { hasText: "1 to 100 percent" }).waitFor();
      await page.getByLabel("Share that may fail").fill("10");
      assert.equal(stage.asked.length, 0);
      await make.click();
      await page.getByRole("heading", { name: "Packed today" }).waitFor();
      const [made, uploaded] = stage.asked;
      assert.deepEqual(made?.body.settings, {
        name: "Packed today",
        operation: "sendMessage",
        quiet: { from: "21:00", to: "08:30" },
        stopAt: { failed: 0.1, after: 50 },
        about: {
          operation: "sendMessage",
          defaultCountry: "IN",
          base: {
            template_category: "utility",
            type: "Template",
            template: { name: "order_packed", languageCode: "en" },
          },
          columns: {
            Mobile: "phone",
            Name: "template.bodyValues[0]",
            Order: "template.bodyValues[1]",
          },
        },
      });
      assert.equal(uploaded?.method, "PUT");
      assert.equal(uploaded?.body, FILE);
      await page.getByText("4 ready to send, 1 wrong in the file, 1 twice in it.").waitFor();
    }));

  test("a file that does not arrive is sent again, and makes no second campaign", () =>
    stage.visit(
      "#campaigns/new",
      async (page) => {
        await pickTemplate(page, /^order_packed · en · /, "campaign-rows");
        await drop(page, "orders.csv", FILE, { ids: "campaign-rows" });
        await page.getByLabel("Name, for yourself").fill("Packed today");
        await page.locator("#campaign-make", { hasText: "1 message" }).waitFor();
        stage.instead = ({ method }) =>
          method === "PUT" ? failure(502, "The rows could not be kept.") : undefined;
        await page.locator("#campaign-make").click();
        await page.getByRole("alert").filter({ hasText: "The rows could not be kept." }).waitFor();
        stage.instead = () => undefined;
        await page.locator("#campaign-make").click();
        await page.getByText("4 ready to send").waitFor();
        assert.deepEqual(
          stage.asked.map(({ method }) => method),
          ["POST", "PUT", "PUT"],
        );
      },
      { expected: /502/ },
    ));

  test("a message to oneself goes out before all others, and the start asks", () => {
    stage.play(draft());
    return stage.visit(`#campaigns/${draft().state.id}`, async (page) => {
      await page.locator("#campaign-test-send").click();
      await page.getByRole("alert").filter({ hasText: "your own phone" }).waitFor();
      await page.locator("#campaign-test [part=input]").fill("98765 43210");
      await page.locator("#campaign-test-send").click();
      await page.getByText("Sent through the simulator.").waitFor();
      assert.deepEqual(stage.asked.at(-1)?.body, { to: "+919876543210" });
      await page.locator("#campaign-start", { hasText: "Send 4,812 messages…" }).click();
      const dialog = page.getByRole("dialog", {
        name: "Send 4,812 messages through the simulator?",
      });
      await dialog.getByRole("button", { name: "Not yet" }).click();
      assert.equal(stage.asked.length, 1);
      await page.locator("#campaign-start").click();
      await dialog.getByRole("button", { name: "Send 4,812 messages" }).click();
      await page.locator(".campaign-status", { hasText: "Sending" }).waitFor();
      assert.match(stage.asked.at(-1)?.path ?? "", /\/start$/);
      assert.equal(await focused(page), "campaign-pause");
    });
  });

  test("the page follows what happens, and says aloud only what is another status", () => {
    stage.play(running());
    const { id, counts } = running().state;
    return stage.visit(`#campaigns/${id}`, async (page) => {
      await page.getByText("About 5 minutes left at 600 per minute.").waitFor();
      stage.tell(id, { counts: { ...counts, waiting: 1190, sent: 3506 } });
      await page.locator(".campaign-step", { hasText: "3,506" }).waitFor();
      await page.getByText("About 3 minutes left").waitFor();
      assert.equal(await page.locator("#campaign-status").textContent(), "");
      stage.tell(id, { status: "paused", reason: "failures" });
      await page
        .locator("#campaign-status", { hasText: /^Paused\. It paused automatically/ })
        .waitFor({
          state: "attached",
        });
    });
  });

  test("it is paused, gone on with, and cancelled after a yes", () => {
    stage.play(running());
    return stage.visit(`#campaigns/${running().state.id}`, async (page) => {
      await page.getByRole("button", { name: "Pause" }).click();
      await page.locator(".campaign-status", { hasText: "Paused" }).waitFor();
      assert.equal(await focused(page), "campaign-resume");
      await page.keyboard.press("Enter");
      await page.locator(".campaign-status", { hasText: "Sending" }).waitFor();
      assert.equal(await focused(page), "campaign-pause");
      await page.getByRole("button", { name: "Cancel…" }).click();
      await page.getByRole("dialog").getByText("2,490 messages will not be sent.").waitFor();
      await page.keyboard.press("Escape");
      assert.deepEqual(
        stage.asked.map(({ path }) => path.split("/").at(-1)),
        ["pause", "start"],
      );
      await page.getByRole("button", { name: "Cancel…" }).click();
      await page.getByRole("button", { name: "Cancel the campaign" }).click();
      await page.locator(".campaign-status", { hasText: "Cancelled" }).waitFor();
      assert.equal(await focused(page), "campaign-title");
    });
  });

  test("what is refused is said beside what was asked", () => {
    stage.play(running());
    return stage.visit(
      `#campaigns/${running().state.id}`,
      async (page) => {
        stage.instead = ({ path }) =>
          path.endsWith("/pause") ? failure(409, "The campaign has ended.") : undefined;
        await page.getByRole("button", { name: "Pause" }).click();
        const alert = page.locator(".campaign-head").getByRole("alert");
        await alert.filter({ hasText: "The campaign has ended." }).waitFor();
        stage.instead = () => undefined;
        await page.getByRole("button", { name: "Pause" }).click();
        await alert.waitFor({ state: "hidden" });
      },
      { expected: /409/ },
    );
  });

  test("parked messages are sent again only after a warning that somebody may get them twice", () => {
    stage.play(parkedOne());
    return stage.visit(`#campaigns/${parkedOne().state.id}`, async (page) => {
      const parked = page.locator('.campaign-decision[data-of="unknown"]');
      await parked.getByText("60 messages may have been sent, or not").waitFor();
      await parked.getByRole("button", { name: "Send again…" }).click();
      const dialog = page.getByRole("dialog", { name: "Send 60 messages again?" });
      await dialog.getByText("Anyone who already has the message gets it twice.").waitFor();
      await dialog.getByRole("button", { name: "Leave them" }).click();
      assert.equal(stage.asked.length, 0);
      await parked.getByRole("button", { name: "Count as sent…" }).click();
      await page.getByRole("button", { name: "Count as sent", exact: true }).click();
      await page.locator(".campaign-status", { hasText: "Done" }).waitFor();
      assert.deepEqual(
        stage.asked.map(({ path, body }) => [path.split("/").at(-1), body]),
        [["mark-sent", { count: 60 }]],
      );
      await page.locator('[data-of="dead"]').getByRole("button", { name: "Send again…" }).click();
      await page.getByRole("dialog").getByText("nobody gets it twice").waitFor();
      await page.getByRole("button", { name: "Send 9 messages again" }).click();
      await page.locator(".campaign-status", { hasText: "Sending" }).waitFor();
      assert.deepEqual(stage.asked.at(-1)?.body, { state: "dead", count: 9 });
    });
  });

  test("rows are listed by state, a page at a time, and some of them decided", () => {
    stage.play(parkedOne());
    return stage.visit(`#campaigns/${parkedOne().state.id}`, async (page) => {
      await page
        .locator('.campaign-count-line[data-of="unknown"]')
        .getByRole("button", { name: "Show the rows: Parked" })
        .click();
      assert.equal(await focused(page), "campaign-state");
      await rowsRead(page, "1 to 25");
      await page.getByRole("button", { name: "Next" }).click();
      await rowsRead(page, "26 to 50");
      await page.getByRole("button", { name: "Next" }).click();
      await rowsRead(page, "51 to 60, the last");
      assert.match((await page.evaluate(() => document.activeElement?.textContent)) ?? "", /Back/);
      await page.getByRole("button", { name: "Back" }).click();
      await rowsRead(page, "26 to 50");
      await page.getByRole("checkbox", { name: "127" }).check();
      await page.getByRole("checkbox", { name: "129" }).check();
      await page.getByRole("button", { name: "Count 2 rows as sent…" }).click();
      await page.getByRole("dialog", { name: "Count 2 messages as sent?" }).waitFor();
      await page.getByRole("button", { name: "Count as sent", exact: true }).click();
      await page.getByText("58 messages may have been sent, or not").waitFor();
      assert.deepEqual(stage.asked.at(-1)?.body, { indexes: [125, 127] });
      await page.locator("#campaign-state").selectOption("opted_out");
      await page.locator("#campaign-page", { hasText: "No rows match." }).waitFor();
    });
  });

  test("results are downloaded, and a campaign is deleted after a yes", () => {
    stage.play(done());
    return stage.visit(`#campaigns/${done().state.id}`, async (page) => {
      const results = page.getByRole("link", { name: "Results, CSV" });
      assert.equal(
        await results.getAttribute("href"),
        `api/campaigns/${done().state.id}/results.csv`,
      );
      await page.getByRole("button", { name: "Delete…" }).click();
      await page.getByRole("button", { name: "Delete it" }).click();
      await page.getByText("No campaign yet.").waitFor();
      assert.equal(stage.campaigns.size, 0);
    });
  });

  test("a stream that breaks is told, and what was missed is there when it is back", () => {
    stage.play(running());
    const { id, counts } = running().state;
    return stage.visit(
      `#campaigns/${id}`,
      async (page) => {
        await page.locator(".campaign-step", { hasText: "2,306" }).waitFor();
        stage.cut();
        const broken = page.getByText("The connection is lost; reconnecting. What you see");
        await broken.waitFor();
        stage.tell(id, { status: "done", counts: { ...counts, waiting: 0, sent: 4796 } });
        stage.isBroken = false;
        await broken.waitFor({ state: "hidden" });
        await page.locator(".campaign-status", { hasText: "Done" }).waitFor();
        await page.locator(".campaign-step", { hasText: "4,796" }).waitFor();
      },
      { expected: /503|events|ERR_|Failed to load/ },
    );
  });

  test("a campaign that is not there is told as such, and nothing is asked of it any more", () => {
    stage.play(running());
    return stage.visit(
      "#campaigns",
      async (page) => {
        await page.clock.install();
        await page.getByRole("link", { name: running().state.settings.name }).click();
        await rowsRead(page);
        stage.campaigns.clear();
        stage.cut();
        await page.getByRole("alert").filter({ hasText: "There is no such campaign." }).waitFor();
        const sent = asked(page);
        await page.clock.fastForward(60_000);
        assert.deepEqual(sent, []);
        await page.getByRole("link", { name: "All campaigns" }).click();
        await page.getByText("No campaign yet.").waitFor();
      },
      { expected: /404|503|events|ERR_/ },
    );
  });

  test("numbers are read as people write them, and nobody opted out is forgotten", () => {
    stage.optOuts = ["447400123456"];
    return stage.visit("#campaigns/opt-outs", async (page) => {
      await page.getByText("+447400123456").waitFor();
      const added = page.getByLabel("Phone numbers to add");
      await added.fill("98765 43210\n98765");
      await page.locator("#campaign-add").click();
      await page
        .getByRole("alert")
        .filter({ hasText: /^Line 2: .*10 digits/ })
        .waitFor();
      assert.deepEqual(stage.optOuts, ["447400123456"]);
      await added.fill("98765 43210\n+44 7400 123456\ntea-lover-0042");
      await page.locator("#campaign-add").click();
      await page.getByText("2 recipients added, 1 were already there.").waitFor();
      assert.deepEqual(stage.optOuts, ["447400123456", "919876543210", "tea-lover-0042"]);
      await page.getByRole("button", { name: "Remove 919876543210" }).click();
      await page.getByText("+919876543210 gets campaigns again.").waitFor();
      assert.deepEqual(stage.optOuts, ["447400123456", "tea-lover-0042"]);
    });
  });

  test("no script gets in by the name of a campaign, its rows or its problems", () => {
    const script =
      "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
    const { state, rows } = parkedOne();
    stage.play(
      campaignOf(
        state.id,
        { ...state, settings: { ...state.settings, name: script } },
        { rows: rows.map((row) => ({ ...row, recipient: script, problem: script })) },
      ),
    );
    stage.optOuts = [script];
    return stage.visit("#campaigns", async (page) => {
      await page.getByRole("link", { name: "<img" }).click();
      await page.getByRole("heading", { name: "<img" }).waitFor();
      await page.locator(".campaign-all td", { hasText: "<script>" }).first().waitFor();
      assert.equal(await page.title(), `${script} · Campaigns · interakt-wasm console`);
      await page.getByRole("link", { name: "All campaigns" }).click();
      await page.getByRole("link", { name: "Opt-outs" }).click();
      await page.locator(".campaign-opt-outs li", { hasText: "<img" }).waitFor();
      assert.equal(await page.locator("#campaigns :is(img, script, iframe)").count(), 0);
      assert.equal(await page.title(), "Opt-outs · Campaigns · interakt-wasm console");
    });
  });
}

/** @param {Page} page @param {string} [which] */
export function rowsRead(page, which = "1 to") {
  return page.locator("#campaign-page", { hasText: `Rows ${which}` }).waitFor();
}

/** @param {Page} page @returns {Promise<string | undefined>} The id of what has the keyboard. */
export function focused(page) {
  return page.evaluate(() => document.activeElement?.id);
}

/**
 * @param {Page} page
 * @param {string} rows
 * @returns {Promise<string[]>} The texts of their cells.
 */
function lines(page, rows) {
  return page.evaluate(
    (rows) =>
      [...document.querySelectorAll(rows)].map((row) =>
        [...row.children].map((cell) => (cell.querySelector("a") ?? cell).textContent).join(" | "),
      ),
    rows,
  );
}
