/** Files of rows, checked and sent, good rows and bad ones. */
import { Interakt } from "interakt-wasm";
import { checkRows } from "interakt-wasm/bulk";
import { FULL_PHONE, KEY, NAME, PHONE, TEXT, USER_ID } from "../marks.mjs";
import { REPEATS } from "./client.mjs";
import { echoes } from "./echoes.mjs";

const quoted = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;

/** Rows that are ready, refused and double, with a name in each place. */
const CSV = [
  "Mobile,Name,Id",
  `${PHONE.phoneNumber},${quoted(NAME)},${USER_ID}`,
  `+${FULL_PHONE},${quoted(TEXT)},${USER_ID}`,
  `98730 4159,${quoted(NAME)},${USER_ID}`,
  `${quoted(TEXT)},${quoted(NAME)},${USER_ID}`,
  `9873041599,,${USER_ID}`,
  `9873041598,${quoted("x".repeat(5000) + NAME)},`,
  `${FULL_PHONE},${quoted(NAME)},too,many,${USER_ID}`,
].join("\n");

const NDJSON = [
  JSON.stringify({ ...PHONE, type: "Text", data: { message: TEXT } }),
  JSON.stringify({ ...PHONE, type: NAME, data: { message: TEXT } }),
  JSON.stringify({ phoneNumber: NAME, countryCode: TEXT, [USER_ID]: 1 }),
  `{"phoneNumber":"${PHONE.phoneNumber}`,
  JSON.stringify(TEXT),
].join("\n");

/** @type {any} */
const OFFER = {
  base: { type: "Template", template: { name: "offer", languageCode: "en" } },
  columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
  defaultCountry: "IN",
};

/** @param {import("../watch.mjs").Watch} watch */
export async function rows(watch) {
  for (const [source, options] of /** @type {[string, any][]} */ ([
    [CSV, OFFER],
    [NDJSON, { format: "ndjson" }],
    [
      CSV,
      {
        ...OFFER,
        operation: "trackUser",
        base: {},
        columns: { Mobile: "phone", Name: "traits.name" },
      },
    ],
  ])) {
    await checked(watch, source, options);
    await sent(watch, source, options);
  }
  for (const options of /** @type {any[]} */ ([
    { columns: { [NAME]: "nowhere" } },
    { columns: { Mobile: TEXT } },
    { base: { [NAME]: TEXT } },
    { operation: NAME },
    { defaultCountry: TEXT },
    { delimiter: TEXT },
    { encoding: TEXT },
    { seen: TEXT },
    { messages: TEXT },
    { signal: TEXT },
  ])) {
    const of = `rows with ${Object.keys(options)}`;
    await watch.tried(() => checkRows(CSV, { ...OFFER, ...options }).run(), of, "of settings");
  }
  await watch.tried(() => checkRows(/** @type {any} */ ({ [NAME]: TEXT })).run(), "no rows");
  const broken = new ReadableStream({ pull: (it) => it.error(new Error("it broke off")) });
  await watch.tried(() => checkRows(/** @type {any} */ (broken), OFFER).run(), "a broken file");
}

/** @param {import("../watch.mjs").Watch} watch @param {string} source @param {any} options */
async function checked(watch, source, options) {
  const onProgress = (/** @type {unknown} */ progress) => watch.saw("rows: progress", progress);
  const check = checkRows(source, { ...options, onProgress });
  for await (const { input, cells, issues, warnings, key, ...others } of check) {
    const { index } = others;
    watch.saw("a row: input", input, `row ${index}`);
    watch.saw("a row: cells", cells, `row ${index}`);
    for (const { column: _, path, ...issue } of [...issues, ...warnings]) {
      watch.saw("an issue of a row: path", path, `row ${index}`);
      watch.saw("an issue of a row: the rest", issue, `row ${index}`);
    }
    watch.saw("a row: key", key, `row ${index}`);
    watch.saw("a row: the rest", others, `row ${index}`);
  }
  const { problems, ...counts } = check.summary;
  watch.saw("a summary of rows: counts", counts);
  for (const { cell, issue, ...others } of problems) {
    watch.saw("a summary of rows: a problem's cell", cell);
    watch.saw("a summary of rows: a problem", [issue.code, issue.message, issue.params, others]);
  }
  const { sample, ...plan } = await checkRows(source, options).plan();
  watch.saw("a plan of rows: sample", sample);
  watch.saw("a plan of rows: the rest", plan);
  watch.saw("refusedCsv()", await new Response(checkRows(source, options).refusedCsv()).text());
}

/** @param {import("../watch.mjs").Watch} watch @param {string} source @param {any} options */
async function sent(watch, source, options) {
  for (const [how, answer] of /** @type {[string, any][]} */ ([
    ["", async () => Response.json({ result: true, id: "m-1" }, { status: 201 })],
    ["", async () => Response.json({ result: false }, { status: 500 })],
    ["", () => Promise.reject(new TypeError("fetch failed"))],
    [REPEATS, echoes["400 that repeats all as it is"]],
  ])) {
    const interakt = new Interakt({ apiKey: KEY, maxRetries: 0, fetch: answer });
    const onProgress = (/** @type {unknown} */ progress) =>
      watch.saw("sendAll: progress", progress);
    const { operation = "sendMessage" } = options;
    const run = interakt.sendAll(checkRows(source, options).ready(), { operation, onProgress });
    for await (const { error, issues, warnings, ...result } of /** @type {any} */ (run)) {
      watch.saw("sendAll: a result", result);
      watch.saw("sendAll: issues", [issues, warnings]);
      if (error) watch.threw(error, "sendAll", how);
    }
    watch.saw("sendAll: summary", run.summary);
  }
}
