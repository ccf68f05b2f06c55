/** What the entry for servers exports: `interakt-wasm/edge`. */
export { createAccount, InteraktAccount } from "./account.js";
export { createConsumer } from "./consumer.js";
export { durableLimiter } from "./limiter.js";
export { applyWebhook, newsOf } from "./news.js";
export { toNewRow } from "./row.js";
export { durableSql, nodeSql } from "./sql.js";
