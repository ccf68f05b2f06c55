/** An operation: what Interakt can do, as a value. */
import { ConfigurationError } from "./errors.js";
import { fileOf, toForm } from "./file.js";
import { toJson, Unserializable } from "./input.js";
import { isOf } from "./kind.js";
import { withNames } from "./names.js";
import { createEncoder } from "./text.js";
import { invalid, withErrors } from "./thrown.js";

/**
 * @typedef {import("./start.js").Core} Core
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {{ name: string, method: "GET" | "POST", path: string }} Known
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

/** @param {Issue[]} issues */
const warningsOf = (issues) => issues.filter(({ severity }) => severity === "warning");

/**
 * @param {Core} core
 * @param {Unserializable} found
 */
const issueOf = (core, { path, reason }) =>
  /** @type {Issue} */ ({ ...core.unserializable(reason), path });

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
 * @param {() => Core} core
 * @param {Known} known
 * @param {number} index Its place in the list of operations.
 */
export function createOperation(core, { name, method, path }, index) {
  /** @type {object | undefined} */
  let schema;

  /** @param {unknown} input */
  function validate(input) {
    const json = toJson(input);
    if (json instanceof Unserializable) {
      return { ok: false, issues: [issueOf(core(), json)], warnings: [] };
    }
    const found = /** @type {Issue[]} */ (withErrors(() => core().validate(index, json)));
    withNames(found);
    const warnings = warningsOf(found);
    if (warnings.length < found.length) {
      return { ok: false, issues: found.filter((issue) => !warnings.includes(issue)), warnings };
    }
    return { ok: true, value: fileOf(input) ? input : JSON.parse(json), warnings };
  }

  /** @param {{ target?: string }} [options] */
  function jsonSchema({ target = "draft-2020-12" } = {}) {
    if (target !== "draft-2020-12") {
      const message = "The only JSON Schema that is written here is draft-2020-12.";
      throw new ConfigurationError({ code: "schema_target", message });
    }
    return operation.schema;
  }

  const operation = Object.freeze({
    name,
    method,
    path,
    validate,

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

    get schema() {
      schema ??= JSON.parse(withErrors(() => core().schema(index)));
      return schema;
    },

    get "~standard"() {
      return {
        version: 1,
        vendor: "interakt-wasm",
        /** @param {unknown} input */
        validate(input) {
          const result = validate(input);
          return result.ok ? { value: result.value } : { issues: result.issues };
        },
        // What is validated is what is sent: the output's schema is the input's.
        jsonSchema: { input: jsonSchema, output: jsonSchema },
      };
    },
  });
  return operation;
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
