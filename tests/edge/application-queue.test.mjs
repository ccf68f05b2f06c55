/** Webhooks whose campaign cannot be reached: what Interakt told is not lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webhooks } from "interakt-wasm";
import { accountOf } from "../../www/worker/account.js";
import { consume, sweep } from "../../www/worker/queue.js";
import { receiveWebhook } from "../../www/worker/told.js";

const SECRET = "secret-of-the-webhook";

const BODY = JSON.stringify({
  version: "1.0",
  timestamp: "2026-01-15T09:30:00.000000",
  type: "message_api_delivered",
  data: {
    customer: { channel_phone_number: "919876543210" },
    message: { id: "m-1", meta_data: { source_data: { callback_data: "20260115-ledger.7" } } },
  },
});

/** An environment whose campaigns answer, or not. */
function stage() {
  /** @type {any[]} */
  const queued = [];
  /** @type {string[]} */
  const told = [];
  const desk = { isReachable: false, queued, told };
  const namespace = {
    idFromName: (/** @type {string} */ name) => name,
    get: (/** @type {string} */ name) => ({
      /** @param {Request} request */
      async fetch(request) {
        if (!desk.isReachable) throw new Error("Network connection lost.");
        told.push(`${name} ${new URL(request.url).pathname} ${await request.text()}`);
        return Response.json({ ok: null });
      },
    }),
  };
  const env = /** @type {import("../../www/worker/account.js").Env} */ (
    /** @type {unknown} */ ({
      INTERAKT_API_KEY: "a2V5LW9mLXRoZS1hcHBsaWNhdGlvbjo=",
      INTERAKT_WEBHOOK_SECRET: SECRET,
      ...{ ACCOUNT: namespace, CAMPAIGN: namespace },
      TICKETS: { send: async (/** @type {unknown} */ body) => void queued.push(body) },
    })
  );
  return { ...{ desk, env }, account: accountOf(env) };
}

test("what a webhook told of a campaign that cannot be reached is put into the Queue, and told later", async () => {
  const { desk, env, account } = stage();
  const url = new URL("https://campaigns.example/webhooks/interakt");
  const headers = { "interakt-signature": await webhooks.sign(BODY, SECRET) };
  /** @type {Promise<unknown>[]} */
  const pending = [];
  const answer = await receiveWebhook({
    ...{ url, env, account },
    request: new Request(url, { method: "POST", headers, body: BODY }),
    context: { waitUntil: (promise) => void pending.push(promise) },
  });
  await Promise.all(pending);
  assert.equal(answer.status, 200);
  assert.equal(desk.queued.length, 1);
  assert.deepEqual(desk.told, []);

  // A Queue carries it as JSON.
  const [body] = JSON.parse(JSON.stringify(desk.queued));
  /** @type {unknown[]} */
  const fates = [];
  const message = (/** @type {number} */ attempts) => ({
    ...{ id: "1", body, attempts },
    ack: () => void fates.push("ack"),
    retry: (/** @type {unknown} */ options) => void fates.push(options),
  });
  await consume({ queue: "interakt-tickets", messages: [message(2)] }, env);
  assert.deepEqual(fates, [{ delaySeconds: 60 }]);

  desk.isReachable = true;
  await consume({ queue: "interakt-tickets", messages: [message(3)] }, env);
  assert.deepEqual(fates[1], "ack");
  assert.equal(desk.told.length, 1);
  assert.match(String(desk.told[0]), /^live\/20260115-ledger \/tell .*"index":7.*"delivered"/);
});

test("campaigns are kept for ever where no number of days is set, and the log says which is none", async (t) => {
  const log = t.mock.method(console, "error", () => {});
  /** @type {string[]} */
  const calls = [];
  const ended = { ok: { status: "done", endedAt: 0 } };
  /** @param {(url: URL) => unknown} answer */
  const namespace = (answer) => ({
    idFromName: (/** @type {string} */ name) => name,
    get: () => ({
      /** @param {Request} request */
      async fetch(request) {
        calls.push(new URL(request.url).pathname);
        return Response.json(answer(new URL(request.url)));
      },
    }),
  });
  /** @param {string | undefined} days */
  const isErased = async (days) => {
    calls.length = 0;
    const env = {
      ...{ KEEP_DAYS: days, INTERAKT_API_KEY: "a2V5LW9mLXRoZS1hcHBsaWNhdGlvbjo=" },
      LIST: namespace(() => [{ id: "20260115-ledger" }]),
      CAMPAIGN: namespace(() => ended),
    };
    await sweep(/** @type {any} */ (env), 90 * 24 * 60 * 60 * 1000);
    assert.ok(calls.includes("/state"), String(calls));
    return calls.includes("/erase");
  };
  for (const days of [undefined, ""]) assert.equal(await isErased(days), false, days);
  assert.equal(log.mock.callCount(), 0);
  for (const days of ["ninety", " ", "-1", "90 days"]) {
    log.mock.resetCalls();
    assert.equal(await isErased(days), false, days);
    assert.match(String(log.mock.calls[0]?.arguments[0]), /KEEP_DAYS is no number/);
  }
  log.mock.resetCalls();
  for (const days of ["90", "0", "0.5"]) assert.equal(await isErased(days), true, days);
  assert.equal(await isErased("91"), false);
  assert.equal(log.mock.callCount(), 0);
});
