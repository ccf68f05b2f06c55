/**
 * A book of templates that all requests of a Worker share. workerd forbids one request to wait for
 * what another one has begun, and ends that with the request unless it is told of it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { templateBook } from "interakt-wasm";
import { Miniflare } from "miniflare";
import { createRemote } from "../support/remote.mjs";
import { startServer } from "../support/server.mjs";
import { workerModules } from "../support/worker.mjs";

const KEY = "interakt-wasm.templates";
const TEMPLATE = { name: "offer", language: "en", category: "MARKETING", body: "Hi {{1}}" };

/** @param {number} loadedAt */
const textOf = (loadedAt) =>
  JSON.stringify(templateBook(/** @type {any} */ ([TEMPLATE]), { loadedAt }));

/**
 * @param {import("node:test").TestContext} t Ends it.
 * @param {object} options
 * @param {number} options.maxAgeMs
 * @param {string} [options.stored] What KV has.
 * @param {object[]} [options.faults] Of the simulator.
 */
async function start(t, { maxAgeMs, stored, faults }) {
  const server = await startServer();
  t.after(server.close);
  const remote = createRemote(server.url);
  await remote.setup({ templates: [TEMPLATE] }, faults);
  let output = "";
  const miniflare = new Miniflare({
    modules: await workerModules(fileURLToPath(new URL("book-worker.mjs", import.meta.url))),
    compatibilityDate: "2026-01-01",
    kvNamespaces: ["STORE"],
    bindings: { API_KEY: "c2VjcmV0LWtleTo=", BASE_URL: server.url, MAX_AGE_MS: maxAgeMs },
    /** @param {import("node:stream").Readable[]} streams */
    handleRuntimeStdio(...streams) {
      for (const stream of streams) {
        stream.on("data", (chunk) => {
          output += chunk;
        });
      }
    },
  });
  t.after(() => miniflare.dispose());
  /** @type {any} */
  const store = await miniflare.getKVNamespace("STORE");
  if (stored) await store.put(KEY, stored);

  return {
    store,
    output: () => output,
    /** The statuses of so many requests at once. @param {number} count @param {string[]} bodyValues */
    async send(count, bodyValues) {
      const template = { name: "offer", languageCode: "en", bodyValues };
      const message = { fullPhoneNumber: "919876543210", type: "Template", template };
      const body = JSON.stringify(message);
      const all = Array.from({ length: count }, async () => {
        const response = await miniflare.dispatchFetch("http://worker/", { method: "POST", body });
        const answer = /** @type {any} */ (await response.json());
        return answer[0]?.code ?? response.status;
      });
      return [...new Set(await Promise.all(all))];
    },
    /** How many requests for lists and for messages have arrived. */
    async arrived() {
      const requests = await remote.requests();
      const lists = requests.filter(({ method }) => method === "GET");
      return { lists: lists.length, messages: requests.length - lists.length };
    },
  };
}

test("50 requests at once on a Worker that has no book yet all get one, and KV has it then", async (t) => {
  const worker = await start(t, { maxAgeMs: 60_000 });
  assert.deepEqual(await worker.send(50, ["Asha"]), [200]);
  assert.deepEqual(await worker.send(50, []), ["template.value_missing"]);
  const { lists, messages } = await worker.arrived();
  assert.equal(messages, 50);
  assert.ok(lists >= 1 && lists <= 50, `${lists} lists`);
  const book = templateBook(String(await worker.store.get(KEY)));
  assert.equal(book.templates[0]?.name, "offer");
  assert.equal(worker.output(), "");
});

test("a book that KV has saves every request for it", async (t) => {
  const worker = await start(t, { maxAgeMs: 60_000, stored: textOf(Date.now()) });
  assert.deepEqual(await worker.send(20, ["Asha"]), [200]);
  assert.deepEqual(await worker.arrived(), { lists: 0, messages: 20 });
  assert.equal(worker.output(), "");
});

test("an old one is renewed behind the answers", async (t) => {
  const old = Date.now() - 3_600_000;
  const worker = await start(t, { maxAgeMs: 60_000, stored: textOf(old) });
  assert.deepEqual(await worker.send(20, ["Asha"]), [200]);
  for (;;) {
    const book = templateBook(String(await worker.store.get(KEY)));
    if (Number(book.loadedAt) > old) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { lists } = await worker.arrived();
  assert.equal(lists, 1);
  assert.equal(worker.output(), "");
});

test("an old one is given out while Interakt is down", async (t) => {
  const down = { on: "listTemplates", status: 500, times: 1000 };
  const worker = await start(t, {
    maxAgeMs: 1,
    stored: textOf(Date.now() - 3_600_000),
    faults: [down],
  });
  for (let round = 0; round < 3; round += 1) {
    assert.deepEqual(await worker.send(20, ["Asha"]), [200]);
  }
  assert.deepEqual(await worker.arrived(), { lists: 1, messages: 60 });
  assert.equal(worker.output(), "");
});
