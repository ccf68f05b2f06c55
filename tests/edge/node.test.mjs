// Campaigns on one machine: Node's SQLite, and processes that are killed.
import { test } from "node:test";
import { survive } from "./node/survive.mjs";

for (const [seed, processes] of [
  [1, 1],
  [2, 2],
]) {
  const who = processes === 1 ? "a process" : "two processes at once";
  test(`${who}, killed again and again, each row is sent once or parked (seed ${seed})`, async (t) => {
    const campaign = { rows: 400, kills: 5, requestsPerMinute: 100 };
    const end = await survive({ ...campaign, seed: Number(seed), processes });
    t.diagnostic(`${end.sent} sent, ${end.parked} parked`);
  });
}
