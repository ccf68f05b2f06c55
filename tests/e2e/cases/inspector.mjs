import assert from "node:assert/strict";
import test from "node:test";
import { webhooks } from "interakt-wasm";
import { SAMPLES } from "../../../www/demo/webhook-samples.js";
import { NARROW } from "../desk.mjs";

/** @typedef {import("playwright-core").Page} Page */

const INSPECTOR = "#webhooks";
const SECRET = "a-key-that-stays-here";
const BODY = JSON.stringify({
  version: "1.0",
  timestamp: "2026-01-15T08:41:20",
  type: "message_api_read",
  data: {
    message: {
      id: "7",
      message: '[{"type": "body"}]',
      meta_data: { source_data: { callback_data: "order-118" } },
    },
  },
});

/** @param {() => import("../desk.mjs").Desk} desk */
export function inspector(desk) {
  test("the sidebar leads to the webhooks and back to what was there", () =>
    desk().visit("#sendMessage/list", async (page) => {
      await page.getByRole("link", { name: "Webhooks" }).click();
      await page.getByRole("heading", { name: "Webhook", exact: true }).waitFor();
      assert.equal(await page.title(), "Receive: Webhooks · interakt-wasm console");
      assert.ok(page.url().endsWith(INSPECTOR), page.url());
      const current = page.locator("#catalog [aria-current] .choice-name");
      assert.deepEqual(await current.filter({ visible: true }).allTextContents(), ["Webhooks"]);
      assert.ok(!(await page.locator("#examples-part").isVisible()));
      await page.goBack();
      await page.locator("#input-title").waitFor();
      assert.equal(await page.title(), "sendMessage: List · interakt-wasm console");
      assert.ok(!(await page.locator("#inspector").isVisible()));
    }));

  test("the address leads to a sample that verifies, and Ctrl+Enter sends nothing from there", () =>
    desk().visit(INSPECTOR, async (page) => {
      const sent = watched(page);
      await verdict(page, "good", /verifies/);
      assert.equal((await facts(page)).kind, "message_api_sent");
      assert.equal(await page.locator("#sample option:checked").textContent(), "Sent");
      await page.keyboard.press("ControlOrMeta+Enter");
      await page.getByRole("link", { name: "sendMessage" }).click();
      await page.locator("#input-title", { hasText: "WhatsApp" }).waitFor();
      assert.deepEqual(sent, []);
    }));

  test("a webhook is verified and read while it is put in", () =>
    desk().visit(INSPECTOR, async (page) => {
      await pasteOne(page);
      await page.locator("#payload").fill(BODY);
      await verdict(page, "none", /paste the header/);
      await page.locator("#signature").fill(await webhooks.sign(BODY, SECRET));
      await verdict(page, "none", /secret key is missing/);
      await page.locator("#secret").fill(SECRET);
      await verdict(page, "good", /^The signature verifies\.$/);
      await page.locator("#secret").fill(SECRET.slice(1));
      await verdict(page, "error", /^The signature does not verify\./);
      await page.locator("#secret").fill(`${SECRET} `);
      await verdict(page, "warning", /spaces around/);
      const spoken = page.locator("#verdict-status", { hasText: "spaces around" });
      await spoken.waitFor({ state: "attached" });
      assert.equal(await spoken.getAttribute("role"), "status");
    }));

  test("the event is shown decoded, with its facts", () =>
    desk().visit(INSPECTOR, async (page) => {
      await pasteOne(page);
      await page.locator("#payload").fill(BODY);
      await page.locator(".facts").waitFor();
      assert.deepEqual(await facts(page), {
        kind: "message_api_read",
        known: "yes",
        channel: "whatsapp",
        status: "read",
        messageId: "7",
        callbackData: "order-118",
        submissionKey: "none",
        dedupeKey: "message_api_read:7",
      });
      const shown = (await page.locator("#event-view pre").textContent()) ?? "";
      const { data, ...rest } = JSON.parse(shown);
      assert.deepEqual(data.message.message, [{ type: "body" }]);
      assert.deepEqual({ data, ...rest }, webhooks.parse(BODY));
    }));

  test("a kind that nobody knows, and a body that is none, are said to be so", () =>
    desk().visit(INSPECTOR, async (page) => {
      await pasteOne(page);
      await page.locator("#payload").fill('{"type":"something_new","data":"{}"}');
      await page.locator(".facts").waitFor();
      const { kind, known, status, messageId } = await facts(page);
      assert.deepEqual([kind, status, messageId], ["something_new", "none", "none"]);
      assert.match(known ?? "", /^no/);
      await page.locator("#payload").fill("[1]");
      const card = page.locator("#event-view .error-card");
      await card.waitFor();
      assert.equal(await card.locator("strong").textContent(), "WebhookError");
      assert.equal(await card.locator("code").textContent(), "webhook_body_invalid");
      const message = "The body is not a JSON object, as the bodies of Interakt's webhooks are.";
      assert.equal(await card.locator(".error-message").textContent(), message);
    }));

  test("Sign writes the header of the payload, and asks for what it needs", () =>
    desk().visit(INSPECTOR, async (page) => {
      const sign = page.getByRole("button", { name: "Sign" });
      const focused = () => page.evaluate(() => document.activeElement?.id);
      await pasteOne(page);
      await sign.click();
      assert.equal(await focused(), "payload");
      await page.locator("#payload").fill(BODY);
      await sign.click();
      assert.equal(await focused(), "secret");
      await page.locator("#secret").fill(SECRET);
      await sign.click();
      await verdict(page, "good", /verifies/);
      const header = await page.locator("#signature").inputValue();
      assert.equal(header, await webhooks.sign(BODY, SECRET));
      await page.locator("#secret").fill("\0");
      await sign.click();
      await verdict(page, "error", /secret key of Interakt's dashboard/);
    }));

  test("every sample is signed and read; those of RCS carry no signature", () =>
    desk().visit(INSPECTOR, async (page) => {
      for (const { title, payload } of SAMPLES) {
        const event = webhooks.parse(JSON.stringify(payload));
        await page.locator("#sample").selectOption({ label: title });
        await page.locator(".facts", { hasText: event.dedupeKey }).waitFor();
        if (event.channel === "rcs") await verdict(page, "none", /are not signed/);
        else await verdict(page, "good", /verifies/);
        const found = await facts(page);
        assert.equal(found.known, "yes", title);
        assert.equal(found.status, event.status ?? "none", title);
        assert.equal(found.submissionKey, event.submissionKey ?? "none", title);
      }
      // An edited sample is none any more.
      await page.locator("#payload").press("End");
      await page.keyboard.type(" ");
      assert.equal(await page.locator("#sample").inputValue(), "");
    }));

  test("a sample is signed with the key that stands there", () =>
    desk().visit(INSPECTOR, async (page) => {
      await page.locator("#secret").fill(SECRET);
      await page.locator("#sample").selectOption({ label: "Failed" });
      await verdict(page, "good", /verifies/);
      assert.equal(await page.locator("#secret").inputValue(), SECRET);
    }));

  test("what is pasted is verified as it came, whatever its line ends", () =>
    desk().visit(INSPECTOR, async (page) => {
      const body = BODY.replaceAll(",", ",\r\n\r");
      await page.evaluate((text) => navigator.clipboard.writeText(text), body);
      await page.locator("#payload").fill("{}");
      await page.locator("#payload").press("ControlOrMeta+a");
      await page.keyboard.press("ControlOrMeta+v");
      await page.locator("#signature").fill(await webhooks.sign(body, SECRET));
      await page.locator("#secret").fill(SECRET);
      await verdict(page, "good", /verifies/);
      // An edit is an edit.
      await page.locator("#payload").press("ControlOrMeta+End");
      await page.keyboard.type(" ");
      await verdict(page, "error", /does not verify/);
    }));

  test("the secret key is hidden until it is shown, and gets nowhere", () =>
    desk().visit(INSPECTOR, async (page) => {
      const sent = watched(page);
      const field = page.locator("#secret");
      const toggle = page.getByRole("button", { name: "Show the secret key" });
      assert.equal(await field.getAttribute("type"), "password");
      await toggle.click();
      assert.equal(await field.getAttribute("type"), "text");
      assert.equal(await toggle.getAttribute("aria-pressed"), "true");
      await field.fill(SECRET);
      await page.locator("#payload").fill(BODY);
      await page.getByRole("button", { name: "Sign" }).click();
      await verdict(page, "good", /verifies/);
      await toggle.click();
      assert.equal(await field.getAttribute("type"), "password");
      await page.getByRole("link", { name: "sendMessage" }).click();
      await page.locator("#input-title", { hasText: "WhatsApp" }).waitFor();
      assert.deepEqual(sent, []);
      const kept = await page.evaluate(async () => [
        location.href,
        document.cookie,
        JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }]),
        String((await indexedDB.databases()).length + (await caches.keys()).length),
        document.documentElement.outerHTML,
      ]);
      assert.deepEqual(kept.slice(1, 4), ["", "[null,{},{}]", "0"]);
      for (const text of kept) assert.ok(!text.includes(SECRET));
      await page.goBack();
      assert.equal(await field.inputValue(), SECRET);
    }));

  test("on a phone the choice closes the lists, and every control is at least 40 pixels high", () =>
    desk().visit(
      "#sendMessage/text",
      async (page) => {
        await page.locator("#chooser").click();
        await page.getByRole("link", { name: "Webhooks" }).click();
        await page.locator("#payload").waitFor();
        assert.ok(!(await page.locator("#catalog").isVisible()));
        const chooser = await page.locator("#chooser").textContent();
        assert.equal(chooser?.replaceAll(/\s+/g, " ").trim(), "Receive Webhooks");
        const low = await page.evaluate(() =>
          [...document.querySelectorAll(":is(#inspector, #chooser) :is(button, input, select)")]
            // What is pressed of a box to tick is all of its label.
            .map((control) => control.closest("label") ?? control)
            .filter((control) => control.getBoundingClientRect().height < 40)
            .map((control) => control.id),
        );
        assert.deepEqual(low, []);
      },
      { viewport: NARROW, hasTouch: true },
    ));

  test("the skip link leads to the payload", () =>
    desk().visit(INSPECTOR, async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "payload");
      assert.ok(page.url().endsWith(INSPECTOR), page.url());
    }));
}

/**
 * Empties what stands there for something of one's own.
 *
 * @param {Page} page
 */
async function pasteOne(page) {
  await page.getByRole("button", { name: "Paste one" }).click();
  await verdict(page, "none", /paste a payload/);
}

/**
 * @param {Page} page
 * @returns {string[]} Grows with what the page asks for from now on, besides what has come.
 */
function watched(page) {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    // Parts of the page, and what the list asks.
    const isUsual = /^\/[\w-]+\.(svg|js)$|^\/api\/webhooks\/told(\?after=[\da-f]+-\d+)?$/.test(
      pathname + search,
    );
    if (!isUsual || request.postData()) asked.push(request.url());
  });
  return asked;
}

/**
 * Waits for a verdict.
 *
 * @param {Page} page
 * @param {"none" | "good" | "warning" | "error"} kind
 * @param {RegExp} words
 */
export async function verdict(page, kind, words) {
  await page.locator(`#verdict[data-kind="${kind}"]`, { hasText: words }).waitFor();
}

/**
 * @param {Page} page
 * @returns {Promise<Record<string, string>>} The table's rows.
 */
async function facts(page) {
  const names = await page.locator(".facts th").allTextContents();
  const values = await page.locator(".facts td").allTextContents();
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
}
