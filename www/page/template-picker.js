/** The list of the account's templates above the editor: choosing one fills the input. */
import { byId, element } from "./dom.js";
import { readValue } from "./json-tree.js";
import { templateIn, withTemplate } from "./template-values.js";

/** @typedef {import("interakt-wasm").TemplateBook} TemplateBook */

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
  /** What reads and shows templates: most inputs name none. @type {typeof import("./account-templates.js")} */
  let templates;
  /** @type {TemplateBook | undefined} */
  let book;
  /** Why there is no book. */
  let failure = "";
  let isRead = false;
  let operation = "";

  select.addEventListener("change", () => {
    const template = book?.templates[Number(select.value)];
    const input = readValue(editor.text());
    if (!book || !template || templateIn(operation, input) === undefined) return;
    const filled = withTemplate(operation, input, template, book.needs(template));
    editor.replace(JSON.stringify(filled, null, 2));
  });

  async function read() {
    isRead = true;
    templates = await import("./account-templates.js");
    const found = await templates.readBook();
    failure = typeof found === "string" ? found : "";
    book = typeof found === "string" ? undefined : found;
    select.replaceChildren(...(book ? templates.choicesOf(book) : [note(failure)]));
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
        select.replaceChildren(note("Loading the account's templates…"));
        select.disabled = true;
        read();
      }
      if (book === undefined) return;
      const template = book.find(String(named.name), String(named.language));
      select.value = template ? String(book.templates.indexOf(template)) : "";
      facts.replaceChildren(...(template ? templates.factsOf(template, book) : [nothing(named)]));
    },
  };
}

/** @param {string} text What stands in place of templates. */
const note = (text) => element("option", { value: "" }, text);

/** @param {import("./template-values.js").Named} named */
function nothing({ name }) {
  const what = name ? "The account has no such template." : "No template is named yet.";
  return element("span", { class: "template-fact" }, what);
}
