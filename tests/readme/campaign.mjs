/** What the examples with back ends and campaigns do in workerd, with the simulator for Interakt. */
import assert from "node:assert/strict";
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Interakt, isApiError } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { Miniflare } from "miniflare";
import { failureOf } from "../support/failure.mjs";
import { workerModules } from "../support/worker.mjs";

export const API_KEY = "dGVzdC1rZXk6";

const SECRET = "a-test-secret";

/** How often a campaign is asked how far it is, and for how long. */
const LOOK_MS = 100;
const PATIENCE_MS = 60_000;

/**
 * A Worker whose requests go to a simulator.
 *
 * @param {string} source
 * @param {import("interakt-wasm/simulator").Simulator} simulator
 * @param {object} bindings
 */
const start = async (source, simulator, bindings) =>
  new Miniflare({
    modules: await workerModules(source),
    compatibilityDate: "2026-01-01",
    bindings: { INTERAKT_API_KEY: API_KEY, INTERAKT_WEBHOOK_SECRET: SECRET },
    outboundService: async (/** @type {Request} */ request) => {
      const { url, method, headers } = request;
      const body = await request.arrayBuffer();
      const init = { method, headers: [...headers], body };
      return /** @type {any} */ (await simulator(new Request(url, /** @type {any} */ (init))));
    },
    ...bindings,
  });

/**
 * What a page may send, and what it may not.
 *
 * @param {string} source
 */
export async function askAsPage(source) {
  const simulator = createSimulator({ apiKey: API_KEY });
  const miniflare = await start(source, simulator, {
    durableObjects: { BUCKETS: { className: "InteraktBuckets", useSQLite: true } },
    kvNamespaces: ["SESSIONS"],
  });
  try {
    const sessions = /** @type {any} */ (await miniflare.getKVNamespace("SESSIONS"));
    await sessions.put("Bearer a-session", "919876543210");
    /** @param {Record<string, string>} [session] */
    const pageOf = (session) =>
      new Interakt({
        baseUrl: "https://shop.example/api/interakt",
        headers: { origin: "https://shop.example", ...session },
        fetch: async (request) => {
          const { url, method, headers } = request;
          const body = request.body && (await request.arrayBuffer());
          const init = { method, headers: [...headers], body };
          return /** @type {any} */ (await miniflare.dispatchFetch(url, /** @type {any} */ (init)));
        },
      });
    const page = pageOf({ authorization: "Bearer a-session" });
    const message = /** @type {const} */ ({
      type: "Template",
      template: { name: "order_shipped", languageCode: "en" },
    });
    const { id } = await page.sendMessage({ ...message, fullPhoneNumber: "919876543210" });
    assert.match(id ?? "", /^[0-9a-f-]{36}$/);
    const other = { ...message, fullPhoneNumber: "919876543211" };
    for (const [call, code] of /** @type {const} */ ([
      [() => page.sendMessage(other), "recipient_refused"],
      [() => page.listTemplates({}), "operation_refused"],
      [() => pageOf().sendMessage(other), "not_authorized"],
      [() => pageOf({ authorization: "Bearer x" }).sendMessage(other), "not_authorized"],
    ])) {
      const error = await failureOf(call);
      assert.ok(isApiError(error));
      assert.equal(/** @type {any} */ (error.body).code, code);
    }
    assert.equal(simulator.requests.length, 1);
  } finally {
    await miniflare.dispose();
  }
}

/**
 * Uploads a file of which some rows arrive, and the rest never does.
 *
 * @param {Miniflare} miniflare
 * @param {string} path
 */
async function breakOff(miniflare, path) {
  const url = new URL(new URL(path).pathname, await miniflare.ready);
  const leaving = request(url, { method: "POST", headers: { "transfer-encoding": "chunked" } });
  leaving.on("error", () => {});
  const file = Array.from({ length: 6000 }, (_, index) => `${9_000_000_000 + index},Nobody\n`);
  leaving.write(`Mobile,Name\n${file.join("")}`);
  let seen = 0;
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(3 * LOOK_MS)) {
    assert.ok(Date.now() < end, "the rows have not come");
    const state = await miniflare.dispatchFetch(path);
    if (!state.ok) continue;
    const { rows } = /** @type {any} */ (await state.json()).counts;
    if (rows > 0 && rows === seen) break;
    seen = rows;
  }
  leaving.destroy();
}

/**
 * A campaign of two rows, of which each is sent once, though another file broke off before, and what a webhook tells of it.
 *
 * @param {string} source
 */
export async function sendCampaign(source) {
  let time = Date.now();
  /** @type {Miniflare} */
  let miniflare;
  const simulator = createSimulator({
    apiKey: API_KEY,
    now: () => time,
    webhooks: {
      secret: SECRET,
      to: async ({ method, headers, body }) => {
        const init = { method, headers: [...headers], body, duplex: "half" };
        const url = "http://worker/webhooks/interakt";
        return /** @type {any} */ (await miniflare.dispatchFetch(url, /** @type {any} */ (init)));
      },
      life: () => ["sent", "delivered", "read"],
    },
  });
  miniflare = await start(source, simulator, {
    durableObjects: {
      ACCOUNT: { className: "InteraktAccount", useSQLite: true },
      CAMPAIGN: { className: "InteraktCampaign", useSQLite: true },
    },
    queueProducers: { TICKETS: "tickets" },
    queueConsumers: { tickets: { maxBatchSize: 1, maxBatchTimeout: 0 } },
  });
  try {
    const url = "http://worker/diwali-2026";
    await breakOff(miniflare, url);
    const body = "Mobile,Name\n98765 43210,Asha\n98765 43211,Ravi\n98765,Meena\n";
    const started = await miniflare.dispatchFetch(url, { method: "POST", body });
    assert.equal(/** @type {any} */ (await started.json()).status, "running");
    /** @type {any} */
    let state;
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(LOOK_MS)) {
      state = await (await miniflare.dispatchFetch(url)).json();
      if (state.status !== "running") break;
    }
    const { rows, sent, invalid } = state.counts;
    assert.deepEqual([state.status, rows, sent, invalid], ["done", 3, 2, 1]);
    assert.equal(simulator.requests.length, 2);
    time += 60_000;
    const deliveries = await simulator.deliver();
    assert.deepEqual([...new Set(deliveries.map(({ status }) => status))], [200]);
    const { counts } = /** @type {any} */ (await (await miniflare.dispatchFetch(url)).json());
    assert.deepEqual([counts.delivered, counts.read], [2, 2]);
  } finally {
    await miniflare.dispose();
  }
}
