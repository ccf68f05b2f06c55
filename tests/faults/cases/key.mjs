/**
 * A server that says the key back: no error, hook or log shows it. `call` looks for it; here
 * is what makes the server say it, in the ways that servers and proxies have.
 */
import { assertFailed, call } from "../world.mjs";

/** @typedef {import("../perform.mjs").Fault} Fault */
/** @typedef {import("../world.mjs").Case} Case */

const HTML = { "content-type": "text/html" };

/** @type {[name: string, Class: string, fault: Fault][]} */
const ECHOES = [
  [
    "in a refusal's message",
    "ApiError",
    { status: 400, body: '{"result":false,"message":"Bad header: Basic {{key}}"}' },
  ],
  ["escaped in JSON", "ApiError", { status: 400, body: '{"message":"Basic {{escaped}}"}' }],
  [
    "deep in JSON",
    "AuthenticationError",
    { status: 401, body: '{"message":"no","debug":{"headers":[["Authorization","{{key}}"]]}}' },
  ],
  ["as a key of JSON", "ApiError", { status: 400, body: '{"message":"no","{{key}}":1}' }],
  ["decoded", "AuthenticationError", { status: 401, body: '{"message":"Who is {{decoded}}?"}' }],
  ["as part of a URL", "NotFoundError", { status: 404, body: '{"message":"/a?k={{percent}}"}' }],
  [
    "as part of a URL in lower case",
    "NotFoundError",
    { status: 404, body: '{"message":"/a?k={{percentLower}}"}' },
  ],
  ["encoded once more", "ApiError", { status: 400, body: '{"message":"{{twice}}"}' }],
  [
    "in HTML",
    "ServerError",
    { status: 502, body: "<pre>Authorization: Basic {{key}}</pre>", headers: HTML },
  ],
  [
    "escaped in HTML",
    "ServerError",
    { status: 502, body: "<pre>Authorization: Basic {{html}}</pre>", headers: HTML },
  ],
  ["in text that is no JSON", "ApiError", { body: "GET / Authorization: Basic {{key}}" }],
  ["in JSON that breaks off", "ApiError", { body: '{"message":"Basic {{escaped}}","a' }],
  ["in a success that is none", "ApiError", { body: '{"result":false,"message":"{{key}}"}' }],
  [
    "in a header",
    "RateLimitError",
    { status: 429, headers: { "retry-after": "{{key}}", "x-echo": "Basic {{key}}" } },
  ],
  [
    "in an answer that is no HTTP",
    "ConnectionError",
    { raw: "HTTP/1.1 200 OK\r\nAuthorization Basic {{key}}\r\n\r\n" },
  ],
];

/** @returns {Case[]} */
export const keyCases = () =>
  ECHOES.map(([name, Class, fault]) => ({
    name: `a server that says the key back ${name} does not bring it into the error`,
    async run(world) {
      assertFailed(world, await call(world, { faults: [fault] }), Class, {});
    },
  }));
