/**
 * What a benchmark leaves of what it has measured, for `npm run bench` to collect: a file of JSON a
 * table, in build/benchmarks/.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { BUILD, ROOT } from "../scripts/project.mjs";

/**
 * @typedef {object} Judged A row, and how it stands to what is promised of it.
 * @property {string} name
 * @property {string[]} details What the figure was made from, a column each.
 * @property {number} figure
 * @property {number} [must]
 * @property {number} [aim]
 * @property {"aim met" | "met" | "MISSED" | ""} verdict Empty: nothing is promised.
 *
 * @typedef {object} Table
 * @property {string} table Its name.
 * @property {string} how How often, how many: what was measured with.
 * @property {string} machine
 * @property {string} measured The day.
 * @property {string[]} columns Of the details.
 * @property {string} unit Of the figures.
 * @property {number} digits Of the figures, behind the point.
 * @property {Record<string, string>} peers Versions of what it was measured beside, by name.
 * @property {Judged[]} rows
 */

const FOLDER = join(BUILD, "benchmarks");

/** @param {Table} table */
export function leave(table) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${table.table}.json`), `${JSON.stringify(table, null, 2)}\n`);
}

/** @param {string} table What was left before is no more. */
export const forget = (table) => rm(join(FOLDER, `${table}.json`), { force: true });

/** @returns {Promise<Map<string, Table>>} All that was left, by name. */
export async function collect() {
  const names = await readdir(FOLDER).catch(() => []);
  const tables = names.map(async (name) => JSON.parse(await readFile(join(FOLDER, name), "utf8")));
  return new Map((await Promise.all(tables)).map((table) => [table.table, table]));
}

/**
 * @param {readonly string[]} packages
 * @returns {Record<string, string>} Their versions.
 */
export function versionsOf(packages) {
  const versions = packages.map((name) => {
    const file = join(ROOT, "node_modules", name, "package.json");
    return [name, JSON.parse(readFileSync(file, "utf8")).version];
  });
  return Object.fromEntries(versions);
}

/**
 * The cells of a table: each row with what is promised of it.
 *
 * @param {Pick<Table, "columns" | "unit" | "digits" | "rows">} table
 * @returns {string[][]} The first is the head.
 */
export function linesOf({ columns, unit, digits, rows }) {
  const said = (/** @type {number | undefined} */ value) =>
    value === undefined ? "" : String(value);
  return [
    ["", ...columns, unit, "must", "aim", ""],
    ...rows.map(({ name, details, figure, must, aim, verdict }) => {
      // Not "-0.00".
      const shown = figure.toFixed(digits).replace(/^-(?=[0.]+$)/, "");
      return [name, ...details, shown, said(must), said(aim), verdict];
    }),
  ];
}
