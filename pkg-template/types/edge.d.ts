/**
 * What runs on a server, in Workers and Durable Objects of Cloudflare or in Node: a back end for
 * pages that have no key, one pace for a whole account, campaigns that survive anything.
 *
 * @module
 */

export * from "./edge-account.js";
export * from "./edge-cloudflare.js";
export * from "./edge-consumer.js";
export * from "./edge-ledger.js";
export * from "./edge-proxy.js";
export * from "./edge-sql.js";
