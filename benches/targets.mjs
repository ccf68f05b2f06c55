/**
 * What is promised, as figures of which less is better, or more where that is said; and how what was
 * measured stands to it.
 * Times are judged by the least of many rounds, which the rest of the machine touches least. On one
 * that does little else, the median of ratios, which is printed beside it, says nearly the same.
 */
import { cpus } from "node:os";

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

/** By benchmark, and there by the name of a row. @type {Record<string, Record<string, Target>>} */
const TARGETS = {
  // Times the time of zod.
  checks: {
    "a valid template message": { must: 3, aim: 1.7 },
    "four issues and their messages": { must: 3, aim: 1.5 },
  },
  // Times the time of JSON.parse alone.
  rows: {
    "rows, built for speed": { must: 1, aim: 0.5 },
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
  // Of the sends that a bare fetch makes in the same time.
  client: { sendMessage: { must: 0.85, aim: 0.95, more: true } },
  // Bytes after brotli, module and glue.
  parts: {
    "phones: lengths, their rules": { must: 2048 },
    "all of phones": { must: 10_240 },
  },
};

/**
 * Prints rows beside what is promised of them. With `--check` a must that is missed is an error.
 *
 * @param {string} bench
 * @param {{ columns: string[], unit: string, digits?: number }} form `unit` heads the figures.
 * @param {Row[]} rows
 */
export function judge(bench, { columns, unit, digits = 2 }, rows) {
  const targets = TARGETS[bench] ?? {};
  const unknown = Object.keys(targets).filter(
    (name) => name !== "" && !rows.some((row) => row.name === name),
  );
  if (unknown.length > 0) throw new Error(`${bench} has no row for ${unknown.join(", ")}`);
  /** @type {string[]} */
  const missed = [];
  const lines = rows.map(({ name, details, figure }) => {
    const target = targets[name] ?? targets[""];
    const wins = target === undefined ? "" : verdict(figure, target);
    if (wins === MISSED) missed.push(name);
    const promised = [target?.must, target?.aim].map((value) =>
      value === undefined ? "" : String(value),
    );
    return [name, ...details, figure.toFixed(digits), ...promised, wins];
  });
  printTable([["", ...columns, unit, "must", "aim", ""], ...lines]);
  if (missed.length === 0) return;
  console.log(`${missed.length} missed: ${missed.join("; ")}`);
  if (process.argv.includes("--check")) throw new Error("a target was missed");
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
export const machine = () =>
  `Node ${process.versions.node}, ${process.arch}, ${cpus()[0]?.model.trim()}`;

/** @param {string[][]} lines Of as many cells each; all but the first column are numbers. */
function printTable(lines) {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of lines) {
    const cells = line.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 || column === line.length - 1 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(cells.join("  ").trimEnd());
  }
}
