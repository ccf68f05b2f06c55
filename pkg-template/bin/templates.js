/** `interakt-wasm templates`: loads the account's templates, says what has changed, and writes them. */
import { readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { Interakt, isInteraktError } from "interakt-wasm";
import { changesOf, leftOut } from "./changes.js";
import { jsonOf, moduleOf, readWritten } from "./module.js";
import { isTyped } from "./types.js";

/**
 * @typedef {import("interakt-wasm").TemplateBook} TemplateBook
 * @typedef {import("./changes.js").Changes} Changes
 */

/** What was asked for could not be done; the message says why, and what to do. */
export class Failure extends Error {}

/**
 * @param {import("./arguments.js").Given} given
 * @param {string | undefined} apiKey
 * @returns {Promise<number>} The exit code.
 */
export async function templates({ out, baseUrl, json, check }, apiKey) {
  const last = out === undefined ? undefined : await readLast(out, json);
  if (check && !last) throw new Failure(`${out} is not there yet: write it without --check.`);
  const book = await load(apiKey, baseUrl);
  const { dearer, others } = changesOf(last, book);
  const isChanged = dearer.length + others.length > 0;
  const written = json ? jsonOf(book) : moduleOf(book);
  if (out === undefined) process.stdout.write(written);
  else if (!check) await replace(out, written);
  const report = [
    ...alarm(dearer),
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
      `${out} holds something else than this command writes, or was damaged since.\n` +
        "It was left as it is: delete it, or name another --out.",
    );
  }
  if (written.json !== json) {
    const [is, how] = json ? ["TypeScript", "without --json"] : ["JSON", "with --json"];
    throw new Failure(`${out} holds ${is}: call it ${how}, or name another --out.`);
  }
  return written.book;
}

/**
 * @param {string | undefined} apiKey
 * @param {string | undefined} baseUrl
 */
async function load(apiKey, baseUrl) {
  if (!apiKey && !baseUrl) {
    throw new Failure(
      "there is no key. Set INTERAKT_API_KEY to the one that Interakt's dashboard shows\n" +
        "(Settings, Developer Setting).",
    );
  }
  try {
    const interakt = new Interakt({ apiKey: apiKey || undefined, baseUrl });
    return await interakt.loadTemplates();
  } catch (error) {
    if (!isInteraktError(error)) throw error;
    throw new Failure(plain(explained(error, baseUrl ?? "https://api.interakt.ai")));
  }
}

/**
 * @param {import("interakt-wasm").InteraktError} error
 * @param {string} address
 */
function explained(error, address) {
  const { code, message } = error;
  if (code === "unauthorized") {
    return `${message}\nThe key that was sent is what INTERAKT_API_KEY holds. Nothing was written.`;
  }
  if (code !== "connection_failed") return message;
  return (
    // Without what may stand before the host: a password.
    `${new URL(address).origin} gives no answer (${reasonOf(error)}).\n` +
    "Is there a network, or a proxy that Node would have to be told of? Nothing was written."
  );
}

/**
 * @param {unknown} error
 * @returns {string} Why, as the innermost cause has it: `ECONNREFUSED`.
 */
function reasonOf(error) {
  const { cause, code, message } = /** @type {any} */ (error);
  return cause ? reasonOf(cause) : (code ?? message);
}

/**
 * All of a file, or what was there before.
 *
 * @param {string} out
 * @param {string} text
 */
async function replace(out, text) {
  // It keeps its place, where that is behind a link, and who may read it.
  const file = await realpath(out).catch(() => out);
  const { mode } = await stat(file).catch(() => ({ mode: undefined }));
  const part = `${file}.${process.pid}.part`;
  try {
    await writeFile(part, text, { mode });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const why = code === "ENOENT" ? "its folder is not there" : code;
    throw new Failure(`${out} cannot be written (${why}).`);
  }
}

/** @param {string[]} dearer */
function alarm(dearer) {
  if (dearer.length === 0) return [];
  return [
    ...dearer.map((line) => `!!! ${line}`),
    '!!! Until that is settled: expectCategory: "utility" keeps such messages back, and',
    '!!! template_category: "utility" in a message has Interakt refuse it.',
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

/** @param {string} text What a server has told may hold what moves a terminal's cursor. */
const plain = (text) => text.replace(/[^\P{Cc}\n]/gu, "");
