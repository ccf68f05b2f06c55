/** The ways in which a call goes wrong, each with how it must end. Runs in every runtime. */

/** @typedef {import("./perform.mjs").Fault} Fault */
/** @typedef {import("./world.mjs").RuntimeName} RuntimeName */

/**
 * @typedef {object} Way
 * @property {string} name
 * @property {Fault[]} faults
 * @property {"closed" | "silent"} [where] instead of at the server
 * @property {number} [timeoutMs]
 * @property {"never" | "repeatable" | "always"} [again] which operations are sent again, as
 *   often as `maxRetries` says
 * @property {readonly [Class: string, properties: Record<string, unknown>]} [fails]
 * @property {number} [succeeds] in place of `again` and `fails`: after how many attempts
 * @property {Partial<Record<RuntimeName, string>>} [skip] why a runtime cannot take part
 */

/** An answer that each operation takes for success. */
export const SUCCESS = '{"result":true,"message":"queued","id":"0a1b2c3d"}';

const FINE = { body: SUCCESS };

const HTML = { "content-type": "text/html" };

/** Long enough for a request to arrive on a busy machine: it is waited for in vain. */
const TIMEOUT_MS = 1000;

/** Nobody knows what became of the request. */
const LOST = /** @type {const} */ ({
  again: "repeatable",
  fails: ["ConnectionError", { code: "connection_failed", outcome: "unknown" }],
});

const LATE = /** @type {const} */ ({
  again: "repeatable",
  fails: ["TimeoutError", { code: "timeout", outcome: "unknown" }],
  timeoutMs: TIMEOUT_MS,
});

/**
 * The server had a problem.
 * @param {number} status
 */
const broken = (status) =>
  /** @type {const} */ ({
    again: "repeatable",
    fails: ["ServerError", { code: "server_error", outcome: "unknown", status }],
  });

/** The server says that it did nothing, for now. */
const BUSY = /** @type {const} */ ({
  again: "always",
  fails: ["RateLimitError", { code: "rate_limited", outcome: "refused", status: 429 }],
});

/**
 * The server says that it did nothing, and never will.
 * @param {string} code
 * @param {number} status
 */
const refused = (code, status) =>
  /** @type {const} */ ({
    again: "never",
    fails: ["ApiError", { code, outcome: "refused", status }],
  });

/**
 * The server says that it did something, but not what.
 * @param {number} [status]
 */
const garbled = (status = 200) =>
  /** @type {const} */ ({
    again: "never",
    fails: ["ApiError", { code: "invalid_response", outcome: "unknown", status }],
  });

/**
 * @param {number} status
 * @param {string} [retryAfter]
 * @returns {Fault}
 */
const busy = (status, retryAfter) => ({
  status,
  body: '{"result":false,"message":"Rate limit exceeded for this resource"}',
  headers: retryAfter === undefined ? {} : { "retry-after": retryAfter },
});

/** @returns {Way[]} */
export const ways = () => [
  { name: "a refused connection", faults: [], where: "closed", ...LOST },
  {
    name: "a reset before the request is read",
    faults: [{ reset: "unread" }],
    ...LOST,
    skip: { Chromium: "it asks the server for leave first, and that is what would be reset" },
  },
  { name: "a reset after the request is read", faults: [{ reset: "read" }], ...LOST },
  {
    name: "a reset in the middle of the answer",
    faults: [{ reset: "answering", ...FINE }],
    ...LOST,
  },
  { name: "a connection that ends without an answer", faults: [{ hangUp: true }], ...LOST },
  {
    name: "an answer that ends too early",
    faults: [{ ...FINE, headers: { "content-length": "1000" } }],
    ...LOST,
  },
  { name: "an answer that is no HTTP", faults: [{ raw: "hello\r\n\r\n" }], ...LOST },
  {
    name: "an answer that is no gzip though it says so",
    faults: [{ ...FINE, headers: { "content-encoding": "gzip" } }],
    ...LOST,
  },
  { name: "connecting that never ends", faults: [], where: "silent", ...LATE },
  { name: "a stall before the headers", faults: [{ stall: "headers" }], ...LATE },
  { name: "a stall in the body", faults: [{ stall: "body", ...FINE }], ...LATE },

  { name: "slow bytes", faults: [{ slow: true, ...FINE }], succeeds: 1 },
  { name: "gzip", faults: [{ gzip: true, ...FINE }], succeeds: 1 },
  { name: "a body without a length", faults: [{ unsized: true, ...FINE }], succeeds: 1 },

  ...Object.entries({
    "with seconds": "1",
    "with a date": new Date(Date.now() + 5000).toUTCString(),
    "without a time": undefined,
    "with nonsense for a time": "soon",
    "with a year of seconds": "31536000",
  }).flatMap(([what, retryAfter]) => [
    { name: `429 ${what}, once`, faults: [busy(429, retryAfter), FINE], succeeds: 2 },
    { name: `429 ${what}, for ever`, faults: [busy(429, retryAfter)], ...BUSY },
  ]),
  { name: "503 with a time", faults: [busy(503, "1")], ...broken(503) },
  { name: "503 without a time", faults: [busy(503)], ...broken(503) },
  { name: "503 with nonsense for a time", faults: [busy(503, "soon")], ...broken(503) },
  { name: "500", faults: [{ status: 500, body: '{"message":"oops"}' }], ...broken(500) },
  { name: "500 with a time", faults: [busy(500, "1")], ...broken(500) },
  {
    name: "502 with HTML",
    faults: [{ status: 502, body: "<!doctype html><h1>Bad Gateway</h1>", headers: HTML }],
    ...broken(502),
  },
  { name: "500 with an empty body", faults: [{ status: 500 }], ...broken(500) },

  { name: "200 with an empty body", faults: [{}], ...garbled() },
  { name: "200 that is HTML", faults: [{ body: "<p>Hi", headers: HTML }], ...garbled() },
  { name: "200 that is half of JSON", faults: [{ body: '{"result":tr' }], ...garbled() },
  {
    name: "200 with invalid UTF-8",
    // {"id":"…"} around two bytes that no UTF-8 has.
    faults: [{ base64: "eyJpZCI6Iv/+In0=" }],
    ...garbled(),
  },
  ...Object.entries({
    "a proxy's": '{"ok":true}',
    "a login page's": '{"message":"Log in first","id":"7"}',
    "a list": "[]",
    null: "null",
  }).map(([what, body]) => ({
    name: `200 with other JSON, ${what}`,
    faults: [{ body }],
    ...garbled(),
  })),
  { name: "204", faults: [{ status: 204 }], ...garbled(204) },
  {
    name: 'success with "result": false',
    faults: [{ body: '{"result":false,"message":"not today"}' }],
    ...refused("rejected", 200),
  },
  { name: "400", faults: [{ status: 400, body: "{}" }], ...refused("bad_request", 400) },
  {
    name: "408",
    faults: [{ status: 408, body: "{}" }],
    again: "never",
    fails: ["ApiError", { code: "request_timeout", outcome: "unknown", status: 408 }],
  },
  ...[301, 302, 307, 308].map((status) => ({
    name: `a redirect with ${status}`,
    faults: [{ status }],
    ...refused("redirected", status),
  })),
  {
    name: "a redirect with 303, which says that it was done",
    faults: [{ status: 303 }],
    again: "never",
    fails: ["ApiError", { code: "redirected", outcome: "unknown", status: 303 }],
  },
];
