/**
 * The ledger in both databases that it is made for: Node's own SQLite, which the oldest Node that is
 * supported has not, and that of Durable Objects, in workerd.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { testInNewestNode } from "../support/newest-tests.mjs";
import { workerModules } from "../support/worker.mjs";
import { CASES } from "./ledger/cases.mjs";

/** @param {string} path */
const fileOf = (path) => fileURLToPath(new URL(path, import.meta.url));

for (const [what, file] of Object.entries({
  "its cases": "ledger.mjs",
  "any order of calls": "ledger-random.mjs",
  "a hundred thousand rows": "ledger-large.mjs",
})) {
  test(`node:sqlite: ${what}`, (t) => testInNewestNode(t, fileOf(`node/${file}`)));
}

test("the SQLite of Durable Objects", async (t) => {
  const miniflare = new Miniflare({
    modules: await workerModules(fileOf("ledger/worker.mjs")),
    compatibilityDate: "2026-01-01",
    durableObjects: { STAGE: { className: "Stage", useSQLite: true } },
  });
  t.after(() => miniflare.dispose());
  for (const name of Object.keys(CASES)) {
    await t.test(name, async () => {
      const url = `http://worker/${encodeURIComponent(name)}`;
      const response = await miniflare.dispatchFetch(url);
      assert.equal(await response.json(), null);
    });
  }
});
