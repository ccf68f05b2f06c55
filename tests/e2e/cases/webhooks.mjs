/** The list of webhooks that came, and telling one again. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import test, { after, before } from "node:test";
import { webhooks } from "interakt-wasm";
import { freePort, listen } from "../../support/listen.mjs";
import { NARROW, send, startDesk } from "../desk.mjs";
import { verdict } from "./inspector.mjs";
import { over } from "./life.mjs";

/** @typedef {import("playwright-core").Page} Page */

const KEY = "a2V5LW9mLXRoZS1saXN0Og==";
const SECRET = "the-secret-of-the-list";

/**
 * @param {() => import("playwright-core").Browser} browser
 * @param {() => import("../desk.mjs").Desk} desk
 */
export function listedWebhooks(browser, desk) {
  test("the list tells how to get a first webhook, and grows while one looks", () =>
    desk().visit("#webhooks", async (page) => {
      await emptied(page);
      const hint = page.locator(".told-empty", { hasText: "Nothing has arrived yet" });
      await hint.getByRole("link").click();
      await page.locator("#input-title", { hasText: "WhatsApp" }).waitFor();
      await page.goto(`${desk().url}/#sendMessage/text`);
      await send(page);
      await page.getByRole("link", { name: "Webhooks" }).click();
      // While it is looked at: no part of the page is asked for anew.
      await counted(page, "3 webhooks");
      const kinds = await page.locator(".told-kind").allTextContents();
      assert.deepEqual(kinds, ["message_api_read", "message_api_delivered", "message_api_sent"]);
      const spoken = page.locator(".told-panel [role=status]", { hasText: /webhooks? more\.$/ });
      await spoken.first().waitFor({ state: "attached" });
      assert.match((await page.locator(".told-about").first().textContent()) ?? "", /…\d{4}/);
    }));

  test("one is shown by mouse, arrow keys and address, and leaves the list when it is edited", () =>
    desk().visit(
      "#sendMessage/a-form-is-filled-in",
      async (page) => {
        await page.evaluate(() => fetch("api/webhooks/told", { method: "DELETE" }));
        await send(page);
        await over(page);
        await page.goto(`${desk().url}/#webhooks`);
        await counted(page, "5 webhooks");
        const duplicate = page.locator(".told", { hasText: "duplicate" });
        assert.deepEqual(await duplicate.locator(".told-kind").allTextContents(), [
          "message_received",
        ]);
        const rows = page.locator(".told");
        await rows.nth(3).click();
        await verdict(page, "good", /verifies/);
        await factOf(page, "kind", "message_api_delivered");
        const address = page.url();
        assert.match(address, /#webhooks\/[\da-f]{8}-\d+$/);

        // One stop for Tab, and from there arrow keys show one after the other.
        assert.equal(await page.locator('.told[tabindex="0"]').count(), 1);
        await page.keyboard.press("ArrowDown");
        await factOf(page, "kind", "message_api_sent");
        assert.notEqual(page.url(), address);
        await page.keyboard.press("Home");
        await page.locator('.told[aria-current="true"]', { hasText: "duplicate" }).waitFor();
        await factOf(page, "kind", "message_received");
        await page.keyboard.press("Tab");
        assert.equal(await page.locator(".told:focus").count(), 0);
        // What one came through is no history to go back through.
        await page.goBack();
        await page.waitForURL(/#webhooks$/);

        await page.goto(address);
        await page.reload();
        await factOf(page, "kind", "message_api_delivered");
        await page.locator('.told[aria-current="true"]', { hasText: "delivered" }).waitFor();
        await page.locator("#payload").fill("{}");
        await page.waitForURL(/#webhooks$/);
        assert.equal(await page.locator(".told[aria-current]").count(), 0);

        await page.getByLabel("Kind").selectOption("message_api_sent");
        await counted(page, "1 of 5 webhooks");
        assert.equal(await page.locator(".told:visible").count(), 1);
        await page.getByLabel("Kind").selectOption("");
        await page.getByLabel("Filter by number or id").fill("nobody’s");
        await page.locator(".told-empty", { hasText: "None of them matches" }).waitFor();
        await page.getByLabel("Filter by number or id").fill("");
        await counted(page, "5 webhooks");

        await emptied(page);
        await page.goto(address);
        const gone = page.locator(".told-panel .hint", { hasText: "no longer kept" });
        await gone.waitFor();
        // It stays, however often the list is asked for.
        const asked = () => page.waitForResponse(/api\/webhooks\/told/);
        await asked();
        await asked();
        assert.ok(await gone.isVisible());
        await page.waitForURL(/#webhooks$/);
      },
      {
        // Reloading breaks off what is under way.
        expected: /404|^failed: /,
      },
    ));

  describedTelling(desk);
  describedLive(browser);
}

/** @param {() => import("../desk.mjs").Desk} desk */
function describedTelling(desk) {
  /** @type {{ body: string, signature: string | string[] | undefined }[]} */
  const received = [];
  /** @type {{ url: string, close: () => Promise<void> }} */
  let program;

  before(async () => {
    const server = createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const signature = request.headers["interakt-signature"];
      received.push({ body: Buffer.concat(chunks).toString(), signature });
      const status = Number(request.url?.slice(1)) || 200;
      response.writeHead(status, { "x-mine": "yes" }).end("<b>from the program</b>");
    });
    program = await listen(server);
  });

  after(() => program?.close());

  test("a program is told what is shown, and what it answers is shown", () =>
    desk().visit(
      "#webhooks",
      async (page) => {
        await verdict(page, "good", /verifies/);
        const address = page.getByLabel("URL of your program");
        const button = page.getByRole("button", { name: "Send it" });
        await button.click();
        assert.equal(await page.evaluate(() => document.activeElement?.id), "tell-url");

        await address.fill(`${program.url}/200`);
        await button.click();
        await told(page, "good", /^200 OK in \d+ ms\.$/);
        const shown = await page.locator("#payload").inputValue();
        const [first] = received;
        assert.equal(first?.body, shown);
        assert.equal(first?.signature, await page.locator("#signature").inputValue());
        const answer = (await page.locator(".tell-answer").textContent()) ?? "";
        assert.match(answer, /^200 OK\n.*x-mine: yes.*<b>from the program<\/b>$/s);

        await page.getByLabel("Sign again with").fill("the program’s own");
        await address.fill(`${program.url}/500`);
        await address.press("Enter");
        await told(page, "error", /^500 Internal Server Error in/);
        await page.locator(".tell-result", { hasText: "after five failures" }).waitFor();
        const last = received.at(-1);
        assert.ok(await webhooks.verify(shown, String(last?.signature), "the program’s own"));

        await address.fill(`http://127.0.0.1:${await freePort()}/`);
        await address.press("Enter");
        await told(page, "error", /^Nothing answers there\.$/);
        await address.fill("https://api.interakt.ai/");
        await address.press("Enter");
        await told(page, "error", /belongs to Interakt/);

        // As they come, though another view is open by then.
        await address.fill(`${program.url}/201`);
        await page.getByLabel("Forward each new one as it arrives").check();
        received.length = 0;
        await page.evaluate(() => {
          location.hash = "#sendMessage/text";
        });
        await page.locator("#input-title", { hasText: "WhatsApp" }).waitFor();
        await send(page);
        await over(page);
        await page.evaluate(() => {
          location.hash = "#webhooks";
        });
        await page.locator(".tell-tally", { hasText: "3 so far: 201 × 3." }).waitFor();
        const events = received.map(({ body }) => webhooks.parse(body).status);
        assert.deepEqual(events, ["sent", "delivered", "read"]);
        const own = received.map(({ body, signature }) =>
          webhooks.verify(body, String(signature), "the program’s own"),
        );
        assert.deepEqual(await Promise.all(own), [true, true, true]);
        await page.getByLabel("Forward each new one as it arrives").uncheck();
        await address.fill("https://api.interakt.ai/");

        const [forever, inTab] = await page.evaluate(() =>
          [localStorage, sessionStorage].map((store) => ({ ...store })),
        );
        assert.deepEqual(forever, {});
        assert.equal(inTab?.["webhooks.url"], "https://api.interakt.ai/");
        // What was sent is there, too: the key that signs is not.
        assert.ok(!JSON.stringify(inTab).includes("the program’s own"));
        await page.locator("#sample").selectOption({ label: "Read" });
        assert.equal(await page.locator(".tell-status").textContent(), "");
        await page.reload();
        await page.locator("#tell-url").waitFor();
        assert.equal(await address.inputValue(), "https://api.interakt.ai/");
        assert.equal(await page.getByLabel("Sign again with").inputValue(), "");
      },
      {
        // Reloading breaks off what is under way.
        expected: /400|^failed: /,
      },
    ));
}

/** @param {() => import("playwright-core").Browser} browser */
function describedLive(browser) {
  test("with a key what comes is shown as verified, without the secret", async () => {
    const live = await startDesk(browser(), {
      apiKey: KEY,
      baseUrl: "http://127.0.0.1:1",
      variables: { INTERAKT_WEBHOOK_SECRET: SECRET, SHOW_WEBHOOKS: "on" },
    });
    try {
      await live.visit("#webhooks", (page) => readLive(page, live.url), { viewport: NARROW });
    } finally {
      await live.stop();
    }
  });
}

/** @param {Page} page @param {string} url Of the application. */
async function readLive(page, url) {
  await page.locator(".told-empty", { hasText: `${url}/webhooks/interakt` }).waitFor();
  const body = JSON.stringify({ type: "message_api_read", data: { message: { id: "7" } } });
  for (const secret of ["another", SECRET]) {
    const headers = { "interakt-signature": await webhooks.sign(body, secret) };
    await fetch(`${url}/webhooks/interakt`, { method: "POST", headers, body });
  }
  await page.locator(".told").click();
  await verdict(page, "good", /verified when it came/);
  assert.equal(await page.locator("#secret").inputValue(), "");
  assert.ok(!(await page.content()).includes(SECRET));
  await page.locator(".told-panel .hint", { hasText: "One was refused" }).waitFor();
  await page.locator("#secret").fill(SECRET);
  await verdict(page, "good", /^The signature verifies\.$/);
  await page.locator("#secret").fill("");
  await page.locator("#payload").fill(`${body} `);
  await verdict(page, "none", /secret key is missing/);
}

/**
 * Forgets what came of other visits.
 *
 * @param {Page} page
 */
async function emptied(page) {
  const forget = page.getByRole("button", { name: "Delete all" });
  await page.locator(".told-empty:visible, .told").first().waitFor();
  if (await forget.isEnabled()) await forget.click();
  await page.locator(".told-empty", { hasText: "Nothing has arrived yet" }).waitFor();
  assert.equal(await page.locator(".told").count(), 0);
}

/** @param {Page} page @param {string} words */
const counted = (page, words) =>
  page.locator(".told-panel .endpoint").getByText(words, { exact: true }).waitFor();

/** @param {Page} page @param {string} name @param {string} value */
const factOf = (page, name, value) =>
  page
    .locator(".facts tr", { has: page.locator("th", { hasText: name }) })
    .locator("td", { hasText: new RegExp(`^${value}$`) })
    .waitFor();

/** @param {Page} page @param {string} kind @param {RegExp} words */
const told = (page, kind, words) =>
  page.locator(`.tell-status[data-kind="${kind}"]`, { hasText: words }).waitFor();
