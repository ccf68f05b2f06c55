/** A process that takes turns of an account, ten at once, and says so: `taker.mjs FILE`. */
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { createAccount, nodeSql } from "interakt-wasm/edge";

const [file = ""] = process.argv.slice(2);
const SPEED = 40;
const clock = {
  // The same for all, and near enough to now for databases.
  now: () => Date.now() * SPEED,
  sleep: (/** @type {number} */ ms) => setTimeout(Math.ceil(ms / SPEED)),
};
const account = createAccount(nodeSql(new DatabaseSync(file)), {
  plan: { requestsPerMinute: 60 },
  clock,
});
let left = 40;
await Promise.all(
  Array.from({ length: 10 }, async () => {
    while (left-- > 0) {
      await account.acquire({});
      process.stdout.write("taken\n");
    }
  }),
);
