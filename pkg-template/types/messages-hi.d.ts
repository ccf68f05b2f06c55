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
 * Messages for the person filling in a form, in Hindi: short, in everyday words, one for every code.
 *
 * @example
 * import { hi } from "interakt-wasm/messages/hi";
 * trackUser.validate(form, { messages: hi });
 */
export declare const hi: CompleteIssueMessages & PhoneFieldTexts;
