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
 * Messages for the person filling in a form, in English: short, in everyday words, one for every code.
 *
 * @example
 * import { en } from "interakt-wasm/messages/en";
 * trackUser.validate(form, { messages: en });
 */
export declare const en: CompleteIssueMessages & PhoneFieldTexts;
