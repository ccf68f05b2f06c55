/** The list of the account's templates above the editor: choosing one fills the input. */
import { templateBook } from "interakt-wasm/web";
import { byId, element } from "./dom.js";
import { templateIn, wantsOf, withTemplate } from "./template-values.js";
import { send } from "./worker-client.js";

/**
 * @typedef {import("interakt-wasm").BookTemplate} BookTemplate
 * @typedef {import("interakt-wasm").ListTemplatesAnswer} ListTemplatesAnswer
 * @typedef {import("interakt-wasm").TemplateBook} TemplateBook
 */

/** How an approval looks. @type {Record<string, string>} */
const KINDS = { APPROVED: "good", WAITING: "warning", REJECTED: "error" };

/**
 * @param {object} editor
 * @param {() => string} editor.text
 * @param {(text: string) => void} editor.replace
 * @param {() => void} onRead The account's templates are there, or others than before.
 */
export function createTemplatePicker(editor, onRead) {
  const area = byId("template");
  const select = byId("template-name", HTMLSelectElement);
  const facts = byId("template-facts");
  /** @type {TemplateBook | undefined} */
  let book;
  /** Why there is no book. */
  let failure = "";
  let isRead = false;
  let operation = "";

  select.addEventListener("change", () => {
    const template = book?.templates[Number(select.value)];
    const input = inputOf(editor.text());
    if (!book || !template || input === undefined) return;
    const filled = withTemplate(operation, input, template, book.needs(template));
    editor.replace(JSON.stringify(filled, null, 2));
  });

  async function read() {
    isRead = true;
    const found = await readBook();
    failure = typeof found === "string" ? found : "";
    book = typeof found === "string" ? undefined : found;
    select.replaceChildren(...(book ? choicesOf(book) : [choice("", failure)]));
    select.disabled = book === undefined;
    onRead();
  }

  return {
    /** Once they are read. @returns {TemplateBook | undefined} */
    book: () => book,

    /** The account has changed. */
    renew() {
      if (isRead) read();
    },

    /**
     * Shows the template that an input names.
     *
     * @param {string} name Of the operation.
     * @param {unknown} input
     */
    show(name, input) {
      // While a text is no JSON, nothing jumps.
      if (input === undefined && name === operation) return;
      operation = name;
      const named = templateIn(name, input);
      area.hidden = named === undefined;
      if (named === undefined) return;
      if (!isRead) {
        select.replaceChildren(choice("", "Reading the account's templates…"));
        select.disabled = true;
        read();
      }
      if (book === undefined) return;
      const template = book.find(String(named.name), String(named.language));
      select.value = template ? String(book.templates.indexOf(template)) : "";
      facts.replaceChildren(...(template ? factsOf(template, book) : [nothing(named)]));
    },
  };
}

/** @returns {Promise<TemplateBook | string>} All templates of the account, or why there are none. */
async function readBook() {
  /** @type {ListTemplatesAnswer[]} */
  const pages = [];
  let offset = 0;
  try {
    for (let hasNext = true; hasNext; ) {
      const { answer, error } = await send("listTemplates", { offset });
      if (error) return `The templates could not be read: ${error.message}`;
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
function choicesOf({ templates }) {
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
    element("optgroup", { label: "Not to be sent" }, ...of(false)),
  ].filter((part) => part.tagName === "OPTION" || part.childElementCount > 0);
}

/** @param {string} value @param {string} text */
const choice = (value, text) => element("option", { value }, text);

/**
 * @param {BookTemplate} template
 * @param {TemplateBook} book
 */
function factsOf(template, book) {
  const { approval_status: status, category, previous_category: before, language } = template;
  return [
    badge(word(status), KINDS[status ?? ""] ?? "none"),
    badge(word(category), before ? "warning" : "none"),
    before && element("span", { class: "template-fact" }, `was ${word(before)}`),
    badge(language, "none"),
    element("span", { class: "template-fact" }, wantsOf(book.needs(template))),
  ].filter((part) => part !== null && part !== "");
}

/** @param {import("./template-values.js").Named} named */
function nothing({ name }) {
  const what = name ? "The account has no such template." : "Which template is sent?";
  return element("span", { class: "template-fact" }, what);
}

/** @param {string} text @param {string} kind */
const badge = (text, kind) => element("span", { class: "badge", "data-kind": kind }, text);

/** @param {string | null} word In capitals, as Interakt writes it. */
const word = (word) => (word ?? "").charAt(0) + (word ?? "").slice(1).toLowerCase();

/** @param {string} text @returns {Record<string, any> | undefined} */
function inputOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
