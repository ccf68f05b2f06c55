/** The tables of what pages download: written from what is measured, and compared with it. */
import { join } from "node:path";
import { ROOT } from "../../scripts/project.mjs";

/** How far a figure may be off, in parts of it. */
const TOLERANCE = 0.03;
/** What is told is rounded, in bytes: most of a small figure's difference. */
const ROUNDING = 50;

/** @typedef {import("./told.mjs").Line} Line */
/** @typedef {{ cells: string[], bytes: (number | undefined)[] }} Row Without bytes the last cells are empty. */

/**
 * @typedef {object} Table
 * @property {string} name By which its place in the file is marked.
 * @property {string} file
 * @property {string} head
 * @property {(lines: readonly Line[]) => Row[]} rowsOf
 */

/** What each entry is for, and which of the lines has its size: inside the code, and as a file. */
const ENTRIES = [
  {
    entry: "`interakt-wasm`",
    about: "the client, validators of all operations, webhooks, templates, previews, phone numbers",
    sizes: ["`interakt-wasm`", "`interakt-wasm/web`"],
  },
  {
    entry: "`interakt-wasm/forms`",
    about: "forms, validators of all operations, templates, previews, phone numbers",
    sizes: [
      "`interakt-wasm/forms { sendMessage }`",
      "`interakt-wasm/forms/web { init, sendMessage }`",
    ],
  },
  {
    entry: "`interakt-wasm/customer`",
    about: "the same for customers and events alone",
    sizes: [
      "`interakt-wasm/customer { phone, trackUser }`",
      "`interakt-wasm/customer/web { init, phone, trackUser }`",
    ],
  },
  {
    entry: "`interakt-wasm/phone`",
    about: "phone numbers alone",
    sizes: ["`interakt-wasm/phone`", "`interakt-wasm/phone/web`"],
  },
  {
    entry: "`interakt-wasm/phone-field`",
    about: "`<interakt-phone>`, formatting while somebody types",
    sizes: [
      "`interakt-wasm/phone-field { definePhoneField }`",
      "`interakt-wasm/phone-field/web { definePhoneField }`",
    ],
  },
  {
    entry: "`interakt-wasm/bulk`",
    about: "CSV and NDJSON files, in a faster, larger module",
    sizes: ["`interakt-wasm/bulk { checkRows }`", "`interakt-wasm/bulk/web { init, checkRows }`"],
  },
  {
    entry: "`interakt-wasm/messages/en`, `/hi`",
    about: "errors in English or in Hindi, for the people who fill in a form",
    sizes: ["`interakt-wasm/messages/en`"],
  },
  {
    entry: "`interakt-wasm/edge`",
    about: "for servers: a back end for pages, campaigns",
    sizes: [],
  },
  { entry: "`interakt-wasm/simulator`", about: "for tests: answers like Interakt", sizes: [] },
];

/** @type {Table[]} */
export const TABLES = [
  {
    name: "entries",
    file: join(ROOT, "README.md"),
    head: "| import | what it has | KB | KB, as a file |\n|---|---|---|---|\n",
    rowsOf: (lines) =>
      ENTRIES.map(({ entry, about, sizes }) => {
        const bytes = [0, 1].map((column) => sizes[column] && bytesOf(lines, sizes[column]));
        return { cells: [entry, about], bytes: bytes.map((size) => size || undefined) };
      }),
  },
  {
    name: "sizes",
    file: join(ROOT, "docs", "runtimes.md"),
    head: "| for | import | KB |\n|---|---|---|\n",
    rowsOf: (lines) =>
      lines.map(({ what, how, bytes }) => ({ cells: [what, how], bytes: [bytes] })),
  },
];

/** @param {readonly Line[]} lines @param {string} how */
function bytesOf(lines, how) {
  const line = lines.find((line) => line.how === how);
  if (!line) throw new Error(`nothing is measured that is called ${how}`);
  return line.bytes;
}

/** @param {number | undefined} bytes */
const kilobytes = (bytes) => (bytes === undefined ? "" : (bytes / 1000).toFixed(1));

/** @param {Row} row */
const textOf = ({ cells, bytes }) => `| ${[...cells, ...bytes.map(kilobytes)].join(" | ")} |\n`;

/** @param {Table} table @param {readonly Line[]} lines What is measured. */
export const write = ({ head, rowsOf }, lines) => head + rowsOf(lines).map(textOf).join("");

/**
 * @param {Table} table
 * @param {string} told What stands in its place.
 * @param {readonly Line[]} lines What is measured.
 * @returns {string[]} What it does not say, or says wrongly.
 */
export function differences({ rowsOf }, told, lines) {
  const rows = told.trim().split("\n").slice(2);
  const expected = rowsOf(lines);
  const wrong = expected.filter(({ cells, bytes }) => {
    const begin = `| ${cells.join(" | ")} | `;
    const figures = rows
      .find((row) => row.startsWith(begin))
      ?.slice(begin.length)
      .split("|");
    return !bytes.every((size, column) => isNear(figures?.[column]?.trim(), size));
  });
  const missing = wrong.map((row) => textOf(row).trim());
  return rows.length === expected.length ? missing : [...missing, `${rows.length} rows`];
}

/** @param {string | undefined} figure @param {number | undefined} bytes */
function isNear(figure, bytes) {
  if (!figure || bytes === undefined) return figure === kilobytes(bytes);
  return Math.abs(Number(figure) * 1000 - bytes) <= TOLERANCE * bytes + ROUNDING;
}
