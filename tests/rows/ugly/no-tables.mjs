/** Files that are no tables of texts: one error says what they are and what to do. */

/** @type {import("./support.mjs").Ugly[]} */
export const noTables = [
  { file: "picture.csv", about: "a PNG", refuses: /picture/ },
  { file: "photo.csv", about: "a JPEG", refuses: /picture/ },
  {
    file: "workbook.csv",
    about: "a workbook of Excel",
    refuses: /Excel workbook.*Save the table as CSV/,
  },
  {
    file: "old-workbook.csv",
    about: "an old one",
    refuses: /Excel workbook.*Save the table as CSV/,
  },
  {
    file: "page.xls",
    about: "a web page that is called .xls",
    refuses: /web page.*Save the table as CSV/,
  },
  { file: "xml.xls", about: "Excel's XML", refuses: /XML.*Save the table as CSV/ },
  { file: "document.csv", about: "a PDF", refuses: /PDF/ },
  { file: "compressed.csv", about: "a compressed file", refuses: /compressed/ },
  { file: "list.json", about: "a JSON list", refuses: /JSON list.*line.*NDJSON/ },
  { file: "object.json", about: "a JSON object of many lines", refuses: /JSON.*line.*NDJSON/ },
].map((each) => ({ ...each, about: `${each.about} is no table` }));
