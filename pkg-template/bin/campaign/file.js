/** The file of a campaign: what is wrong with it, and its rows for a ledger. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { checkRows } from "interakt-wasm/bulk";
import { toNewRow } from "interakt-wasm/edge";
import { Failure } from "../failure.js";

/**
 * @typedef {import("interakt-wasm/bulk").RowCheck<any>} RowCheck
 * @typedef {import("interakt-wasm/bulk").RowPlan} RowPlan
 * @typedef {import("interakt-wasm/bulk").RowSummary} RowSummary
 */

/** How many problems are shown. */
const MOST_SHOWN = 20;

/** A pipe, or a device. */
const NO_FILE = "no file";

/** How many rows go into the database at once. */
const AT_ONCE = 500;

/**
 * @param {string} path
 * @returns {Promise<{ name: string, sha256: string }>} By which it is known again.
 */
export async function identityOf(path) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return { name: basename(path), sha256: hash.digest("hex") };
}

/**
 * @param {string} path
 * @param {import("./spec.js").Spec} spec
 * @returns {Promise<RowCheck>}
 */
export async function checkOf(path, { about, templates }) {
  const { operation, base, columns, defaultCountry } = about;
  const why = await stat(path).then(
    (file) => (file.isDirectory() ? "EISDIR" : file.isFile() ? undefined : NO_FILE),
    (/** @type {NodeJS.ErrnoException} */ error) => error.code,
  );
  if (why === NO_FILE) {
    throw new Failure(`${path} is not a regular file. It is read several times: save it as one.`);
  }
  if (why !== undefined) throw new Failure(`${path} cannot be read (${why}).`);
  const options = { operation, base, columns, defaultCountry, templates, maxProblems: MOST_SHOWN };
  return checkRows(() => createReadStream(path), /** @type {any} */ (options));
}

/**
 * Sending by columns that nobody has looked at would send to whom they happen to name.
 *
 * @param {string} path
 * @param {RowPlan} plan
 */
export function wantColumns(path, plan) {
  if (plan.format !== "csv" || !plan.isProposed) return;
  throw new Failure(
    `Say with --map where the columns of ${path} belong. A guess:\n${mapsOf(plan).join("\n")}`,
  );
}

/** @param {RowPlan} plan @returns {string[]} Its columns, as the command takes them. */
export function mapsOf({ columns, unmapped }) {
  const maps = Object.entries(columns).map(([column, place]) => {
    const target = typeof place === "string" ? place : `${place.to}:${place.as}`;
    return `  --map ${JSON.stringify(`${column}=${target}`)}`;
  });
  const others = unmapped.map((column) => JSON.stringify(column)).join(", ");
  return others === "" ? maps : [...maps, `  not used: ${others}`];
}

/**
 * @param {string} path
 * @param {RowSummary} summary
 * @returns {string[]} How many rows there are of each kind, and what is wrong: no cell of any row.
 */
export function summaryLines(path, { rows, ready, refused, duplicates, problems, byCode }) {
  const shown = problems.map(({ line, column, issue }) => {
    const place = [`line ${line}`, column ?? pathOf(issue.path)].filter(Boolean).join(", ");
    const kind = issue.severity === "warning" ? "warning: " : "";
    return `  ${place}: ${kind}${issue.message}`;
  });
  const more = Object.values(byCode).reduce((sum, count) => sum + count, 0) - shown.length;
  const twice = `${duplicates} ${duplicates === 1 ? "duplicate" : "duplicates"}`;
  return [
    `${path}: ${rows} ${rows === 1 ? "row" : "rows"}: ${ready} to send, ${refused} with errors, ${twice}.`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** @param {readonly (string | number)[]} path @returns {string} As in a program: `template.bodyValues[1]`. */
const pathOf = (path) =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");

/**
 * Puts all rows into a ledger, those that cannot be sent too. Rows that are there are passed over.
 *
 * @param {import("interakt-wasm/edge").Ledger} ledger
 * @param {RowCheck} check
 */
export async function fill(ledger, check) {
  /** @type {import("interakt-wasm/edge").NewRow[]} */
  let batch = [];
  for await (const row of check) {
    batch.push(toNewRow(/** @type {any} */ (row)));
    if (batch.length < AT_ONCE) continue;
    await ledger.add(batch);
    batch = [];
  }
  await ledger.add(batch);
}
