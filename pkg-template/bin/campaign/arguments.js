/** Reads what `interakt-wasm campaign` is given, and says what it takes. */
import { readOptions, UsageError } from "../options.js";

/** The commands, in a line or two each. */
export const LIST = `\
  run FILE            creates the campaign and sends it; run again, it continues where it stopped
  run                 continues a campaign that exists
  status              shows how a campaign is doing; without --name and --id, all in the database
  rows                lists its rows, with recipients and what became of them; see --state
  parked              lists the rows that may have been sent, and wait for a decision
  mark-sent           records that parked rows were sent
  again               queues rows of --state unknown, dead or refused to be sent again
  pause               stops the campaign until it is run again
  cancel              stops it for good
  results             writes all rows as CSV
  opt-out add|remove|list [RECIPIENT …]
                      manages who gets no more campaigns from this database
  erase               deletes a campaign, with everything known about its recipients
`;

export const HELP = `Sends a message to everybody in a file (CSV or NDJSON), and records what became of each row in a
database: after a crash, a kill or Ctrl+C, the same command continues, and nobody gets a message
twice.

  npx interakt-wasm campaign run customers.csv --name Diwali --template diwali_offer --language en \\
    --map "Mobile=phone" --map "Name=template.bodyValues[0]" --country IN --plan growth

${LIST}
  --db FILE           the database; campaigns.db by default
  --name TEXT         the campaign's name
  --id ID             its id, if it should not be derived from the name: letters, digits, - and _

For run:
  --template NAME     the template
  --language CODE     the template's language
  --map COLUMN=PLACE  where the cells of a column belong; once for each column
  --country IN        the country of numbers without +
  --settings FILE     all of that as JSON: name, operation, base, columns, defaultCountry, quiet,
                      timeZone, stopAt, maxAttempts; options take precedence
  --book FILE         templates to check with, from \`npx interakt-wasm templates --json\`
  --quiet 21:00-09:00 sends nothing then, in the local time of each recipient's country
  --time-zone ZONE    for recipients whose country is not known; Asia/Kolkata by default
  --stop-at 20%       pauses when more than this share fails
  --plan PLAN         growth (default), advanced, or a number of requests per minute
  --concurrency N     the most messages in flight; 10 by default
  --timeout SECONDS   how long one message may take; 30 by default. After a kill, rows in progress
                      are released after twice as long
  --base-url URL      a server other than https://api.interakt.ai
  --dry-run           checks the file and reports what is wrong with it; sends nothing
  --refused FILE      writes the rows with errors there, each with its error, for correction
  --test NUMBER       sends the first row's message to this number, and nothing else

For the other commands:
  --state STATE       for rows: waiting, unknown, sent, refused, dead, opted_out, invalid …
  --index N           for again and mark-sent: only these rows; several as 3,17,20
  --yes               for again, cancel and erase: does not ask for confirmation
  --out FILE          for results: where to write; standard output by default
  --from FILE         for opt-out add and remove: recipients, one per line
  --json              for status and rows: as JSON, one per line

The key is taken from the environment variable INTERAKT_API_KEY, and is never written anywhere. The
database contains the recipients and what is sent to them: only its owner can read it.
Requires Node 22.13 or newer, for its built-in SQLite; --dry-run runs in older ones too.

Exit code 0: done
          1: rows are left: refused, parked, dead or invalid ones, or it was paused or stopped
          2: it failed: because of an option, the key, the network or a file
`;

/** @type {Record<string, import("../options.js").Options[string]>} */
const OPTIONS = {
  ...{ db: "text", name: "text", id: "text", help: "flag" },
  ...{ template: "text", language: "text", map: "texts", country: "text", settings: "text" },
  ...{ book: "text", quiet: "text", "time-zone": "text", "stop-at": "text", plan: "text" },
  ...{
    concurrency: "text",
    timeout: "text",
    "base-url": "text",
    "dry-run": "flag",
    refused: "text",
    test: "text",
  },
  ...{ state: "text", index: "texts", yes: "flag", out: "text", from: "text", json: "flag" },
};

/** Those that say what a campaign is: only when it is made. */
export const OF_MAKING = [
  ...["template", "language", "map", "country", "settings", "book"],
  ...["quiet", "time-zone", "stop-at"],
];

const WHICH = ["db", "name", "id"];

/** What each command takes, and how many words beside it. @type {Record<string, [options: string[], words: number]>} */
const COMMANDS = {
  run: [
    [
      ...WHICH,
      ...OF_MAKING,
      "plan",
      "concurrency",
      "timeout",
      "base-url",
      "dry-run",
      "refused",
      "test",
    ],
    1,
  ],
  status: [[...WHICH, "json"], 0],
  rows: [[...WHICH, "state", "json"], 0],
  parked: [[...WHICH, "json"], 0],
  "mark-sent": [[...WHICH, "index"], 0],
  again: [[...WHICH, "state", "index", "yes"], 0],
  pause: [WHICH, 0],
  cancel: [[...WHICH, "yes"], 0],
  results: [[...WHICH, "out"], 0],
  "opt-out": [["db", "country", "from"], Number.POSITIVE_INFINITY],
  erase: [[...WHICH, "yes"], 0],
};

/** @typedef {import("../options.js").Read} Read */

/**
 * @typedef {object} Asked
 * @property {string} command One of the help's, or `help`.
 * @property {string[]} words What stands behind it.
 * @property {Read} options
 */

/** The campaign command was not called as it wants to be. @param {string} message */
export const wrong = (message) => new UsageError(message, "campaign ");

/**
 * @param {string[]} args What stands behind `campaign`.
 * @returns {Asked}
 */
export function readCampaign(args) {
  const options = readOptions(args, OPTIONS, "campaign ");
  const [command, ...words] = options.words;
  if (options.has("help")) return { command: "help", words, options };
  const names = Object.keys(COMMANDS);
  const listed = `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  if (command === undefined) throw wrong(`No command given. The commands are ${listed}.`);
  const takes = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!takes) throw wrong(`Unknown command campaign ${command}. The commands are ${listed}.`);
  const stranger = options.names.find((name) => !takes[0].includes(name));
  if (stranger) throw wrong(`campaign ${command} does not take --${stranger}.`);
  if (words.length > takes[1]) throw wrong(`campaign ${command} does not take ${words[takes[1]]}.`);
  return { command, words, options };
}

/**
 * A number that is one, of at least 1.
 *
 * @param {Read} options
 * @param {string} name
 */
export function countOf(options, name) {
  const text = options.text(name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw wrong(`--${name} needs a number of 1 or more.`);
  return Number(text);
}

/**
 * @param {Read} options
 * @returns {import("interakt-wasm/edge").AccountOptions["plan"]}
 */
export function planOf(options) {
  const text = options.text("plan");
  if (text === undefined || text === "growth" || text === "advanced") return text;
  if (/^[1-9]\d{0,8}$/.test(text)) return { requestsPerMinute: Number(text) };
  throw wrong("--plan takes growth, advanced, or a number of requests per minute.");
}

/** @param {Read} options @returns {number[] | undefined} */
export function indexesOf(options) {
  if (!options.has("index")) return undefined;
  return options.texts("index").flatMap((text) =>
    text.split(",").map((part) => {
      if (!/^\d{1,9}$/.test(part.trim()))
        throw wrong("--index needs numbers from 0, such as 3,17,20.");
      return Number(part);
    }),
  );
}
