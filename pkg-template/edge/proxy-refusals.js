/**
 * What the proxy refuses, and what it says then. Nothing of it was sent, so each status is one of
 * which the browser's client knows that: never 5xx, 408 or a redirect. Browsers send a request again
 * by themselves after 408, 421 and 425.
 *
 * @typedef {keyof typeof REFUSALS} RefusalCode
 * @typedef {{ code: RefusalCode, status: number, message: string }} Refusal
 * @typedef {object} RefusalMore
 * @property {readonly import("interakt-wasm").Issue[]} [issues] Of the input.
 * @property {number} [waitMs] After which the same would pass.
 * @property {readonly string[]} [methods] That the address takes.
 * @property {unknown} [cause] What a function of the application threw. No answer holds it.
 */

/** @satisfies {Record<string, readonly [status: number, message: string]>} */
export const REFUSALS = {
  origin_refused: [
    403,
    "Pages from this origin may not use this proxy. If it is yours, add it to origins of createProxy.",
  ],
  origin_missing: [
    403,
    "The request has no Origin header. For programs other than pages, set missingOrigin: true for createProxy.",
  ],
  not_found: [
    404,
    "No operation has this URL: the client's baseUrl must be the path where createProxy answers, with nothing after it.",
  ],
  method_refused: [405, "This URL needs another method."],
  override_refused: [400, "A header overrides the request's method: leave it out."],
  operation_refused: [
    403,
    "This operation is not offered here. Name it in allow of createProxy if pages may use it.",
  ],
  not_authorized: [401, "Nobody is signed in, or not the right one: sign in and try again."],
  media_type_refused: [
    415,
    "The body must be application/json, or multipart/form-data for uploadMedia.",
  ],
  encoding_refused: [415, "The body must not be compressed."],
  body_unexpected: [400, "A GET must not have a body."],
  body_too_large: [
    413,
    "The body is too large: send less at once, or raise maxBytes or maxFileBytes of createProxy.",
  ],
  body_unreadable: [400, "The body is not what the operation takes: JSON in UTF-8, or one file."],
  body_incomplete: [400, "The body was cut off: send it again."],
  key_refused: [400, 'A key of the input is "__proto__": leave it out.'],
  list_refused: [
    403,
    "Too many messages in one request: send them one by one, or raise maxMessages in allow of createProxy.",
  ],
  input_invalid: [422, "The input is not valid"],
  unknown_key_refused: [
    422,
    "The input has a key that Interakt does not know: leave it out, or set unknownKeys: true in allow of createProxy",
  ],
  kind_refused: [
    403,
    "Messages of this type are not offered here. Name it in kinds in allow of createProxy if pages may send them.",
  ],
  template_refused: [
    403,
    "This template is not offered here. Name it in templates in allow of createProxy if pages may send it.",
  ],
  fallback_refused: [
    403,
    "A fallback costs an SMS: leave it out, or set fallback: true in allow of createProxy. Each channel may occur once, and no fallback has one of its own.",
  ],
  callback_data_refused: [
    403,
    "A callbackData of this form names the row of a campaign, as in diwali.7: write it without a dot before the number, or let shape of createProxy set it.",
  ],
  shape_refused: [403, "The application refused this input."],
  recipient_refused: [403, "The caller may not do this for this customer."],
  id_refused: [
    403,
    "Messages are counted by number here: give fullPhoneNumber, or countryCode and phoneNumber, and leave userId out.",
  ],
  caller_limited: [429, "Too many requests from the same caller."],
  recipient_limited: [429, "Too many messages for the same customer."],
  caller_gone: [499, "The caller disconnected before it was sent."],
  out_of_time: [429, "There was no time left to send it: try again later."],
  application_failed: [
    424,
    "A function of the application failed, and nothing was sent: onRefuse of createProxy gets the cause.",
  ],
  client_failed: [
    424,
    "The server's client cannot send with its settings, and nothing was sent: onRefuse of createProxy gets the cause.",
  ],
};

/** A refusal on its way to the answer. */
export class Refused {
  /** @param {RefusalCode} code @param {RefusalMore} [more] */
  constructor(code, more = {}) {
    this.code = code;
    this.more = more;
  }
}

/**
 * @param {RefusalCode} code
 * @param {RefusalMore} [more]
 * @returns {never}
 */
export function refuse(code, more) {
  throw new Refused(code, more);
}

/**
 * As Interakt would say it.
 *
 * @param {Refused} refused
 * @returns {Response}
 */
export function answerRefused({ code, more: { issues, waitMs, methods } }) {
  const [status, said] = REFUSALS[code];
  const first = issues?.[0];
  const place = first?.path.length ? `${first.path.join(".")}: ` : "";
  const message = first ? `${said}: ${place}${first.message}` : said;
  const body = { result: false, message, code, ...(issues && { issues }) };
  /** @type {Record<string, string>} */
  const headers = {};
  if (waitMs !== undefined) headers["retry-after"] = String(Math.max(1, Math.ceil(waitMs / 1000)));
  if (methods) headers.allow = methods.join(", ");
  return Response.json(body, { status, headers });
}
