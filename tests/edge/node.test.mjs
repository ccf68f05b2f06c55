// Campaigns on one machine: Node's SQLite, and processes that are killed.
import { test } from "node:test";
import { survive } from "./node/survive.mjs";

for (const [seed, processes] of [
  [1, 1],
  [2, 2],
]) {
  const who = processes === 1 ? "a process" : "two processes at once";
  test(`${who}, killed again and again, send each row once or park it (seed ${seed})`, async (t) => {
    const end = await survive({ seed: Number(seed), rows: 400, kills: 5, processes });
    t.diagnostic(`${end.kills} kills, ${end.sent} sent, ${end.parked} parked`);
  });
}
