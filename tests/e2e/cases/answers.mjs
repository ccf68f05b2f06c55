import assert from "node:assert/strict";
import test from "node:test";
import { send, type } from "../desk.mjs";

/** @param {() => import("../desk.mjs").Desk} desk */
export function answers(desk) {
  test("a refusal is shown as the typed error that it is, with what to do", () =>
    desk().visit("#sendMessage/the-window-is-closed", async (page) => {
      assert.equal(await send(page), "Status 400: WindowClosedError");
      const card = page.locator(".error-card");
      assert.equal(await card.locator("strong").textContent(), "WindowClosedError");
      assert.equal(await card.locator("code").first().textContent(), "window_closed");
      assert.match((await card.textContent()) ?? "", /Send a template/);
      const body = (await page.locator("#wire-response").textContent()) ?? "";
      assert.match(body, /content-type: application\/json/);
      assert.match(body, /not messaged within last 24 hours/);
    }));

  test("the answer is decoded: what was JSON in a string is a value", () =>
    desk().visit("#createTemplate/call-and-link-buttons", async (page) => {
      assert.equal(await send(page), "Status 200");
      const answer = JSON.parse((await page.locator("#answer-view > pre").textContent()) ?? "");
      assert.deepEqual(answer.data.body_text, ["Asha"]);
      assert.equal(answer.data.buttons[0].text, "Call the shop");
    }));

  test("the simulator remembers who was tracked", () =>
    desk().visit("#trackUser", async (page) => {
      await type(page, '{ "userId": "guest-7", "traits": { "name": "Meera" } }');
      await page.locator("#request-view", { hasText: "guest-7" }).waitFor();
      assert.equal(await send(page), "Status 202");
      await page.locator('#operations a[href="#getUserById"]').click();
      await page.locator("#input-title", { hasText: "user id" }).waitFor();
      await type(page, '{ "userId": "guest-7" }');
      await page.locator("#request-view", { hasText: "guest-7" }).waitFor();
      assert.equal(await send(page), "Status 200");
      assert.match((await page.locator("#answer-view > pre").textContent()) ?? "", /Meera/);
    }));

  test("a Worker that is gone is an error to read, not a page that hangs", () =>
    desk().visit("#getUserById", async (page) => {
      await page.evaluate(() => {
        globalThis.fetch = () => Promise.reject(new TypeError("no network"));
      });
      assert.equal(await send(page), "No answer: ConsoleError");
      assert.match((await page.locator(".error-card").textContent()) ?? "", /console_unreachable/);
    }));
}
