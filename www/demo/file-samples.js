/** Files to try the check of files with: tidy, damaged, as requests, and large. */

/**
 * @typedef {object} FileSample
 * @property {string} title
 * @property {string} name Of the file.
 * @property {string} operation
 * @property {{ name: string, language: string }} [template] Of the simulated account.
 * @property {() => string | Uint8Array<ArrayBuffer>} content
 */

const ORDER_PACKED = { name: "order_packed", language: "en" };

/** @type {readonly FileSample[]} */
export const FILE_SAMPLES = [
  {
    title: "Today's orders",
    name: "orders.csv",
    operation: "sendMessage",
    template: ORDER_PACKED,
    content: () => `Mobile No.,Name,Order
98765 43210,Asha Menon,118
+91 98765 43211,Ravi Kumar,119
09876543212,Meera Iyer,120
9876543213,"Thomas, Anna",121
98765-43214,Imran Sheikh,122
+44 7400 123456,Grace Hill,123
`,
  },
  {
    title: "Damaged by a spreadsheet",
    name: "customers of diwali.csv",
    operation: "sendMessage",
    template: ORDER_PACKED,
    content: () =>
      [
        "\uFEFFName;Mobile No.;Order no.",
        "Asha Menon;98765 43210;118",
        "Ravi Kumar;9.87E+09;119",
        "Meera Iyer;9876543212;#N/A",
        "Asha Menon;+91-9876543210;120",
        '"Thomas ""Tom"" George";9876543214;121',
        "Imran Sheikh;98765432;122",
        "Lakshmi;9876543216 / 9876543217;123",
        ";9876543218;124",
        "Kavya;9876543219;125;Bengaluru",
        'Joseph;"9876543220;126',
        "Farah;9876543221;127",
        "",
      ].join("\r\n"),
  },
  {
    title: "Customers with traits",
    name: "customers.tsv",
    operation: "trackUser",
    content: () => `Phone\tName\tEmail\tCity\tOrders
9876543210\tAsha Menon\tasha@nilgiritea.example\tBengaluru\t12
9876543211\tRavi Kumar\travi@nilgiritea.example\tChennai\t3
98765\tMeera Iyer\tmeera@nilgiritea.example\tKochi\t1
`,
  },
  {
    title: "Requests, one per line",
    name: "requests.ndjson",
    operation: "sendMessage",
    content: () =>
      [
        message("9876543210", ["Asha", "118"]),
        message("9876543211", ["Ravi"]),
        message("98765", ["Meera", "120"]),
        message("9876543210", ["Asha", "121"]),
        '{"type":"Template"',
        "",
      ].join("\n"),
  },
  {
    title: "100,000 rows",
    name: "a large file.csv",
    operation: "sendMessage",
    template: ORDER_PACKED,
    content: () => large(100_000),
  },
];

/** @param {string} phoneNumber @param {string[]} bodyValues */
function message(phoneNumber, bodyValues) {
  const template = { name: ORDER_PACKED.name, languageCode: ORDER_PACKED.language, bodyValues };
  return JSON.stringify({ countryCode: "+91", phoneNumber, type: "Template", template });
}

/**
 * @param {number} rows One in a hundred has a number that is too short.
 * @returns {string}
 */
export function large(rows) {
  const lines = ["Mobile No.,Name,Order"];
  for (let row = 0; row < rows; row += 1) {
    const number = 9_000_000_000 + row * 7;
    const phone = row % 100 === 99 ? number % 1_000_000 : number;
    lines.push(`${phone},Customer ${row + 1},${row + 1}`);
  }
  return `${lines.join("\n")}\n`;
}
