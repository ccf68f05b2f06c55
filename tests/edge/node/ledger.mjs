/** The cases of the ledger, in a file of Node's own SQLite. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { nodeSql } from "interakt-wasm/edge";
import { CASES } from "../ledger/cases.mjs";
import { createStage } from "../ledger/stage.mjs";

for (const [name, work] of Object.entries(CASES)) {
  test(name, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), "ledger-"));
    /** @type {DatabaseSync | undefined} */
    let database;
    t.after(async () => {
      database?.close();
      await rm(folder, { recursive: true });
    });
    const stage = createStage(() => {
      database?.close();
      database = new DatabaseSync(join(folder, "campaigns.db"));
      return nodeSql(database);
    });
    await work(stage);
  });
}
