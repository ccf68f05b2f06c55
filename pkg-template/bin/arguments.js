/** Reads what the command is given, and says what it takes. */
import { LIST } from "./campaign/arguments.js";
import { readOptions, UsageError } from "./options.js";

/** What the package's command can do. */
export const HELP = `Works with the message templates and campaigns of an Interakt account.

  npx interakt-wasm templates [OPTIONS]
  npx interakt-wasm campaign COMMAND [OPTIONS]
  npx interakt-wasm --version

templates writes the account's message templates into a TypeScript module, and reports what has
changed since the last time. Its options: npx interakt-wasm templates --help

campaign sends a message to everybody in a file, and records what became of each row. Its commands,
whose options npx interakt-wasm campaign --help lists:

${LIST}
The key is taken from the environment variable INTERAKT_API_KEY.
`;

export const TEMPLATES_HELP = `Writes the message templates of an Interakt account into a TypeScript module, for sendTemplate and
for checks before sending, and reports what has changed since the last time.

  npx interakt-wasm templates --out templates.ts

  --out FILE      where to write, and what to compare with; standard output by default
  --json          writes JSON for templateBook instead
  --check         writes nothing, only compares with FILE
  --base-url URL  a server other than https://api.interakt.ai, such as one that adds the key
  --help          shows this

The key is taken from the environment variable INTERAKT_API_KEY, and is never written anywhere.

Exit code 0: done; with --check, nothing has changed
          1: with --check, something has changed
          2: it failed: because of an option, the key, the network or FILE
`;

/**
 * @typedef {object} Given
 * @property {"templates" | "help" | "templates help" | "version"} ask
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

/** As a usage error has it. */
const TEMPLATES = "templates ";

/**
 * @param {string[]} args Of any command but `campaign`.
 * @returns {Given}
 */
export function readArguments(args) {
  const command = args.find((arg) => !arg.startsWith("-"));
  const { words, has, text } = readOptions(args, OPTIONS, command === "templates" ? TEMPLATES : "");
  const given = {
    out: text("out"),
    baseUrl: text("base-url"),
    json: has("json"),
    check: has("check"),
  };
  if (has("help")) return { ask: words[0] === "templates" ? "templates help" : "help", ...given };
  if (has("version")) return { ask: "version", ...given };
  const there = "The commands are templates and campaign.";
  if (words.length === 0) throw new UsageError(`No command given. ${there}`);
  if (words[0] !== "templates") throw new UsageError(`Unknown command ${words[0]}. ${there}`);
  if (words.length > 1) throw new UsageError(`templates does not take ${words[1]}.`, TEMPLATES);
  if (given.check && given.out === undefined) {
    throw new UsageError("--check needs --out FILE, the file to compare with.", TEMPLATES);
  }
  return { ask: "templates", ...given };
}
