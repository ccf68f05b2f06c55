/** What `checkRows` is told, read at once: what becomes of it later changes nothing. */
import { guardOf, OF_BOOK } from "./guard.js";
import { readInput } from "./input.js";
import { readMessages } from "./issues.js";
import { OPERATIONS } from "./operations.js";
import { checkNames, nearest, readSignal, readText, refuse } from "./options.js";
import { readEncoding } from "./rows-decode.js";
import { DELIMITERS } from "./rows-sniff.js";

const OPTIONS = [
  ...["operation", "base", "columns", "defaultCountry", "format", "header", "delimiter"],
  ...["encoding", "seen", "duplicates", "maxProblems", "onProgress", "signal", "messages"],
  ...OF_BOOK,
];

/** How many problems a summary lists where nobody says otherwise. */
const MOST_PROBLEMS = 100;

/** Operations by which one message reaches one person: the same person twice is a mistake. */
const MESSAGES = ["sendMessage", "sendRcs"];

const FORMATS = /** @type {const} */ (["csv", "ndjson"]);

/** @typedef {ReturnType<typeof readOptions>} Settings */

/** @param {any} options */
export function readOptions(options) {
  checkNames(options, OPTIONS, "checkRows");
  const given = typeof options === "object" ? (options ?? {}) : {};
  const { operation = "sendMessage", columns, seen, onProgress, maxProblems } = given;
  const root = OPERATIONS.findIndex(({ name }) => name === operation);
  if (root < 0 || operation === "uploadMedia") {
    const names = OPERATIONS.map(({ name }) => name).filter((name) => name !== "uploadMedia");
    const meant = nearest(String(operation), names);
    refuse(
      `checkRows: there is no operation "${operation}" for rows. ` +
        (meant ? `Did you mean "${meant}"?` : `There are ${names.join(", ")}.`),
    );
  }
  if (
    columns !== undefined &&
    (!columns || typeof columns !== "object" || Array.isArray(columns))
  ) {
    refuse('checkRows: columns must be an object: { "Mobile No.": "phone" }, or { 1: "phone" }.');
  }
  if (seen !== undefined && typeof seen?.has !== "function") {
    refuse("checkRows: seen must have a method has, as a Set or a Map of recipients does.");
  }
  if (onProgress !== undefined && typeof onProgress !== "function") {
    refuse("onProgress must be a function.");
  }
  const most = maxProblems ?? MOST_PROBLEMS;
  if (!Number.isSafeInteger(most) || most < 0) {
    refuse("checkRows: maxProblems must be a whole number, 0 or more.");
  }
  const base = readBase(given.base);
  const usual = MESSAGES.includes(operation) ? "refuse" : "allow";
  return {
    ...{ operation, root, base, seen, onProgress, maxProblems: most },
    columns: columns && { ...columns },
    ...{
      defaultCountry: readText("defaultCountry", given.defaultCountry) ?? base?.countryCode ?? "",
    },
    format: oneOf("format", given.format, FORMATS),
    header: oneOf("header", given.header, [true, false]),
    delimiter: oneOf("delimiter", given.delimiter, DELIMITERS),
    duplicates: oneOf("duplicates", given.duplicates, ["refuse", "allow"]) ?? usual,
    encoding: readEncoding(given.encoding),
    messages: readMessages(given.messages),
    guard: guardOf(given),
    template: templateIn(given.templates, base?.template),
    signal: readSignal(given.signal),
  };
}

/**
 * @param {unknown} base
 * @returns {any} Plain data.
 */
function readBase(base) {
  if (base === undefined || base === null) return undefined;
  const { problems, value } = readInput(base);
  const [problem] = problems;
  if (problem) {
    refuse(
      `checkRows: base cannot be written as JSON: ${problem.reason} at ${problem.path.join(".")}.`,
    );
  }
  if (typeof value === "object" && !Array.isArray(value)) return value;
  return refuse(
    'checkRows: base must be what all inputs have: { type: "Template", template: { … } }.',
  );
}

/**
 * @param {string} name
 * @param {any} value
 * @param {readonly T[]} values
 * @returns {T | undefined}
 * @template T
 */
function oneOf(name, value, values) {
  if (value === undefined || value === null || values.includes(value)) return value ?? undefined;
  return refuse(
    `checkRows: ${name} must be ${values.map((each) => JSON.stringify(each)).join(" or ")}.`,
  );
}

/**
 * @param {any} book
 * @param {any} template Of the base.
 * @returns {{ body: number | null, text: string | null } | undefined} What its body takes.
 */
function templateIn(book, template) {
  const found =
    typeof template?.name === "string"
      ? book?.find(template.name, template.languageCode)
      : undefined;
  return found && { body: book.needs(found).body, text: found.body };
}
