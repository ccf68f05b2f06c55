/** What is refused of a request: where it comes from, where it goes, and its body. */
import { bad, forbidden, TEXT } from "./proxy-inputs.mjs";

/** @typedef {import("./proxy-inputs.mjs").Row} Row */

/** @type {Row[]} */
export const OF_REQUESTS = [
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
];
