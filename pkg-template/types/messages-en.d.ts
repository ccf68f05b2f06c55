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
 * What a form says to the person at it, in English: short, in everyday words, for every code.
 *
 * @example
 * import { en } from "interakt-wasm/messages/en";
 * trackUser.validate(form, { messages: en });
 */
export declare const en: CompleteIssueMessages & PhoneFieldTexts;
