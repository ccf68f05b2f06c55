/**
 * Everything that the proxy refuses: what is asked, and what comes back. Runs wherever a proxy does;
 * a row's proxy answers below `/<its number>`.
 */

export const KEY = "c2VjcmV0LWtleS1vZi1taW5lOg==";
export const PATH = "/v1/public/message/";

export const TEXT = {
  fullPhoneNumber: "919876543210",
  type: "Text",
  data: { message: "Hi" },
};
const TEMPLATE = {
  countryCode: "+91",
  phoneNumber: "9876543210",
  type: "Template",
  template: { name: "order_shipped", languageCode: "en" },
};
const FALLBACK = [
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

const forbidden = { status: 403, error: "PermissionError", errorCode: "forbidden" };
const bad = { error: "ApiError", errorCode: "bad_request" };
const limited = { status: 429, error: "RateLimitError", errorCode: "rate_limited" };

/** @type {Row[]} */
export const ROWS = [
  // Where from.
  {
    name: "a page of another origin",
    raw: { headers: { origin: "https://evil.example" } },
    ...{ code: "origin_refused", ...forbidden },
  },
  {
    name: "a page of no origin, as in a sandbox",
    raw: { headers: { origin: "null" } },
    ...{ code: "origin_refused", ...forbidden },
  },
  {
    name: "a page of a name that begins like one of ours",
    raw: { headers: { origin: "https://shop.example.evil.example" } },
    ...{ code: "origin_refused", ...forbidden },
  },
  {
    name: "a page of ours at another port",
    raw: { headers: { origin: "https://shop.example:8443" } },
    ...{ code: "origin_refused", ...forbidden },
  },
  {
    name: "a page of ours without TLS",
    raw: { headers: { origin: "http://shop.example" } },
    ...{ code: "origin_refused", ...forbidden },
  },
  {
    name: "two origins",
    raw: { headers: { origin: "https://shop.example, https://evil.example" } },
    ...{ code: "origin_refused", ...forbidden },
  },
  {
    name: "a POST that does not say where from",
    raw: { headers: { origin: "" } },
    ...{ code: "origin_missing", ...forbidden },
  },
  {
    name: "a POST of which the browser says that it comes from elsewhere",
    raw: { headers: { origin: "", "sec-fetch-site": "cross-site" } },
    ...{ code: "origin_refused", ...forbidden },
  },
  {
    name: "a picture on another page",
    operation: "listTemplates",
    raw: {
      path: "/v1/public/track/organization/templates",
      method: "GET",
      headers: { origin: "", "sec-fetch-site": "cross-site" },
    },
    ...{ code: "origin_refused", ...forbidden },
  },
  // Where to.
  {
    name: "no address of Interakt's",
    raw: { path: "/v1/public/messages/" },
    ...{ code: "not_found", status: 404, error: "NotFoundError", errorCode: "not_found" },
  },
  {
    name: "an encoded path",
    raw: { path: "/v1/public/%6dessage/" },
    ...{ code: "not_found", status: 404, error: "NotFoundError", errorCode: "not_found" },
  },
  {
    name: "doubled slashes",
    raw: { path: "//v1//public/message/" },
    ...{ code: "not_found", status: 404, error: "NotFoundError", errorCode: "not_found" },
  },
  {
    name: "dots that lead to an operation that is not allowed",
    operation: "createTemplate",
    raw: { path: "/v1/public/message/../track/templates/" },
    ...{ code: "operation_refused", ...forbidden },
  },
  {
    name: "encoded dots that lead there",
    operation: "createTemplate",
    raw: { path: "/v1/public/message/%2e%2e/track/templates/" },
    ...{ code: "operation_refused", ...forbidden },
  },
  {
    name: "another method",
    raw: { method: "PUT" },
    answer: { allow: "POST" },
    ...{ code: "method_refused", status: 405, error: "ApiError", errorCode: "method_not_allowed" },
  },
  {
    name: "another method in a header",
    raw: { headers: { "x-http-method-override": "GET" } },
    ...{ code: "override_refused", status: 400, ...bad },
  },
  {
    name: "an operation that is not allowed",
    operation: "createTemplate",
    raw: { path: "/v1/public/track/templates/" },
    ...{ code: "operation_refused", ...forbidden },
  },
  {
    name: "nobody",
    options: { authorize: () => null },
    ...{
      code: "not_authorized",
      status: 401,
      error: "AuthenticationError",
      errorCode: "unauthorized",
    },
  },
  // The body.
  {
    name: "a body of another type",
    raw: { headers: { "content-type": "text/plain" } },
    ...{
      code: "media_type_refused",
      status: 415,
      error: "ApiError",
      errorCode: "unsupported_media_type",
    },
  },
  {
    name: "a form, as any page can send",
    raw: { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "type=Text" },
    ...{
      code: "media_type_refused",
      status: 415,
      error: "ApiError",
      errorCode: "unsupported_media_type",
    },
  },
  {
    name: "a compressed body",
    raw: { headers: { "content-encoding": "gzip" } },
    ...{
      code: "encoding_refused",
      status: 415,
      error: "ApiError",
      errorCode: "unsupported_media_type",
    },
  },
  {
    name: "a GET with a body",
    operation: "listTemplates",
    raw: {
      path: "/v1/public/track/organization/templates",
      method: "GET",
      body: JSON.stringify(TEXT),
    },
    ...{ code: "body_unexpected", status: 400, ...bad },
  },
  {
    name: "a large body",
    raw: { body: JSON.stringify({ ...TEXT, callbackData: "x".repeat(5000) }) },
    options: { maxBytes: 4096 },
    ...{ code: "body_too_large", status: 413, error: "ApiError", errorCode: "payload_too_large" },
  },
  {
    name: "a large body that does not say its length",
    raw: { chunked: true, body: JSON.stringify({ ...TEXT, callbackData: "x".repeat(5000) }) },
    options: { maxBytes: 4096 },
    ...{ code: "body_too_large", status: 413, error: "ApiError", errorCode: "payload_too_large" },
  },
  {
    name: "no JSON",
    raw: { body: "{" },
    ...{ code: "body_unreadable", status: 400, ...bad },
  },
  {
    name: "JSON in UTF-16",
    raw: { body: new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]) },
    ...{ code: "body_unreadable", status: 400, ...bad },
  },
  {
    name: "a form without a file",
    operation: "uploadMedia",
    raw: {
      path: "/v1/public/track/files/upload_to_fb/?fileCategory=message_template_media",
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body: '--b\r\ncontent-disposition: form-data; name="uploadFile"\r\n\r\ntext\r\n--b--\r\n',
    },
    ...{ code: "body_unreadable", status: 400, ...bad },
  },
  {
    name: "a form with two files",
    operation: "uploadMedia",
    raw: {
      path: "/v1/public/track/files/upload_to_fb/?fileCategory=message_template_media",
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body: `${'--b\r\ncontent-disposition: form-data; name="uploadFile"; filename="a.png"\r\n\r\nf\r\n'.repeat(2)}--b--\r\n`,
    },
    ...{ code: "body_unreadable", status: 400, ...bad },
  },
  {
    name: "a prototype's key",
    raw: { body: `{"__proto__":{"fallback":[]},${JSON.stringify(TEXT).slice(1)}` },
    ...{ code: "key_refused", status: 400, ...bad },
  },
  // The input.
  {
    name: "an input that is not valid",
    input: { ...TEXT, data: {} },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
  {
    name: "JSON nested without end",
    raw: { body: `${"[".repeat(50_000)}${"]".repeat(50_000)}` },
    options: { allow: { sendMessage: { maxMessages: 5 } } },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
  {
    name: "a list",
    input: [TEXT],
    ...{ code: "list_refused", ...forbidden },
  },
  {
    name: "a longer list than is allowed",
    input: [TEXT, TEXT, TEXT],
    options: { allow: { sendMessage: { maxMessages: 2 } } },
    ...{ code: "list_refused", ...forbidden },
  },
  {
    name: "a list in a list",
    input: [[TEXT, TEXT, TEXT]],
    options: { allow: { sendMessage: { maxMessages: 2 } } },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
  {
    name: "a list with a length of its own",
    input: { length: 1, 0: TEXT },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
  {
    name: "a type that is not allowed",
    input: TEXT,
    options: { allow: { sendMessage: { kinds: ["Template"] } } },
    ...{ code: "kind_refused", ...forbidden },
  },
  {
    name: "a type that is not allowed, in a list",
    input: [TEMPLATE, TEXT],
    options: { allow: { sendMessage: { kinds: ["Template"], maxMessages: 2 } } },
    ...{ code: "kind_refused", ...forbidden },
  },
  {
    name: "a type twice, of which the last counts",
    raw: { body: `{"type":"Template",${JSON.stringify(TEXT).slice(1)}` },
    options: { allow: { sendMessage: { kinds: ["Template"] } } },
    ...{ code: "kind_refused", ...forbidden },
  },
  {
    name: "a type in capitals beside the right one",
    input: { ...TEXT, Type: "Template" },
    options: { allow: { sendMessage: { kinds: ["Template"] } } },
    ...{ code: "unknown_key_refused", status: 422, ...bad },
  },
  {
    name: "a key that nobody knows",
    input: { ...TEXT, priority: "high" },
    ...{ code: "unknown_key_refused", status: 422, ...bad },
  },
  {
    name: "a constructor for a key",
    input: { ...TEXT, constructor: { prototype: { fallback: [] } } },
    ...{ code: "unknown_key_refused", status: 422, ...bad },
  },
  {
    name: "a template that is not allowed",
    input: { ...TEMPLATE, template: { ...TEMPLATE.template, name: "discount" } },
    options: { allow: { sendMessage: { templates: ["order_shipped"] } } },
    ...{ code: "template_refused", ...forbidden },
  },
  {
    name: "a template twice, of which the last counts",
    raw: {
      body: JSON.stringify(TEMPLATE).replace(
        '"name":"order_shipped"',
        '"name":"order_shipped","name":"discount"',
      ),
    },
    options: { allow: { sendMessage: { templates: ["order_shipped"] } } },
    ...{ code: "template_refused", ...forbidden },
  },
  {
    name: "a template of RCS that is not allowed",
    operation: "sendRcs",
    input: { ...TEMPLATE, template: { name: "discount", languageCode: "en" } },
    options: { allow: { sendRcs: { templates: ["order_shipped"] } } },
    ...{ code: "template_refused", ...forbidden },
  },
  {
    name: "a campaign with a template that is not allowed",
    operation: "createCampaign",
    input: {
      campaign_name: "May",
      campaign_type: "PublicAPI",
      template_name: "discount",
      language_code: "en",
    },
    options: { allow: { createCampaign: { templates: ["order_shipped"] } } },
    ...{ code: "template_refused", ...forbidden },
  },
  {
    name: "a fallback",
    input: { ...TEMPLATE, fallback: FALLBACK },
    ...{ code: "fallback_refused", ...forbidden },
  },
  {
    name: "a fallback that is empty",
    input: { ...TEMPLATE, fallback: [] },
    ...{ code: "fallback_refused", ...forbidden },
  },
  {
    name: "a fallback with any key, as RCS has it",
    input: { ...TEMPLATE, fallback: [{ channel: "RCS", type: "Text", text: "Hi" }] },
    ...{ code: "fallback_refused", ...forbidden },
  },
  {
    name: "what shape refuses",
    input: TEXT,
    options: { allow: { sendMessage: { shape: () => null } } },
    ...{ code: "shape_refused", ...forbidden },
  },
  {
    name: "what shape makes of it, where that is not valid",
    input: TEXT,
    options: { allow: { sendMessage: { shape: () => ({ type: "Text" }) } } },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
  // For whom.
  ...[
    ["another number", TEXT],
    ["another number in two parts", TEMPLATE],
    ["an id", { ...TEXT, fullPhoneNumber: "", userId: "user-42" }],
    [
      "one's own number and another id",
      { ...TEXT, fullPhoneNumber: "14155552671", userId: "user-42" },
    ],
  ].map(([name, input]) => ({
    name: `${name}, of a caller with a number`,
    input,
    options: { authorize: () => ({ id: "a", recipients: ["+1 415 555 2671"] }) },
    ...{ code: "recipient_refused", ...forbidden },
  })),
  {
    name: "one of several messages for somebody else",
    input: [TEXT, { ...TEXT, fullPhoneNumber: "14155552671" }],
    options: {
      allow: { sendMessage: { maxMessages: 2 } },
      authorize: () => ({ id: "a", recipients: ["919876543210"] }),
    },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "an id that is a number of the caller's",
    input: { type: "Text", data: { message: "Hi" }, userId: "919876543210" },
    options: { authorize: () => ({ id: "a", recipients: ["919876543210"] }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "a number, of a caller with an id",
    input: TEXT,
    options: { authorize: () => ({ id: "a", userId: "user-42" }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "an id that differs by a space",
    operation: "getUserById",
    raw: { path: "/v1/public/apis/users/id/user-42%20", method: "GET" },
    options: { authorize: () => ({ id: "a", userId: "user-42" }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "anybody, of a caller of whom it is not known who it is",
    input: TEXT,
    options: { authorize: () => ({ id: "a", userId: undefined }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "all customers, of a caller who is one",
    operation: "listUsers",
    raw: { path: "/v1/public/apis/users/", body: "{}" },
    options: { authorize: () => ({ id: "a", userId: "user-42" }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "a customer by a number without its country, of a caller who is one",
    operation: "getUserByPhone",
    raw: { path: "/v1/public/apis/users/phone_number/9876543210", method: "GET" },
    options: { authorize: () => ({ id: "a", recipients: ["919876543210"] }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "somebody else's chat",
    operation: "assignChat",
    input: { user_phone_number: "14155552671", agent_email: "a@example.in" },
    options: { authorize: () => ({ id: "a", recipients: ["919876543210"] }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "somebody else's traits",
    operation: "trackUser",
    input: { userId: "user-43", traits: { name: "A" } },
    options: { authorize: () => ({ id: "a", userId: "user-42" }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "whom shape puts in, where the caller is bound to another",
    input: TEXT,
    options: {
      allow: { sendMessage: { shape: () => TEMPLATE } },
      authorize: () => ({ id: "a", recipients: ["14155552671"] }),
    },
    ...{ code: "recipient_refused", ...forbidden },
  },
  {
    name: "whom a function of the application does not know",
    input: TEXT,
    options: { authorize: () => ({ id: "a", recipients: async () => "yes" }) },
    ...{ code: "recipient_refused", ...forbidden },
  },
  // How often.
  {
    name: "too many requests of a caller",
    operation: "trackUser",
    input: { userId: "user-42", traits: {} },
    times: 3,
    options: { limits: { caller: { most: 2, perMs: 30_000 } } },
    answer: { "retry-after": "15" },
    ...{ code: "caller_limited", ...limited },
  },
  {
    name: "a list counts for each of its messages",
    input: [TEXT, { ...TEXT, fullPhoneNumber: "14155552671" }],
    times: 2,
    options: {
      allow: { sendMessage: { maxMessages: 5 } },
      limits: { caller: { most: 3, perMs: 30_000 } },
    },
    ...{ code: "caller_limited", ...limited },
  },
  {
    name: "more at once than the limit ever lets through",
    input: [TEXT, TEXT],
    options: {
      allow: { sendMessage: { maxMessages: 5 } },
      limits: { recipient: { most: 1, perMs: 30_000 } },
    },
    ...{ code: "list_refused", ...forbidden },
  },
  {
    name: "too many messages for a customer",
    input: TEXT,
    times: 2,
    options: { limits: { recipient: { most: 1, perMs: 30_000 } } },
    answer: { "retry-after": "30" },
    ...{ code: "recipient_limited", ...limited },
  },
  {
    name: "a message that is counted by nothing",
    input: { ...TEXT, fullPhoneNumber: "", userId: "user-42" },
    options: { limits: { recipient: { most: 1, perMs: 30_000 } } },
    ...{ code: "id_refused", ...forbidden },
  },
  // What the application does.
  {
    name: "an application that fails to say who asks",
    options: {
      authorize() {
        throw new Error(`the database at ${KEY} is down`);
      },
    },
    ...{ code: "application_failed", status: 424, ...bad },
  },
  {
    name: "an application that says who asks in another way",
    options: { authorize: () => true },
    ...{ code: "application_failed", status: 424, ...bad },
  },
  {
    name: "a shape that fails",
    options: {
      allow: {
        sendMessage: {
          shape: (/** @type {any} */ input) => input.template.name,
        },
      },
    },
    ...{ code: "application_failed", status: 424, ...bad },
  },
  {
    name: "limits that cannot be reached",
    options: {
      limits: {
        caller: { most: 1, perMs: 1 },
        buckets: { take: () => Promise.reject(new Error("not there")) },
      },
    },
    ...{ code: "application_failed", status: 424, ...bad },
  },
  {
    name: "an application that takes too long to say who asks",
    options: { timeoutMs: 50, authorize: () => new Promise(() => {}) },
    answer: { "retry-after": "1" },
    ...{ code: "out_of_time", ...limited },
  },
  {
    name: "a client whose fetch can send nothing",
    options: {
      fetch: async () => {
        throw new TypeError("Invalid URL: [object Request]");
      },
    },
    ...{ code: "client_failed", status: 424, ...bad },
  },
];

/** The options of a row's proxy. @param {Row} row @param {string} upstream */
export const optionsOf = ({ options }, upstream) => ({
  ...{ apiKey: KEY, baseUrl: upstream },
  allow: {
    ...{ sendMessage: true, sendRcs: true, trackUser: true, getUserById: true, assignChat: true },
    ...{ listTemplates: true, uploadMedia: true, listUsers: true, getUserByPhone: true },
  },
  origins: ["https://shop.example"],
  authorize: () => ({ id: "somebody" }),
  ...options,
});

/**
 * What is sent for a row, with its proxy's own prefix.
 *
 * @param {Row} row
 * @param {number} number
 * @param {any} operations
 */
export function requestOf(
  { operation = "sendMessage", input = TEXT, raw = {} },
  number,
  operations,
) {
  const { path } = operations.find((/** @type {any} */ one) => one.name === operation);
  /** @type {Record<string, string>} */
  const headers = {
    origin: "https://shop.example",
    "content-type": "application/json",
    ...raw.headers,
  };
  if (headers.origin === "") delete headers.origin;
  if (raw.method === "GET") delete headers["content-type"];
  const body = raw.body ?? (raw.method === "GET" ? undefined : JSON.stringify(input));
  return { ...raw, path: `/${number}${raw.path ?? path}`, headers, body };
}
