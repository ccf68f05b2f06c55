/** From what tells the account's templates to a list of them. */
import { readTemplate } from "./book-template.js";
import { isListOf } from "./list.js";
import { refuse } from "./options.js";

/**
 * @typedef {import("./book-template.js").BookTemplate} BookTemplate
 * @typedef {{ templates: BookTemplate[], complete: boolean, loadedAt: number | null }} Read
 */

const TAKES =
  "templateBook takes templates, an answer of listTemplates or several, or what the toJSON of a " +
  "book gave, also as JSON.";

/**
 * @param {any} source
 * @param {any} loadedAt A date or milliseconds.
 * @returns {Read} `loadedAt` in milliseconds.
 */
export function readSource(source, loadedAt) {
  const given = typeof source === "string" ? parsed(source) : source;
  if (typeof given !== "object" || given === null) refuse(TAKES);
  const list = Array.isArray(given) ? given : [given];
  const pages =
    list.length > 0 && isListOf(list, (page) => Array.isArray(templatesOf(page)))
      ? list
      : undefined;
  // A page that is a template by mistake, and the other way round, is told by its place.
  if (!pages && !Array.isArray(given)) refuse(TAKES);
  /** @type {BookTemplate[]} */
  const templates = [];
  // Holes too, which `flatMap` passes over: there can be more of them than anybody waits for.
  for (const records of pages?.map((page) => templatesOf(page) ?? []) ?? [list]) {
    for (const record of records) templates.push(readTemplate(record, templates.length));
  }
  return {
    templates,
    complete: pages === undefined || isComplete(pages, templates.length),
    loadedAt: readTime(loadedAt ?? (pages?.length === 1 ? given.loadedAt : null)),
  };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("templateBook: this text is not JSON.");
  }
}

/**
 * @param {any} page
 * @returns {any[] | undefined}
 */
function templatesOf(page) {
  const { templates } = page?.results ?? page ?? {};
  return Array.isArray(templates) ? templates : undefined;
}

/**
 * Whether no page is missing.
 *
 * @param {any[]} pages
 * @param {number} found How many templates they have.
 */
function isComplete(pages, found) {
  const { complete = true, has_next = false, count = 0 } = pages.at(-1);
  return complete !== false && has_next !== true && !(count > found);
}

/**
 * @param {unknown} given
 * @returns {number | null}
 */
export function readTime(given) {
  if (given === null || given === undefined) return null;
  const isTime = typeof given === "number" || typeof given === "string" || given instanceof Date;
  const time = isTime ? new Date(given).getTime() : Number.NaN;
  if (Number.isNaN(time)) refuse("templateBook: loadedAt must be a Date or its milliseconds.");
  return time;
}
