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
 * Replaces the API key with `[API key]` wherever it occurs in a text: as it is, as the text it is the
 * base64 of, base64-encoded once more, in URL-safe base64, with or without padding, and escaped for
 * JSON, a URL or HTML. The package treats its own errors this way; use this for your own logs, since
 * servers repeat what they are sent. JSON stays valid JSON. A key of fewer than 8 characters is
 * ignored.
 *
 * @example withoutKey(await response.text(), apiKey)
 * @throws {ConfigurationError} An argument is not a string.
 */
export declare function withoutKey(text: string, apiKey: string): string;
