/** What the page lists of webhooks. */
import assert from "node:assert/strict";
import test from "node:test";
import { webhooks } from "interakt-wasm";
import { numbers, pageOf, raw, SECRET, startApplication, startInterakt, TEXT } from "./desk.mjs";
import { PAYLOAD, signedBy, told, untilSo } from "./webhook-support.mjs";

export function listedWebhooks() {
  test("the simulator's webhooks are listed as they come, opened as they came, and forgotten", async (t) => {
    const { get, ask } = await startApplication(t);
    assert.deepEqual((await get("GET", "/api/webhooks/told")).webhooks, []);
    const input = { fullPhoneNumber: "919876543210", type: "Text", data: { message: "Hi" } };
    const { answer } = await get("POST", "/api/send", { operation: "sendMessage", input });
    const list = await untilTold(get, 3);
    assert.deepEqual(
      list.map(({ kind, messageId, customer, signed, duplicate }) => [
        ...[kind, messageId, customer, signed, duplicate],
      ]),
      ["read", "delivered", "sent"].map((status) => [
        ...[`message_api_${status}`, answer.id, "919876543210", true, false],
      ]),
    );
    const { payload, header, secret } = await get("GET", `/api/webhooks/told/${list[0].id}`);
    assert.equal(webhooks.parse(payload).messageId, answer.id);
    assert.ok(await webhooks.verify(payload, header, secret));
    assert.ok(!JSON.stringify(list).includes("payload"), "the list holds no payloads");

    const { webhooks: newer, isAll } = await get("GET", `/api/webhooks/told?after=${list[1].id}`);
    assert.deepEqual([newer.length, newer[0].id, isAll], [1, list[0].id, false]);

    // Who names one does not mean all.
    assert.equal((await ask("DELETE", `/api/webhooks/told/${list[0].id}`)).status, 405);
    assert.equal((await get("GET", "/api/webhooks/told")).webhooks.length, 3);
    await get("DELETE", "/api/webhooks/told");
    assert.deepEqual((await get("GET", "/api/webhooks/told")).webhooks, []);
    assert.equal((await ask("GET", `/api/webhooks/told/${list[0].id}`)).status, 404);
  });

  test("those of a whole campaign are listed too, and no more than the newest", async (t) => {
    const { get, campaign, until } = await startApplication(t);
    const base = { type: "Template", template: { name: "tea_survey", languageCode: "en" } };
    const id = await campaign(numbers(100), { about: { ...TEXT.about, base } });
    await get("POST", `/api/campaigns/${id}/start`);
    await until(id, ({ counts: { delivered } }) => delivered === 92);
    const { webhooks: list, most } = await get("GET", "/api/webhooks/told");
    assert.deepEqual([list.length, most], [200, 200]);
    assert.ok(list.every((/** @type {any} */ { signed, customer }) => signed && customer));
  });

  test("with a key nothing is listed, and nothing kept, before somebody asks for it", async (t) => {
    const { settings } = await startInterakt(t);
    const { url, get, ask } = await startApplication(t, settings);
    const headers = await signedBy(PAYLOAD);
    await told(url, headers);
    assert.deepEqual(await get("GET", "/api/webhooks/told"), { isOff: true });
    assert.equal((await ask("GET", "/api/webhooks/told/1")).status, 404);
    assert.equal((await ask("DELETE", "/api/webhooks/told")).status, 200);
  });

  test("with a key and SHOW_WEBHOOKS they are, as they came, and never the secret", async (t) => {
    const { settings } = await startInterakt(t);
    const variables = { ...settings.variables, SHOW_WEBHOOKS: "on", RCS_WEBHOOK_TOKEN: "guess" };
    const { url, get } = await startApplication(t, { ...settings, variables });
    assert.equal((await told(url, await signedBy(PAYLOAD))).status, 200);
    const rcs = JSON.stringify({
      userPhoneNumber: "+919876543210",
      entityType: "USER_EVENT",
      entity: { eventType: "MESSAGE_READ", messageId: "MxTea" },
    });
    assert.equal((await told(url, {}, { body: rcs, end: "/guess" })).status, 200);
    assert.equal((await told(url, await signedBy(PAYLOAD))).status, 200);
    // What strangers write is not listed: it is counted.
    assert.equal((await told(url, await signedBy(PAYLOAD, "another"))).status, 401);
    assert.equal((await told(url, {})).status, 401);
    const list = await untilTold(get, 3);
    assert.deepEqual(
      list.map(({ kind, signed, duplicate, customer }) => [kind, signed, duplicate, customer]),
      [
        ["message_api_read", true, true, null],
        ["MESSAGE_READ", false, false, "919876543210"],
        ["message_api_read", true, false, null],
      ],
    );
    const { refused } = await untilSo(
      () => get("GET", "/api/webhooks/told"),
      (page) => page.refused?.count === 2,
    );
    assert.ok(Math.abs(refused.at - Date.now()) < 60_000);
    const whole = await get("GET", `/api/webhooks/told/${list[0].id}`);
    assert.equal(whole.payload, PAYLOAD);
    assert.ok(await webhooks.verify(whole.payload, whole.header, SECRET));
    assert.ok(!JSON.stringify(whole).includes(SECRET));
  });

  test("nobody but the page reads, forgets or tells, and nothing else can be asked", async (t) => {
    const { url, ask } = await startApplication(t);
    const body = JSON.stringify({ url: `${url.replace(/\d+$/, "1")}/`, payload: PAYLOAD });
    for (const [method, path] of [
      ["GET", "/api/webhooks/told"],
      ["GET", "/api/webhooks/told/1"],
      ["DELETE", "/api/webhooks/told"],
      ["POST", "/api/webhooks/tell"],
    ]) {
      for (const headers of /** @type {Record<string, string>[]} */ ([
        {},
        { origin: "https://elsewhere.example" },
        { origin: "null" },
        { origin: url, "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "none" },
      ])) {
        const init = { ...{ method, headers }, ...(method === "POST" && { body: [body] }) };
        const { status } = await raw(`${url}${path}`, init);
        assert.equal(status, 403, `${method} ${path} ${JSON.stringify(headers)}`);
      }
    }
    for (const [method, path, status] of /** @type {[string, string, number][]} */ ([
      ["POST", "/api/webhooks/told", 405],
      ["PUT", "/api/webhooks/tell", 405],
      ["GET", "/api/webhooks/tell", 405],
      ["GET", "/api/webhooks/tell/1", 404],
      ["GET", "/api/webhooks/told/1/2", 404],
      ["GET", "/api/webhooks/constructor", 404],
      ["GET", "/api/webhooks/__proto__", 404],
    ])) {
      assert.equal((await ask(method, path)).status, status, `${method} ${path}`);
    }
  });
}

/**
 * @param {ReturnType<typeof pageOf>["get"]} get
 * @param {number} count
 * @returns {Promise<any[]>} The list, once it has so many.
 */
async function untilTold(get, count) {
  const { webhooks: list } = await untilSo(
    () => get("GET", "/api/webhooks/told"),
    (page) => page.webhooks.length >= count,
  );
  assert.equal(list.length, count);
  return list;
}
