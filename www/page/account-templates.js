/** The templates of the account: read through the Worker, and shown in a list to choose from. */
import { templateBook } from "interakt-wasm/web";
import { element } from "./dom.js";
import { wantsOf } from "./template-values.js";
import { send } from "./worker-client.js";

/**
 * @typedef {import("interakt-wasm").BookTemplate} BookTemplate
 * @typedef {import("interakt-wasm").ListTemplatesAnswer} ListTemplatesAnswer
 * @typedef {import("interakt-wasm").TemplateBook} TemplateBook
 */

/** How an approval looks. @type {Record<string, string>} */
const KINDS = { APPROVED: "good", WAITING: "warning", REJECTED: "error" };

/** @returns {Promise<TemplateBook | string>} All templates of the account, or why there are none. */
export async function readBook() {
  /** @type {ListTemplatesAnswer[]} */
  const pages = [];
  let offset = 0;
  try {
    for (let hasNext = true; hasNext; ) {
      const { answer, error } = await send("listTemplates", { offset });
      if (error) return `The templates could not be loaded: ${error.message}`;
      const page = /** @type {ListTemplatesAnswer} */ (answer);
      const { length } = page.results.templates;
      pages.push(page);
      offset += length;
      hasNext = page.has_next && length > 0;
    }
    return templateBook(pages, { loadedAt: Date.now() });
  } catch {
    return "The answer to listTemplates could not be read.";
  }
}

/** @param {TemplateBook} book */
export function choicesOf({ templates }) {
  const choices = templates.map((template, index) => {
    const { name, language, category } = template;
    return { template, option: choice(String(index), `${name} · ${language} · ${word(category)}`) };
  });
  const of = (/** @type {boolean} */ isApproved) =>
    choices
      .filter(({ template }) => (template.approval_status === "APPROVED") === isApproved)
      .map(({ option }) => option);
  return [
    choice("", "Choose a template"),
    element("optgroup", { label: "Approved" }, ...of(true)),
    element("optgroup", { label: "Cannot be sent" }, ...of(false)),
  ].filter((part) => part.tagName === "OPTION" || part.childElementCount > 0);
}

/** @param {string} value @param {string} text */
export const choice = (value, text) => element("option", { value }, text);

/**
 * @param {BookTemplate} template
 * @param {TemplateBook} book
 */
export function factsOf(template, book) {
  const { approval_status: status, category, previous_category: before, language } = template;
  return [
    badge(word(status), KINDS[status ?? ""] ?? "none"),
    badge(word(category), before ? "warning" : "none"),
    before && element("span", { class: "template-fact" }, `was ${word(before)}`),
    badge(language, "none"),
    element("span", { class: "template-fact" }, wantsOf(book.needs(template))),
  ].filter((part) => part !== null && part !== "");
}

/** @param {string} text @param {string} kind */
const badge = (text, kind) => element("span", { class: "badge", "data-kind": kind }, text);

/** @param {string | null} word In capitals, as Interakt writes it. */
const word = (word) => (word ?? "").charAt(0) + (word ?? "").slice(1).toLowerCase();
