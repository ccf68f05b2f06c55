/**
 * What is promised, as figures of which less is better, or more where that is said; and how what was
 * measured stands to it.
 * Times are judged by the least of many rounds, which the rest of the machine touches least. On one
 * that does little else, the median of ratios, which is printed beside it, says nearly the same.
 */
import { cpus, release, totalmem, type } from "node:os";
import { leave, linesOf, versionsOf } from "./results.mjs";
import { plainTable } from "./table.mjs";

/**
 * @typedef {object} Target
 * @property {number} must What `--check` asks for.
 * @property {number} [aim] What we want.
 * @property {true} [more] More is better.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {string[]} details What it was made from, a column each.
 * @property {number} figure
 */

/** By table, and there by the name of a row. @type {Record<string, Record<string, Target>>} */
export const TARGETS = {
  // Of the bytes of the same with zod and libphonenumber-js/mobile.
  transfer: {
    "check all, `interakt-wasm/forms/web`": { must: 1, aim: 0.8 },
    "check all, `interakt-wasm/forms`": { must: 1, aim: 0.85 },
    "check and send all, `interakt-wasm/web`": { must: 1.4, aim: 1.2 },
    "check and send all, `interakt-wasm`": { must: 1.4, aim: 1.2 },
    "one form, `interakt-wasm/customer/web`": { must: 0.7, aim: 0.5 },
  },
  // Times the time of zod.
  checks: {
    "one form, valid": { must: 6, aim: 3 },
    "one form, three mistakes and their messages": { must: 6, aim: 3 },
    "a valid template message": { must: 3, aim: 1.7 },
    "four issues and their messages": { must: 3, aim: 1.5 },
    "validated and built: the request": { must: 6, aim: 3 },
  },
  // Times as many rows a second.
  rows: {
    "NDJSON, beside JSON.parse alone": { must: 1, aim: 2, more: true },
    "NDJSON, beside JSON.parse and ajv": { must: 1.3, aim: 2.5, more: true },
    "NDJSON, beside JSON.parse and zod": { must: 2.5, aim: 5, more: true },
    "CSV, beside papaparse, zod and libphonenumber-js": { must: 4, aim: 10, more: true },
  },
  // Times the time for a tenth of the input; each row has the same.
  growth: { "": { must: 12 } },
  // Times the time of zod and libphonenumber-js.
  start: {
    "interakt-wasm": { must: 1, aim: 0.5 },
    "interakt-wasm/forms": { must: 1, aim: 0.5 },
    "interakt-wasm/customer": { must: 1, aim: 0.5 },
    "interakt-wasm/phone": { must: 1, aim: 0.5 },
  },
  "start-page": {
    "interakt-wasm": { must: 1.5, aim: 1 },
    "interakt-wasm/web": { must: 1.5, aim: 1 },
    "interakt-wasm/forms/web": { must: 1.5, aim: 1 },
    "interakt-wasm/customer/web": { must: 1.5, aim: 1 },
  },
  "start-worker": {
    "interakt-wasm": { must: 1.5, aim: 1 },
    "interakt-wasm/forms": { must: 1.5, aim: 1 },
    "interakt-wasm/customer": { must: 1.5, aim: 1 },
  },
  // MB: 1,048,576 bytes.
  memory: {
    "NDJSON: memory of the module": { must: 16, aim: 4 },
    "CSV: memory of the module": { must: 16, aim: 4 },
  },
  // MB more after all calls than after a quarter of them.
  leaks: { "": { must: 4, aim: 1 } },
  // Milliseconds.
  page: {
    "NDJSON: longest task": { must: 50, aim: 16 },
    "CSV: longest task": { must: 50, aim: 16 },
  },
  // KB: 1,000 bytes after brotli 11.
  sizes: {
    "checkout form: name, phone, consent `interakt-wasm/customer/web`": { must: 32, aim: 26 },
    "phone numbers `interakt-wasm/phone`": { must: 19, aim: 15 },
    "the same, from a file `interakt-wasm/phone-field/web { definePhoneField }`": {
      ...{ must: 30, aim: 21 },
    },
    "one kind of message in a form `interakt-wasm/forms { sendMessage }`": { must: 44, aim: 38 },
    "the same, from a file `interakt-wasm/web`": { must: 66, aim: 58 },
    "everything but books of templates `interakt-wasm`": { must: 84, aim: 74 },
  },
  // Times as many numbers a second as the peer.
  phone: {
    "phone.isPossible": { must: 40, more: true },
    "phone.isMobile": { must: 15, more: true },
    "phone.parse": { must: 1, aim: 2, more: true },
  },
  // Seconds, milliseconds and KB of 1,000 bytes, on a slow line and a slow processor.
  console: {
    "lists and input, s": { must: 1.2, aim: 0.8 },
    "longest task before the editor, ms": { must: 150, aim: 50 },
    "before the editor, KB": { must: 120 },
  },
  // Of the sends that a bare fetch makes in the same time.
  client: { sendMessage: { must: 0.85, aim: 0.95, more: true } },
  // Of the deliveries that node:crypto and JSON.parse do in the same time.
  webhooks: { "verify and parse": { must: 0.03, aim: 0.1, more: true } },
  // Bytes after brotli, module and glue.
  parts: {
    "phones: lengths, their rules": { must: 2048 },
    "all of phones": { must: 10_240 },
  },
};

/**
 * Prints rows beside what is promised of them, and leaves them for `npm run bench`. With `--check`
 * a must that is missed is an error.
 *
 * @param {string} table Its name: a key of the targets, where something is promised.
 * @param {{
 *   columns: string[],
 *   unit: string,
 *   digits?: number,
 *   how?: string,
 *   peers?: readonly string[],
 * }} form `unit` heads the figures. `how` says how much was measured, `peers` are the npm packages
 *   that it was measured beside.
 * @param {Row[]} rows
 */
export function judge(table, { columns, unit, digits = 2, how = "", peers = [] }, rows) {
  const judged = judgedBy(TARGETS[table] ?? {}, rows, table);
  const day = new Date().toISOString().slice(0, 10);
  const told = { table, how, machine: machine(), measured: day, columns, unit, digits };
  leave({ ...told, peers: versionsOf(peers), rows: judged });
  if (how !== "") console.log(`${how}; ${machine()}`);
  console.log(plainTable(linesOf({ columns, unit, digits, rows: judged })));
  const missed = judged.filter(({ verdict }) => verdict === MISSED).map(({ name }) => name);
  if (missed.length === 0) return;
  console.log(`${missed.length} missed: ${missed.join("; ")}`);
  if (process.argv.includes("--check")) throw new Error("a target was missed");
}

/**
 * @param {Record<string, Target>} targets By the names of rows; "" is for all that have none.
 * @param {Row[]} rows
 * @param {string} table Its name.
 * @returns {import("./results.mjs").Judged[]}
 * @throws {Error} Something is promised of a row that is none.
 */
export function judgedBy(targets, rows, table) {
  const unknown = Object.keys(targets).filter(
    (name) => name !== "" && !rows.some((row) => row.name === name),
  );
  if (unknown.length > 0) throw new Error(`${table} has no row for ${unknown.join(", ")}`);
  return rows.map((row) => {
    const target = targets[row.name] ?? targets[""];
    if (target === undefined) return { ...row, verdict: "" };
    const { must, aim } = target;
    return {
      ...row,
      must,
      ...(aim !== undefined && { aim }),
      verdict: verdict(row.figure, target),
    };
  });
}

const MISSED = "MISSED";

/** @param {number} figure @param {Target} target */
function verdict(figure, { must, aim, more }) {
  const reaches = (/** @type {number} */ bound) => (more ? figure >= bound : figure <= bound);
  // Also where it is no number.
  if (!reaches(must)) return MISSED;
  return aim !== undefined && reaches(aim) ? "aim met" : "met";
}

/** What it was measured with. */
export function machine() {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return [
    `Node ${process.versions.node}`,
    `${type()} ${release().split("-")[0]} ${process.arch}`,
    `${cpus().length} × ${first?.model.trim()}`,
    `${gigabytes} GB`,
  ].join(", ");
}
