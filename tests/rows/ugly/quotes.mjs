/** Files with quotes where they belong, and where they do not. */
import { ready, refused } from "./support.mjs";

const OPEN = ["row.open_quote"];
const SWALLOWED = ["Asha\n9876543202,Ravi"];
const LINES = ["template.value_whitespace@Name"];

/** @type {import("./support.mjs").Ugly[]} */
export const quotes = [
  {
    file: "doubled.csv",
    about: "quotes in quotes",
    rows: [
      ready(2, ["9876543201", 'Asha "Ash" Rao'], "+91 9876543201", ['Asha "Ash" Rao']),
      ready(3, ["9876543202", "Rao, Sita"], "+91 9876543202", ["Rao, Sita"]),
      ready(4, ["9876543203", '"Ravi"'], "+91 9876543203", ['"Ravi"']),
      refused(6, ["9876543204", ""], ["string.empty@Name"]),
    ],
  },
  {
    file: "inside-a-cell.csv",
    about: "quotes that nobody has doubled, as Excel reads them",
    rows: [
      ready(2, ["9876543201", 'Asha "Ash" Rao'], "+91 9876543201", ['Asha "Ash" Rao']),
      ready(3, ["9876543202", '5" x 7"'], "+91 9876543202", ['5" x 7"']),
      ready(4, ["9876543203", "Sita Rao"], "+91 9876543203", ["Sita Rao"]),
      ready(5, ["9876543204", "O'Brien"], "+91 9876543204", ["O'Brien"]),
      ready(6, ["9876543205", "“Gita”"], "+91 9876543205", ["“Gita”"]),
      ready(7, ["9876543206", ' "Ali"'], "+91 9876543206", ['"Ali"']),
      // The quotes stand behind a space: to Excel too, these are two cells.
      refused(8, ["9876543207", ' "Rao', ' Mo"'], ["row.too_many_cells"]),
    ],
  },
  {
    file: "new-lines.csv",
    about: "new lines in quotes, and the lines of what follows",
    rows: [
      ready(2, ["9876543201", "Asha", "12 MG Road,\r\nPune"], "+91 9876543201", ["Asha"]),
      ready(4, ["9876543202", "Ravi\nKumar", "Agra"], "+91 9876543202", ["Ravi\nKumar"], LINES),
      ready(6, ["9876543203", "Sita", "\n\n"], "+91 9876543203", ["Sita"]),
      refused(9, ["98765", "Gita", "Surat"], ["phone.too_short@Mobile"]),
      ready(10, ["9876543204", "Ali", "a\rb"], "+91 9876543204", ["Ali"]),
    ],
  },
  {
    file: "open-in-the-middle.csv",
    about: "a quote that is never closed takes its own line with it, and no other",
    rows: [
      ready(2, ["9876543201", "Asha", "Pune"], "+91 9876543201", ["Asha"]),
      refused(3, ["9876543202", "Ravi,Agra"], OPEN),
      ready(4, ["9876543203", "Sita", "Surat"], "+91 9876543203", ["Sita"]),
      ready(5, ["9876543204", "Ali", "Delhi"], "+91 9876543204", ["Ali"]),
    ],
  },
  {
    file: "open-before-others.csv",
    about: "nor where good quotes follow",
    rows: [
      refused(2, ["9876543201", "Asha,Pune"], OPEN),
      ready(3, ["9876543202", "Rao, Ravi", "Agra"], "+91 9876543202", ["Rao, Ravi"]),
      ready(4, ["9876543203", "Sita", "Surat"], "+91 9876543203", ["Sita"]),
      ready(5, ["9876543204", "Ali, Mo", "Delhi"], "+91 9876543204", ["Ali, Mo"]),
      refused(6, ["9876543205", "Gita,Surat"], OPEN),
      ready(7, ["9876543206", "Zoya", "Pune"], "+91 9876543206", ["Zoya"]),
    ],
  },
  {
    file: "open-at-the-end.csv",
    about: "a quote that the file ends in",
    rows: [
      ready(2, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      ready(3, ["9876543202", "Rao, Ravi"], "+91 9876543202", ["Rao, Ravi"]),
      refused(4, ["9876543203", "Sita"], OPEN),
    ],
  },
  {
    file: "open-in-every-line.csv",
    about: "a quote that is never closed, in every line",
    rows: [
      refused(2, ["9876543201", "Asha"], OPEN),
      refused(3, ["9876543202", "Ravi"], OPEN),
      refused(4, ["9876543203", "Sita"], OPEN),
      refused(5, ["9876543204", "Ali"], OPEN),
    ],
  },
  {
    file: "open-in-the-header.csv",
    about: "a header with a quote that is never closed still says what the columns are",
    plan: { header: ["Mobile", "Name"] },
    rows: [
      ready(2, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      ready(3, ["9876543202", "Ravi"], "+91 9876543202", ["Ravi"]),
    ],
  },
  {
    file: "all-quoted.csv",
    about: "everything in quotes, and a number as a formula",
    plan: { header: ["Mobile No.", "Name"] },
    rows: [
      ready(2, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      refused(3, ["98765 43202", ""], ["string.empty@Name"]),
      ready(4, ['="9876543203"', "Sita"], "+91 9876543203", ["Sita"]),
    ],
  },
  {
    file: "lone.csv",
    about: "a quote and nothing else in a line",
    once: true,
    rows: [
      refused(2, [""], OPEN),
      ready(3, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      ready(5, ["9876543202", "Ravi"], "+91 9876543202", ["Ravi"]),
    ],
  },
  {
    file: "swallowed.csv",
    about: "a quote that another one closes, lines later, at the end of a cell: that is one cell",
    rows: [
      ready(2, ["9876543201", "Asha\n9876543202,Ravi"], "+91 9876543201", SWALLOWED, LINES),
      ready(4, ["9876543203", "Sita"], "+91 9876543203", ["Sita"]),
    ],
  },
  {
    file: "backslashes.csv",
    about: "backslashes are letters like others",
    rows: [
      ready(2, ["9876543201", "\\Asha\\"], "+91 9876543201", ["\\Asha\\"]),
      ready(3, ["9876543202", "C:\\Ravi"], "+91 9876543202", ["C:\\Ravi"]),
      ready(4, ["9876543203", "\\"], "+91 9876543203", ["\\"]),
    ],
  },
];
