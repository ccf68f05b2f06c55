/** What has become of an account's templates, in sentences. */
import { isRcs, keyOf, sortedTemplates } from "./module.js";
import { isTyped } from "./types.js";

/**
 * @typedef {import("interakt-wasm").TemplateBook} TemplateBook
 * @typedef {import("interakt-wasm").BookTemplate} BookTemplate
 * @typedef {import("interakt-wasm").PartNeeds} PartNeeds
 */

/**
 * @typedef {object} Changes
 * @property {string[]} dearer About templates that cost more now.
 * @property {string[]} others
 */

/**
 * @param {TemplateBook | undefined} before Undefined the first time.
 * @param {TemplateBook} now
 * @returns {Changes} Each list in the order of names.
 */
export function changesOf(before, now) {
  const was = byKey(before);
  const is = byKey(now);
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
  /** @type {Changes} */
  const changes = { dearer: [], others: [] };
  for (const key of keys) {
    const [old, template] = [was.get(key), is.get(key)];
    if (template && isDearer(old, template)) changes.dearer.push(dearer(old, template));
    if (before) changes.others.push(...sentences(old, template, now));
  }
  return changes;
}

/**
 * @param {TemplateBook} book
 * @returns {string[]} Which templates have no type, and why.
 */
export function leftOut(book) {
  return sortedTemplates(book)
    .filter((template) => !isTyped(template))
    .map(
      (template) => `${labelOf(template)} is ${isRcs(template) ? "for RCS" : statusOf(template)}`,
    );
}

/** @param {TemplateBook | undefined} book */
const byKey = (book) =>
  new Map((book ? sortedTemplates(book) : []).map((template) => [keyOf(template), template]));

/** @param {BookTemplate} template */
const labelOf = (template) =>
  `${template.name} (${template.language}${isRcs(template) ? ", RCS" : ""})`;

/** @param {BookTemplate} template */
const categoryOf = ({ category }) => category?.toUpperCase() ?? "of no category";

/** @param {BookTemplate} template */
const statusOf = ({ approval_status }) => approval_status?.toUpperCase() ?? "of unknown status";

/**
 * Of a template that is seen for the first time, Interakt may tell what it was.
 *
 * @param {BookTemplate | undefined} old
 * @param {BookTemplate} template
 */
function isDearer(old, template) {
  const before = old ? old.category : template.previous_category;
  return before?.toUpperCase() === "UTILITY" && categoryOf(template) === "MARKETING";
}

/**
 * @param {BookTemplate | undefined} old
 * @param {BookTemplate} template
 */
function dearer(old, template) {
  const how = old ? "was UTILITY and is now MARKETING" : "is MARKETING, and used to be UTILITY";
  return `${labelOf(template)} ${how}: each message costs several times as much.`;
}

/**
 * @param {BookTemplate | undefined} old
 * @param {BookTemplate | undefined} template
 * @param {TemplateBook} book
 * @returns {string[]}
 */
function sentences(old, template, book) {
  // Of a book that lacks some, nobody knows.
  if (!template) return old && book.complete ? [`${labelOf(old)} is gone.`] : [];
  const label = labelOf(template);
  if (!old) return [`${label} is new: ${categoryOf(template)}, ${statusOf(template)}.`];
  const said = [];
  if (categoryOf(old) !== categoryOf(template) && !isDearer(old, template)) {
    said.push(`${label} is now ${categoryOf(template)}; it was ${categoryOf(old)}.`);
  }
  if (statusOf(old) !== statusOf(template)) said.push(statusSentence(old, template));
  const wanted = partSentences(book.needs(old), book.needs(template), label);
  const cards = cardSentences(old, template, book);
  said.push(...wanted, ...cards);
  const fields = FIELDS.filter((field) => !isSame(old[field], template[field]));
  // Of what is said above, the words have changed too.
  if (wanted.length + cards.length === 0 && fields.length > 0) {
    said.push(`${label} has changed: ${fields.join(", ")}.`);
  }
  return said;
}

/**
 * What else is told of a template. The address of the file that was approved is not among it: it may
 * be another each time.
 */
const FIELDS = /** @type {const} */ ([
  ...["display_name", "header_format", "header", "header_text", "body", "body_text"],
  ...["footer", "buttons", "carousel_cards"],
]);

/**
 * @param {unknown} one
 * @param {unknown} other
 */
function isSame(one, other) {
  const [a, b] = [one, other].map((value) =>
    JSON.stringify(value, (key, inner) => (key === "header_handle_file_url" ? undefined : inner)),
  );
  return a === b;
}

/**
 * @param {BookTemplate} old
 * @param {BookTemplate} template
 */
function statusSentence(old, template) {
  const label = labelOf(template);
  if (statusOf(template) === "APPROVED") return `${label} is now approved.`;
  if (statusOf(old) !== "APPROVED") {
    return `${label} is now ${statusOf(template)}; it was ${statusOf(old)}.`;
  }
  return `${label} is no longer approved but ${statusOf(template)}: Interakt refuses it.`;
}

/**
 * @param {PartNeeds} old
 * @param {PartNeeds} needs
 * @param {string} label
 */
function partSentences(old, needs, label) {
  const parts = [bodyOf, headerOf, buttonsOf].map((of) => [of(needs), of(old)]);
  return parts
    .filter(([now, before]) => now !== before)
    .map(([now, before]) => `${label} now needs ${now}; it needed ${before}.`);
}

/** @param {PartNeeds} needs */
function bodyOf({ body }) {
  if (body === null) return "an unknown number of values in the text";
  return `${body === 0 ? "no" : body} value${body === 1 ? "" : "s"} in the text`;
}

/** @param {PartNeeds} needs */
function headerOf({ header }) {
  if (!header) return "nothing above the text";
  const { type, value } = header;
  const what = type === "text" ? "a value" : `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
  return `${what} above the text${value === "required" ? "" : " (optional)"}`;
}

/** @param {PartNeeds} needs */
function buttonsOf({ buttons }) {
  const required = buttons.filter(({ value }) => value === "required").map(({ index }) => index);
  if (required.length === 0) return "no value for a button";
  if (required.length === 1) return `a value for button ${required}`;
  return `values for buttons ${required.join(", ")}`;
}

/**
 * @param {BookTemplate} old
 * @param {BookTemplate} template
 * @param {TemplateBook} book
 */
function cardSentences(old, template, book) {
  const [before, now] = [old, template].map((each) => book.needs(each).cards ?? []);
  if (!before || !now) return [];
  const count = `${labelOf(template)} now has ${now.length} cards; it had ${before.length}.`;
  const parts = now.flatMap((card, index) => {
    const was = before[index];
    return was ? partSentences(was, card, `${labelOf(template)}, card ${index},`) : [];
  });
  return before.length === now.length ? parts : [count, ...parts];
}
