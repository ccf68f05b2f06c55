/** Files with phones as people, programs and spreadsheets write them. */
import { duplicate, ready, refused } from "./support.mjs";

const WRITTEN = [
  ...["98765 43201", "98765-43202", "(98765) 43203", "09876543204", "'9876543205"],
  ...["+919876543206", "+91 98765 43207", "00919876543208", "tel:+919876543209"],
  ...["https://wa.me/919876543210", "9876543211.0", '="9876543212"', "91 9876543213"],
  ...["919876543214", "+91-98765-43215", "98765.43216", " 9876543217 ", "+91 (0) 98765 43218"],
  ...["०९८७६५४३२१९", "[98765] 43220", "'+919876543221", "9876543222,", "+91.98765.43223"],
  "98765–43224",
];

/** Each is of a row with another name. @type {[string, string, string][]} */
const WRONG = [
  ["98765", "Asha", "phone.too_short"],
  ["98765432011", "Ravi", "phone.too_long"],
  ["98765O3202", "Sita", "phone.unreadable"],
  ["N/A", "Ali", "phone.unreadable"],
  ["-", "Gita", "string.empty"],
  ["", "Zoya", "recipient.missing"],
  ["0", "Mo", "phone.too_short"],
  ["none", "Jo", "phone.unreadable"],
  ["+", "Li", "string.empty"],
  ["9876543203 (home)", "Uma", "phone.unreadable"],
  ["Mob: 9876543204", "Raj", "phone.unreadable"],
  ["9876543205 x12", "Dev", "phone.extension"],
  ["asha@example.com", "Asha", "phone.unreadable"],
  ["#N/A", "Om", "cell.spreadsheet_error"],
];

/** Numbers for films and books, which no mobile has. */
const UK = ["phone.not_mobile@Mobile"];
const UK_PHONE = ["phone.not_mobile@Phone"];

/** @type {import("./support.mjs").Ugly[]} */
export const phones = [
  {
    file: "as-people-write.csv",
    about: "numbers with spaces, dashes, brackets, zeros, signs and links",
    rows: WRITTEN.map((cell, index) => {
      const number = `98765432${String(index + 1).padStart(2, "0")}`;
      return ready(index + 2, [cell, "Asha"], `+91 ${number}`, ["Asha"]);
    }),
  },
  {
    file: "scientific.csv",
    about: "numbers in scientific form, of which digits are lost",
    rows: [
      refused(2, ["9.87654E+09", "Asha"], ["phone.damaged@Mobile"]),
      refused(3, ["9.19876543210E+11", "Ravi"], ["phone.damaged@Mobile"]),
      refused(4, ["9,87654E+09", "Sita"], ["phone.damaged@Mobile"]),
      refused(5, ["9.19877E+11", "Ali"], ["phone.damaged@Mobile"]),
      ready(6, ["9876543201", "Gita"], "+91 9876543201", ["Gita"]),
      refused(7, ["1E+10", "Zoya"], ["phone.damaged@Mobile"]),
    ],
  },
  {
    file: "two-in-a-cell.csv",
    about: "two numbers in one cell: nobody chooses one silently",
    rows: [
      refused(2, ["9876543201 / 9876543202", "Asha"], ["phone.too_long@Mobile"]),
      refused(3, ["9876543203, 9876543204", "Ravi"], ["phone.unreadable@Mobile"]),
      refused(4, ["9876543205;9876543206", "Sita"], ["phone.unreadable@Mobile"]),
      refused(5, ["9876543207 & 9876543208", "Ali"], ["phone.unreadable@Mobile"]),
      refused(6, ["9876543209 9876543210", "Gita"], ["phone.too_long@Mobile"]),
      refused(7, ["9876543211\n9876543212", "Zoya"], ["phone.too_long@Mobile"]),
      refused(9, ["9876543213 or 9876543214", "Mo"], ["phone.unreadable@Mobile"]),
      refused(10, ["98765432159876543216", "Jo"], ["phone.too_long@Mobile"]),
      ready(11, ["9876543217", "Li"], "+91 9876543217", ["Li"]),
    ],
  },
  {
    file: "wrong.csv",
    about: "what is no number, and why",
    rows: [
      ...WRONG.map(([cell, name, code], index) =>
        refused(index + 2, [cell, name], [`${code}@Mobile`]),
      ),
      ready(16, ["9876543206", "Ok"], "+91 9876543206", ["Ok"]),
      refused(17, ["+9876543207", "Plus"], ["phone.wrong_length@Mobile"]),
      refused(18, ["1800 123 4567", "Toll"], ["phone.too_long@Mobile"]),
    ],
  },
  {
    file: "duplicates.csv",
    about: "the same recipient in other words; a row that is refused is nobody's first",
    rows: [
      ready(2, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      duplicate(3, ["+91 98765 43201", "Asha R"], "+91 9876543201", ["Asha R"], at(2)),
      refused(4, ["09876543202", ""], ["string.empty@Name"]),
      ready(5, ["9876543202", "Ravi"], "+91 9876543202", ["Ravi"]),
      duplicate(6, ["'919876543202", "Ravi K"], "+91 9876543202", ["Ravi K"], at(5)),
      duplicate(7, ["00919876543201", "A"], "+91 9876543201", ["A"], at(2)),
      ready(8, ["9876543203", "Sita"], "+91 9876543203", ["Sita"]),
      duplicate(9, ["९८७६५४३२०३", "Sita"], "+91 9876543203", ["Sita"], at(8)),
    ],
  },
  {
    file: "countries.csv",
    about: "a column of countries, by names, letters and codes",
    plan: {
      columns: { Country: "phone.country", Mobile: "phone", Name: "template.bodyValues[0]" },
    },
    rows: [
      ready(2, ["India", "9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      ready(3, ["IN", "9876543202", "Ravi"], "+91 9876543202", ["Ravi"]),
      ready(4, ["in", "9876543203", "Sita"], "+91 9876543203", ["Sita"]),
      ready(5, ["+91", "9876543204", "Ali"], "+91 9876543204", ["Ali"]),
      ready(6, ["91", "9876543205", "Gita"], "+91 9876543205", ["Gita"]),
      ready(7, ["UAE", "050 123 4567", "Omar"], "+971 501234567", ["Omar"]),
      ready(8, ["United Arab Emirates", "+971 50 123 4568", "Noor"], "+971 501234568", ["Noor"]),
      ready(9, ["UK", "07700 900101", "Pat"], "+44 7700900101", ["Pat"], UK),
      ready(10, ["United Kingdom", "07700 900102", "Kim"], "+44 7700900102", ["Kim"], UK),
      ready(11, ["USA", "(202) 555-0143", "Lee"], "+1 2025550143", ["Lee"]),
      ready(12, ["US", "202-555-0144", "Max"], "+1 2025550144", ["Max"]),
      ready(13, ["", "9876543206", "Mo"], "+91 9876543206", ["Mo"]),
      ready(14, ["भारत", "9876543207", "Om"], "+91 9876543207", ["Om"]),
      ready(15, ["Nepal", "9812345670", "Ram"], "+977 9812345670", ["Ram"]),
      ready(16, ["INDIA ", "9876543208", "Jo"], "+91 9876543208", ["Jo"]),
      refused(17, ["Wonderland", "9876543209", "Alice"], ["country_code.unknown@Country"]),
      ready(18, ["Wonderland", "+919876543210", "Hatter"], "+91 9876543210", ["Hatter"]),
      ready(19, ["00971", "0501234569", "Zed"], "+971 501234569", ["Zed"]),
      refused(20, ["#N/A", "9876543211", "Dev"], ["country_code.unknown@Country"]),
      ready(21, ["IND", "9876543212", "Uma"], "+91 9876543212", ["Uma"]),
      ready(22, ["U.A.E.", "0501234560", "Sam"], "+971 501234560", ["Sam"]),
    ],
  },
  {
    file: "international.csv",
    about: "numbers of many countries, where nobody says which is usual",
    options: { defaultCountry: undefined },
    rows: [
      ready(2, ["+44 7700 900101", "Pat"], "+44 7700900101", ["Pat"], UK_PHONE),
      ready(3, ["0044 7700 900102", "Kim"], "+44 7700900102", ["Kim"], UK_PHONE),
      ready(4, ["+1 (202) 555-0143", "Lee"], "+1 2025550143", ["Lee"]),
      ready(5, ["+971 50 123 4567", "Omar"], "+971 501234567", ["Omar"]),
      ready(6, ["+65 8123 4567", "Mei"], "+65 81234567", ["Mei"]),
      refused(7, ["98765 43201", "Asha"], ["phone.missing_country_code@Phone"]),
      ready(8, ["447700900103", "Bo"], "+44 7700900103", ["Bo"], UK_PHONE),
      refused(9, ["07700 900104", "Jo"], ["phone.missing_country_code@Phone"]),
      refused(10, ["447700", "Al"], ["phone.too_short@Phone"]),
      ready(11, ["+91 98765 43202", "Ravi"], "+91 9876543202", ["Ravi"]),
      refused(12, ["+999 12345678", "No"], ["phone.unknown_country_code@Phone"]),
    ],
  },
];

/** @param {number} of */
function at(of) {
  return { of, column: "Mobile" };
}
