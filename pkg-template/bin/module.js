/** The files that a book is written to, and read from again: a TypeScript module or JSON. */
import { templateBook } from "interakt-wasm";
import { typesOf } from "./types.js";

/**
 * @typedef {import("interakt-wasm").TemplateBook} TemplateBook
 * @typedef {import("interakt-wasm").BookTemplate} BookTemplate
 */

/** By this a file is known again. */
const MARK = "// Written by `npx interakt-wasm templates`";

/**
 * The templates in the order in which they are written, each name and language once: of several that
 * one which a book finds.
 *
 * @param {TemplateBook} book
 * @returns {BookTemplate[]}
 */
export function sortedTemplates(book) {
  /** @type {Map<string, BookTemplate>} */
  const unique = new Map();
  for (const template of book.templates) {
    const known = unique.get(keyOf(template));
    if (known === undefined || book.find(template.name, template.language) === template) {
      unique.set(keyOf(template), template);
    }
  }
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, template]) => template);
}

/** What tells templates apart. @param {BookTemplate} template */
export const keyOf = ({ name, language, channel_type }) =>
  `${name} ${language} ${isRcs({ channel_type }) ? "RCS" : ""}`;

/** @param {{ channel_type: string | null }} template */
export const isRcs = ({ channel_type }) => channel_type?.toUpperCase() === "RCS";

/** @param {TemplateBook} book */
export function jsonOf(book) {
  return `${JSON.stringify({ ...book.toJSON(), templates: sortedTemplates(book) }, null, 2)}\n`;
}

/**
 * @param {TemplateBook} book
 * @returns {string} The same for the same templates but for the time, which stands in one line.
 */
export function moduleOf(book) {
  return `/* eslint-disable */
${MARK}. Do not edit: run it again.
import { type TemplateBook, templateBook } from "interakt-wasm";

${typesOf(sortedTemplates(book), book.needs)}
/** The account's templates, for \`sendTemplate\` and for the option \`templates\` of checks. */
export const book: TemplateBook<Templates> = /* @__PURE__ */ templateBook<Templates>(
  String.raw\`${dataOf(book)}\`,
);
`;
}

/**
 * A line for each template, without what is empty.
 *
 * @param {TemplateBook} book
 * @returns {string} JSON that is the same between the backticks of a raw text.
 */
function dataOf(book) {
  const { templates: _, ...head } = book.toJSON();
  const lines = sortedTemplates(book).map((template) => JSON.stringify(template, withoutNothing));
  const text = `${JSON.stringify(head).slice(0, -1)},"templates":[\n${lines.join(",\n")}\n]}`;
  return text.replace(/`|\$(?=\{)/g, escaped);
}

/**
 * @param {string} _
 * @param {unknown} value
 */
function withoutNothing(_, value) {
  const isNothing = value === null || (Array.isArray(value) && value.length === 0);
  return isNothing ? undefined : value;
}

/** @param {string} character */
const escaped = (character) => `\\u00${character.charCodeAt(0).toString(16)}`;

/**
 * @param {string} text A file.
 * @returns {{ book: TemplateBook, json: boolean } | undefined} What was written to it; undefined
 *   where that was something else, or cannot be read any more.
 */
export function readWritten(text) {
  const json = text.trimStart().startsWith("{");
  const data = json ? text : text.includes(MARK) && /^ {2}String\.raw`([^`]*)`/m.exec(text)?.[1];
  if (!data) return undefined;
  try {
    return { book: templateBook(data), json };
  } catch {
    return undefined;
  }
}
