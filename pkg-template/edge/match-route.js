/**
 * From a URL and a method back to an operation. Only the very paths that the package itself writes
 * are known: another way to write one may mean something else to whatever stands in between.
 */
import { operations } from "interakt-wasm";

/** What stands in the query of an operation's URLs, and is of its input. */
export const QUERIES = /** @type {const} */ ({
  listUsers: ["offset", "limit"],
  listTemplates: [
    ...["offset", "template_name", "autosubmitted_for"],
    ...["approval_status", "variable_present", "language"],
  ],
});

/** What stands in the query of each of an operation's URLs. */
export const FIXED = /** @type {const} */ ({
  uploadMedia: ["fileCategory", "message_template_media"],
});

/** Those of {@link QUERIES} that are numbers. */
const NUMBERS = ["offset", "limit"];

/** What some servers take for the method in place of the request's own. */
const OVERRIDES = ["x-http-method-override", "x-http-method", "x-method-override"];

/** Whatever stands before Interakt's own path: whole segments, and none of them empty. */
const PREFIX = /^(?:\/[^/]+)*$/;
/** How each of Interakt's paths begins. */
const OWN = "/v1/public/";

/**
 * @typedef {typeof operations[number]} AnyOperation
 * @typedef {{ operation: AnyOperation, values: Record<string, unknown> }} Route The values are those
 *   of the input that stand in the URL.
 * @typedef {"not_found" | "method_refused" | "override_refused"} NoRoute
 */

/**
 * @param {Request} request
 * @returns {Route | { refused: NoRoute, methods: string[] }}
 */
export function routeOf({ method, url, headers }) {
  const { pathname, searchParams } = new URL(url);
  const methods = [];
  for (const operation of operations) {
    const value = valueIn(pathname, operation.path);
    if (value === undefined) continue;
    const values = valuesIn(operation, value, searchParams);
    if (!values) continue;
    if (operation.method !== method) methods.push(operation.method);
    else if (OVERRIDES.some((name) => headers.has(name))) {
      return { refused: "override_refused", methods };
    } else return { operation, values };
  }
  return { refused: methods.length > 0 ? "method_refused" : "not_found", methods };
}

/**
 * @param {string} pathname
 * @param {string} path With at most one `{name}`, at its end.
 * @returns {string | undefined} What stands there in place of `{name}`, or nothing; undefined where
 *   it is not this path.
 */
function valueIn(pathname, path) {
  const [head = "", name] = path.split("{");
  const at = pathname.lastIndexOf(head);
  if (at < 0) return undefined;
  const prefix = pathname.slice(0, at);
  if (!PREFIX.test(prefix) || `${prefix}/`.includes(OWN)) return undefined;
  const value = pathname.slice(at + head.length);
  if (name === undefined) return value === "" ? value : undefined;
  try {
    return value.includes("/") ? undefined : decodeURIComponent(value) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {AnyOperation} operation
 * @param {string} value In its path.
 * @param {URLSearchParams} query
 * @returns {Record<string, unknown> | undefined} Undefined where the query holds what none of its
 *   URLs does.
 */
function valuesIn({ name, path }, value, query) {
  /** @type {Record<string, unknown>} */
  const values = {};
  const field = /\{(.+)\}/.exec(path)?.[1];
  if (field) values[field] = value;
  /** @type {readonly string[]} */
  const known = name in QUERIES ? QUERIES[/** @type {keyof typeof QUERIES} */ (name)] : [];
  const [fixed, fixedValue] = name in FIXED ? FIXED[/** @type {keyof typeof FIXED} */ (name)] : [];
  if (fixed && query.get(fixed) !== fixedValue) return undefined;
  const met = new Set();
  for (const [key, text] of query) {
    if (met.has(key) || !(known.includes(key) || key === fixed)) return undefined;
    met.add(key);
    if (key !== fixed) values[key] = NUMBERS.includes(key) ? toNumber(text) : text;
  }
  return values;
}

/** As JSON writes numbers. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i;

/** @param {string} text @returns {number | string} What is no number is told as such by the rules. */
const toNumber = (text) => (NUMBER.test(text) ? Number(text) : text);
