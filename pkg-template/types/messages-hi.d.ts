import type { CompleteIssueMessages } from "./issue.js";
import type { PhoneFieldTexts } from "./phone-field-texts.js";

export type {
  CompleteIssueMessages,
  FileKind,
  Issue,
  IssueMessage,
  IssueParams,
  JsonType,
  UnserializableReason,
} from "./issue.js";
export type { PhoneFieldTexts } from "./phone-field-texts.js";
export type { KnownIssueCode } from "./types.js";

/**
 * What a form says to the person at it, in Hindi: short, in everyday words, for every code.
 *
 * @example
 * import { hi } from "interakt-wasm/messages/hi";
 * trackUser.validate(form, { messages: hi });
 */
export declare const hi: CompleteIssueMessages & PhoneFieldTexts;
