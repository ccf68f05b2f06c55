/** Any order of calls, in Node's own SQLite. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import fc from "fast-check";
import { nodeSql } from "interakt-wasm/edge";
import { play } from "../ledger/random.mjs";
import { scripts } from "../ledger/scripts.mjs";
import { createStage } from "../ledger/stage.mjs";

test("nothing is sent twice, lost, or counted wrong, in any order of calls", async () => {
  /** @type {Record<string, number>} */
  const ends = {};
  await fc.assert(
    fc.asyncProperty(scripts, async (steps) => {
      const database = new DatabaseSync(":memory:");
      const end = await play(
        createStage(() => nodeSql(database)),
        steps,
      );
      ends[end] = (ends[end] ?? 0) + 1;
      database.close();
    }),
    { numRuns: 200 },
  );
  assert.deepEqual(Object.keys(ends).sort(), ["cancelled", "done", "parked"]);
});
