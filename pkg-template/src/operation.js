/** An operation: what Interakt can do, as a value. */
import { parseAnswer } from "./answer.js";
import { buildRequest } from "./build.js";
import { ConfigurationError } from "./errors.js";
import { guardOf, OF_BOOK } from "./guard.js";
import { isOf } from "./kind.js";
import { OPERATIONS } from "./operations.js";
import { checkNames, readBaseUrl, readText, refuse } from "./options.js";
import { createEncoder } from "./text.js";
import { invalid } from "./thrown.js";
import { createValidator } from "./validator.js";

/**
 * @param {import("./start.js").Starter} starter
 * @param {number} index Its place in the list of operations.
 * @param {import("./schema.js").Schema} schema
 * @param {import("./validator.js").More} [kinds] Those that its input comes in.
 */
export function createOperation(starter, index, schema, kinds) {
  const { core, catalogue } = starter;
  const { name, method, path } = /** @type {typeof OPERATIONS[number]} */ (OPERATIONS[index]);
  return createValidator(starter, index, name, schema, (...own) => ({
    method,
    path,
    ...kinds?.(...own),

    /**
     * @param {unknown} input
     * @param {({ apiKey?: unknown, baseUrl?: unknown } & import("./guard.js").Given) | null} [options]
     */
    build(input, options) {
      checkNames(options, ["apiKey", "baseUrl", ...OF_BOOK], "build");
      const apiKey = readText("apiKey", options?.apiKey);
      const baseUrl = readBaseUrl(options?.baseUrl);
      const settings = { apiKey, baseUrl, headers: [] };
      const guard = guardOf(options, own[3]);
      return buildRequest(core(), catalogue, index, name, input, settings, guard);
    },

    /**
     * @this {import("../types/validator.js").Validator}
     * @param {unknown} status
     * @param {unknown} headers
     * @param {unknown} body
     */
    parse(status, headers, body) {
      // tRPC calls the `parse` of what has one, with the input alone.
      if (typeof status !== "number" && headers === undefined && body === undefined) {
        const checked = this.validate(status);
        if (checked.ok) return checked.value;
        throw invalid(name, checked.issues);
      }
      const bytes = toBytes(body);
      const retryAfter = readRetryAfter(headers);
      return parseAnswer(core(), index, { status: toStatus(status), retryAfter, bytes });
    },
  }));
}

/**
 * @param {unknown} status
 * @returns {status is number} 0 is what a browser shows of what it hides.
 */
export function isStatus(status) {
  return Number.isInteger(status) && Number(status) >= 0 && Number(status) < 1000;
}

/** @param {unknown} status */
function toStatus(status) {
  if (isStatus(status)) return status;
  const message = "parse: status must be an HTTP status, such as 200.";
  throw new ConfigurationError({ code: "status_invalid", message });
}

/** @param {unknown} body */
function toBytes(body) {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string") return createEncoder().encode(body);
  if (ArrayBuffer.isView(body))
    return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  if (isOf(body, "ArrayBuffer")) {
    return new Uint8Array(/** @type {ArrayBuffer} */ (body));
  }
  const message =
    "parse: body must be a string or bytes: `await response.text()` or `.arrayBuffer()`.";
  throw new ConfigurationError({ code: "body_invalid", message });
}

const HEADERS =
  "parse: headers must be a Headers, a Map, a list of pairs or a plain object of strings.";

/**
 * @param {unknown} headers Names in any case.
 * @returns {string | undefined} All that is said, where it is said more than once.
 */
function readRetryAfter(headers) {
  if (headers === undefined || headers === null) return undefined;
  if (typeof headers !== "object") refuse(HEADERS, "headers_invalid");
  const { get } = /** @type {{ get?: unknown }} */ (headers);
  /** @type {Iterable<unknown>} */
  let pairs;
  if (Symbol.iterator in headers) pairs = /** @type {Iterable<unknown>} */ (headers);
  // A mock may have nothing else.
  else if (typeof get === "function") pairs = [["retry-after", get.call(headers, "retry-after")]];
  else pairs = Object.entries(headers);

  /** @type {unknown[]} */
  const found = [];
  for (const pair of pairs) {
    if (!Array.isArray(pair) || pair.length !== 2) refuse(HEADERS, "headers_invalid");
    const [name, value] = /** @type {[unknown, unknown]} */ (pair);
    if (typeof name !== "string") refuse(HEADERS, "headers_invalid");
    if (name.toLowerCase() !== "retry-after") continue;
    // Of a list what is in it: its holes can be four thousand million.
    for (const told of Array.isArray(value) ? Object.values(value) : [value]) {
      if (told === undefined || told === null) continue;
      if (typeof told !== "string" && typeof told !== "number") refuse(HEADERS, "headers_invalid");
      found.push(told);
    }
  }
  return found.length > 0 ? found.join(", ") : undefined;
}
