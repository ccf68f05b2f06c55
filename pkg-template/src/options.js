/** Reads options of a client, of a call and of whatever else takes some. */
import { ConfigurationError } from "./failure.js";

/**
 * @param {string} message
 * @param {string} [code]
 * @returns {never}
 */
export function refuse(message, code = "option_invalid") {
  throw new ConfigurationError({ code, message });
}

/**
 * Refuses by its name what is none of the options: it would be left out without a word.
 *
 * @param {unknown} given
 * @param {readonly string[]} names
 * @param {string} whose
 */
export function checkNames(given, names, whose) {
  const stranger = strangerIn(given, names, whose);
  if (stranger) refuse(stranger);
}

/**
 * @param {any} given Whatever is no object has no options: `list.map(validate)` gives an index.
 * @param {readonly string[]} names
 * @param {string} whose
 * @returns {string | undefined} What to say of the first that is none.
 */
export function strangerIn(given, names, whose) {
  if (typeof given !== "object") return undefined;
  for (const name of Object.keys(given ?? {})) {
    if (names.includes(name) || given[name] === undefined) continue;
    const meant = nearest(name, names);
    const instead = meant ? `Did you mean "${meant}"?` : `It takes ${names.join(", ")}.`;
    return `${whose} has no option "${name}". ${instead}`;
  }
  return undefined;
}

/**
 * @param {string} name
 * @param {readonly string[]} names
 * @returns {string | undefined} The one with most of its pairs of letters, if that is half of them;
 *   of several the shortest.
 */
export function nearest(name, names) {
  const word = folded(name);
  let most = word.length < 3 ? 1 : 0.5;
  let meant;
  for (const known of names) {
    const own = folded(known);
    const pairs = [...word].filter((_, at) => at > 0 && own.includes(word.slice(at - 1, at + 1)));
    const near = pairs.length / word.length - known.length / 1000;
    if (near > most) [most, meant] = [near, known];
  }
  return meant;
}

/** @param {string} name */
const folded = (name) => name.toLowerCase().replace(/[ _-]/g, "");

/**
 * Names and values. A header that is `undefined` or `null` is left out.
 *
 * @param {unknown} headers A `Headers`, a plain object or a list of pairs.
 * @returns {[string, string][]}
 */
export function headerList(headers) {
  if (headers === undefined || headers === null) return [];
  if (typeof headers !== "object") return refuse("headers must be an object, pairs or a Headers.");
  const pairs = /** @type {Iterable<unknown>} */ (
    Symbol.iterator in headers ? headers : Object.entries(headers)
  );
  /** @type {[string, string][]} */
  const list = [];
  for (const pair of pairs) {
    if (!Array.isArray(pair) || pair.length !== 2) refuse("headers: a pair must be [name, value].");
    const [name, value] = pair;
    if (value !== undefined && value !== null) list.push([String(name), String(value)]);
  }
  return list;
}

/**
 * The headers of a client with those of a call, which take the place of those of the same name.
 *
 * @param {[string, string][]} general
 * @param {[string, string][]} special
 */
export function mergeHeaders(general, special) {
  const names = new Set(special.map(([name]) => name.toLowerCase()));
  return [...general.filter(([name]) => !names.has(name.toLowerCase())), ...special];
}

/**
 * @param {AbortSignal | null | undefined} signal Of any realm.
 * @returns {AbortSignal | undefined}
 */
export function readSignal(signal) {
  if (signal === undefined || signal === null) return undefined;
  if (typeof signal.addEventListener === "function") return signal;
  return refuse("signal must be an AbortSignal.");
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {string | undefined}
 */
export function readText(name, value) {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : refuse(`${name} must be a string.`);
}

/** Where the program runs, as far as a browser says so: in a page of a server, or in a worker of one. */
function place() {
  const { origin } = /** @type {{ location?: { origin?: string } }} */ (globalThis).location ?? {};
  return { origin, isOfServer: /^https?:/.test(origin ?? "") };
}

/**
 * Whether this is a web page or a worker of one, where visitors can read all that the program holds.
 * Workers of servers have no scripts to import, but for those of Deno.
 */
export function isPage() {
  const { window, importScripts, Deno } = /** @type {any} */ (globalThis);
  return window?.document !== undefined || !!(importScripts && !Deno && place().isOfServer);
}

/**
 * @param {unknown} value An address, or in a page or a worker of one a path there.
 * @returns {string | undefined}
 */
export function readBaseUrl(value) {
  const url = readText("baseUrl", value);
  if (!url || !/^\/(?!\/)/.test(url)) return url;
  const { origin, isOfServer } = place();
  if (isOfServer) return origin + url;
  return refuse(
    "baseUrl is a path, but there is no page here to start from: give the whole URL.",
    "base_url_invalid",
  );
}
