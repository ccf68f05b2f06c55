/** What the entry for servers exports: `interakt-wasm/edge`. */
export { memoryBuckets } from "./bucket.js";
export { durableBuckets, InteraktBuckets } from "./bucket-durable.js";
export { matchRequest } from "./match.js";
export { createProxy } from "./proxy.js";
export { durableSql, nodeSql } from "./sql.js";
