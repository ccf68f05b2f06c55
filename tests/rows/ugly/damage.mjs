/** Files that a spreadsheet had in its hands. */
import { ready, refused } from "./support.mjs";

const CODES = { columns: { Mobile: "phone", Code: "template.bodyValues[0]" } };
const DATE = ["cell.date_for_code@Code"];
const ZEROS = ["cell.zeros_dropped@Voucher"];

/** @type {import("./support.mjs").Ugly[]} */
export const damage = [
  {
    file: "errors.csv",
    about: "the error of a formula is no name, and no harm where nobody looks",
    rows: [
      refused(2, ["9876543201", "#N/A", "Pune"], ["cell.spreadsheet_error@Name"]),
      refused(3, ["9876543202", "#REF!", "Agra"], ["cell.spreadsheet_error@Name"]),
      ready(4, ["9876543203", "Sita", "#N/A"], "+91 9876543203", ["Sita"]),
      refused(5, ["#VALUE!", "Ali", "Delhi"], ["cell.spreadsheet_error@Mobile"]),
      refused(6, ["9876543204", "#name?", "Surat"], ["cell.spreadsheet_error@Name"]),
      ready(7, ["9876543205", "#1 fan", "Pune"], "+91 9876543205", ["#1 fan"]),
      refused(8, ["9876543206", " #DIV/0! ", "Pune"], ["cell.spreadsheet_error@Name"]),
      ready(9, ["9876543207", "N/A", "Pune"], "+91 9876543207", ["N/A"]),
    ],
  },
  {
    file: "codes.csv",
    about: "dates and shortened numbers in a column of codes",
    options: CODES,
    rows: [
      ready(2, ["9876543201", "MAR-102"], "+91 9876543201", ["MAR-102"]),
      ready(3, ["9876543202", "10-Mar"], "+91 9876543202", ["10-Mar"], DATE),
      ready(4, ["9876543203", "APR-7X"], "+91 9876543203", ["APR-7X"]),
      ready(5, ["9876543204", "Dec-01"], "+91 9876543204", ["Dec-01"], DATE),
      ready(6, ["9876543205", "JUN-7X"], "+91 9876543205", ["JUN-7X"]),
      ready(7, ["9876543206", "OCT-331"], "+91 9876543206", ["OCT-331"]),
      ready(8, ["9876543207", "2E5"], "+91 9876543207", ["2E5"]),
      refused(9, ["9876543208", "1.23E+15"], ["cell.scientific@Code"]),
      ready(10, ["9876543209", "SEP-88A"], "+91 9876543209", ["SEP-88A"]),
      refused(11, ["9876543210", "1E+10"], ["cell.scientific@Code"]),
      ready(12, ["9876543211", "5/6/2026"], "+91 9876543211", ["5/6/2026"], DATE),
    ],
  },
  {
    file: "dates.csv",
    about: "dates in a column of dates are nothing to warn of",
    options: { columns: { Mobile: "phone", Date: "template.bodyValues[0]" } },
    rows: ["10-Mar", "2026-11-29", "29/11/2026", "Mar-26", "1-Apr-26"].map((date, index) =>
      ready(index + 2, [`987654320${index + 1}`, date], `+91 987654320${index + 1}`, [date]),
    ),
  },
  {
    file: "zeros.csv",
    about: "a number that is shorter than most others, of which some begin with 0",
    options: { columns: { Mobile: "phone", Voucher: "template.bodyValues[0]" } },
    rows: [
      ready(2, ["9876543201", "001234"], "+91 9876543201", ["001234"]),
      ready(3, ["9876543202", "000017"], "+91 9876543202", ["000017"]),
      ready(4, ["9876543203", "1234"], "+91 9876543203", ["1234"], ZEROS),
      ready(5, ["9876543204", "123456"], "+91 9876543204", ["123456"]),
      ready(6, ["9876543205", "7"], "+91 9876543205", ["7"], ZEROS),
      ready(7, ["9876543206", "ABC"], "+91 9876543206", ["ABC"]),
      ready(8, ["9876543207", "554400"], "+91 9876543207", ["554400"]),
      ready(9, ["9876543208", "998001"], "+91 9876543208", ["998001"]),
    ],
  },
  {
    file: "pins.csv",
    about: "where none begins with 0, none was dropped",
    options: { columns: { Mobile: "phone", PIN: "template.bodyValues[0]" } },
    rows: ["411001", "110001", "560001", "4110"].map((pin, index) =>
      ready(index + 2, [`987654320${index + 1}`, pin], `+91 987654320${index + 1}`, [pin]),
    ),
  },
  {
    file: "formulas.csv",
    about: "formulas are texts, and go back as they came",
    rows: [
      ready(
        2,
        ["9876543201", '=HYPERLINK("https://example.com","Asha")', "=1+1"],
        "+91 9876543201",
        ['=HYPERLINK("https://example.com","Asha")'],
      ),
      refused(3, ["98765", "=cmd|' /C calc'!A0", "@SUM(1)"], ["phone.too_short@Mobile"]),
      ready(4, ["9876543202", "+Ravi", "-2"], "+91 9876543202", ["+Ravi"]),
      refused(5, ["=1+9876543202", "Sita", "x"], ["phone.too_short@Mobile"]),
      ready(6, ["9876543203", "@Ali", "=x"], "+91 9876543203", ["@Ali"]),
    ],
  },
  {
    file: "spaces.csv",
    about: "spaces around a cell are nobody's name, and no part of a coupon",
    options: {
      columns: {
        Mobile: "phone",
        Name: "template.bodyValues[0]",
        Coupon: "template.bodyValues[1]",
      },
    },
    rows: [
      ready(2, [" 9876543201 ", " Asha ", "DIWALI10 "], "+91 9876543201", ["Asha", "DIWALI10"]),
      ready(3, ["9876543202", "Ravi\t", "  DIWALI20"], "+91 9876543202", ["Ravi", "DIWALI20"]),
      refused(4, ["9876543203", "   ", "DIWALI30"], ["string.empty@Name"]),
      ready(5, ["9876543204", " Sita ", "X"], "+91 9876543204", ["Sita", "X"]),
    ],
  },
];
