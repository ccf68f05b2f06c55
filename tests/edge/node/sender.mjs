/**
 * A process that is killed: makes a campaign of a file and sends it, or goes on with it. Run by a
 * Node that has SQLite, with a `Campaign` as JSON.
 */
import { createReadStream } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Interakt } from "interakt-wasm";
import { checkRows } from "interakt-wasm/bulk";
import { createAccount, createConsumer, createLedger, nodeSql, toNewRow } from "interakt-wasm/edge";
import { fastClock } from "./clock.mjs";
import { ROWS } from "./file.mjs";

/**
 * @typedef {object} Campaign
 * @property {string} baseUrl
 * @property {string} database
 * @property {string} file
 * @property {{ start: number, speed: number }} time
 * @property {number} requestsPerMinute
 * @property {number} slackMs
 * @property {number} timeoutMs
 */

/** @type {Campaign} */
const { baseUrl, database, file, time, requestsPerMinute, slackMs, timeoutMs } = JSON.parse(
  String(process.argv[2]),
);
const clock = fastClock(time);
const sql = nodeSql(new DatabaseSync(database));
const ledger = createLedger(sql, "offer", { clock });
const account = createAccount(sql, { plan: { requestsPerMinute }, slackMs, clock });

const { status } = await ledger.open({ name: "Offer" });
if (status === "draft") {
  for await (const row of checkRows(() => createReadStream(file), /** @type {any} */ (ROWS))) {
    await ledger.add([toNewRow(/** @type {any} */ (row))]);
  }
  await ledger.start();
}

const interakt = new Interakt({ apiKey: "dGVzdC1rZXk6", baseUrl });
const consumer = createConsumer({
  client: {
    // The client waits by the real clock.
    sendMessage: (input, how) =>
      interakt.sendMessage(input, { ...how, timeoutMs: timeoutMs / time.speed }),
    sendRcs: interakt.sendRcs,
  },
  ...{ account, clock, timeoutMs },
  ledger: () => ledger,
});
await consumer.run("offer");
