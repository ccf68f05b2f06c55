/** The part of a message that a template makes, of the values that go into it. */
import { isApproved } from "./book-check.js";
import { checkNames, nearest, refuse } from "./options.js";

/**
 * @typedef {import("../types/template-book.js").TemplateBook} TemplateBook
 * @typedef {import("../types/template-book.js").PartNeeds} PartNeeds
 * @typedef {import("../types/template-values.js").TemplateValues} TemplateValues
 * @typedef {import("../types/template-values.js").TemplatePartValues} PartValues
 */

const OF_PART = ["header", "body", "button", "buttons"];
const OF_TEMPLATE = [...OF_PART, "language", "fileName", "cards"];

/** The code of an error about what the book does not have. */
const UNKNOWN = "template_unknown";
/** What is longer is no name that is misspelt. */
const LONGEST_NAME = 128;

/**
 * Refuses what it cannot put in its place. Whether values are missing or too many is for the checks,
 * which know the place of each.
 *
 * @param {TemplateBook} book
 * @param {string} name
 * @param {TemplateValues} [values]
 */
export function sendTemplate(book, name, values) {
  if (typeof book?.needs !== "function") {
    refuse("sendTemplate takes a book first: what templateBook or loadTemplates gives.");
  }
  checkNames(values, OF_TEMPLATE, "sendTemplate");
  const { language, fileName, cards, ...own } = values ?? {};
  const template = chosen(book, name, language);
  const needs = template && book.needs(template);
  return {
    type: "Template",
    template: {
      name,
      languageCode: template?.language ?? language,
      ...placed(needs, own, ""),
      ...(fileName !== undefined && { fileName }),
      ...(cards !== undefined && {
        carouselCards: listOf(cards, "cards").map((card, index) => {
          const at = `cards[${index}]`;
          checkNames(card, OF_PART, `sendTemplate: ${at}`);
          return placed(needs?.cards?.[index], card ?? {}, `${at}.`);
        }),
      }),
    },
  };
}

/**
 * @param {TemplateBook} book
 * @param {string} name
 * @param {string | undefined} language
 */
function chosen(book, name, language) {
  // Of a language that it names the checks say what is wrong with it.
  if (language !== undefined) return book.find(name, language);
  const all = book.templates.filter((template) => template.name === name);
  const approved = all.filter(isApproved);
  const languages = [...new Set((approved[0] ? approved : all).map(({ language }) => language))];
  if (languages.length === 1) return book.find(name, languages[0]);
  if (languages.length > 1) {
    const which = languages.join(", ");
    refuse(`sendTemplate: this template exists in ${which}: say which as language.`, UNKNOWN);
  }
  const names = book.templates.map((template) => template.name);
  const meant = nearest(String(name).slice(0, LONGEST_NAME), names);
  const instead = meant
    ? `Did you mean "${meant}"?`
    : "If the account has it, load the book again, or name its language.";
  return refuse(`sendTemplate: the book has no template with this name. ${instead}`, UNKNOWN);
}

/**
 * @param {PartNeeds | undefined} needs Of a template or a card that the book has.
 * @param {PartValues} values
 * @param {string} at What its names begin with in a message.
 */
function placed(needs, { header, body, button, buttons = {} }, at) {
  const lists = Object.entries(buttons);
  if (button !== undefined) lists.push([indexOf(needs, at), button]);
  const texts = lists.flatMap(([index, list]) => {
    return list === undefined ? [] : [[index, listOf(list, `${at}buttons[${index}]`)]];
  });
  return {
    ...(header !== undefined && { headerValues: [headerOf(needs, header, at)] }),
    ...(body !== undefined && { bodyValues: listOf(body, `${at}body`) }),
    ...(texts.length > 0 && { buttonValues: Object.fromEntries(texts) }),
  };
}

/**
 * @param {PartNeeds | undefined} needs
 * @param {NonNullable<PartValues["header"]>} header
 * @param {string} at
 */
function headerOf(needs, header, at) {
  if (typeof header === "string") return header;
  const [[kind, value] = [], ...others] = Object.entries(header ?? {});
  if (kind === undefined || others.length > 0) {
    refuse(
      `sendTemplate: ${at}header must be a text, or an address such as { image: "https://…" }.`,
    );
  }
  const type = needs?.header?.type ?? kind;
  if (type !== kind) refuse(`sendTemplate: ${at}header must be of the kind "${type}".`);
  return value;
}

/**
 * @param {PartNeeds | undefined} needs
 * @param {string} at
 * @returns {string} Which button is meant by one that is not named.
 */
function indexOf(needs, at) {
  const taking = ["required", "optional"].map((word) => {
    return needs?.buttons.filter(({ value }) => value === word) ?? [];
  });
  const [button, ...others] = taking.find(({ length }) => length > 0) ?? [];
  if (button && others.length === 0) return String(button.index);
  const why = button ? "several buttons take a value" : "no button is known to take a value";
  return refuse(`sendTemplate: ${why}. Say which, as ${at}buttons: { 0: ["…"] }.`);
}

/**
 * @template Item
 * @param {readonly Item[]} list
 * @param {string} at
 * @returns {Item[]} A list of its own: what is sent does not change with what was given.
 */
function listOf(list, at) {
  if (!Array.isArray(list)) refuse(`sendTemplate: ${at} must be a list.`);
  // Without walking holes, of which there can be more than there is memory.
  return Object.assign([], list);
}
