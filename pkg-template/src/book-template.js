/** A template of the account, as a book holds it, and what sending it takes. */
import { isListOf } from "./list.js";
import { refuse } from "./options.js";

/**
 * @typedef {import("../types/template-book.js").BookTemplate} BookTemplate
 * @typedef {import("../types/template-book.js").BookButton} BookButton
 * @typedef {import("../types/template-book.js").BookCard} BookCard
 * @typedef {import("../types/template-book.js").TemplateNeeds} TemplateNeeds
 * @typedef {import("../types/template-book.js").PartNeeds} PartNeeds
 *
 * @typedef {object} Placeholder A variable in a text: `{{1}}`.
 * @property {number | null} number Null where between the braces is anything else.
 * @property {number} start Of its first brace.
 * @property {number} end Behind its last brace.
 */

/** How often Interakt encodes a list at most, and once more for who has encoded an answer again. */
const MOST_LAYERS = 3;

/** What buttons of a type want; of a URL the variable in it says so, and others may take anything. */
const BUTTONS = /** @type {Record<string, "required" | "optional" | "none">} */ ({
  PHONE_NUMBER: "none",
  COPY_CODE: "required",
  OTP: "required",
});

/** Headers that stay empty without the address of a file. */
const MEDIA = ["image", "video", "document"];

/**
 * @param {any} record Of a list of templates, decoded or as it was sent.
 * @param {number} index Its place there.
 * @returns {BookTemplate} Frozen, with the wire's names and without what a book has no use for.
 */
export function readTemplate(record, index) {
  const at = `templates[${index}]`;
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    refuse(`templateBook: ${at} must be a template, as listTemplates answers them.`);
  }
  for (const key of ["name", "language"]) {
    if (textAt(record, key, at) === null) refuse(`templateBook: ${at} has no ${key}.`);
  }
  const text = (/** @type {string} */ key) => textAt(record, key, at);
  const cards = listAt(record, "carousel_cards", at, (card, place) => {
    return readCard(card, `${at}.carousel_cards[${place}]`, place);
  });
  return Object.freeze({
    name: record.name,
    language: record.language,
    display_name: text("display_name"),
    category: text("category"),
    previous_category: text("previous_category"),
    approval_status: text("approval_status"),
    channel_type: text("channel_type"),
    ...readPart(record, at),
    footer: text("footer"),
    carousel_cards: cards ? Object.freeze(cards.sort((a, b) => a.card_index - b.card_index)) : null,
  });
}

/**
 * @param {any} card
 * @param {string} at
 * @param {number} place
 * @returns {BookCard}
 */
function readCard(card, at, place) {
  if (typeof card !== "object" || card === null) refuse(`templateBook: ${at} must be a card.`);
  const { card_index } = card;
  return Object.freeze({
    card_index: Number.isInteger(card_index) ? card_index : place,
    ...readPart(card, at),
  });
}

/**
 * What a template and a card have in common.
 *
 * @param {any} part
 * @param {string} at
 */
function readPart(part, at) {
  const text = (/** @type {string} */ key) => textAt(part, key, at);
  const buttons = listAt(part, "buttons", at, (button, place) => readButton(button, at, place));
  return {
    header_format: text("header_format"),
    header: text("header"),
    header_text: examplesIn(part.header_text),
    header_handle_file_url: text("header_handle_file_url"),
    body: text("body"),
    body_text: examplesIn(part.body_text),
    buttons: Object.freeze(buttons ?? []),
  };
}

/**
 * @param {any} button
 * @param {string} at
 * @param {number} place
 * @returns {BookButton}
 */
function readButton(button, at, place) {
  const own = `${at}.buttons[${place}]`;
  if (typeof button !== "object" || button === null)
    refuse(`templateBook: ${own} must be a button.`);
  return Object.freeze({
    type: textAt(button, "type", own) ?? "",
    text: textAt(button, "text", own) ?? "",
    url: textAt(button, "url", own),
    phone_number: textAt(button, "phone_number", own),
  });
}

/**
 * @param {any} object
 * @param {string} key
 * @param {string} at
 * @returns {string | null}
 */
function textAt(object, key, at) {
  const value = object[key] ?? null;
  if (value !== null && typeof value !== "string") {
    refuse(`templateBook: ${at}.${key} must be a text or null.`);
  }
  return value || null;
}

/**
 * @template Item
 * @param {any} object
 * @param {string} key
 * @param {string} at
 * @param {(item: unknown, place: number) => Item} read
 * @returns {Item[] | null} Null where there is none, which Interakt also writes as `{}`.
 */
function listAt(object, key, at, read) {
  const value = decoded(object[key]);
  // Its holes too, which `map` passes over.
  if (Array.isArray(value)) return Array.from(value, read);
  const isNone = value === null || (typeof value === "object" && Object.keys(value).length === 0);
  return isNone ? null : refuse(`templateBook: ${at}.${key} must be a list, or JSON of one.`);
}

/**
 * @param {unknown} value
 * @returns {readonly string[] | null} Null where it is no list of texts: nothing hangs on examples.
 */
function examplesIn(value) {
  const list = decoded(value);
  return isListOf(list, (each) => typeof each === "string") ? Object.freeze([...list]) : null;
}

/**
 * @param {unknown} value
 * @returns {any} What it says, where it is JSON in a string, or JSON in JSON in a string.
 */
export function decoded(value) {
  let inner = value ?? null;
  for (let layer = 0; typeof inner === "string" && layer < MOST_LAYERS; layer += 1) {
    if (inner.trim() === "") return null;
    try {
      inner = JSON.parse(inner);
    } catch {
      return inner;
    }
  }
  return inner;
}

/**
 * The variables of a text, in order.
 *
 * @param {string} text
 * @returns {Placeholder[]}
 */
export function placeholdersIn(text) {
  /** @type {Placeholder[]} */
  const found = [];
  let start = text.indexOf("{{");
  while (start >= 0) {
    const close = text.indexOf("}}", start + 2);
    if (close < 0) break;
    const name = text.slice(start + 2, close);
    const end = close + 2;
    found.push({ number: /^[1-9]\d{0,8}$/.test(name) ? Number(name) : null, start, end });
    start = text.indexOf("{{", end);
  }
  return found;
}

/**
 * @param {string | null} text
 * @returns {number | null} How many values its variables want. Null where that is not told: there is
 *   no text, or they have names, or their numbers do not run from 1.
 */
export function countIn(text) {
  if (text === null) return null;
  const numbers = new Set(placeholdersIn(text).map(({ number }) => number));
  const isRow = [...numbers].every((number) => number !== null && number <= numbers.size);
  return isRow ? numbers.size : null;
}

/**
 * What a message must carry to send a template.
 *
 * @param {BookTemplate} template
 * @returns {TemplateNeeds}
 */
export function needsOf(template) {
  const { carousel_cards: cards } = template;
  // A card without an address of its own shows what the template was approved with.
  const all = cards?.map((card) => partNeeds(card, "optional")) ?? null;
  return { ...partNeeds(template, "required"), cards: all };
}

/**
 * @param {BookTemplate | BookCard} part
 * @param {"required" | "optional"} media
 * @returns {PartNeeds}
 */
function partNeeds({ header_format, header, header_text, body, buttons }, media) {
  const type = header_format?.toLowerCase() ?? (header ? "text" : "none");
  const variables = countIn(header);
  /** @type {PartNeeds["header"]} */
  let above = null;
  if (type === "text") {
    const value = variables === 1 ? "required" : "optional";
    if (variables !== 0) above = { type, value, example: header_text?.[0] ?? null };
  } else if (type !== "none") {
    above = { type, value: MEDIA.includes(type) ? media : "optional" };
  }
  return {
    header: above,
    body: countIn(body),
    buttons: buttons.map(({ type, text, url }, index) => {
      const kind = type.toUpperCase();
      const inUrl = placeholdersIn(url ?? "").length > 0 ? "required" : "none";
      return { index, type, text, value: kind === "URL" ? inUrl : (BUTTONS[kind] ?? "optional") };
    }),
  };
}
