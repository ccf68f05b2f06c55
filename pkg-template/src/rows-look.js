/** Looks at what a file begins with, and says how its rows are read. */
import { COUNTRY } from "./form-fields.js";
import { refuse } from "./options.js";
import { countryNames } from "./rows-countries.js";
import { readable } from "./rows-decode.js";
import { recordsIn, sampleIssues } from "./rows-module.js";
import { isOfPhone, namesOf, placesOf, quoted } from "./rows-place.js";
import { sampleOf, tokensOf, typedPlaces } from "./rows-plan.js";
import { proposeColumns } from "./rows-propose.js";
import { nextTurn } from "./rows-slices.js";
import { delimiterIn, delimiterTold, formatIn, habitOf, headerIn } from "./rows-sniff.js";
import { fieldOf, hasPhone } from "./rows-words.js";

/**
 * @typedef {import("./rows-options.js").Settings} Settings
 * @typedef {import("./rows-place.js").Place} Place
 *
 * @typedef {object} Plan How the rows of a file are read.
 * @property {"csv" | "ndjson"} format
 * @property {string} encoding
 * @property {string | undefined} delimiter
 * @property {string[] | undefined} header
 * @property {number} skipped Records before the first row.
 * @property {string[]} names Of the columns.
 * @property {readonly Place[]} places
 * @property {Record<string, import("./form-fields.js").Target>} columns
 * @property {boolean} isProposed
 * @property {string | undefined} refusal Why there can be no pass.
 * @property {string[][]} sample
 * @property {object} told What the module is told.
 */

/** Bytes that are looked at, and how many are where the first record is longer. */
const [HEAD, MOST_HEAD] = [1 << 15, 1 << 22];

/** Rows that say what the cells of a column have in common. */
const MOST_ROWS = 200;

/** Rows that people are shown. */
const SHOWN_ROWS = 5;

/**
 * @typedef {object} Phone
 * @property {(text: string, options: object) => unknown} parse
 * @property {() => readonly { country: string }[]} countries
 *
 * @param {import("./rows-module.js").Module} module
 * @param {Phone} phone
 * @param {Settings} settings
 * @param {Pick<import("./rows-reader.js").Reader, "peek" | "encoding">} reader
 * @returns {Promise<Plan>}
 */
export async function lookAt(module, phone, settings, reader) {
  let size = HEAD;
  let bytes = await reader.peek(size);
  await nextTurn();
  const first = readable(bytes).text;
  const format = settings.format ?? formatIn(first);
  const delimiter = settings.delimiter ?? delimiterTold(first) ?? delimiterIn(first);
  const isShort = () => format === "csv" && bytes.length === size && size < MOST_HEAD;
  // The columns at the end of a header are columns too.
  while (isShort() && recordsIn(module, bytes, delimiter, false).length === 0) {
    size *= 2;
    bytes = await reader.peek(size);
    await nextTurn();
  }
  const { text, isGuessed } = readable(bytes);
  /** @type {Pick<Plan, "format" | "encoding">} */
  const common = { format, encoding: isGuessed ? "windows-1252" : reader.encoding };
  if (format === "ndjson") return { ...common, ...ofLines(settings) };
  const table = ofTable(module, phone, settings, text, bytes.length < size);
  // It throws for a country that is none.
  if (table.places.some(isOfPhone)) phone.parse("", settings);
  return { ...common, ...table };
}

/** @param {Settings} settings */
function ofLines({ columns, base }) {
  const refusal =
    columns || base
      ? "checkRows: columns and base are for CSV. Each line of NDJSON is a whole input by itself."
      : undefined;
  return {
    ...{ delimiter: undefined, header: undefined, skipped: 0, names: [], places: [] },
    ...{
      columns: {},
      isProposed: false,
      refusal,
      sample: [],
      told: { format: "ndjson" },
    },
  };
}

/**
 * @param {import("./rows-module.js").Module} module
 * @param {Phone} phone
 * @param {Settings} settings
 * @param {string} text
 * @param {boolean} isWhole
 */
function ofTable(module, phone, settings, text, isWhole) {
  const own = delimiterTold(text);
  const delimiter = settings.delimiter ?? own ?? delimiterIn(text);
  const found = recordsIn(module, text, delimiter, isWhole);
  // What is longer than all that was looked at.
  const mayHaveHeader = settings.header !== false;
  if (mayHaveHeader && found.length === 0 && !isWhole && text.includes('"')) refuse(NOT_CLOSED);
  const whole = found.length > 0 ? found : recordsIn(module, text, delimiter, true);
  const records = whole.map(([, cells]) => cells);
  if (own) records.shift();
  const keys = Object.keys(settings.columns ?? {});
  const place = settings.header === undefined ? headerIn(records, keys) : +settings.header - 1;
  if (mayHaveHeader && hasSwallowed(records[Math.max(place, 0)] ?? [], place)) refuse(NOT_CLOSED);
  // With what stands above it.
  const above = records.splice(0, place + 1);
  const first = above.at(-1);
  const header = first && withoutEnd(first.map((cell) => cell.trim()));
  const rows = records.slice(0, MOST_ROWS);
  const width = header?.length ?? Math.max(0, ...rows.map((row) => withoutEnd(row).length));
  const names = namesOf(header, width);
  const cellsAt = (/** @type {number} */ at) => rows.map((row) => row[at] ?? "");
  const columns =
    settings.columns ??
    proposeColumns(
      names.map((name, at) => ({ name, header: header?.[at] ?? "", cells: cellsAt(at) })),
      settings,
    );
  const untyped = placesOf(columns, header, width);
  const issues = sampleIssues(module, settings.root, sampleOf(settings.base, untyped));
  const isForNobody = rows.length > 0 && issues.some(({ code }) => code.startsWith("recipient."));
  const places = typedPlaces(untyped, issues);
  const habits = names.map((_, at) => habitOf(cellsAt(at)));
  const told = {
    ...{ format: "csv", delimiter, country: settings.defaultCountry },
    // A column without a name may have cells nevertheless.
    width: first?.length ?? 0,
    ...(places.some(({ to }) => to === COUNTRY) && { names: countryNames(phone.countries()) }),
    tokens: tokensOf(settings.base, places),
    digits: habits.map(({ digits }) => digits),
    codes: habits.map(({ code }) => code),
  };
  return {
    ...{ delimiter, header, names, places, columns, told },
    skipped: above.length + Number(own !== undefined),
    isProposed: !settings.columns,
    refusal: isForNobody ? forNobody(names, settings.operation) : undefined,
    sample: rows.slice(0, SHOWN_ROWS),
  };
}

const NOT_CLOSED =
  "checkRows: a quotation mark in the first row is not closed: the rows after it would be part of " +
  'it. Take the mark (") away, or say header: false if it is no header.';

/**
 * Whether a quotation mark has made the customers behind a header part of it.
 *
 * @param {readonly string[]} row
 * @param {number} place Of the header; -1 where the phones in the row say that it is none.
 */
function hasSwallowed(row, place) {
  const lines = row.map((cell) => cell.split(/[\r\n]+/));
  if (!lines.some(([, ...more]) => more.some(hasPhone))) return false;
  const words = lines.map(([first = ""]) => first);
  return place >= 0 || (!words.some(hasPhone) && words.some((word) => fieldOf(word)));
}

/**
 * @param {readonly string[]} names
 * @param {string} operation
 */
const forNobody = (names, operation) =>
  `checkRows: no column says whom to ${operation}. Name the one with the phone numbers: ` +
  `columns: { "${names[0] ?? "Mobile"}": "phone" }. The file has ${quoted(names)}.`;

/** @param {string[]} cells Without the empty ones at the end, which spreadsheets leave there. */
function withoutEnd(cells) {
  let { length } = cells;
  while (length > 0 && cells[length - 1]?.trim() === "") length -= 1;
  return cells.slice(0, length);
}
