/** What the entry for servers exports: `interakt-wasm/edge`. */
export { createAccount, InteraktAccount } from "./account.js";
export { memoryBuckets } from "./bucket.js";
export { durableBuckets, InteraktBuckets } from "./bucket-durable.js";
export { callbackDataOf, rowOfCallbackData } from "./callback-data.js";
export { InteraktCampaign } from "./campaign.js";
export { durableLedger } from "./campaign-ledger.js";
export { createConsumer } from "./consumer.js";
export { createLedger, listLedgers } from "./ledger.js";
export { durableLimiter } from "./limiter.js";
export { matchRequest } from "./match.js";
export { applyWebhook, newsOf } from "./news.js";
export { createProxy } from "./proxy.js";
export { toNewRow } from "./row.js";
export { durableSql, nodeSql } from "./sql.js";
