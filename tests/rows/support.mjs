/** What the tests of rows share. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkRows } from "interakt-wasm/bulk";
import { DIST } from "../client/support.mjs";

export { failureOf } from "../support/failure.mjs";

/**
 * A module of the package that no entry exports.
 *
 * @param {string} name
 * @returns {Promise<any>}
 */
export const load = (name) => import(pathToFileURL(join(DIST, `${name}.js`)).href);

/** What every message of a campaign has. */
export const BASE = /** @type {const} */ ({
  type: "Template",
  template: { name: "diwali_offer", languageCode: "en" },
});

export const COLUMNS = /** @type {const} */ ({ Mobile: "phone", Name: "template.bodyValues[0]" });

/** How the files here are read. */
export const OPTIONS = { base: BASE, columns: COLUMNS, defaultCountry: "IN" };

/** Five rows: two that are ready, a phone that is none, a duplicate, and one without a name. */
export const FILE = [
  "Mobile,Name",
  "98765 43210,Asha",
  "+91 98765 43211,Ravi",
  "12345,Mira",
  "09876543210,Asha again",
  "98765 43213,",
  "",
].join("\r\n");

/** What becomes of them. */
export const COUNTS = { rows: 5, ready: 2, refused: 2, duplicates: 1, warned: 0 };

/**
 * @param {any} source
 * @param {any} [options]
 * @returns {import("interakt-wasm/bulk").RowCheck<any>} Untyped: tests also pass what types forbid.
 */
export const check = (source, options = OPTIONS) => checkRows(source, options);

/**
 * @param {AsyncIterable<T>} iterable
 * @returns {Promise<T[]>}
 * @template T
 */
export async function all(iterable) {
  const list = [];
  for await (const item of iterable) list.push(item);
  return list;
}

/**
 * A file of customers, of whom nobody is there twice.
 *
 * @param {number} count
 */
export function customers(count) {
  const rows = Array.from(
    { length: count },
    (_, row) => `${9_000_000_000 + row * 7},Customer ${row}\r\n`,
  );
  return `Mobile,Name\r\n${rows.join("")}`;
}

/** @param {any} summary */
export const countsOf = ({ rows, ready, refused, duplicates, warned }) => ({
  ...{ rows, ready, refused, duplicates, warned },
});
