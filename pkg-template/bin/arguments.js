/** Reads what the command is given, and says what it takes. */
import { readOptions, UsageError } from "./options.js";

export const HELP = `Writes the message templates of an Interakt account into a TypeScript module, for sendTemplate and
for checks before sending, and reports what has changed since the last time.

  npx interakt-wasm templates --out templates.ts

  --out FILE      where to write, and what to compare with; standard output by default
  --json          writes JSON for templateBook instead
  --check         writes nothing, only compares with FILE
  --base-url URL  a server other than https://api.interakt.ai, such as one that adds the key
  --help          shows this
  --version       shows the package's version

The key is taken from the environment variable INTERAKT_API_KEY, and is never written anywhere.

Exit code 0: done; with --check, nothing has changed
          1: with --check, something has changed
          2: it failed: because of an option, the key, the network or FILE

Another command sends a message to everybody in a file: npx interakt-wasm campaign --help
`;

/**
 * @typedef {object} Given
 * @property {"templates" | "help" | "version"} ask
 * @property {string | undefined} out
 * @property {string | undefined} baseUrl
 * @property {boolean} json
 * @property {boolean} check
 */

/** @type {import("./options.js").Options} */
const OPTIONS = {
  out: "text",
  "base-url": "text",
  json: "flag",
  check: "flag",
  help: "flag",
  version: "flag",
};

/**
 * @param {string[]} args Of any command but `campaign`.
 * @returns {Given}
 */
export function readArguments(args) {
  const { words, has, text } = readOptions(args, OPTIONS);
  const given = {
    out: text("out"),
    baseUrl: text("base-url"),
    json: has("json"),
    check: has("check"),
  };
  if (has("help")) return { ask: "help", ...given };
  if (has("version")) return { ask: "version", ...given };
  if (words.length === 0) throw new UsageError("A command is missing: templates, or campaign.");
  if (words[0] !== "templates") throw new UsageError(`There is no command ${words[0]}.`);
  if (words.length > 1) throw new UsageError(`templates takes no ${words[1]}.`);
  if (given.check && given.out === undefined) {
    throw new UsageError("--check wants --out FILE: what it compares with.");
  }
  return { ask: "templates", ...given };
}
