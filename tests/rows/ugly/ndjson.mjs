/** Files with an input in each line, and with lines that are none. */
import { duplicate, inputOf, ready, refused } from "./support.mjs";

/**
 * @param {number} line
 * @param {string} number
 * @param {string} name
 */
const good = (line, number, name) => ready(line, undefined, `+91 ${number}`, [name]);

/**
 * @param {number} line
 * @param {string[]} issues
 */
const bad = (line, ...issues) => refused(line, undefined, issues);

const NDJSON = { base: undefined, defaultCountry: undefined };

/** @type {import("./support.mjs").Ugly[]} */
export const ndjson = [
  {
    file: "blank-lines.ndjson",
    about: "NDJSON with a mark, CRLF, blank lines and a last line without end",
    options: NDJSON,
    plan: { format: "ndjson", encoding: "utf-8", header: null, columns: {}, unmapped: [] },
    rows: [
      good(2, "9876543201", "Asha"),
      good(5, "9876543202", "प्रिया 🎉"),
      good(8, "9876543203", "Sita"),
    ],
  },
  {
    file: "broken.ndjson",
    about: "lines of NDJSON that are no inputs, and those between them",
    options: NDJSON,
    plan: { format: "ndjson" },
    rows: [
      good(1, "9876543201", "Asha"),
      bad(2, "json.syntax"),
      bad(3, "type.expected"),
      bad(4, "type.expected"),
      bad(5, "type.expected"),
      bad(6, "type.expected"),
      bad(7, "recipient.missing", "object.missing_key"),
      bad(8, "row.encoding"),
      bad(9, "json.syntax"),
      bad(10, "json.syntax"),
      good(11, "9876543210", "Mo"),
      bad(12, "json.syntax"),
      bad(13, "phone.too_short"),
      {
        ...ready(14, undefined, "+91 9876543211", ["Li"], ["object.unknown_key"]),
        input: { ...inputOf("+91 9876543211", ["Li"]), phonenumber: "1" },
      },
    ],
  },
  {
    file: "duplicates.ndjson",
    about: "the same recipient in another form",
    options: NDJSON,
    rows: [
      good(1, "9876543201", "Asha"),
      {
        ...duplicate(2, undefined, "+91 9876543201", ["Asha"], { of: 1 }),
        input: {
          fullPhoneNumber: "919876543201",
          type: "Template",
          template: { name: "diwali_offer", languageCode: "en", bodyValues: ["Asha"] },
        },
      },
      bad(3, "string.empty"),
      good(4, "9876543202", "Ravi"),
      duplicate(5, undefined, "+91 9876543202", ["Ravi"], { of: 4 }),
    ],
  },
  {
    file: "deep.ndjson",
    about: "lines that are nested thousands deep",
    options: { ...NDJSON, format: "ndjson" },
    rows: [
      bad(1, "json.too_deep"),
      good(2, "9876543201", "Asha"),
      bad(3, "type.expected"),
      good(4, "9876543202", "Ravi"),
    ],
  },
  {
    file: "utf-16.ndjson",
    about: "NDJSON in UTF-16",
    options: NDJSON,
    plan: { format: "ndjson", encoding: "utf-16le" },
    rows: [good(1, "9876543201", "प्रिया"), good(2, "9876543202", "Zoë 🎉")],
  },
];
