/** The table of refusals, over real HTTP, in Node and in workerd: nothing of it reaches Interakt. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { operations } from "interakt-wasm";
import { createProxy } from "interakt-wasm/edge";
import { Miniflare } from "miniflare";
import { failureOf } from "../support/failure.mjs";
import { workerModules } from "../support/worker.mjs";
import { sendRaw, serveInterakt, serveRequests } from "./proxy-http.mjs";
import { KEY, PATH, TEXT } from "./proxy-inputs.mjs";
import { optionsOf, ROWS, requestOf } from "./proxy-rows.mjs";

/** @typedef {{ url: string, close: () => Promise<unknown>, told: () => Promise<any[]> }} Served */

/** @param {string} upstream @returns {Promise<Served>} */
async function inNode(upstream) {
  /** @type {any[]} */
  const told = [];
  const proxies = new Map();
  /** @param {number} number */
  const proxyOf = (number) => {
    const row = ROWS[number] ?? { options: {} };
    const options = { ...optionsOf(/** @type {any} */ (row), upstream), onRefuse };
    /** @param {any} event */
    function onRefuse(event) {
      told.push({ ...event, cause: undefined });
    }
    return createProxy(/** @type {any} */ (options));
  };
  const server = await serveRequests((request) => {
    const number = Number(new URL(request.url).pathname.split("/")[1]);
    if (!proxies.has(number)) proxies.set(number, proxyOf(number));
    return proxies.get(number)(request);
  });
  return { ...server, told: async () => told };
}

/** @param {string} upstream @returns {Promise<Served>} */
async function inWorkerd(upstream) {
  const miniflare = new Miniflare({
    modules: await workerModules(fileURLToPath(new URL("proxy-worker.mjs", import.meta.url))),
    compatibilityDate: "2026-01-01",
    bindings: { UPSTREAM: upstream },
    durableObjects: { BUCKETS: { className: "InteraktBuckets", useSQLite: true } },
  });
  const { origin } = await miniflare.ready;
  return {
    url: origin,
    close: () => miniflare.dispose(),
    told: async () => /** @type {any} */ ((await fetch(`${origin}/told`)).json()),
  };
}

/** Refusals that need more than a request: proxy-time.test.mjs has them. */
const ELSEWHERE = ["body_incomplete", "caller_gone"];

test("the documented table has each refusal with its status, and each has a row here", async () => {
  const source = new URL("../../pkg-template/types/edge-proxy.d.ts", import.meta.url);
  const text = await readFile(source, "utf8");
  const documented = new Map();
  for (const [, codes = "", status] of text.matchAll(/^ \* \| (`.+`) \| (\d+) \|/gm)) {
    for (const [, code] of codes.matchAll(/`(\w+)`/g)) documented.set(code, Number(status));
  }
  for (const { code, status } of ROWS) assert.equal(documented.get(code), status, code);
  const rows = new Set([...ROWS.map(({ code }) => code), ...ELSEWHERE]);
  assert.deepEqual([...documented.keys()].sort(), [...rows].sort());
  const [union = ""] = /export type ProxyRefusalCode =[^;]+/.exec(text) ?? [];
  const named = [...union.matchAll(/"(\w+)"/g)].map(([, code]) => code);
  assert.deepEqual(named.sort(), [...rows].sort());
});

for (const [where, start] of Object.entries({ inNode, inWorkerd })) {
  describe(where, () => {
    /** @type {Awaited<ReturnType<typeof serveInterakt>>} */
    let interakt;
    /** @type {Served} */
    let served;
    before(async () => {
      interakt = await serveInterakt({
        v1: (outgoing) => outgoing.end('{"result":true,"message":"Done","id":"1"}'),
      });
      served = await start(interakt.url);
    });
    after(async () => {
      await served.close();
      await interakt.close();
    });

    for (const [number, row] of ROWS.entries()) {
      test(`${row.name}: ${row.status} ${row.code}`, async () => {
        const { status, code, error, errorCode, answer = {}, times = 1 } = row;
        const request = requestOf(row, number, operations);
        for (let time = 1; time < times; time += 1) {
          assert.equal((await sendRaw(served.url, request)).status, 200);
        }
        const before = interakt.arrived.length;
        const response = await sendRaw(served.url, request);
        const { headers, text } = response;
        assert.equal(response.status, status, text);
        const body = JSON.parse(text);
        assert.equal(body.code, code);
        assert.equal(body.result, false);
        assert.match(body.message, /^[A-Z].*[.:]/s);
        for (const [name, value] of Object.entries(answer)) assert.equal(headers.get(name), value);
        assert.equal(headers.get("vary"), "Origin");

        // What the page's client makes of it.
        const operation = operations.find(({ name }) => name === (row.operation ?? "sendMessage"));
        const thrown = await failureOf(() => operation?.parse(status, headers, text));
        assert.deepEqual([thrown.name, thrown.code, thrown.outcome], [error, errorCode, "refused"]);
        assert.ok(thrown.message.includes(body.message.slice(0, 60)), thrown.message);

        assert.equal(interakt.arrived.length, before, "it was sent");
        const whole = JSON.stringify([...headers, text, await served.told()]);
        assert.ok(!whole.includes(KEY) && !whole.includes(atob(KEY)), "the key is told");
        const told = (await served.told()).at(-1);
        assert.deepEqual([told.code, told.status], [code, status]);
      });
    }

    test("what all of these differ from is sent", async () => {
      const request = requestOf(/** @type {any} */ ({}), 1_000, operations);
      const response = await sendRaw(served.url, request);
      assert.equal(response.status, 200, response.text);
      assert.deepEqual(JSON.parse(response.text), { result: true, message: "Done", id: "1" });
      const { url, body, headers } = interakt.arrived.at(-1) ?? assert.fail();
      assert.deepEqual([url, JSON.parse(body)], [PATH, TEXT]);
      assert.equal(headers.authorization, `Basic ${KEY}`);
      assert.equal(headers.origin, undefined);
    });
  });
}
