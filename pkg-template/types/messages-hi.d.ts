import type { CompleteIssueMessages } from "./issue.js";

/**
 * What a form says to the person at it, in Hindi: short, in everyday words, for every code.
 *
 * @example
 * import { hi } from "interakt-wasm/messages/hi";
 * trackUser.validate(form, { messages: hi });
 */
export declare const hi: CompleteIssueMessages;
