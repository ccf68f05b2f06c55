/** What a campaign is: of options, and of a file of settings. */
import { readFile } from "node:fs/promises";
import { templateBook } from "interakt-wasm/bulk";
import { Failure } from "../failure.js";
import { readWritten } from "../module.js";
import { wrong } from "./arguments.js";

/**
 * @typedef {import("../options.js").Read} Read
 * @typedef {import("interakt-wasm/edge").CampaignSettings} CampaignSettings
 * @typedef {import("interakt-wasm/bulk").RowOptions<any>} RowOptions
 */

/**
 * What the ledger keeps of how rows were made.
 *
 * @typedef {object} About
 * @property {"sendMessage" | "sendRcs"} operation
 * @property {unknown} [base]
 * @property {unknown} [columns]
 * @property {string} [defaultCountry]
 * @property {{ name: string, sha256: string }} [file]
 */

/**
 * @typedef {object} Spec
 * @property {Omit<CampaignSettings, "name"> & { name?: string }} settings Without `about`.
 * @property {About} about
 * @property {RowOptions["templates"]} templates
 */

/** What a file of settings may hold. */
const KEYS = [
  ...["name", "operation", "base", "columns", "defaultCountry"],
  ...["quiet", "timeZone", "stopAt", "maxAttempts"],
];

/** @param {Read} options @returns {Promise<Spec>} */
export async function specOf(options) {
  const given = await readSettings(options.text("settings"));
  const operation = given.operation ?? "sendMessage";
  if (operation !== "sendMessage" && operation !== "sendRcs") {
    throw new Failure("operation must be sendMessage or sendRcs.");
  }
  const settings = {
    name: options.text("name") ?? given.name,
    operation,
    quiet: quietOf(options.text("quiet")) ?? given.quiet,
    timeZone: options.text("time-zone") ?? given.timeZone,
    stopAt: stopAtOf(options.text("stop-at")) ?? given.stopAt,
    maxAttempts: given.maxAttempts,
  };
  const about = {
    operation,
    base: baseOf(options, given.base, operation),
    columns: columnsOf(options.texts("map"), given.columns),
    defaultCountry: options.text("country") ?? given.defaultCountry,
  };
  return { settings: present(settings), about: present(about), templates: await bookOf(options) };
}

/** @template {object} Value @param {Value} value @returns {Value} Without what is undefined. */
const present = (value) => JSON.parse(JSON.stringify(value));

/** @param {string | undefined} path @returns {Promise<any>} */
async function readSettings(path) {
  if (path === undefined) return {};
  let settings;
  try {
    settings = JSON.parse(await read(path));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${path} is not JSON.`);
  }
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) {
    throw new Failure(`${path} must contain an object with keys among ${KEYS.join(", ")}.`);
  }
  const stranger = Object.keys(settings).find((key) => !KEYS.includes(key));
  if (stranger !== undefined) {
    throw new Failure(`${path}: unknown key ${stranger}. The keys are ${KEYS.join(", ")}.`);
  }
  return settings;
}

/** @param {string} path */
const read = (path) =>
  readFile(path, "utf8").catch((/** @type {NodeJS.ErrnoException} */ { code }) => {
    throw new Failure(`${path} cannot be read (${code}).`);
  });

/**
 * @param {Read} options
 * @param {any} given
 * @param {string} operation
 */
function baseOf(options, given, operation) {
  const [name, languageCode] = [options.text("template"), options.text("language")];
  if (name === undefined && languageCode === undefined) return given;
  if (name === undefined) throw wrong("--language needs --template.");
  if (languageCode === undefined) throw wrong("--template needs --language.");
  if (operation === "sendRcs") {
    throw wrong(
      "--template is for WhatsApp. For RCS, put the template into the base of --settings.",
    );
  }
  return { ...given, type: "Template", template: { ...given?.template, name, languageCode } };
}

/**
 * @param {string[]} maps As `Column=place` or `Column=place:number`.
 * @param {object | undefined} given
 */
function columnsOf(maps, given) {
  if (maps.length === 0) return given;
  const columns = maps.map((map) => {
    // A column may have one in its name, a place has none.
    const at = map.lastIndexOf("=");
    const [column, place] = [map.slice(0, at).trim(), map.slice(at + 1).trim()];
    if (at < 0 || column === "" || place === "") {
      throw wrong('--map needs COLUMN=PLACE, such as "Mobile=phone".');
    }
    const [, to, as] = /^(.*):(number|boolean)$/.exec(place) ?? [];
    return [column, to === undefined ? place : { to, as }];
  });
  return { ...given, ...Object.fromEntries(columns) };
}

/** @param {string | undefined} text */
function quietOf(text) {
  if (text === undefined) return undefined;
  const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  if (from === undefined || to === undefined)
    throw wrong("--quiet needs two times, such as 21:00-09:00.");
  return { from, to };
}

/** @param {string | undefined} text */
function stopAtOf(text) {
  if (text === undefined) return undefined;
  const [, percent] = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? [];
  if (percent === undefined) throw wrong("--stop-at needs a percentage, such as 20%.");
  return { failed: Number(percent) / 100 };
}

/** @param {Read} options */
async function bookOf(options) {
  const path = options.text("book");
  if (path === undefined) return undefined;
  const written = readWritten(await read(path));
  if (!written) throw new Failure(`${path} contains no templates, or has been damaged.`);
  // One of the entry that reads rows, which has a module of its own.
  return templateBook(written.book.toJSON());
}
