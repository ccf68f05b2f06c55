/** Reads what the command is given, and says what it takes. */
import { parseArgs } from "node:util";

export const HELP = `Writes the message templates of an Interakt account into a TypeScript module, for sendTemplate and
for checks before sending, and says what has changed since the last time.

  npx interakt-wasm templates --out templates.ts

  --out FILE      where to write, and what to compare with; without it, on standard output
  --json          write JSON for templateBook instead
  --check         write nothing, compare with FILE
  --base-url URL  another server than https://api.interakt.ai, such as one that adds the key
  --help          this
  --version       the version of the package

The key is taken from the environment variable INTERAKT_API_KEY. It is written nowhere.

Exit code 0: done; with --check, nothing has changed
          1: with --check, something has changed
          2: it could not be done: an option, the key, the network, or FILE
`;

/**
 * @typedef {object} Given
 * @property {"templates" | "help" | "version"} ask
 * @property {string | undefined} out
 * @property {string | undefined} baseUrl
 * @property {boolean} json
 * @property {boolean} check
 */

/** The command was not called as it wants to be. */
export class UsageError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(`${message} What there is: npx interakt-wasm --help`);
  }
}

/** @type {Record<string, { type: "string" | "boolean" }>} */
const OPTIONS = {
  out: { type: "string" },
  "base-url": { type: "string" },
  json: { type: "boolean" },
  check: { type: "boolean" },
  help: { type: "boolean" },
  version: { type: "boolean" },
};

/**
 * @param {string[]} args
 * @returns {Given}
 */
export function readArguments(args) {
  // Not strict: then it would have words of its own, in each version others.
  const { tokens } = parseArgs({ args, options: OPTIONS, strict: false, tokens: true });
  /** @type {Map<string, string | true>} */
  const options = new Map();
  const commands = [];
  for (const token of tokens) {
    if (token.kind === "positional") commands.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
    if (!option) throw new UsageError(`There is no option ${rawName}.`);
    const isText = option.type === "string";
    if (!isText && value !== undefined) throw new UsageError(`${rawName} takes no value.`);
    if (isText && (!value || (!inlineValue && value.startsWith("--")))) {
      throw new UsageError(`${rawName} wants a value.`);
    }
    options.set(name, value ?? true);
  }
  const text = (/** @type {string} */ name) => {
    const value = options.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const given = {
    out: text("out"),
    baseUrl: text("base-url"),
    json: options.has("json"),
    check: options.has("check"),
  };
  if (options.has("help")) return { ask: "help", ...given };
  if (options.has("version")) return { ask: "version", ...given };
  if (commands.length === 0) throw new UsageError("A command is missing: templates.");
  if (commands[0] !== "templates") throw new UsageError(`There is no command ${commands[0]}.`);
  if (commands.length > 1) throw new UsageError(`templates takes no ${commands[1]}.`);
  if (given.check && given.out === undefined) {
    throw new UsageError("--check wants --out FILE: what it compares with.");
  }
  return { ask: "templates", ...given };
}
