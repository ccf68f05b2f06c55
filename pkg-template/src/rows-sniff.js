/** What a file is, told by its first rows. */
import { refuse } from "./options.js";
import { fieldOf, looksLikePhone } from "./rows-words.js";

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
  // A header may begin with {{1}}.
  if (/^\s*\{\s*["}]/.test(text)) return "ndjson";
  if (/^\s*\[\s*[{\]]/.test(text)) {
    refuse("checkRows: this is a JSON list. Write each row in a line of its own (NDJSON).");
  }
  return "csv";
}

/** The line by which Excel is told the delimiter. */
const OF_EXCEL = /^sep=([,;\t|])"?\r?\n/i;

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

/**
 * @param {readonly string[][]} rows The first of a file.
 * @param {readonly string[]} named Columns that are looked for.
 */
export function hasHeader([first = [], ...rows], named) {
  const words = first.map((cell) => cell.trim());
  if (words.some((word) => named.some((name) => isSame(name, word)))) return true;
  // A person's row has a number, an address, an amount.
  if (words.some((word) => looksLikePhone(word) || /@|^[-+]?\d+([.,]\d+)*$/.test(word)))
    return false;
  if (words.some((word) => fieldOf(word) !== undefined)) return true;
  const isFull = words.every(Boolean) && new Set(words).size === words.length;
  return isFull && rows.some((row) => row.some((cell) => /\d/.test(cell)));
}

/**
 * Whether somebody who reads both takes them for the same column.
 *
 * @param {string} a
 * @param {string} b
 */
export const isSame = (a, b) => folded(a) === folded(b);

/** @param {string} name */
const folded = (name) => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

const CODE = /^(?=.*\p{L})(?=.*\d)[\p{L}\d]+([-_/][\p{L}\d]+)*$|^\d+[-/]\d+$/u;
const DATE =
  /^\d{1,4}[-/. ]([A-Za-z]{3,9}|\d{1,2})[-/. ]\d{1,4}$|^\d{1,2}[- ][A-Za-z]{3}$|^[A-Za-z]{3}[- ]\d{2,4}$/;

/** Cells that a rule about a column is told by. */
const LEAST = 3;

/**
 * What cells of a column have in common, where a spreadsheet may have changed one of them.
 *
 * @param {readonly string[]} cells Of a column.
 * @returns {{ digits: number, code: 0 | 1 }} How many digits all have, where some begin with 0; and
 *   whether they are codes.
 */
export function habitOf(cells) {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const length = filled[0]?.length ?? 0;
  const isRow = filled.every((cell) => /^\d+$/.test(cell) && cell.length === length);
  const hasZeros = filled.some((cell) => cell.startsWith("0"));
  const codes = filled.filter((cell) => CODE.test(cell) && !DATE.test(cell));
  const enough = filled.length >= LEAST;
  return {
    digits: enough && isRow && hasZeros && length > 1 ? length : 0,
    code: enough && codes.length * 2 > filled.length ? 1 : 0,
  };
}
