/** `interakt-wasm campaign rows`, `parked` and `results`: what became of each row. */

import { plain } from "../failure.js";
import { replace } from "../files.js";
import { wrong } from "./arguments.js";
import { filesOf } from "./store.js";

/**
 * @typedef {import("interakt-wasm/edge").Ledger} Ledger
 * @typedef {import("interakt-wasm/edge").LedgerRow} LedgerRow
 * @typedef {import("interakt-wasm/edge").RowState} RowState
 */

const STATES = /** @type {const} */ ([
  ...["waiting", "claimed", "leaving", "unknown", "sent", "refused"],
  ...["dead", "opted_out", "cancelled", "invalid", "duplicate"],
]);

/** How many rows are asked for at once. */
const AT_ONCE = 1000;

/**
 * @param {Ledger} ledger
 * @param {RowState} [state]
 */
async function* rowsOf(ledger, state) {
  let after = -1;
  for (;;) {
    const rows = await ledger.rows({ state, after, most: AT_ONCE });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = last.index;
  }
}

/**
 * @param {Ledger} ledger
 * @param {string | undefined} state
 * @param {boolean} isJson
 * @param {(line: string) => void} say
 */
export async function showRows(ledger, state, isJson, say) {
  const only = STATES.find((name) => name === state);
  if (state !== undefined && !only) throw wrong(`--state takes one of ${STATES.join(", ")}.`);
  if (!isJson) say("index\tline\trecipient\tstate\tstatus\ttries\tproblem");
  for await (const row of rowsOf(ledger, only)) {
    const { index, line, recipient, state, status, attempts, problem } = row;
    const cells = [index, line, recipient, state, status, attempts, problem];
    say(isJson ? JSON.stringify(row) : cells.map((cell) => inLine(cell ?? "")).join("\t"));
  }
}

/** @param {string | number} cell Of a table: without what would end it. */
const inLine = (cell) => plain(String(cell).replace(/\s+/g, " "));

const COLUMNS = /** @type {const} */ ([
  ...["index", "line", "key", "recipient", "country", "state", "status"],
  ...["replied", "messageId", "attempts", "cost", "at", "problem"],
]);

/** The first line of results, with the mark by which Excel knows UTF-8. */
const HEADER = `\ufeff${COLUMNS.join(",")}\r\n`;

/**
 * @param {import("./store.js").Store} store
 * @param {Ledger} ledger
 * @param {string | undefined} out Where to write; standard output without it.
 * @param {(line: string) => void} say
 */
export async function writeResults(store, ledger, out, say) {
  if (out === undefined) {
    for await (const text of csvOf(ledger)) process.stdout.write(text);
    return;
  }
  const uses = await filesOf(store.path);
  const output = { option: "--out", out, uses, isOurs: isResults };
  // As the database: it has the recipients.
  await replace(output, csvOf(ledger), 0o600);
  const { counts } = await ledger.state();
  say(`${out}: ${counts.rows} rows.`);
}

/** @param {string} head */
const isResults = (head) => head.startsWith(HEADER);

/** @param {Ledger} ledger */
async function* csvOf(ledger) {
  yield HEADER;
  for await (const row of rowsOf(ledger)) {
    const cells = { ...row, at: new Date(row.at).toISOString() };
    yield `${COLUMNS.map((name) => cellOf(cells[name])).join(",")}\r\n`;
  }
}

/** @param {string | number | boolean | null} value */
function cellOf(value) {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  // What a spreadsheet would run is shown to it as a text.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
