/** What the entry for servers exports: `interakt-wasm/edge`. */
export { createAccount, InteraktAccount } from "./account.js";
export { callbackDataOf, rowOfCallbackData } from "./callback-data.js";
export { InteraktCampaign } from "./campaign.js";
export { durableLedger } from "./campaign-ledger.js";
export { createConsumer } from "./consumer.js";
export { createLedger, listLedgers } from "./ledger.js";
export { durableLimiter } from "./limiter.js";
export { applyWebhook, newsOf } from "./news.js";
export { toNewRow } from "./row.js";
export { durableSql, nodeSql } from "./sql.js";
