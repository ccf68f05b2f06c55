/** A thousand accounts in workerd: each is an object of its own, and nothing is shared. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { memoryWith } from "../support/memory.mjs";
import { workerModules } from "../support/worker.mjs";
import { planOf } from "./accounts-worker.mjs";

const ACCOUNTS = 1_000;
const AT_ONCE = 100;

/** A thousand databases that wait for a disk would test the disk. They take 80 MB. */
const FOLDER = memoryWith(2 ** 29);

test("a thousand accounts keep each to its own pace, and none waits for another", async (t) => {
  const folder = await mkdtemp(join(FOLDER, "accounts-"));
  const miniflare = new Miniflare({
    durableObjectsPersist: folder,
    modules: await workerModules(fileURLToPath(new URL("accounts-worker.mjs", import.meta.url))),
    compatibilityDate: "2026-01-01",
    bindings: { START: Date.now(), SPEED: 200 },
    durableObjects: { ACCOUNT: { className: "InteraktAccount", useSQLite: true } },
  });
  t.after(async () => {
    await miniflare.dispose();
    await rm(folder, { recursive: true });
  });
  /** @param {object} what @returns {Promise<any>} */
  const ask = async (what) => {
    const init = { method: "POST", body: JSON.stringify(what) };
    const response = await miniflare.dispatchFetch("http://worker/", init);
    return response.json();
  };

  // Of one more nothing leaves: were anything shared, the others would wait for it.
  const [held] = await ask({ from: ACCOUNTS, to: ACCOUNTS + 1, pause: 3_600_000 });
  const told = [];
  for (let from = 0; from < ACCOUNTS; from += AT_ONCE) {
    told.push(...(await ask({ from, to: from + AT_ONCE })));
  }

  assert.ok(held.pausedUntil > held.lastMinute);
  assert.equal(new Set(told.map(({ id }) => id)).size, ACCOUNTS);
  for (const [place, { times }] of told.entries()) {
    const perMinute = planOf(place);
    // A call that had to be made again may have used another one up.
    assert.ok(times.length > perMinute, `account ${place}`);
    for (let later = perMinute; later < times.length; later += 1) {
      assert.ok(times[later] - times[later - perMinute] >= 60_000 - 0.01, `account ${place}`);
    }
  }
});
