import { createReadStream } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Interakt } from "interakt-wasm";
import { checkRows } from "interakt-wasm/bulk";
import { createAccount, createConsumer, createLedger, nodeSql, toNewRow } from "interakt-wasm/edge";

const sql = nodeSql(new DatabaseSync("campaigns.db"));
const account = createAccount(sql, { plan: "growth" });
const ledger = createLedger(sql, "diwali");

const { status } = await ledger.open({
  name: "Diwali offer",
  quiet: { from: "21:00", to: "09:00" },
  stopAt: { failed: 0.2 },
});
if (status === "draft") {
  const check = checkRows(() => createReadStream("customers.csv"), {
    base: { type: "Template", template: { name: "diwali_offer", languageCode: "en" } },
    columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
    defaultCountry: "IN",
  });
  // Rows that are there already are passed over: a program that was killed here does it again.
  for await (const row of check) await ledger.add([toNewRow(row)]);
  await ledger.start();
}

const client = new Interakt({ apiKey: process.env.INTERAKT_API_KEY });
const consumer = createConsumer({ client, account, ledger: () => ledger });
const { counts } = await consumer.run("diwali");
console.log(counts.sent, "sent", counts.unknown, "parked", counts.refused, "refused");
