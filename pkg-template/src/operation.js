/** An operation: what Interakt can do, as a value. */
import { ConfigurationError } from "./errors.js";
import { toForm } from "./file.js";
import { toJson, Unserializable } from "./input.js";
import { isOf } from "./kind.js";
import { withNames } from "./names.js";
import { OPERATIONS } from "./operations.js";
import { createEncoder } from "./text.js";
import { invalid, withErrors } from "./thrown.js";
import { createValidator, issueOf } from "./validator.js";

/**
 * @typedef {import("./start.js").Core} Core
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {object} Settings
 * @property {string | undefined} apiKey
 * @property {string | undefined} baseUrl
 * @property {string[]} headers Names and values in turn.
 * @typedef {object} BuiltRequest
 * @property {string} operation
 * @property {"GET" | "POST"} method
 * @property {string} url
 * @property {Record<string, string>} headers
 * @property {string | FormData | null} body
 * @property {Issue[]} warnings
 */

/**
 * @param {Core} core
 * @param {number} index The operation's place in the list of operations.
 * @param {string} name
 * @param {unknown} input
 * @param {Settings} settings
 * @returns {BuiltRequest}
 */
export function buildRequest(core, index, name, input, { baseUrl, apiKey, headers }) {
  const json = toJson(input);
  if (json instanceof Unserializable) throw invalid(name, [issueOf(core, json)]);
  const list = JSON.stringify(headers);
  const made = withErrors(() => core.build(index, json, baseUrl, apiKey, list));
  const { fileField, ...request } = /** @type {BuiltRequest & { fileField: string | null }} */ (
    made
  );
  withNames(request.warnings);
  return fileField === null ? request : { ...request, body: toForm(fileField, input) };
}

/**
 * @param {import("./start.js").Starter} starter
 * @param {number} index Its place in the list of operations.
 * @param {string} schemaText
 */
export function createOperation(starter, index, schemaText) {
  const { core } = starter;
  const { name, method, path } = /** @type {typeof OPERATIONS[number]} */ (OPERATIONS[index]);
  return createValidator(starter, index, name, schemaText, {
    method,
    path,

    /**
     * @param {unknown} input
     * @param {{ apiKey?: string, baseUrl?: string }} [options]
     */
    build(input, { apiKey, baseUrl } = {}) {
      return buildRequest(core(), index, name, input, { apiKey, baseUrl, headers: [] });
    },

    /**
     * @param {unknown} status
     * @param {unknown} headers
     * @param {unknown} body
     */
    parse(status, headers, body) {
      const bytes = toBytes(body);
      const retryAfter = readRetryAfter(headers);
      return withErrors(() =>
        core().parse(index, toStatus(status), "", retryAfter, bytes, false, undefined, false),
      );
    },
  });
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
  const message = "parse: status must be the number of an HTTP status, like 200.";
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
    "parse: body must be a string or bytes, as `await response.text()` or " +
    "`await response.arrayBuffer()` gives them.";
  throw new ConfigurationError({ code: "body_invalid", message });
}

/**
 * @param {unknown} headers A `Headers` or a plain object with names in any case.
 * @returns {string | undefined}
 */
function readRetryAfter(headers) {
  if (typeof headers !== "object" || headers === null) return undefined;
  const { get } = /** @type {{ get?: unknown }} */ (headers);
  const value =
    typeof get === "function"
      ? get.call(headers, "retry-after")
      : Object.entries(headers).find(([name]) => name.toLowerCase() === "retry-after")?.[1];
  return value === undefined || value === null ? undefined : String(value);
}
