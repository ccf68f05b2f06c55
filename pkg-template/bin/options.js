/** Reads options, for each command those that it takes. */
import { parseArgs } from "node:util";

/**
 * What an option takes: nothing, a text, or a text each time that it is given.
 *
 * @typedef {Readonly<Record<string, "flag" | "text" | "texts">>} Options
 */

/** The command was not called as it wants to be. */
export class UsageError extends Error {
  /**
   * @param {string} message
   * @param {string} [command] Whose help is named.
   */
  constructor(message, command = "") {
    super(`${message} For help: npx interakt-wasm ${command}--help`);
  }
}

/**
 * @typedef {object} Read
 * @property {string[]} words What stands beside the options.
 * @property {(name: string) => boolean} has
 * @property {(name: string) => string | undefined} text The last that was given.
 * @property {(name: string) => string[]} texts
 * @property {string[]} names Of the options that were given.
 */

/**
 * @param {string[]} args
 * @param {Options} options
 * @param {string} [command] For the errors.
 * @returns {Read}
 */
export function readOptions(args, options, command) {
  const fail = (/** @type {string} */ message) => {
    throw new UsageError(message, command);
  };
  // Not strict: then it would have words of its own, in each version others.
  const types = Object.entries(options).map(([name, takes]) => {
    return /** @type {const} */ ([name, { type: takes === "flag" ? "boolean" : "string" }]);
  });
  const { tokens } = parseArgs({
    ...{ args, options: Object.fromEntries(types), strict: false, tokens: true },
  });
  /** @type {Map<string, string[]>} */
  const given = new Map();
  const words = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const takes = Object.hasOwn(options, name) ? options[name] : fail(`Unknown option ${rawName}.`);
    if (takes === "flag") {
      if (value !== undefined) fail(`${rawName} does not take a value.`);
      given.set(name, []);
    } else if (!value || (!inlineValue && value.startsWith("--"))) {
      fail(`${rawName} needs a value.`);
    } else {
      given.set(name, [...(takes === "texts" ? (given.get(name) ?? []) : []), value]);
    }
  }
  return {
    words,
    has: (name) => given.has(name),
    text: (name) => given.get(name)?.[0],
    texts: (name) => given.get(name) ?? [],
    names: [...given.keys()],
  };
}
