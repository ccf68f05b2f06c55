/** What the entry for servers exports: `interakt-wasm/edge`. */
export { createAccount, InteraktAccount } from "./account.js";
export { durableLimiter } from "./limiter.js";
export { durableSql, nodeSql } from "./sql.js";
