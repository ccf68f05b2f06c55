/** A hundred thousand rows in one campaign, beside another one in the same database. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { createLedger, nodeSql } from "interakt-wasm/edge";
import { claim, LEASE, row, rows, SENT } from "../ledger/stage.mjs";

const ROWS = 100_000;
const CHUNK = 5_000;

test("a hundred thousand rows are all sent once, and no call looks through them all", async () => {
  const database = new DatabaseSync(":memory:");
  const plain = nodeSql(database);
  /** @type {Set<string>} */
  const queries = new Set();
  const sql = {
    ...plain,
    /** @type {typeof plain.all} */
    all(query, ...values) {
      queries.add(query);
      return plain.all(query, ...values);
    },
  };
  const other = createLedger(sql, "other");
  await other.open({ name: "Other" });
  await other.add(rows(50));
  const ledger = createLedger(sql, "sale");
  await ledger.open({ name: "Sale", quiet: { from: "03:00", to: "03:01" }, timeZone: "UTC" });
  for (let from = 0; from < ROWS; from += CHUNK) {
    await ledger.add(Array.from({ length: CHUNK }, (_, place) => row(from + place)));
  }
  await ledger.start();
  /** @type {number[]} */
  const sent = [];
  for (let turn = 0; ; turn += 1) {
    const owner = `owner-${turn}`;
    const indexes = await claim(ledger, owner, 1_000);
    if (indexes.length === 0) break;
    const [first = 0] = indexes;
    assert.deepEqual(await ledger.leave({ owner, index: first }), { leaves: true });
    for (const index of indexes) await ledger.settle({ owner, index, ...SENT });
    sent.push(...indexes);
  }
  assert.deepEqual(sent, [...Array(ROWS).keys()]);
  const { status, counts } = await ledger.state();
  assert.deepEqual([status, counts.sent, counts.rows], ["done", ROWS, ROWS]);

  // Everything else that is asked.
  await ledger.claim({ owner: "again", most: 1, leaseMs: LEASE });
  await ledger.tell({ index: 7, status: "read", at: Date.now() });
  for (const state of /** @type {const} */ (["unknown", "waiting", "sent"])) {
    await ledger.rows({ state, most: 10 });
  }
  await ledger.again({ state: "unknown" });
  await ledger.markSent({ indexes: [1, 2] });
  await ledger.again({ state: "dead", indexes: [1, 2] });
  await ledger.spans();
  await ledger.rows({ after: 500 });
  await other.start();
  await claim(other, "a", 5);
  await other.pause();
  await other.cancel();
  await other.erase();

  assert.ok(queries.size > 20);
  for (const query of queries) {
    if (!/^\s*(SELECT|UPDATE|DELETE)/.test(query)) continue;
    const values = Array(query.split("?").length - 1).fill(1);
    const plan = plain.all(`EXPLAIN QUERY PLAN ${query}`, ...values);
    for (const { detail } of plan) {
      assert.doesNotMatch(String(detail), /^SCAN interakt_rows|TEMP B-TREE/, query);
    }
  }
});
