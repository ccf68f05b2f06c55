/** Files whose columns have other names than one would wish. */
import { ready, refused } from "./support.mjs";

const NAME = "template.bodyValues[0]";

/** @type {import("./support.mjs").Ugly[]} */
export const headers = [
  {
    file: "mobile-no.csv",
    about: "a column called Mobile No., beside one with numbers of lines",
    plan: { columns: { "Customer Name": NAME, "Mobile No.": "phone" } },
    rows: [
      ready(2, ["1", "Asha", "9876543201", "Pune"], "+91 9876543201", ["Asha"]),
      ready(3, ["2", "Ravi", "9876543202", "Agra"], "+91 9876543202", ["Ravi"]),
    ],
  },
  {
    file: "whatsapp-number.csv",
    about: "a number for WhatsApp comes before any other",
    plan: { columns: { Name: NAME, "Whatsapp Number": "phone" } },
    rows: [
      ready(2, ["Asha", "", "9876543201"], "+91 9876543201", ["Asha"]),
      ready(3, ["Ravi", "0112345678", "9876543202"], "+91 9876543202", ["Ravi"]),
    ],
  },
  {
    file: "contact.csv",
    about: "Contact is a number and Contact Person is none; an order's number is no phone",
    plan: { columns: { "Contact Person": NAME, Contact: "phone" } },
    rows: [
      ready(2, ["1000000001", "Asha", "9876543201", "450"], "+91 9876543201", ["Asha"]),
      ready(3, ["1000000002", "Ravi", "9876543202", "1250"], "+91 9876543202", ["Ravi"]),
    ],
  },
  {
    file: "hindi.csv",
    about: "a header in Hindi of several words",
    plan: { columns: { "ग्राहक का नाम": NAME, "मोबाइल नंबर": "phone" } },
    rows: [
      ready(2, ["1", "प्रिया", "9876543201"], "+91 9876543201", ["प्रिया"]),
      ready(3, ["2", "गीता", "9876543202"], "+91 9876543202", ["गीता"]),
    ],
  },
  {
    file: "spaces-and-case.csv",
    about: "columns are found whatever their spaces and capitals",
    options: { columns: { "Mobile No.": "phone", Name: NAME } },
    plan: { header: ["MOBILE   no.", "name"] },
    rows: [
      ready(2, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      ready(3, ["9876543202", "Ravi"], "+91 9876543202", ["Ravi"]),
    ],
  },
  {
    file: "wrapped.csv",
    about: "names of columns that were wrapped in a spreadsheet",
    options: { columns: { "Mobile No.": "phone", "Customer Name": NAME } },
    rows: [
      ready(4, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      refused(5, ["98765", "Ravi"], ["phone.too_short@Mobile\nNo."]),
    ],
  },
  {
    file: "twice.csv",
    about: "names that two columns have: the first are taken, by their numbers",
    plan: { columns: { 1: NAME, 2: "phone" } },
    rows: [
      ready(2, ["Asha", "9876543201", "Rao", "9876543203"], "+91 9876543201", ["Asha"]),
      ready(3, ["Ravi", "9876543202", "Kumar", ""], "+91 9876543202", ["Ravi"]),
    ],
  },
  {
    file: "twice.csv",
    about: "who names one of two gets to know how to tell them apart",
    options: { columns: { Mobile: "phone" } },
    refuses: /two columns are called "Mobile".*number/,
  },
  {
    file: "none.csv",
    about: "no header: columns are told by their cells, and called by their numbers",
    plan: { header: null, columns: { 2: "phone" }, unmapped: ["1", "3"] },
    rows: [
      ready(1, ["Asha", "9876543201", "Pune"], "+91 9876543201"),
      ready(2, ["Ravi", "98765 43202", "Agra"], "+91 9876543202"),
      refused(3, ["Sita", "98765", "Surat"], ["phone.too_short@2"]),
    ],
  },
  {
    file: "none-amounts.csv",
    about: "no header: neither amounts nor dates are phones",
    options: { columns: { 3: "phone", 2: NAME } },
    plan: { header: null },
    rows: [
      ready(1, ["1000", "Asha", "9876543201", "2026-11-01"], "+91 9876543201", ["Asha"]),
      ready(2, ["2000", "Ravi", "9876543202", "2026-11-02"], "+91 9876543202", ["Ravi"]),
    ],
  },
  {
    file: "none-amounts.csv",
    about: "the same without anybody who names them",
    plan: { header: null, columns: { 3: "phone" } },
    rows: [
      ready(1, ["1000", "Asha", "9876543201", "2026-11-01"], "+91 9876543201"),
      ready(2, ["2000", "Ravi", "9876543202", "2026-11-02"], "+91 9876543202"),
    ],
  },
  {
    file: "again.csv",
    about: "a header that stands in the middle once more",
    rows: [
      ready(2, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      refused(3, ["Mobile", "Name"], ["phone.unreadable@Mobile"]),
      ready(4, ["9876543202", "Ravi"], "+91 9876543202", ["Ravi"]),
    ],
  },
  {
    file: "unknown.csv",
    about: "no column with phones: the error shows how to name one",
    isPlanned: true,
    refuses: /no column says whom.*columns: \{ "1": "phone" \}/,
  },
  {
    file: "unknown.csv",
    about: "a column that is not there: the error tells which are",
    options: { columns: { Mobil: "phone" } },
    refuses: /no (column|header with) "Mobil"/,
  },
];
