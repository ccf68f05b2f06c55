/** Files with more or fewer lines and cells than a table has. */
import { ready, refused } from "./support.mjs";

const asha = (/** @type {number} */ line) =>
  ready(line, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]);
const ravi = (/** @type {number} */ line) =>
  ready(line, ["9876543202", "Ravi"], "+91 9876543202", ["Ravi"]);

/** @type {import("./support.mjs").Ugly[]} */
export const shapes = [
  {
    file: "blank-lines.csv",
    about: "blank lines, and rows that were emptied in a spreadsheet, are no rows",
    plan: { header: ["Mobile", "Name", "City"] },
    rows: [
      ready(4, ["9876543201", "Asha", "Pune"], "+91 9876543201", ["Asha"]),
      ready(9, ["9876543202", "Ravi", "Agra"], "+91 9876543202", ["Ravi"]),
    ],
  },
  { file: "no-line-end.csv", about: "a last line that does not end", rows: [asha(2), ravi(3)] },
  {
    file: "carriage-returns.csv",
    about: "lines that end as on old Macs",
    rows: [
      asha(2),
      ready(
        4,
        ["9876543202", "Rao,\rRavi"],
        "+91 9876543202",
        ["Rao,\nRavi"],
        ["template.value_whitespace@Name"],
      ),
      refused(6, ["98765", "Sita"], ["phone.too_short@Mobile"]),
      ready(7, ["9876543203", "Ali"], "+91 9876543203", ["Ali"]),
    ],
  },
  {
    file: "mixed-line-ends.csv",
    about: "lines that end in all three ways",
    rows: [
      asha(2),
      ravi(3),
      ready(4, ["9876543203", "Sita"], "+91 9876543203", ["Sita"]),
      refused(8, ["98765", "Ali"], ["phone.too_short@Mobile"]),
      ready(10, ["9876543204", "Gita"], "+91 9876543204", ["Gita"]),
    ],
  },
  {
    file: "too-many-cells.csv",
    about: "a comma that should be in quotes; empty cells at the end are none",
    rows: [
      ready(2, ["9876543201", "Asha", "Pune", "", "", ""], "+91 9876543201", ["Asha"]),
      refused(3, ["9876543202", "Rao", " Ravi", "Agra"], ["row.too_many_cells"]),
      ready(4, ["9876543203", "Sita", "Surat", " ", ""], "+91 9876543203", ["Sita"]),
      refused(5, ["9876543204", "Ali", "Delhi", "", "x"], ["row.too_many_cells"]),
      ready(6, ["9876543205", "Gita", "Pune"], "+91 9876543205", ["Gita"]),
    ],
  },
  {
    file: "too-few-cells.csv",
    about: "cells that lack are empty ones",
    rows: [
      asha(2),
      refused(3, ["9876543202"], ["string.empty@Name"]),
      refused(4, ["", "Sita"], ["recipient.missing@Mobile"]),
      ready(5, ["9876543204", "Ali", "Delhi"], "+91 9876543204", ["Ali"]),
      refused(6, ["Total: 4"], ["phone.unreadable@Mobile", "string.empty@Name"]),
    ],
  },
  {
    file: "header-only.csv",
    about: "a header and nothing else",
    plan: {
      header: ["Mobile", "Name"],
      columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
    },
    rows: [],
  },
  {
    file: "header-alone.csv",
    about: "the same without the end of its line",
    plan: { header: ["Mobile", "Name"] },
    rows: [],
  },
  { file: "empty.csv", about: "nothing", plan: { header: null, columns: {} }, rows: [] },
  { file: "mark-only.csv", about: "a mark and nothing behind it", rows: [] },
  { file: "blank.csv", about: "spaces and ends of lines", rows: [] },
  {
    file: "nuls.csv",
    about: "zeros where a disk or a program failed: no UTF-16, and the other rows are read",
    plan: { encoding: "utf-8" },
    rows: [
      asha(2),
      refused(3, ["98765\u000043202", "Ravi"], ["phone.unreadable@Mobile"]),
      ready(4, ["9876543203", "Ali"], "+91 9876543203", ["Ali"]),
      refused(5, ["\0".repeat(64)], ["phone.unreadable@Mobile", "string.empty@Name"]),
    ],
  },
  {
    file: "title-above.csv",
    about: "a title above the header",
    plan: { header: ["Name", "Mobile", "City"] },
    rows: [
      ready(4, ["Asha", "9876543201", "Pune"], "+91 9876543201", ["Asha"]),
      ready(5, ["Ravi", "9876543202", "Agra"], "+91 9876543202", ["Ravi"]),
    ],
  },
  {
    file: "title-above.csv",
    about: "the same where somebody names the columns",
    options: { columns: { mobile: "phone", Name: "template.bodyValues[0]" } },
    plan: { header: ["Name", "Mobile", "City"] },
    rows: [
      ready(4, ["Asha", "9876543201", "Pune"], "+91 9876543201", ["Asha"]),
      ready(5, ["Ravi", "9876543202", "Agra"], "+91 9876543202", ["Ravi"]),
    ],
  },
  {
    file: "one-row.csv",
    about: "one row without a header",
    plan: { header: null, columns: { 1: "phone" } },
    rows: [ready(1, ["9876543201", "Asha"], "+91 9876543201")],
  },
  {
    file: "trailing-columns.csv",
    about: "columns without a name at the end, and a note in one of them",
    plan: { header: ["Mobile", "Name"] },
    rows: [
      ready(2, ["9876543201", "Asha", "", "", ""], "+91 9876543201", ["Asha"]),
      ready(3, ["9876543202", "Ravi", "", "", ""], "+91 9876543202", ["Ravi"]),
      ready(4, ["9876543203", "Sita", "", "", "VIP"], "+91 9876543203", ["Sita"]),
    ],
  },
];
