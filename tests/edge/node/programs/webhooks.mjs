import { createServer } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { webhooks } from "interakt-wasm";
import { applyWebhook, createAccount, createLedger, nodeSql } from "interakt-wasm/edge";

const sql = nodeSql(new DatabaseSync("campaigns.db"));
const account = createAccount(sql);
const handler = webhooks.nodeHandler({
  secret: process.env.INTERAKT_WEBHOOK_SECRET,
  async onEvent(event) {
    await applyWebhook(event, { account, ledger: (id) => createLedger(sql, id) });
  },
});
createServer(handler).listen(Number(process.env.PORT ?? 8080));
