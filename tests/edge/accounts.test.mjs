/** A thousand accounts in workerd: each is an object of its own, and nothing is shared. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { workerModules } from "../support/worker.mjs";
import { planOf } from "./accounts-worker.mjs";

const ACCOUNTS = 1_000;
const EACH = 6;
const AT_ONCE = 100;

test("a thousand accounts keep each to its own pace, and none waits for another", async (t) => {
  const miniflare = new Miniflare({
    modules: await workerModules(fileURLToPath(new URL("accounts-worker.mjs", import.meta.url))),
    compatibilityDate: "2026-01-01",
    bindings: { START: Date.now(), SPEED: 200 },
    durableObjects: { ACCOUNT: { className: "InteraktAccount", useSQLite: true } },
    handleRuntimeStdio(...streams) {
      for (const s of streams) s.on("data", (c) => console.log(String(c).slice(0, 1500)));
    },
  });
  t.after(() => miniflare.dispose());
  /** @param {object} what @returns {Promise<any>} */
  const ask = async (what) => {
    const init = { method: "POST", body: JSON.stringify(what) };
    const response = await miniflare.dispatchFetch("http://worker/", init).catch((e) => {
      console.log(e.cause, Date.now());
      throw e;
    });
    return response.json();
  };

  // Of one more nothing leaves: were anything shared, the others would wait for it.
  const [held] = await ask({ from: ACCOUNTS, to: ACCOUNTS + 1, pause: 3_600_000 });
  const blocks = Array.from({ length: ACCOUNTS / AT_ONCE }, (_, block) => block * AT_ONCE);
  const told = (
    await Promise.all(blocks.map((from) => ask({ from, to: from + AT_ONCE, many: EACH })))
  ).flat();

  assert.ok(held.pausedUntil > held.lastMinute);
  assert.equal(new Set(told.map(({ id }) => id)).size, ACCOUNTS);
  let permissions = 0;
  for (const [place, { times }] of told.entries()) {
    const perMinute = planOf(place);
    assert.equal(times.length, EACH);
    permissions += times.length;
    for (let later = perMinute; later < EACH; later += 1) {
      assert.ok(times[later] - times[later - perMinute] >= 60_000 - 0.01, `account ${place}`);
    }
  }
  assert.equal(permissions, ACCOUNTS * EACH);
});
