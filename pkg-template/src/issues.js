/** From what the module found to issues: in order, and in words. */
import { nameOf } from "./names.js";
import { createEncoder } from "./text.js";

/**
 * @typedef {import("./errors.js").Issue} Issue
 * @typedef {Record<number, readonly [code: string, sentence: string]>} Catalogue Codes and their
 *   sentences, by the numbers that reports have.
 * @typedef {string | number | string[] | number[]} Param
 * @typedef {[code: number, order: number[], path: (string | number)[], params: Record<string, Param>]} Found
 *   An issue as the module reports it: twice the number of its code, and one more for a warning.
 */

/**
 * @param {string} text A line for each code: its name, a space, its sentence.
 * @returns {() => Catalogue} Made when it is first asked for.
 */
export function catalogueOf(text) {
  /** @type {Catalogue | undefined} */
  let catalogue;
  return () => {
    catalogue ??= Object.fromEntries(
      text.split("\n").map((line) => {
        const [code, ...words] = /** @type {[string, ...string[]]} */ (line.split(" "));
        const sentence = words.join(" ");
        return [numberOf(code + sentence), [code, sentence]];
      }),
    );
    return catalogue;
  };
}

/**
 * The number that the crate gives a code, 15 bits of the hash FNV-1a: not carried, as it is the part
 * of a catalogue that does not compress.
 *
 * @param {string} text Its name and sentence.
 */
function numberOf(text) {
  let hash = 0x811c9dc5;
  for (const byte of createEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x1000193);
  return ((hash >>> 15) ^ hash) & 0x7fff;
}

/**
 * @param {() => Catalogue} catalogue
 * @param {string} report What the module left: `Found` in JSON, with commas between them.
 * @returns {Issue[]} Errors and warnings, in the order of the description.
 */
export const readIssues = (catalogue, report) => readFound(catalogue, JSON.parse(`[${report}]`));

/**
 * @param {() => Catalogue} catalogue
 * @param {Found[]} found
 * @returns {Issue[]}
 */
export function readFound(catalogue, found) {
  return found.sort(byOrder).map(([number, , path, params]) => {
    return issueOf(catalogue, number >> 1, path, number & 1 ? "warning" : "error", params);
  });
}

/**
 * @param {() => Catalogue} catalogue
 * @param {number} number Of the code.
 * @param {Issue["path"]} path
 * @param {Issue["severity"]} severity
 * @param {Record<string, Param>} params
 * @returns {Issue}
 */
export function issueOf(catalogue, number, path, severity, params) {
  const [code, sentence] = /** @type {[string, string]} */ (catalogue()[number]);
  return { code, path, message: word(sentence, params), severity, params };
}

/**
 * @param {() => Catalogue} catalogue
 * @param {string} code
 * @param {Issue["path"]} path
 * @param {Record<string, Param>} params
 * @param {object} [messages]
 */
export function issueNamed(catalogue, code, path, params, messages) {
  const number = Object.keys(catalogue()).find(
    (number) => catalogue()[Number(number)]?.[0] === code,
  );
  return issueOf(catalogue, Number(number), path, "error", params);
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
  if (!Array.isArray(value)) return String(value);
  return typeof value[0] === "number" ? rows(/** @type {number[]} */ (value)) : value.join(", ");
}

/**
 * `9 or 10`, `7, 8 or 10`; three and more in a row are `5 to 13`.
 *
 * @param {number[]} numbers
 */
function rows(numbers) {
  /** @type {(number | string)[]} */
  const parts = [];
  for (let at = 0; at < numbers.length; at += 1) {
    const first = /** @type {number} */ (numbers[at]);
    let last = at;
    while (numbers[last + 1] === first + last + 1 - at) last += 1;
    if (last - at < 2) {
      parts.push(first);
    } else {
      parts.push(`${first} to ${numbers[last]}`);
      at = last;
    }
  }
  const end = parts.pop() ?? "";
  return parts.length > 0 ? `${parts.join(", ")} or ${end}` : String(end);
}
