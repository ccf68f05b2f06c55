/** `interakt-wasm templates`: loads the account's templates, says what has changed, and writes them. */
import { readFile } from "node:fs/promises";
import { Interakt, isInteraktError } from "interakt-wasm";
import { changesOf, leftOut } from "./changes.js";
import { explained, Failure, INTERAKT, NO_KEY, plain } from "./failure.js";
import { replace } from "./files.js";
import { jsonOf, moduleOf, readWritten } from "./module.js";
import { isTyped } from "./types.js";

/**
 * @typedef {import("interakt-wasm").TemplateBook} TemplateBook
 * @typedef {import("./changes.js").Changes} Changes
 */

/**
 * @param {import("./arguments.js").Given} given
 * @param {string | undefined} apiKey
 * @returns {Promise<number>} The exit code.
 */
export async function templates({ out, baseUrl, json, check }, apiKey) {
  const last = out === undefined ? undefined : await readLast(out, json);
  if (check && !last)
    throw new Failure(`${out} does not exist yet: run without --check to write it.`);
  const book = await load(apiKey, baseUrl);
  const { dearer, others } = changesOf(last, book);
  const isChanged = dearer.length + others.length > 0;
  const written = json ? jsonOf(book) : moduleOf(book);
  if (out === undefined) process.stdout.write(written);
  else if (!check) {
    // What is there has been read whole, to be compared with.
    await replace({ option: "--out", out, uses: [], isOurs: () => true }, written);
  }
  const report = [
    ...alarm(dearer),
    ...(book.complete ? [] : [LACKS]),
    ...others,
    ...(last && !isChanged ? [`Nothing has changed since ${dateOf(last)}.`] : []),
    ...leftOutLines(book),
    ...ending({ out, json, check }, isChanged, book),
  ];
  // Where standard output has the module, what is said goes beside it.
  const stream = out === undefined ? process.stderr : process.stdout;
  stream.write(report.map((line) => `${plain(line)}\n`).join(""));
  return check && isChanged ? 1 : 0;
}

const LACKS = "Interakt says that there are more templates than it listed: some are missing here.";

/**
 * @param {string} out
 * @param {boolean} json
 * @returns {Promise<TemplateBook | undefined>} What was written there last.
 */
async function readLast(out, json) {
  const text = await readFile(out, "utf8").catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === "ENOENT") return "";
    throw new Failure(`${out} cannot be read (${error.code}).`);
  });
  if (text.trim() === "") return undefined;
  const written = readWritten(text);
  if (!written) {
    throw new Failure(
      `${out} contains something other than what this command writes, or has been damaged.\n` +
        "It was left unchanged: delete it, or choose another --out.",
    );
  }
  if (written.json !== json) {
    const [is, how] = json ? ["TypeScript", "without --json"] : ["JSON", "with --json"];
    throw new Failure(`${out} contains ${is}: run ${how}, or choose another --out.`);
  }
  return written.book;
}

/**
 * @param {string | undefined} apiKey
 * @param {string | undefined} baseUrl
 */
async function load(apiKey, baseUrl) {
  if (!apiKey && !baseUrl) throw new Failure(NO_KEY);
  try {
    const interakt = new Interakt({ apiKey: apiKey || undefined, baseUrl });
    return await interakt.loadTemplates();
  } catch (error) {
    if (!isInteraktError(error)) throw error;
    throw new Failure(plain(explained(error, baseUrl ?? INTERAKT, " Nothing was written.")));
  }
}

/** @param {string[]} dearer */
function alarm(dearer) {
  if (dearer.length === 0) return [];
  return [
    ...dearer.map((line) => `!!! ${line}`),
    '!!! Until that is settled, expectCategory: "utility" holds such messages back, and',
    '!!! template_category: "utility" in a message makes Interakt refuse it.',
    "",
  ];
}

/** @param {TemplateBook} book */
function leftOutLines(book) {
  const out = leftOut(book);
  return out.length === 0 ? [] : [`Not among the types: ${out.join("; ")}.`];
}

/**
 * @param {Pick<import("./arguments.js").Given, "out" | "json" | "check">} given
 * @param {boolean} isChanged
 * @param {TemplateBook} book
 */
function ending({ out, json, check }, isChanged, book) {
  if (!check) {
    const { templates } = book;
    const typed = templates.filter(isTyped).length;
    return [`${out ?? "Written"}: ${counted(templates.length)}, ${typed} with types.`];
  }
  if (!isChanged) return [];
  const how = `--out ${out}${json ? " --json" : ""}`;
  return [`${out} is out of date: npx interakt-wasm templates ${how}`];
}

/** @param {number} count */
const counted = (count) => `${count} template${count === 1 ? "" : "s"}`;

/** @param {TemplateBook} book */
const dateOf = ({ loadedAt }) => loadedAt?.toISOString() ?? "it was written";
