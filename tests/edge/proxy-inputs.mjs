/** What the rows of the table of refusals have in common. */

export const KEY = "c2VjcmV0LWtleS1vZi1taW5lOg==";
export const PATH = "/v1/public/message/";

export const TEXT = {
  fullPhoneNumber: "919876543210",
  type: "Text",
  data: { message: "Hi" },
};
export const TEMPLATE = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  type: "Template",
  template: { name: "order_shipped", languageCode: "en" },
};
export const FALLBACK = [
  {
    channel: "sms",
    sender_id: "INTRKT",
    pe_id: "1107174012164676172",
    content: { message: "Hi", dlt_te_id: "1107174012164676172" },
  },
];

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {any} [options] In place of those of all.
 * @property {string} [operation]
 * @property {{ path?: string, method?: string, headers?: Record<string, string>, body?: any,
 *   chunked?: boolean }} [raw] In place of the request for `input`.
 * @property {any} [input]
 * @property {number} [times] How often it is sent: the last is refused.
 * @property {number} status
 * @property {string} code
 * @property {string} error What the page's client has: the class of the error.
 * @property {string} errorCode And its code.
 * @property {Record<string, string>} [answer] Headers of the answer, besides.
 */

export const forbidden = { status: 403, error: "PermissionError", errorCode: "forbidden" };
export const bad = { error: "ApiError", errorCode: "bad_request" };
export const limited = { status: 429, error: "RateLimitError", errorCode: "rate_limited" };
