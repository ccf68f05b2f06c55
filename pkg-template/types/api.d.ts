/** What every entry exports. */
import type { Operation } from "./operation.js";
import type { OperationName } from "./types.js";

export * from "./bulk.js";
export * from "./client.js";
export * from "./errors.js";
export * from "./exports.js";
export * from "./flatten.js";
export * from "./issue.js";
export * from "./iterate.js";
export * from "./kinds.js";
export * from "./limiter.js";
export * from "./operation.js";
export * from "./phone.js";
export * from "./preview.js";
export * from "./send-template.js";
export * from "./sms.js";
export * from "./template-book.js";
export * from "./template-values.js";
export * from "./types.js";
export * from "./validator.js";
export * from "./webhooks.js";

/** All operations, in the order of Interakt's documentation. */
export declare const operations: readonly {
  [Name in OperationName]: Operation<Name>;
}[OperationName][];

/**
 * A text with `[API key]` wherever the key stands in it: as it is, as the text that it is the base64
 * of, in base64 once more, in that for URLs, with or without padding, and escaped for JSON, a URL or
 * HTML. So the package takes the key out of its own errors; for logs and records of your own, since
 * servers repeat what they are sent. JSON stays JSON. A key of fewer than 8 characters is none.
 *
 * @example withoutKey(await response.text(), apiKey)
 * @throws {ConfigurationError} One of them is no string.
 */
export declare function withoutKey(text: string, apiKey: string): string;
