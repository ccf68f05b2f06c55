/** The file with a campaign's recipients: checked row by row, and put into its ledger. */
import { checkRows } from "interakt-wasm/bulk";
import { toNewRow } from "interakt-wasm/edge";
import { MEGABYTE, piecesOf } from "./body.js";
import { answer, refusal } from "./respond.js";

/** The longest file, in bytes. */
const LARGEST_FILE = 64 * MEGABYTE;

/** How many rows the ledger gets at once. */
const BATCH = 1000;

/**
 * @typedef {import("interakt-wasm/edge").CampaignSettings} Settings
 * @typedef {import("interakt-wasm/edge").Ledger} Ledger
 * @typedef {import("interakt-wasm/bulk").RowOptions<"sendMessage" | "sendRcs">} RowOptions
 * @typedef {import("interakt-wasm/bulk").RowCheck<"sendMessage" | "sendRcs">} RowCheck
 */

/**
 * How the campaign's file is read.
 *
 * @param {Settings} settings
 * @returns {RowOptions}
 */
function optionsOf({ operation = "sendMessage", about }) {
  const { base, columns, defaultCountry, delimiter, header, encoding } = /** @type {RowOptions} */ (
    about ?? {}
  );
  return { operation, base, columns, defaultCountry, delimiter, header, encoding };
}

/**
 * @param {Settings} settings
 * @throws {import("interakt-wasm").ConfigurationError} No file can be read so.
 */
export function checkAbout(settings) {
  checkRows("", optionsOf(settings));
}

/** A later upload began, or rows of an earlier one came in between. */
const NOT_LAST =
  "Another file was uploaded at the same time, so this one does not count. Upload it again if the campaign has no other.";

/**
 * Answers the `RowSummary` and the state. A file that was uploaded wholly is the campaign's for good:
 * the same one again changes nothing, another one is refused. What an upload left that broke off goes,
 * and of uploads at the same time the last one to begin counts: the rows are those of one file.
 *
 * @param {import("./campaigns.js").AskedOne} asked
 * @returns {Promise<Response>}
 */
export async function uploadRows({ request, ledger, list, campaign }) {
  const { id, settings } = campaign;
  const digest = new crypto.DigestStream("SHA-256");
  const pieces = digested(piecesOf(request, LARGEST_FILE, "Split the file."), digest);
  const check = checkRows(pieces, optionsOf(settings));
  const upload = crypto.randomUUID();
  if (!(await list.begin(id, upload))) {
    const { file, rows } = (await list.get(id)) ?? campaign;
    await check.run();
    const state = await ledger.state();
    const isSame = hexOf(await digest.digest) === file && state.counts.rows === rows;
    if (isSame) return answer({ summary: check.summary, state });
    return refusal(409, "The campaign has the rows of another file: create another campaign.");
  }
  const { status, counts } = await ledger.open(settings);
  if (status !== "draft") return refusal(409, "The campaign has been started or cancelled.");
  const isLast = () => list.isLast(id, upload);
  if (counts.rows > 0) {
    if (!(await isLast())) return refusal(409, NOT_LAST);
    await ledger.erase();
    await ledger.open(settings);
  }
  const { added, sample } = await addRows(check, ledger, isLast);
  const { rows } = check.summary;
  const isWhole =
    added === rows &&
    (await list.fill(id, upload, { file: hexOf(await digest.digest), rows, sample }));
  if (!isWhole) return refusal(409, NOT_LAST);
  return answer({ summary: check.summary, state: await ledger.state() });
}

/**
 * @param {RowCheck} check
 * @param {Ledger} ledger
 * @param {() => Promise<boolean>} isLast Nothing is added any more once it is not.
 * @returns {Promise<{ added: number, sample: unknown }>} How many rows are there now that were not,
 *   and the first input that can be sent.
 */
async function addRows(check, ledger, isLast) {
  let sample = null;
  let added = 0;
  /** @type {import("interakt-wasm/edge").NewRow[]} */
  let batch = [];
  const put = async () => {
    if (batch.length > 0 && (await isLast())) added += (await ledger.add(batch)).added;
    batch = [];
  };
  for await (const row of check) {
    if (row.status === "ready") sample ??= row.input;
    batch.push(toNewRow(row));
    if (batch.length === BATCH) await put();
  }
  await put();
  return { added, sample };
}

/**
 * The pieces as they are, of which the stream gets its copies.
 *
 * @param {AsyncIterable<Uint8Array>} pieces
 * @param {DigestStream} digest
 */
async function* digested(pieces, digest) {
  const writer = digest.getWriter();
  for await (const piece of pieces) {
    await writer.write(piece);
    yield piece;
  }
  await writer.close();
}

/** @param {ArrayBuffer} bytes */
const hexOf = (bytes) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
