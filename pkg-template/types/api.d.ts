/** What every entry exports. */
import type { Operation } from "./operation.js";
import type { OperationName } from "./types.js";

export * from "./bulk.js";
export * from "./client.js";
export * from "./errors.js";
export * from "./exports.js";
export * from "./issue.js";
export * from "./iterate.js";
export * from "./operation.js";
export * from "./phone.js";
export * from "./sms.js";
export * from "./types.js";
export * from "./validator.js";
export * from "./webhooks.js";

/** All operations, in the order of Interakt's documentation. */
export declare const operations: readonly {
  [Name in OperationName]: Operation<Name>;
}[OperationName][];
