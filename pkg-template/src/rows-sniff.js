/** What a file is, told by its first rows. */
import { refuse } from "./options.js";
import { notText } from "./rows-decode.js";
import { fieldOf, hasPhone, looksLikePhone } from "./rows-words.js";

/** @typedef {"," | ";" | "\t" | "|"} Delimiter */

/** @type {readonly Delimiter[]} */
export const DELIMITERS = [",", ";", "\t", "|"];

/** Rows that are looked at. */
const MOST_ROWS = 100;

/**
 * @param {string} text The first of a file.
 * @returns {"csv" | "ndjson"}
 */
export function formatIn(text) {
  const isList = /^\s*\[\s*[{\]]/.test(text);
  if (isList || /^\s*\{\s*[\r\n]/.test(text)) {
    const what = isList ? "list" : "object of many lines";
    refuse(`checkRows: this is a JSON ${what}. Write each row in a line of its own (NDJSON).`);
  }
  // A header may begin with {{1}}.
  if (/^\s*\{\s*["}]/.test(text)) return "ndjson";
  if (/^\s*<(!doctype|html|head|body|table|\?xml)\b/i.test(text)) {
    notText("a web page or XML, which some programs call .xls");
  }
  return "csv";
}

/** The line by which Excel is told the delimiter. */
const OF_EXCEL = /^"?sep=([,;\t|])"?(\r|\n)/i;

/**
 * @param {string} text The first of a CSV file.
 * @returns {Delimiter | undefined} Where the file itself tells it, in a line of its own.
 */
export const delimiterTold = (text) => /** @type {Delimiter} */ (OF_EXCEL.exec(text)?.[1]);

/**
 * @param {string} text The first of a CSV file.
 * @returns {Delimiter} The one that stands in most rows as often as in the first.
 */
export function delimiterIn(text) {
  const rows = countsIn(text);
  const [first = []] = rows;
  let most = 0;
  /** @type {Delimiter} */
  let best = ",";
  DELIMITERS.forEach((delimiter, index) => {
    const wanted = first[index] ?? 0;
    if (wanted === 0) return;
    const alike = rows.filter((counts) => counts[index] === wanted).length;
    // Of two that are in all rows, it is the one that makes more cells.
    const score = alike + wanted / 1000;
    if (score > most) [most, best] = [score, delimiter];
  });
  return best;
}

/**
 * @param {string} text
 * @returns {number[][]} How often each delimiter stands outside of quotes, row by row.
 */
function countsIn(text) {
  const none = () => DELIMITERS.map(() => 0);
  const rows = [];
  let counts = none();
  let isQuoted = false;
  let isBlank = true;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if ((sign === "\n" || sign === "\r") && !isQuoted) {
      if (!isBlank && rows.push(counts) === MOST_ROWS) return rows;
      counts = none();
      isBlank = true;
      continue;
    } else if (!isQuoted) {
      const index = DELIMITERS.indexOf(/** @type {Delimiter} */ (sign));
      if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
    }
    isBlank = false;
  }
  // What the text ends in may go on.
  return rows.length > 0 ? rows : [counts];
}

/** Rows that may stand above a header: what the list is, and of when. */
const MOST_ABOVE = 10;

/**
 * @param {readonly string[][]} rows The first of a file.
 * @param {readonly string[]} keys Columns that are looked for: by words, or by numbers from 1.
 * @returns {number} Which of them is the header; -1 where there is none.
 */
export function headerIn(rows, keys) {
  const named = keys.filter((name) => !/^\d+$/.test(name));
  const wanted = new Set(named.map(folded));
  const filled = rows.map((row) => row.filter((cell) => cell.trim()).length);
  const most = Math.min(2, Math.max(0, ...filled));
  for (const [at, row] of rows.slice(0, MOST_ABOVE).entries()) {
    if (row.some((word) => wanted.has(folded(word)))) return at;
    // A title has words like a header, but stands alone.
    const isWide = (filled[at] ?? 0) >= most;
    if (row.some(isWide ? hasPhone : looksLikePhone)) break;
    if (named.length === 0 && isWide && row.some((word) => fieldOf(word) === "phone")) return at;
  }
  return hasHeader(rows, keys.length > 0 && named.length === 0) ? 0 : -1;
}

/**
 * @param {readonly string[][]} rows Of which the first may be a header.
 * @param {boolean} isNumbered Whether columns are told by numbers alone, as where there is no header:
 *   a header that is taken for a row is refused and seen, a row that is taken for a header is lost.
 */
function hasHeader([first = [], ...rows], isNumbered) {
  const words = first.map((cell) => cell.trim());
  // A person's row has a number, an address, an amount.
  if (words.some((word) => hasPhone(word) || /@|^[-+]?\d+([.,]\d+)*$/.test(word))) return false;
  if (words.some((word) => fieldOf(word) !== undefined)) return true;
  if (isNumbered) return false;
  const isFull = words.every(Boolean) && new Set(words).size === words.length;
  return isFull && rows.some((row) => row.some((cell) => /\d/.test(cell)));
}

/** @param {string} name As somebody reads it: the same for two that one takes for the same column. */
export const folded = (name) => {
  const seen = name.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return seen.trim().replace(/\s+/g, " ").toLowerCase();
};

const CODE = /^(?=.*\p{L})(?=.*\d)[\p{L}\d]+([-_/][\p{L}\d]+)*$|^\d+[-/]\d+$/u;
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
const DATE = new RegExp(
  `^\\d{1,4}[-/. ](?:${MONTH}[a-z]*|\\d{1,2})[-/. ]\\d{1,4}$|^\\d{1,2}[- ]${MONTH}$|^${MONTH}[- ](?:\\d{2}|\\d{4})$`,
  "i",
);

/** Cells that a rule about a column is told by. */
const LEAST = 3;

/** Digits of a number that is a code: what is shorter is counted with. */
const LEAST_DIGITS = 3;

/**
 * What cells of a column have in common, where a spreadsheet may have changed one of them.
 *
 * @param {readonly string[]} cells Of a column.
 * @returns {{ digits: number, code: 0 | 1 }} How many digits most have, and none has more, where some
 *   begin with 0; and whether they are codes.
 */
export function habitOf(cells) {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const numbers = filled.filter((cell) => /^\d+$/.test(cell));
  const length = numbers.reduce((most, cell) => Math.max(most, cell.length), 0);
  const whole = numbers.filter((cell) => cell.length === length);
  const isRow = whole.length * 2 > filled.length && length >= LEAST_DIGITS;
  const hasZeros = whole.some((cell) => cell.startsWith("0"));
  const codes = filled.filter((cell) => CODE.test(cell) && !DATE.test(cell));
  const enough = filled.length >= LEAST;
  return {
    digits: enough && isRow && hasZeros ? length : 0,
    code: enough && codes.length * 2 > filled.length ? 1 : 0,
  };
}
