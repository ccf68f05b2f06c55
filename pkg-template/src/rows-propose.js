/** Columns for who names none: by what their headers say, what their cells are, and what is needed. */
import { nameOf } from "./form-names.js";
import { isOfAnother, looksLikePhone, sureness, wordsOf } from "./rows-words.js";

/**
 * @typedef {import("./form-fields.js").Target} Target
 *
 * @typedef {object} Wanted What a file is for.
 * @property {string} operation
 * @property {any} base
 * @property {{ body: number | null, text: string | null } | undefined} template What a template
 *   takes in its body, and the text of that, where a book knows it.
 *
 * @typedef {object} Column
 * @property {string} name As the header has it; its number from 1 where it has none of its own.
 * @property {string} header Empty where there is none.
 * @property {string[]} cells Of the first rows.
 */

/** How surely a header must say something. */
const PLAIN = 2;

/** A phone by its cells alone: that most of them are numbers, and the header says nothing else. */
const MOST = 0.6;

/** Operations whose customers have traits. */
const TRACKS = ["trackUser", "trackEvent"];

/**
 * @param {readonly Column[]} columns
 * @param {Wanted} wanted
 * @returns {Record<string, Target>} By the names of the columns; those that are for nothing are left
 *   out.
 */
export function proposeColumns(columns, { operation, base, template }) {
  /** @type {Map<Column, Target>} */
  const chosen = new Map();
  const free = () => columns.filter((column) => !chosen.has(column));

  /**
   * @param {(column: Column) => number} score
   * @param {number} least
   * @param {Target} target
   */
  function choose(score, least, target) {
    const [best] = free()
      .map((column) => ({ column, score: score(column) }))
      .filter(({ score }) => score >= least)
      // The first of those that are as good.
      .sort((a, b) => b.score - a.score);
    if (best) chosen.set(best.column, target);
    return best?.column;
  }

  const isKnown = base?.userId !== undefined || base?.phoneNumber !== undefined;
  const phone = isKnown || base?.fullPhoneNumber ? undefined : choose(phoneScore, 1, "phone");
  if (phone) choose(({ header }) => sureness(header, "country"), PLAIN, "phone.country");
  else if (!isKnown) choose(({ header }) => sureness(header, "id"), PLAIN, "userId");
  const isNamed = (/** @type {Column} */ { header }) => sureness(header, "name");

  if (TRACKS.includes(operation)) {
    choose(isNamed, PLAIN, "traits.name");
    choose(({ header }) => sureness(header, "email"), PLAIN, "traits.email");
    choose(({ header }) => sureness(header, "consent"), PLAIN, "traits.whatsapp_opted_in");
    if (operation === "trackUser") {
      choose(({ header }) => sureness(header, "tags"), PLAIN, "tags[0]");
    }
    const taken = new Set([...chosen.values()].map(String));
    for (const column of free()) {
      const to = nameOf(["traits", traitOf(column.header)]);
      if (!column.header || taken.has(to)) continue;
      taken.add(to);
      const as = typeOf(column.cells);
      chosen.set(column, as ? { to, as } : to);
    }
  } else if (base?.type === "Template" && base.template?.bodyValues === undefined) {
    const place = (/** @type {number} */ at) => `template.bodyValues[${at}]`;
    if (template?.body) {
      const texts = placeholdersOf(template.text ?? "", template.body);
      for (const [at, { words, greets }] of texts.entries()) {
        choose((column) => likeness(column, words, greets), 1, place(at));
      }
      // The rest in the order of the file.
      const filled = new Set([...chosen.values()].map(String));
      const rest = free();
      for (let at = 0; at < template.body; at += 1) {
        const column = filled.has(place(at)) ? undefined : rest.shift();
        if (column) chosen.set(column, place(at));
      }
    } else if (template?.body !== 0) choose(isNamed, PLAIN, place(0));
  } else if (base?.type === "Text" && base.data?.message === undefined) {
    choose(({ header }) => sureness(header, "message"), PLAIN, "data.message");
  }
  const inOrder = columns.filter((column) => chosen.has(column));
  return Object.fromEntries(inOrder.map((column) => [column.name, chosen.get(column) ?? ""]));
}

/** @param {Column} column */
function phoneScore({ header, cells }) {
  // A message to the driver of all customers is worse than a question.
  if (isOfAnother(header)) return 0;
  const filled = cells.filter((cell) => cell.trim());
  const share = filled.filter(looksLikePhone).length / (filled.length || 1);
  const said = sureness(header, "phone");
  if (said >= PLAIN) return said + (filled.length === 0 || share > 0 ? 1 : -PLAIN);
  // `No.` and no header at all: the cells say it.
  return share >= MOST && (said > 0 || wordsOf(header).length === 0) ? 1 + share : 0;
}

/**
 * A trait's key: `total_orders` of `Total orders`. Another script stays as it is.
 *
 * @param {string} header
 */
function traitOf(header) {
  const words = wordsOf(header);
  return words.every((word) => /^[a-z0-9]+$/.test(word)) ? words.join("_") : header.trim();
}

/**
 * @param {readonly string[]} cells
 * @returns {"number" | "boolean" | undefined} What all of them are that is more than a text. Numbers
 *   with a zero in front are codes, as are long ones.
 */
function typeOf(cells) {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  if (filled.length === 0) return undefined;
  if (filled.every((cell) => /^-?(0|[1-9]\d{0,8})(\.\d+)?$/.test(cell))) return "number";
  return filled.every((cell) => /^(true|false|yes|no)$/i.test(cell)) ? "boolean" : undefined;
}

const GREETING = /(^|\n)\W*(hi|hey|hello|dear|namaste|नमस्ते|प्रिय|हेलो|हैलो)\s*$/iu;

/** Words around a variable that may name it. */
const AROUND = 3;

/**
 * @param {string} text `Hi {{1}}, your order {{2}} has left.`
 * @param {number} count
 * @returns {{ words: string[], greets: boolean }[]} Of each variable what stands around it.
 */
function placeholdersOf(text, count) {
  return Array.from({ length: count }, (_, index) => {
    const mark = `{{${index + 1}}}`;
    const at = text.indexOf(mark);
    const before = at < 0 ? "" : text.slice(0, at);
    const behind = at < 0 ? "" : text.slice(at + mark.length);
    const own = [before.split("}}").at(-1) ?? "", behind.split("{{")[0] ?? ""];
    return {
      words: [...wordsOf(own[0] ?? "").slice(-AROUND), ...wordsOf(own[1] ?? "").slice(0, 1)],
      greets: GREETING.test(before),
    };
  });
}

/**
 * @param {Column} column
 * @param {readonly string[]} words
 * @param {boolean} greets
 * @returns {number} How well it fits a variable.
 */
function likeness({ header }, words, greets) {
  const name = greets ? sureness(header, "name") : 0;
  return name + wordsOf(header).filter((word) => word.length > 2 && words.includes(word)).length;
}
