/**
 * `npm run bench -- rows`: 100,000 rows of a file, NDJSON and CSV, checked from bytes, beside
 * JSON.parse alone and with a validator, and a reader of CSV with a validator and
 * libphonenumber-js. With `--check` it fails where a target is missed.
 */
import { checkRows } from "interakt-wasm/bulk";
import parsePhoneNumber from "libphonenumber-js/min";
import Papa from "papaparse";
import { main } from "../scripts/project.mjs";
import { inTurn, ratioOf } from "./alternate.mjs";
import { BASE, COLUMNS, csvFile, ndjsonFile } from "./campaign.mjs";
import { messageSchema } from "./messages.mjs";
import { writePeers } from "./peers/write.mjs";
import { judge } from "./targets.mjs";

/**
 * The file goes through in parts, and each part by all who are measured before the next: whatever
 * else the machine does meets all of them, and a short part may meet nothing.
 */
const PARTS = 10;
const ROWS_OF_A_PART = 10_000;
/** Times that each part is gone through. */
const TIMES = 4;

const peers = await writePeers(["sendMessage"], "rows");
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param {(rows: number, seed: number) => import("./campaign.mjs").File} fileOf */
const partsOf = (fileOf) =>
  Array.from({ length: PARTS }, (_, part) => {
    const file = fileOf(ROWS_OF_A_PART, part + 1);
    return { ...file, bytes: encoder.encode(file.text), lines: file.text.trim().split("\n") };
  });

/** @typedef {ReturnType<typeof partsOf>[number]} Part */

/** @param {Part} part @param {object} [options] @returns {Promise<number>} */
async function countByPackage({ bytes }, options) {
  const { refused } = await checkRows(bytes, { duplicates: "allow", ...options }).run();
  return refused;
}

/** @param {Part} part @returns {Promise<number>} */
async function eachByPackage({ bytes }) {
  let wrong = 0;
  for await (const row of checkRows(bytes, { duplicates: "allow" })) {
    if (row.status === "refused") wrong += 1;
  }
  return wrong;
}

/** @param {(value: unknown) => boolean} takes @returns {(part: Part) => number} */
const byLine =
  (takes) =>
  ({ lines }) =>
    countOf(lines, (line) => !takes(JSON.parse(line)));

/** @type {<Item>(items: Item[], isWrong: (item: Item) => boolean) => number} */
function countOf(items, isWrong) {
  let wrong = 0;
  for (const item of items) if (isWrong(item)) wrong += 1;
  return wrong;
}

/** As one writes it by hand. @param {Part} part */
function byPapaparse({ bytes }) {
  /** @type {import("papaparse").ParseResult<Record<string, string>>} */
  const { data } = Papa.parse(decoder.decode(bytes), { header: true, skipEmptyLines: true });
  return countOf(data, (cells) => {
    const phone = parsePhoneNumber(cells["Mobile No."] ?? "", "IN");
    if (!phone?.isPossible()) return true;
    const message = {
      ...BASE,
      countryCode: `+${phone.countryCallingCode}`,
      phoneNumber: phone.nationalNumber,
      callbackData: cells.Order,
      template: { ...BASE.template, bodyValues: [cells.Name, cells.Amount, cells.Day] },
    };
    return !messageSchema.safeParse(message).success;
  });
}

const NDJSON = partsOf(ndjsonFile);
const CSV = partsOf(csvFile);

/** @satisfies {Record<string, [Part[], (part: Part) => number | Promise<number>]>} */
const WORKS = {
  rows: [NDJSON, countByPackage],
  each: [NDJSON, eachByPackage],
  // It finds nothing wrong.
  parse: [NDJSON, byLine((value) => value !== null)],
  split: [
    NDJSON,
    ({ bytes }) =>
      countOf(decoder.decode(bytes).trim().split("\n"), (line) => JSON.parse(line) === null),
  ],
  ajv: [NDJSON, byLine((value) => peers.ajv.check("sendMessage", value))],
  valibot: [NDJSON, byLine((value) => peers.valibot.check("sendMessage", value))],
  zod: [NDJSON, byLine((value) => messageSchema.safeParse(value).success)],
  csv: [
    CSV,
    (part) => countByPackage(part, { base: BASE, columns: COLUMNS, defaultCountry: "IN" }),
  ],
  papaparse: [CSV, byPapaparse],
};

/** @typedef {keyof typeof WORKS} Work */
const NAMES = /** @type {Work[]} */ (Object.keys(WORKS));

/** @param {Work} name @param {number} at @returns {Promise<number>} Milliseconds. */
async function timeOf(name, at) {
  const [parts, count] = WORKS[name];
  const part = parts[at];
  if (!part) throw new Error(`there is no part ${at}`);
  const start = performance.now();
  const found = await count(part);
  const took = performance.now() - start;
  const wrong = name === "parse" || name === "split" ? 0 : part.wrong;
  if (found !== wrong) throw new Error(`${name} found ${found} wrong in part ${at}, not ${wrong}`);
  return took;
}

/** All parts, each in the least of its times. @param {import("./alternate.mjs").Time} time */
function leastOf({ rounds }) {
  const parts = Array.from({ length: PARTS }, (_, part) =>
    Math.min(...rounds.filter((_, round) => round % PARTS === part)),
  );
  return parts.reduce((sum, least) => sum + least, 0);
}

await main(async () => {
  /** How often each was measured. @type {Map<Work, number>} */
  const turns = new Map();
  const times = await inTurn(NAMES, { rounds: PARTS * TIMES, warmUp: PARTS }, (name) => {
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return timeOf(name, turn % PARTS);
  });

  /** @param {Work} name */
  const details = (name) => {
    const least = leastOf(times[name]);
    const [parts] = WORKS[name];
    const bytes = parts.reduce((sum, part) => sum + part.bytes.length, 0);
    return [(least * 1000) / (PARTS * ROWS_OF_A_PART), bytes / 1000 / least];
  };
  /** @type {(name: string, ours: Work, theirs: Work) => import("./targets.mjs").Row} */
  const row = (name, ours, theirs) => ({
    name,
    details: [
      ...[...details(ours), ...details(theirs)].map((value) => value.toFixed(value < 10 ? 2 : 0)),
      (1 / ratioOf(times[ours], times[theirs])).toFixed(2),
    ],
    figure: leastOf(times[theirs]) / leastOf(times[ours]),
  });
  const columns = ["µs a row", "MB/s", "theirs, µs a row", "theirs, MB/s", "median of ratios"];
  const count = `${(PARTS * ROWS_OF_A_PART).toLocaleString("en")} rows`;
  judge(
    "rows",
    {
      columns,
      unit: "× their rows a second",
      how: `${count} in ${PARTS} parts, each ${TIMES} times`,
      peers: ["ajv", "libphonenumber-js", "papaparse", "valibot", "zod"],
    },
    [
      row("NDJSON, beside JSON.parse alone", "rows", "parse"),
      row("NDJSON, beside JSON.parse of a file's lines", "rows", "split"),
      row("NDJSON, beside JSON.parse and ajv", "rows", "ajv"),
      row("NDJSON, beside JSON.parse and valibot", "rows", "valibot"),
      row("NDJSON, beside JSON.parse and zod", "rows", "zod"),
      row("NDJSON, row by row, beside JSON.parse alone", "each", "parse"),
      row("CSV, beside papaparse, zod and libphonenumber-js", "csv", "papaparse"),
    ],
  );
});
