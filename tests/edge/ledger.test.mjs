/**
 * The ledger in both databases that it is made for: Node's own SQLite, which the oldest Node that is
 * supported has not, and that of Durable Objects, in workerd.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { Miniflare } from "miniflare";
import { testInNewestNode } from "../support/newest-tests.mjs";
import { workerModules } from "../support/worker.mjs";
import { CASES } from "./ledger/cases.mjs";
import { scripts } from "./ledger/scripts.mjs";

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
  /** @param {string} path @param {object} [init] @returns {Promise<any>} */
  const ask = async (path, init) =>
    (await miniflare.dispatchFetch(`http://x/${path}`, init)).json();

  for (const name of Object.keys(CASES)) {
    await t.test(name, async () => {
      assert.equal(await ask(`case/${encodeURIComponent(name)}`), "well");
    });
  }

  await t.test("any order of calls", async () => {
    for (const steps of fc.sample(scripts, 25)) {
      const body = JSON.stringify(steps);
      assert.equal(await ask("random", { method: "POST", body }), "well", body);
    }
  });

  await t.test("no step costs more for the rows that are settled", async (t) => {
    const { status, bytes, bytesAtEnd, costs } = await ask("cost/3000");
    assert.equal(status, "done");
    const steps = ["claim", "leave", "settle", "sent", "delivered", "read"];
    for (const step of steps) {
      const [first, last] = [costs[`first ${step}`], costs[`last ${step}`]];
      // In the first, the span of time is new; what is last has no row behind it.
      assert.ok(
        last.read <= first.read + 0.1,
        `${step}: ${last.read} rows read, ${first.read} at first`,
      );
      assert.ok(last.written <= first.written + 0.1, `${step}: ${last.written} rows written`);
    }
    for (const look of ["last state", "last empty claim", "last page"]) {
      assert.ok(costs[look].read < 50, `${look}: ${costs[look].read} rows read`);
    }
    const life = ["add", ...steps.map((step) => `other ${step}`)];
    const written = life.reduce((sum, step) => sum + costs[step].written, 0);
    t.diagnostic(`${written.toFixed(1)} rows written for a message that is read`);
    for (const step of life) {
      const { read, written } = costs[step];
      t.diagnostic(`${step}: ${read.toFixed(2)} read, ${written.toFixed(2)} written`);
    }
    t.diagnostic(`${Math.round(bytes)} bytes for a row, ${Math.round(bytesAtEnd)} in the end`);
  });
});
