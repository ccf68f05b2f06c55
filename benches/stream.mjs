/** A campaign's file, made as it is read: in Node and in pages. */

/** @typedef {"ndjson" | "csv"} Format */

/** Of a hundred rows, so many have no number. */
const WRONG_IN_100 = 3;

/** Rows that are made at once. */
const BATCH = 200;

/** Each row has its own number, in no order. @param {number} row */
const numberOf = (row) => String(9_000_000_000 + ((row * 7_919_111) % 999_999_937));

/** @param {number} row */
const isWrong = (row) => row % 100 < WRONG_IN_100;

/** Says of each format one row. @type {Record<Format, (row: number) => string>} */
const ROWS = {
  ndjson: (row) =>
    `{"countryCode":"+91","phoneNumber":"${isWrong(row) ? "98765x" : numberOf(row)}",` +
    `"callbackData":"campaign-${row % 1000}-customer-${row}","type":"Template","template":` +
    `{"name":"order_update_${row % 20}","languageCode":"en","headerValues":["Order ${row}"],` +
    `"bodyValues":["Customer ${row % 10_000}","₹${row % 100_000}","${1 + (row % 28)} March"],` +
    `"buttonValues":{"0":["track/${row}"]}}}\n`,
  csv(row) {
    const number = numberOf(row);
    const typed = isWrong(row) ? "98765" : `0${number.slice(0, 5)} ${number.slice(5)}`;
    return `Customer ${row % 10_000},${typed},"Order ${row}, gift",${row % 100_000}\n`;
  },
};

/** Between them a page's trace tells of the work. */
export const MARKS = { begin: "rows begin", end: "rows end" };

const HEADS = { ndjson: "", csv: "Name,Mobile No.,Order,Amount\n" };

/**
 * How each is to be read.
 *
 * @satisfies {Record<Format, import("interakt-wasm/bulk").RowOptions>}
 */
export const OPTIONS = {
  ndjson: { format: "ndjson" },
  csv: {
    format: "csv",
    base: { type: "Template", template: { name: "order_update", languageCode: "en" } },
    columns: {
      "Mobile No.": "phone",
      Name: "template.bodyValues[0]",
      Order: "template.bodyValues[1]",
      Amount: "template.bodyValues[2]",
    },
    defaultCountry: "IN",
  },
};

/** @param {number} count @returns {number} How many of so many rows are to be refused. */
export const wrongOf = (count) => Math.floor(count / 100) * WRONG_IN_100;

/**
 * @param {Format} format
 * @param {number} count Of rows: hundreds.
 * @returns {Generator<string, void, undefined>} The text of the file, piece by piece.
 */
export function* pieces(format, count) {
  yield HEADS[format];
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => from + at);
    yield rows.map(ROWS[format]).join("");
  }
}

/**
 * @param {Format} format
 * @param {number} count
 * @returns {ReadableStream<Uint8Array>}
 */
export function streamOf(format, count) {
  const encoder = new TextEncoder();
  const text = pieces(format, count);
  return new ReadableStream({
    pull(controller) {
      const { value, done } = text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value ?? ""));
    },
  });
}
