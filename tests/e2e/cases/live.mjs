import assert from "node:assert/strict";
import { createServer } from "node:http";
import test, { after, before } from "node:test";
import { listen } from "../../support/listen.mjs";
import { NARROW, send, settled, startDesk } from "../desk.mjs";
import { overflow, picture, violations } from "../look.mjs";

/** Well formed, and nobody's. */
const KEY = "fj8+bm9ib2R5cy1rZXktb2YtdGhlLWNvbnNvbGU/fj8+Og==";

/** What servers and what is on the way make of it, each a JSON string of its own. */
const WRITTEN = [
  KEY.replaceAll("/", "\\/"),
  [...KEY].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  encodeURIComponent(KEY),
  KEY.replaceAll("=", ""),
  KEY.replaceAll("+", "-").replaceAll("/", "_"),
  atob(KEY),
  btoa(KEY),
];

/** What a page would make of any text that it gets, in the end. @param {string} text */
const readAs = (text) => {
  const plain = text
    .replaceAll(/\\+u([0-9a-f]{4})/gi, (_, digits) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
    .replaceAll(/\\+\//g, "/")
    .replaceAll(/%([0-9a-f]{2})/gi, (_, digits) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
  return plain.replaceAll("-", "+").replaceAll("_", "/");
};

/** @param {() => import("playwright-core").Browser} browser */
export function live(browser) {
  /** @type {string[]} */
  const received = [];
  /** @type {{ url: string, close: () => Promise<void> }} */
  let upstream;
  /** @type {import("../desk.mjs").Desk} */
  let desk;

  before(async () => {
    // Repeats the key wherever it can, as careless servers do.
    const server = createServer((request, response) => {
      received.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      response.setHeader("content-type", "application/json");
      response.setHeader("x-seen", String(request.headers.authorization));
      const message = `you sent ${request.headers.authorization}`;
      const text = JSON.stringify({ result: true, message, id: "1", data: { customers: [] } });
      const repeated = WRITTEN.map((key, index) => `"key ${index}":"so ${key} it is"`);
      response.end(`${text.slice(0, -1)},${repeated.join(",")},"${KEY}":1}`);
    });
    upstream = await listen(server);
    desk = await startDesk(browser(), { apiKey: KEY, baseUrl: upstream.url });
  });

  after(async () => {
    await desk?.stop();
    await upstream?.close();
  });

  test("the page says that it is for real", () =>
    desk.visit("#sendMessage/text", async (page) => {
      assert.equal(await page.locator("#mode").textContent(), "Live: messages cost money");
      assert.equal(await page.locator("#send-label").textContent(), "Send for real");
      assert.equal(await page.locator("#fault").count(), 0);
      await page.getByRole("tab", { name: "HTTP" }).click();
      const preview = (await page.locator("#request-view").textContent()) ?? "";
      assert.ok(preview.startsWith(`POST ${upstream.url}/v1/public/message/`), preview);
    }));

  test("a message goes out after a yes, with the key, and not after a no", () =>
    desk.visit("#sendMessage/text", async (page) => {
      received.length = 0;
      const dialog = page.getByRole("dialog");
      await page.locator("#send").click();
      assert.match((await dialog.textContent()) ?? "", /A customer will get it/);
      await picture(page, "asking 1280 light");
      assert.deepEqual(await violations(page), []);
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await dialog.waitFor({ state: "hidden" });
      await page.locator("#send").click();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
      assert.deepEqual(received, []);
      await page.locator("#send").click();
      await dialog.getByRole("button", { name: "Send for real" }).click();
      assert.equal(await settled(page), "Status 200");
      assert.deepEqual(received, [`POST /v1/public/message/ Basic ${KEY}`]);
    }));

  test("the delivery of a message is told elsewhere, and the page says so", () =>
    desk.visit("#sendMessage/text", async (page) => {
      /** @type {string[]} */
      const asked = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.locator("#send").click();
      await page.getByRole("dialog").getByRole("button", { name: "Send for real" }).click();
      assert.equal(await settled(page), "Status 200");
      const section = page.getByRole("region", { name: "Delivery" });
      assert.match((await section.textContent()) ?? "", /to your webhook, not to this page/);
      await picture(page, "told elsewhere 1280 light");
      assert.deepEqual(await violations(page), []);
      await section.getByRole("link", { name: "inspector" }).click();
      await page.locator("#payload").waitFor();
      assert.ok(!asked.includes("/api/webhooks"), String(asked));
      const headers = { "sec-fetch-site": "same-origin" };
      assert.equal((await fetch(`${desk.url}/api/webhooks?id=1`, { headers })).status, 404);
    }));

  test("nothing is sent that is to fail", async () => {
    received.length = 0;
    const headers = { origin: desk.url, "content-type": "application/json" };
    const input = { fullPhoneNumber: "919876543210", type: "Text", data: { message: "Hi" } };
    const body = JSON.stringify({ operation: "sendMessage", input, fault: "timeout" });
    const response = await fetch(`${desk.url}/api/send`, { method: "POST", headers, body });
    assert.equal(response.status, 400);
    assert.match(await response.text(), /this account is real/);
    assert.deepEqual(received, []);
  });

  test("what only reads needs no yes", () =>
    desk.visit("#getUserById", async (page) => {
      assert.equal(await page.locator("#send-note").textContent(), "Reads the real account.");
      assert.equal(await send(page), "Status 200");
    }));

  test("on a phone it is as clear", () =>
    desk.visit(
      "#createTemplate",
      async (page) => {
        assert.ok(await page.locator("#mode").isVisible());
        assert.equal(await page.locator("#send-note").textContent(), "Changes the real account.");
        await page.locator("#send").click();
        await picture(page, "asking 390 dark");
        assert.deepEqual(await violations(page), []);
        assert.equal(await overflow(page), 0);
      },
      { viewport: NARROW, colorScheme: "dark", hasTouch: true },
    ));

  test("the key never reaches the page, not even from a server that repeats it", () =>
    desk.visit("#getUserById", async (page) => {
      /** @type {Promise<string>[]} */
      const bodies = [];
      /** @type {string[]} */
      const headers = [];
      // What is still on its way when the page is left has no body to be read.
      await page.waitForLoadState("networkidle");
      page.on("response", (response) => {
        // What the browser has already comes without a body.
        if (response.status() !== 304) bodies.push(response.text());
        headers.push(JSON.stringify(response.headers()));
      });
      await page.reload();
      await page.locator("#mode:not(:empty)").waitFor();
      assert.equal(await send(page), "Status 200");
      const everything = [...(await Promise.all(bodies)), ...headers, await page.content()];
      assert.ok(everything.some((text) => text.includes("you sent Basic ••••••••")));
      for (const key of [KEY.replaceAll("=", ""), atob(KEY), btoa(KEY)]) {
        const plain = readAs(key);
        assert.equal(everything.filter((text) => readAs(text).includes(plain)).length, 0, key);
      }
      assert.ok(everything.some((text) => text.includes("it is")));
    }));
}
