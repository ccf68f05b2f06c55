/** From what the module found to issues: in order, and in words. */
import { either } from "./messages/words.js";
import { nameOf } from "./names.js";
import { refuse } from "./options.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {() => Record<number | string, string>} Catalogue Gives codes by the numbers that reports
 *   have, and their sentences by the codes.
 * @typedef {string | number | string[] | number[]} Param
 * @typedef {import("./errors.js").Messages} Messages
 * @typedef {[code: number, order: number[], path: (string | number)[], params: Record<string, Param>]} Found
 *   An issue as the module reports it: twice the number of its code, and one more for a warning.
 */

/**
 * @param {string} text A line for each code: its name, a space, its sentence.
 * @returns {Catalogue} Made when it is first asked for.
 */
export function catalogueOf(text) {
  /** @type {ReturnType<Catalogue> | undefined} */
  let catalogue;
  return () => {
    catalogue ??= Object.fromEntries(
      text.split("\n").flatMap((line) => {
        const [code, ...words] = /** @type {[string, ...string[]]} */ (line.split(" "));
        return [
          [numberOf(code), code],
          [code, words.join(" ")],
        ];
      }),
    );
    return catalogue;
  };
}

/**
 * The number that the crate gives a code, 15 bits of the hash FNV-1a: not carried, as it is the part
 * of a catalogue that does not compress.
 *
 * @param {string} code Its name, in ASCII.
 */
function numberOf(code) {
  let hash = 0x811c9dc5;
  for (const sign of code) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x1000193);
  return ((hash >>> 15) ^ hash) & 0x7fff;
}

/**
 * @param {Catalogue} catalogue
 * @param {string} report What the module left: `Found` in JSON, with commas between them.
 * @param {Messages} [messages]
 * @returns {Issue[]} Errors and warnings, in the order of the description.
 */
export const readIssues = (catalogue, report, messages) =>
  readFound(catalogue, JSON.parse(`[${report}]`), messages);

/**
 * @param {Catalogue} catalogue
 * @param {Found[]} found
 * @param {Messages} [messages]
 * @returns {Issue[]}
 */
export function readFound(catalogue, found, messages) {
  return found.sort(byOrder).map(([number, , path, params]) => {
    const code = String(catalogue()[number >> 1]);
    return issueOf(catalogue, code, path, number & 1 ? "warning" : "error", params, messages);
  });
}

/**
 * @param {any} given
 * @returns {Messages | undefined}
 */
export function readMessages(given) {
  if (given && typeof given !== "object") refuse("messages must be a catalogue, not its name.");
  return given;
}

/**
 * @param {Catalogue} catalogue
 * @param {string} code
 * @param {Issue["path"]} path
 * @param {Issue["severity"]} severity
 * @param {Record<string, Param>} params
 * @param {Messages} [messages] Of the caller: what one lacks, or fails to say, is said as here.
 * @returns {Issue}
 */
export function issueOf(catalogue, code, path, severity, params, messages) {
  const message = word(String(catalogue()[code]), params);
  const issue = { code, path, message, severity, params };
  try {
    const own = /** @type {any} */ (messages)?.[code];
    const said =
      typeof own === "function" ? own(params, issue) : typeof own === "string" && word(own, params);
    if (said && typeof said === "string") issue.message = said;
  } catch {
    // It throws: a check does not fail for its words.
  }
  return issue;
}

/**
 * @param {Found} a
 * @param {Found} b
 */
function byOrder([, a], [, b]) {
  const length = Math.min(a.length, b.length);
  for (let depth = 0; depth < length; depth += 1) {
    const difference = /** @type {number} */ (a[depth]) - /** @type {number} */ (b[depth]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** @param {Issue[]} issues */
export const errorsOf = (issues) => issues.filter(({ severity }) => severity === "error");

/** @param {Issue[]} issues */
export const warningsOf = (issues) => issues.filter(({ severity }) => severity === "warning");

/** `{name}`, or a part in brackets that stays only where its parameter is there. */
const PLACES = /\[([^\]{]*)\{([a-z][A-Za-z_]*)\}([^\]]*)\]|\{([a-z][A-Za-z_]*)\}/g;

/**
 * @param {string} sentence
 * @param {Record<string, Param>} params
 */
function word(sentence, params) {
  if (!sentence.includes("{")) return sentence;
  return sentence.replace(PLACES, (_, before, part, behind, name) => {
    if (name !== undefined) return say(name, params[name]);
    return part in params ? before + say(part, params[part]) + behind : "";
  });
}

/**
 * @param {string} name
 * @param {Param | undefined} value
 */
function say(name, value) {
  if (value === undefined) return "";
  if (name === "country") return nameOf(String(value));
  return Array.isArray(value) ? either(value, "or", "to") : String(value);
}
