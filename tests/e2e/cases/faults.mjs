import assert from "node:assert/strict";
import test from "node:test";
import { FAULTS } from "../../../www/demo/faults.js";
import { NARROW, send, type } from "../desk.mjs";
import { overflow, picture, violations } from "../look.mjs";

/** @typedef {import("../../../www/demo/faults.js").FaultName} FaultName */

/** What the client says, and whether the request was carried out all the same. @type {Record<FaultName, [code: string, isDone: boolean]>} */
const ENDS = {
  rate_limited: ["rate_limited", false],
  unauthorized: ["unauthorized", false],
  said_no: ["rejected", false],
  category_changed: ["template_category_mismatch", false],
  no_turn: ["total_timeout", false],
  unreachable: ["connection_failed", false],
  connection_lost: ["connection_failed", true],
  timeout: ["timeout", true],
  server_error: ["server_error", false],
  gateway_page: ["server_error", false],
  broken_json: ["invalid_response", true],
  too_large: ["response_too_large", true],
};

/** @param {() => import("../desk.mjs").Desk} desk */
export function faults(desk) {
  /**
   * @param {string} operation
   * @param {unknown} input
   * @param {string} [fault]
   * @returns {Promise<any>} What the Worker answers.
   */
  async function ask(operation, input, fault) {
    const response = await fetch(`${desk().url}/api/send`, {
      method: "POST",
      headers: { origin: desk().url, "content-type": "application/json" },
      body: JSON.stringify({ operation, input, fault }),
    });
    assert.equal(response.status, 200);
    return response.json();
  }

  test("each fault ends as the client says, does to the account what the list says, and is met by no other request", async () => {
    await Promise.all(
      Object.entries(ENDS).map(async ([fault, [code, isDone]]) => {
        const userId = `met-${fault}`;
        // Another page asks at the same time.
        const [{ error, answer }, other] = await Promise.all([
          ask("trackUser", { userId, traits: {} }, fault),
          ask("trackUser", { userId: `not-${userId}`, traits: {} }),
        ]);
        const { outcome } = FAULTS[/** @type {FaultName} */ (fault)];
        assert.equal(answer, undefined);
        assert.deepEqual([error.code, error.outcome], [code, outcome], fault);
        assert.equal(other.answer.result, true, fault);
        const found = await ask("getUserById", { userId });
        assert.equal((found.answer?.data.customers ?? []).length, isDone ? 1 : 0, fault);
      }),
    );
  });

  test("an example begins with a connection that breaks, and the card says what is known", () =>
    desk().visit("#sendMessage/a-connection-that-breaks", async (page) => {
      const fault = page.getByLabel("Simulate");
      const note = page.locator("#send-note");
      assert.equal(await fault.inputValue(), "connection_lost");
      assert.equal(await note.textContent(), "Simulating: Connection breaks after sending");
      assert.equal(await send(page), "No answer: ConnectionError");
      const card = page.locator(".error-card");
      assert.match((await card.locator(".fate").textContent()) ?? "", /^Unknown: .+ arrive twice/);
      assert.match((await card.textContent()) ?? "", /outcomeunknown.*Client retriesNo,/);
      assert.equal(
        await note.textContent(),
        "The last try may have succeeded: this could be a second one.",
      );
      await picture(page, "of unknown outcome 1280 light");
      assert.deepEqual(await violations(page), []);
      // What is corrected is another message.
      const text = await page.locator(".cm-content").innerText();
      await type(page, text.replace("order-128", "order-129"));
      await note.getByText("Simulating").waitFor();

      // Whoever chooses, chooses for all that is sent from then on.
      await fault.selectOption("Normal answer");
      assert.equal(await note.textContent(), "Nothing reaches Interakt.");
      assert.equal(await send(page), "Status 201");
      await fault.selectOption("Template moved to another category");
      assert.equal(await send(page), "Status 400: TemplateError");
      await page.getByRole("link", { name: "Audio", exact: true }).click();
      await page.waitForFunction(() => document.title.startsWith("sendMessage: Audio"));
      // What has no template has no category.
      assert.equal(await fault.inputValue(), "");
      await fault.selectOption("Rate limit (429)");
      await page.locator('#operations a[href="#getUserById"]').click();
      await page.waitForFunction(() => document.title.startsWith("getUserById"));
      assert.equal(await fault.inputValue(), "rate_limited");
      assert.equal(await send(page), "Status 429: RateLimitError");
      assert.match((await card.textContent()) ?? "", /^.*Refused: .*Wait 20 s.*retryAfterMs20000/);
    }));

  test("on a phone a fault is as clear, and a read of unknown outcome leaves no doubt", () =>
    desk().visit(
      "#getUserById",
      async (page) => {
        await page.getByLabel("Simulate").selectOption("No answer within a second");
        assert.equal(await send(page), "No answer: TimeoutError");
        assert.match((await page.locator(".fate").textContent()) ?? "", /can send it again/);
        const note = await page.locator("#send-note").textContent();
        assert.equal(note, "Simulating: No answer within a second");
        await picture(page, "of unknown outcome 390 dark");
        assert.deepEqual(await violations(page), []);
        assert.equal(await overflow(page), 0);
      },
      { viewport: NARROW, colorScheme: "dark", hasTouch: true },
    ));
}
