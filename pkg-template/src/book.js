/** A book of the account's templates: what is known of them before a message is sent. */
import { catalogue, WARNINGS } from "./book_catalogue.js";
import { checkValue, isApproved } from "./book-check.js";
import { readSource } from "./book-read.js";
import { needsOf } from "./book-template.js";
import { isInteraktError } from "./failure.js";
import { MOST_PROBLEMS, readInput } from "./input.js";
import { issueOf, readMessages } from "./issues.js";
import { checkNames, refuse } from "./options.js";

/**
 * @typedef {import("../types/template-book.js").BookTemplate} BookTemplate
 * @typedef {import("../types/template-book.js").TemplateBook} TemplateBook
 * @typedef {import("./issues.js").Issue} Issue
 * @typedef {import("./issues.js").Messages} Messages
 */

const CATEGORIES = ["UTILITY", "MARKETING", "AUTHENTICATION"];

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

  /**
   * @param {unknown} given
   * @returns {import("./guard.js").Guard}
   */
  function guard(given) {
    const expected = readCategory(given);
    return (operation, value, issues, messages, most = MOST_PROBLEMS) => {
      const tally = createTally(issues, messages, most);
      checkValue({ byName, expected }, operation, value, (code, path, params) => {
        const isUnsure = WARNINGS.includes(code) || (!complete && code.endsWith("_in_book"));
        tally.add(code, path, isUnsure ? "warning" : "error", params);
      });
      return tally.end();
    };
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

    /**
     * @param {unknown} input
     * @param {{ expectCategory?: unknown, messages?: unknown } | null} [given]
     */
    check(input, given) {
      checkNames(given, ["expectCategory", "messages"], "check");
      const judge = guard(given?.expectCategory);
      const messages = readMessages(given?.messages);
      const { problems, value } = readInput(input);
      return problems.length > 0 ? [] : judge("sendMessage", value, [], messages);
    },

    /** For what checks inputs with a book. */
    "~guard": guard,

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

/**
 * @param {unknown} given
 * @returns {string | undefined} In capitals.
 */
function readCategory(given) {
  if (given === undefined || given === null) return undefined;
  const category = typeof given === "string" ? given.toUpperCase() : "";
  if (CATEGORIES.includes(category)) return category;
  return refuse('expectCategory must be "utility", "marketing" or "authentication".');
}

/**
 * Adds to issues, as many as are listed, and counts the rest.
 *
 * @param {readonly Issue[]} issues What was found before.
 * @param {Messages | undefined} messages
 * @param {number} most
 */
function createTally(issues, messages, most) {
  const isRest = (/** @type {Issue} */ { code }) => code === "issues.not_listed";
  const listed = issues.filter((issue) => !isRest(issue));
  const rest = issues.find(isRest);
  const wrong = new Set(listed.filter(isError).map(({ path }) => JSON.stringify(path)));
  let found = Number(rest?.params.found ?? listed.length);
  let severity = rest?.severity ?? "warning";
  return {
    /**
     * @param {string} code
     * @param {Issue["path"]} path
     * @param {Issue["severity"]} how
     * @param {Issue["params"]} params
     */
    add(code, path, how, params) {
      // Two errors of one value would be one too many.
      if (wrong.size > 0 && wrong.has(JSON.stringify(path))) return;
      found += 1;
      if (listed.length < most) listed.push(issueOf(catalogue, code, path, how, params, messages));
      else if (how === "error") severity = how;
    },

    end() {
      if (found === listed.length) return listed;
      const params = { found, listed: listed.length };
      return [...listed, issueOf(catalogue, "issues.not_listed", [], severity, params, messages)];
    },
  };
}

/** @param {Issue} issue */
const isError = ({ severity }) => severity === "error";
