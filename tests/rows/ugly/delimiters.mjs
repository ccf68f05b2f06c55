/** Files whose cells are told apart by something else than a comma, or by nothing. */
import { ready, refused } from "./support.mjs";

/** @type {import("./support.mjs").Ugly[]} */
export const delimiters = [
  {
    file: "semicolons.csv",
    about: "semicolons, with commas in names and amounts",
    plan: { delimiter: ";", unmapped: ["Total"] },
    rows: [
      ready(2, ["Rao, Sita", "98765 43201", "1.299,00"], "+91 9876543201", ["Rao, Sita"]),
      ready(3, ["Ali; Mo", "9876543202", "12,50"], "+91 9876543202", ["Ali; Mo"]),
      refused(4, ["Ravi", "98765", "3,00"], ["phone.too_short@Mobile"]),
    ],
  },
  {
    file: "tabs.txt",
    about: "tabs, with a tab in quotes",
    plan: { delimiter: "\t" },
    rows: [
      ready(2, ["Rao, Sita", "9876543201", "Pune"], "+91 9876543201", ["Rao, Sita"]),
      ready(
        3,
        ["Ali\tMo", "9876543202", "Agra"],
        "+91 9876543202",
        ["Ali\tMo"],
        ["template.value_whitespace@Name"],
      ),
      ready(4, ["Ravi;K", "9876543203", "Pune, MH"], "+91 9876543203", ["Ravi;K"]),
      refused(5, ["Gita", "98765", "Surat"], ["phone.too_short@Mobile"]),
    ],
  },
  {
    file: "pipes.txt",
    about: "pipes",
    plan: { delimiter: "|" },
    rows: [
      ready(2, ["Rao, Sita", "9876543201"], "+91 9876543201", ["Rao, Sita"]),
      ready(3, ["Ali; Mo", "9876543202"], "+91 9876543202", ["Ali; Mo"]),
    ],
  },
  {
    file: "told-by-excel.csv",
    about: "the line by which Excel is told the delimiter is no row, but it is a line",
    plan: { delimiter: ";", header: ["Mobile", "Name"] },
    rows: [
      ready(3, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      ready(4, ["9876543202", "Rao, Sita"], "+91 9876543202", ["Rao, Sita"]),
      refused(5, ["987", "Ravi"], ["phone.too_short@Mobile"]),
    ],
  },
  {
    file: "told-with-mark.csv",
    about: "the same in quotes, behind a mark",
    plan: { delimiter: "|", header: ["Mobile", "Name"] },
    rows: [
      ready(3, ["9876543201", "Asha, B"], "+91 9876543201", ["Asha, B"]),
      ready(4, ["9876543202", "Ravi; C"], "+91 9876543202", ["Ravi; C"]),
    ],
  },
  {
    file: "told-comma.csv",
    about: "what the file says of itself comes before what the rows look like",
    plan: { delimiter: ",", header: ["Name", "Mobile"] },
    rows: [
      ready(3, ["Asha; A", "9876543201"], "+91 9876543201", ["Asha; A"]),
      ready(4, ["Ravi; B", "9876543202"], "+91 9876543202", ["Ravi; B"]),
    ],
  },
  {
    file: "commas-in-one-cell.csv",
    about: "a comma in each row, but none in the header, is no delimiter",
    options: { columns: { Mobile: "phone", Greeting: "template.bodyValues[0]" } },
    plan: { delimiter: ";" },
    rows: [
      ready(2, ["9876543201", "Hi, Asha"], "+91 9876543201", ["Hi, Asha"]),
      ready(3, ["9876543202", "Hi, Ravi"], "+91 9876543202", ["Hi, Ravi"]),
      ready(4, ["9876543203", "Hi, Sita"], "+91 9876543203", ["Hi, Sita"]),
    ],
  },
  {
    file: "one-column.csv",
    about: "numbers and nothing else",
    plan: { header: ["Mobile No."], columns: { "Mobile No.": "phone" } },
    rows: [
      ready(2, ["98765 43201"], "+91 9876543201"),
      ready(3, ["98765-43202"], "+91 9876543202"),
      refused(4, ["98765,43203"], ["phone.unreadable@Mobile No."]),
      refused(5, ["98765"], ["phone.too_short@Mobile No."]),
    ],
  },
];
