/** How a campaign is doing, row by row and as it happens. */
import { numbersOf } from "./read.js";
import { answer } from "./respond.js";

/**
 * @typedef {import("./campaigns.js").AskedOne} AskedOne
 * @typedef {import("interakt-wasm/edge").LedgerRow} LedgerRow
 */

/**
 * @param {AskedOne} asked Of its address: `state`, `after`, `most`.
 * @returns {Promise<Response>}
 */
export async function rowsOf({ url: { searchParams }, ledger }) {
  const state = /** @type {import("interakt-wasm/edge").RowState | null} */ (
    searchParams.get("state")
  );
  const rows = await ledger.rows({
    ...(state && { state }),
    ...numbersOf(searchParams, ["after", "most"]),
  });
  return answer({ rows });
}

/**
 * Server-sent events of its state, for as long as somebody listens.
 *
 * @param {AskedOne} asked
 * @returns {Promise<Response>}
 */
export async function eventsOf({ request, ledger }) {
  return ledger.events(request.signal);
}

/** What `results.csv` tells of each row. @type {readonly [name: string, of: (row: LedgerRow) => unknown][]} */
const COLUMNS = [
  ["line", ({ line }) => line],
  ["recipient", ({ recipient }) => recipient],
  ["country", ({ country }) => country],
  ["state", ({ state }) => state],
  ["status", ({ status }) => status],
  ["replied", ({ replied }) => (replied ? "yes" : "")],
  ["cost", ({ cost }) => cost],
  ["attempts", ({ attempts }) => attempts],
  ["problem", ({ problem }) => problem],
  ["message id", ({ messageId }) => messageId],
  ["changed at", ({ at }) => new Date(at).toISOString()],
];

/** How many rows are asked for at once. */
const PAGE = 1000;

/**
 * All rows as CSV: UTF-8, with the mark by which Excel knows it.
 *
 * @param {AskedOne} asked
 * @returns {Response}
 */
export function resultsOf({ ledger, campaign: { id } }) {
  const encoder = new TextEncoder();
  const lines = linesOf(ledger);
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${id}.csv"`,
      "cache-control": "no-store",
    },
  });
}

/** @param {import("interakt-wasm/edge").Ledger} ledger */
async function* linesOf(ledger) {
  yield `\ufeff${recordOf(COLUMNS.map(([name]) => name))}`;
  for (let after = -1, rows; ; ) {
    rows = await ledger.rows({ after, most: PAGE });
    if (rows.length > 0)
      yield rows.map((row) => recordOf(COLUMNS.map(([, of]) => of(row)))).join("");
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.index ?? after;
  }
}

/**
 * Where a spreadsheet would work something out, and so might do it for whoever wrote it: also in the
 * middle, as some part cells at semicolons or tabs.
 */
const FORMULA = /(?<=^|[;\t\r\n])(?=\s*[=+\-@])/g;

/** @param {readonly unknown[]} cells */
const recordOf = (cells) =>
  `${cells
    .map(
      (cell) =>
        `"${String(cell ?? "")
          .replace(FORMULA, "'")
          .replaceAll('"', '""')}"`,
    )
    .join(",")}\r\n`;
