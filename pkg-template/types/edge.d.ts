/**
 * For servers: Cloudflare Workers and Durable Objects, or Node. A back end for pages without a key, one
 * pace for a whole account, and campaigns that survive crashes and restarts.
 *
 * @module
 */

export * from "./edge-account.js";
export * from "./edge-cloudflare.js";
export * from "./edge-consumer.js";
export * from "./edge-ledger.js";
export * from "./edge-proxy.js";
export * from "./edge-sql.js";
