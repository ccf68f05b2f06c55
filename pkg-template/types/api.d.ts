/** What every entry exports. */
import type { Operation } from "./operation.js";
import type { OperationName } from "./types.js";

export * from "./client.js";
export * from "./errors.js";
export * from "./issue.js";
export * from "./operation.js";
export * from "./types.js";

/** Create or update a customer. */
export declare const trackUser: Operation<"trackUser">;
/** Record something that a customer did. */
export declare const trackEvent: Operation<"trackEvent">;
/** Create a campaign for messages sent by the API. */
export declare const createCampaign: Operation<"createCampaign">;
/** List customers, page by page. */
export declare const listUsers: Operation<"listUsers">;
/** Find customers by phone number. */
export declare const getUserByPhone: Operation<"getUserByPhone">;
/** Find a customer by user id. */
export declare const getUserById: Operation<"getUserById">;
/** Send a WhatsApp message. */
export declare const sendMessage: Operation<"sendMessage">;
/** Create a WhatsApp template. */
export declare const createTemplate: Operation<"createTemplate">;
/** Upload a file for the header of a template. */
export declare const uploadMedia: Operation<"uploadMedia">;
/** List templates, page by page. */
export declare const listTemplates: Operation<"listTemplates">;
/** Assign a chat to an agent. */
export declare const assignChat: Operation<"assignChat">;
/** Send an RCS message. */
export declare const sendRcs: Operation<"sendRcs">;

/** All operations, in the order of Interakt's documentation. */
export declare const operations: readonly {
  [Name in OperationName]: Operation<Name>;
}[OperationName][];

/** How a text is cut into SMS, each of which is paid for. */
export interface SmsSegments {
  /** `UCS-2` as soon as one character is not in the GSM alphabet. */
  encoding: "GSM-7" | "UCS-2";
  /** The length in units of the encoding: septets (`^{}\\[]~|€` take two), or UTF-16 units. */
  units: number;
  /** How many units fit into each SMS: 160 or 153, 70 or 67. */
  unitsPerSegment: number;
  /** How many SMS the text takes. */
  segments: number;
}

/**
 * Counts the SMS of a text, such as that of a fallback.
 *
 * @example smsSegments("₹99 off").encoding // "UCS-2"
 * @throws {ConfigurationError} `text` is no string.
 */
export declare function smsSegments(text: string): SmsSegments;
