/** Files that are not UTF-8, or are it with more than letters. */
import { ready, refused } from "./support.mjs";

const GUESSED = "row.encoding_guessed";
/** Numbers for films and books, which no mobile has. */
const UK = "phone.not_mobile@Mobile";
const PAT = ["O’Brien – “Pat”"];
const SPACE = "template.value_whitespace@Name";

/** @type {import("./support.mjs").Ugly[]} */
export const encodings = [
  {
    file: "excel-hindi.csv",
    about: "Excel's CSV in Hindi: a mark, CRLF, Devanagari in header, names and digits",
    plan: {
      ...{ format: "csv", encoding: "utf-8", delimiter: ",", isProposed: true },
      header: ["मोबाइल", "नाम", "शहर"],
      columns: { मोबाइल: "phone", नाम: "template.bodyValues[0]" },
      unmapped: ["शहर"],
    },
    rows: [
      ready(2, ["9876543201", "प्रिया शर्मा", "जयपुर"], "+91 9876543201", ["प्रिया शर्मा"]),
      ready(3, ["९८७६५४३२०२", "मोहम्मद अली", "दिल्ली"], "+91 9876543202", ["मोहम्मद अली"]),
      ready(4, ["9876543203", "राव, सीता", "पुणे"], "+91 9876543203", ["राव, सीता"]),
      refused(5, ["98765", "गीता", "इंदौर"], ["phone.too_short@मोबाइल"]),
    ],
  },
  {
    file: "excel-western.csv",
    about: "Excel's CSV in German: Windows-1252 and semicolons, told row by row",
    plan: { encoding: "windows-1252", delimiter: ";", unmapped: ["Betrag"] },
    rows: [
      ready(2, ["José", "+44 7700 900101", "12,50 €"], "+44 7700900101", ["José"], [GUESSED, UK]),
      ready(3, ["Zoë", "+44 7700 900102", "7,00 EUR"], "+44 7700900102", ["Zoë"], [GUESSED, UK]),
      ready(4, ["Asha", "+44 7700 900103", "7,00 EUR"], "+44 7700900103", ["Asha"], [UK]),
      ready(5, ["O’Brien – “Pat”", "+44 7700 900104", "1,00"], "+44 7700900104", PAT, [
        GUESSED,
        UK,
      ]),
      refused(6, ["Renée", "+44 7700", "1,00 €"], ["phone.too_short@Mobile"], [GUESSED]),
    ],
  },
  {
    file: "excel-western.csv",
    about: "the same where somebody says the encoding: nothing is guessed",
    options: { encoding: "windows-1252" },
    plan: { encoding: "windows-1252" },
    rows: [
      ready(2, ["José", "+44 7700 900101", "12,50 €"], "+44 7700900101", ["José"], [UK]),
      ready(3, ["Zoë", "+44 7700 900102", "7,00 EUR"], "+44 7700900102", ["Zoë"], [UK]),
      ready(4, ["Asha", "+44 7700 900103", "7,00 EUR"], "+44 7700900103", ["Asha"], [UK]),
      ready(5, ["O’Brien – “Pat”", "+44 7700 900104", "1,00"], "+44 7700900104", PAT, [UK]),
      refused(6, ["Renée", "+44 7700", "1,00 €"], ["phone.too_short@Mobile"]),
    ],
  },
  {
    file: "one-row-western.csv",
    about: "one row in Windows-1252 among others in UTF-8 spoils none of them",
    rows: [
      ready(2, ["9876543201", "José"], "+91 9876543201", ["José"]),
      ready(3, ["9876543202", "José"], "+91 9876543202", ["José"], [GUESSED]),
      ready(4, ["9876543203", "प्रिया"], "+91 9876543203", ["प्रिया"]),
    ],
  },
  {
    file: "unicode-text.txt",
    about: "Excel's Unicode text: UTF-16 with a mark, and tabs",
    plan: { encoding: "utf-16le", delimiter: "\t", unmapped: ["City"] },
    rows: [
      ready(2, ["9876543201", "प्रिया", "जयपुर"], "+91 9876543201", ["प्रिया"]),
      ready(3, ["9876543202", "Rao\tSita", "Pune"], "+91 9876543202", ["Rao\tSita"], [SPACE]),
      ready(4, ["9876543203", "ज़ोया 🎉", "पुणे"], "+91 9876543203", ["ज़ोया 🎉"]),
      refused(5, ["987", "Gita", "Indore"], ["phone.too_short@Mobile"]),
    ],
  },
  {
    file: "utf-16be.csv",
    about: "UTF-16 with the high bytes first",
    plan: { encoding: "utf-16be", delimiter: "," },
    rows: [
      ready(2, ["9876543201", "Zoë"], "+91 9876543201", ["Zoë"]),
      ready(3, ["9876543202", "Rao, Sita"], "+91 9876543202", ["Rao, Sita"]),
      refused(4, ["phone", "गीता"], ["phone.unreadable@Mobile"]),
    ],
  },
  {
    file: "utf-16le-bare.csv",
    about: "UTF-16 without a mark is told by its zeros",
    plan: { encoding: "utf-16le", delimiter: ";" },
    rows: [
      ready(2, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      ready(3, ["9876543202", "José"], "+91 9876543202", ["José"]),
      refused(4, ["12", "Ravi"], ["phone.too_short@Mobile"]),
    ],
  },
  {
    file: "utf-16le-bare-hindi.csv",
    about: "also where most letters are Devanagari and have no zeros",
    plan: { encoding: "utf-16le", columns: { मोबाइल: "phone", नाम: "template.bodyValues[0]" } },
    rows: [
      ready(2, ["९८७६५४३२०१", "प्रियंवदा चट्टोपाध्याय"], "+91 9876543201", ["प्रियंवदा चट्टोपाध्याय"]),
      ready(3, ["९८७६५४३२०२", "मोहम्मद अली"], "+91 9876543202", ["मोहम्मद अली"]),
    ],
  },
  {
    file: "joined.csv",
    about: "three files that were copied together: marks and a header in the middle",
    rows: [
      ready(2, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      refused(3, ["\ufeffMobile", "Name"], ["phone.unreadable@Mobile"]),
      ready(4, ["9876543202", "Ravi"], "+91 9876543202", ["Ravi"]),
      ready(5, ["\ufeff9876543203", "Sita"], "+91 9876543203", ["Sita"]),
    ],
  },
  {
    file: "emoji.csv",
    about: "emoji in names and headers, alone and composed",
    plan: { columns: { "📱 Mobile": "phone", "Name 🙂": "template.bodyValues[0]" } },
    rows: [
      ready(2, ["9876543201", "Asha 🎉"], "+91 9876543201", ["Asha 🎉"]),
      ready(3, ["9876543202", "👩‍👩‍👧‍👦"], "+91 9876543202", ["👩‍👩‍👧‍👦"]),
      ready(4, ["9876543203", "🇮🇳"], "+91 9876543203", ["🇮🇳"]),
      refused(5, ["📞9876543204", "Ravi"], ["phone.unreadable@📱 Mobile"]),
      ready(6, ["9876543205", "𝓢𝓲𝓽𝓪"], "+91 9876543205", ["𝓢𝓲𝓽𝓪"]),
    ],
  },
  {
    file: "invisible.csv",
    about: "what cannot be seen: no-break spaces, marks of direction, joiners",
    options: { columns: { "Mobile No.": "phone", Name: "template.bodyValues[0]" } },
    rows: [
      ready(2, ["\u200b98765\u00a043201", "Asha\u00a0Rao"], "+91 9876543201", ["Asha\u00a0Rao"]),
      ready(3, ["\u202a+91 98765 43202\u202c", "\u00a0Ravi\u00a0"], "+91 9876543202", ["Ravi"]),
      // In Indian scripts it is part of how a word is written.
      ready(4, ["9876543203\u00ad", "Si\u200cta"], "+91 9876543203", ["Si\u200cta"]),
      refused(5, ["\u00a0", "Gita"], ["recipient.missing@Mobile\u00a0No."]),
    ],
  },
  {
    file: "cut-short.csv",
    about: "a file that ends in the middle of a letter: that is no Windows-1252",
    rows: [
      ready(2, ["9876543201", "Asha"], "+91 9876543201", ["Asha"]),
      refused(3, undefined, ["row.encoding"]),
    ],
  },
];
