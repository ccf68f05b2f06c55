/** `interakt-wasm campaign run --refused`: where the rows with errors go. */
import { filesOf } from "./store.js";

/** The header of `refusedCsv`: of CSV the file's own columns come first, of NDJSON the row last. */
const LAST_COLUMNS = /(^|[,;\t|])line([,;\t|])problem$|^line,problem,row$/;

/** A first record as `refusedCsv` writes it; its quoted cells may have lines of their own. */
const FIRST_RECORD = /^\ufeff((?:[^"\r\n]|"[^"]*")*)\r\n/;

/**
 * @param {string} file Of the campaign.
 * @param {string} database
 * @param {import("../options.js").Read} options
 * @returns {Promise<import("../files.js").Output | undefined>}
 */
export async function refusedOf(file, database, options) {
  const out = options.text("refused");
  if (out === undefined) return undefined;
  const others = ["settings", "book"].flatMap((name) => options.text(name) ?? []);
  const uses = [file, ...others, ...(await filesOf(database))];
  return { option: "--refused", out, uses, isOurs: isRefused };
}

/** @param {string} head */
const isRefused = (head) => LAST_COLUMNS.test(FIRST_RECORD.exec(head)?.[1] ?? "");
