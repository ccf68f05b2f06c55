/** A book of the account's templates: what is known of them before a message is sent. */
import { readSource } from "./book-read.js";
import { needsOf } from "./book-template.js";
import { isInteraktError } from "./failure.js";
import { checkNames, refuse } from "./options.js";

/**
 * @typedef {import("../types/template-book.js").BookTemplate} BookTemplate
 * @typedef {import("../types/template-book.js").TemplateBook} TemplateBook
 */

/** How the JSON of a book is written. @type {1} */
const VERSION = 1;

/**
 * @param {unknown} source
 * @param {{ loadedAt?: unknown } | null} [options]
 * @returns {TemplateBook}
 */
export function templateBook(source, options) {
  checkNames(options, ["loadedAt"], "templateBook");
  const { templates, complete, loadedAt } = read(source, options?.loadedAt);
  // By names that nobody here has chosen: an object would have names of its own.
  /** @type {Map<string, BookTemplate[]>} */
  const byName = new Map();
  for (const template of templates) {
    const others = byName.get(template.name);
    if (others) others.push(template);
    else byName.set(template.name, [template]);
  }

  /**
   * @param {string} name
   * @param {string} [language]
   */
  function find(name, language) {
    const all = (byName.get(name) ?? []).filter((template) => {
      return language === undefined || template.language === language;
    });
    return all.find(isApproved) ?? all[0];
  }

  return Object.freeze({
    templates: Object.freeze(templates),
    complete,
    get loadedAt() {
      return loadedAt === null ? null : new Date(loadedAt);
    },
    ageMs: (now = Date.now()) => (loadedAt === null ? null : now - loadedAt),
    find,
    needs: needsOf,
    toJSON() {
      return {
        version: VERSION,
        loadedAt: this.loadedAt?.toISOString() ?? null,
        complete,
        templates,
      };
    },
  });
}

/** @type {typeof readSource} */
function read(source, loadedAt) {
  try {
    return readSource(source, loadedAt);
  } catch (thrown) {
    if (isInteraktError(thrown)) throw thrown;
    // A getter, or a proxy.
    return refuse("templateBook: this cannot be read.");
  }
}

/** @param {BookTemplate} template Interakt tells the status in capitals. */
export const isApproved = ({ approval_status }) => approval_status?.toUpperCase() === "APPROVED";
