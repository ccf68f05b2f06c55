/** What the rows are for, and how the file is read: everything that is not about one column. */
import { phone } from "interakt-wasm/web";
import { choice, choicesOf, factsOf, readBook } from "../account-templates.js";
import { CATALOG } from "../catalog.js";
import { element } from "../dom.js";
import { withTemplate } from "../template-values.js";
import { lacksTemplate, startOf } from "./starts.js";

/**
 * @typedef {import("interakt-wasm").TemplateBook} TemplateBook
 * @typedef {import("interakt-wasm").TemplateNeeds} TemplateNeeds
 * @typedef {import("interakt-wasm/bulk").RowPlan} RowPlan
 * @typedef {import("./starts.js").Base} Base
 * @typedef {import("./starts.js").OperationName} OperationName
 *
 * @typedef {object} Settings
 * @property {OperationName} operation
 * @property {Base} base
 * @property {TemplateNeeds} [needs] Of the template that is chosen.
 * @property {TemplateBook} [templates] Once they are read.
 * @property {boolean} lacksTemplate One is wanted, and none is chosen.
 * @property {string} defaultCountry
 * @property {Told} told What a person says of the file; the rest is told by its first bytes.
 *
 * @typedef {object} Told
 * @property {"," | ";" | "\t" | "|"} [delimiter]
 * @property {boolean} [header]
 * @property {string} [encoding]
 */

const DELIMITERS = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
const ENCODINGS = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, big-endian",
  "windows-1252": "Windows-1252",
};

const FIRST = /** @type {OperationName} */ ("sendMessage");

/**
 * @param {(isAnother: boolean) => void} onChange Called when something is another: with `true` where
 *   columns may go elsewhere for it.
 * @param {object} what
 * @param {string} what.ids What the ids of its elements begin with.
 * @param {readonly OperationName[]} what.operations Those that rows may be for.
 */
export function createSettings(onChange, { ids, operations }) {
  const select = (/** @type {string} */ name, /** @type {HTMLElement[]} */ choices) =>
    element("select", { class: "button rows-select", id: `${ids}-${name}` }, ...choices);
  const operation = select(
    "operation",
    CATALOG.filter(({ operation: { name } }) => operations.includes(name)).map(
      ({ operation, title }) => choice(operation.name, title),
    ),
  );
  const template = select("template", [choice("", "Reading the account's templates…")]);
  template.disabled = true;
  const facts = element("div", { class: "template-facts" });
  const templateField = field("Template", template, facts);
  const country = select("country", countryChoices());
  country.value = "IN";
  const countryField = field("Country of numbers without +", country);
  const asTheyAre = element(
    "p",
    { class: "aside rows-aside", hidden: true },
    "Each line is an input in JSON, and is checked as it is: there is nothing to map.",
  );
  const delimiter = select("delimiter", []);
  const header = select("header", []);
  const encoding = select("encoding", []);
  const told = element(
    "div",
    { class: "rows-fields rows-told", hidden: true },
    field("Between cells", delimiter),
    field("First row", header),
    field("Encoding", encoding),
  );

  /** @type {TemplateBook | undefined} */
  let book;
  let isRead = false;
  /** Whether the rows are inputs already. */
  let isAsJson = false;
  /** @type {Base} */
  let base = startOf(FIRST);
  /** A template to choose as soon as they are read. @type {{ name: string, language: string } | undefined} */
  let wanted;

  operation.addEventListener("change", () => {
    start();
    onChange(true);
  });
  template.addEventListener("change", () => {
    const chosen = book?.templates[Number(template.value || Number.NaN)];
    base = startOf(operation.value);
    if (book && chosen) base = withTemplate(FIRST, base, chosen, book.needs(chosen));
    showTemplate();
    onChange(true);
  });
  country.addEventListener("change", () => onChange(false));
  for (const part of [delimiter, header, encoding]) {
    part.addEventListener("change", () => onChange(true));
  }

  /** Begins with another operation. */
  function start() {
    base = startOf(operation.value);
    showTemplate();
  }

  function showTemplate() {
    templateField.hidden = operation.value !== FIRST || isAsJson;
    const chosen = chosenTemplate();
    template.value = chosen && book ? String(book.templates.indexOf(chosen)) : "";
    facts.replaceChildren(...(chosen && book ? factsOf(chosen, book) : []));
  }

  /** @returns {import("interakt-wasm").BookTemplate | undefined} */
  function chosenTemplate() {
    const { name, languageCode } = base.template ?? {};
    return name ? book?.find(name, languageCode) : undefined;
  }

  /** @param {{ name: string, language: string }} named */
  function choose({ name, language }) {
    const found = book?.find(name, language);
    if (!book || !found) return;
    base = withTemplate(FIRST, startOf(FIRST), found, book.needs(found));
    showTemplate();
  }

  /** @returns {Promise<void>} Once the account's templates are there, or not to be had. */
  async function read() {
    isRead = true;
    const found = await readBook();
    book = typeof found === "string" ? undefined : found;
    template.replaceChildren(
      ...(typeof found === "string" ? [choice("", found)] : choicesOf(found)),
    );
    template.disabled = book === undefined;
    if (wanted && operation.value === FIRST) choose(wanted);
    showTemplate();
    onChange(true);
  }

  return {
    template,
    parts: [
      element(
        "div",
        { class: "rows-fields" },
        field("What the rows are for", operation),
        templateField,
        countryField,
      ),
      told,
      asTheyAre,
    ],

    /** The page is shown: the templates are read, once. */
    open() {
      if (!isRead) read();
    },

    /**
     * Another file: what was said of the last one is forgotten.
     *
     * @param {import("../../demo/file-samples.js").FileSample} [sample]
     */
    restart(sample) {
      for (const part of [delimiter, header, encoding]) part.replaceChildren();
      wanted = sample?.template;
      if (sample === undefined) return;
      operation.value = sample.operation;
      start();
      if (wanted) choose(wanted);
    },

    /** @param {Base} other With what all rows have. */
    setBase(other) {
      base = other;
    },

    /** @param {RowPlan | undefined} plan What was found out about the file. */
    show(plan) {
      isAsJson = plan?.format === "ndjson";
      const isCsv = plan?.format === "csv";
      told.hidden = !isCsv;
      asTheyAre.hidden = !isAsJson;
      countryField.hidden = isAsJson;
      showTemplate();
      if (!plan || !isCsv) return;
      fill(delimiter, DELIMITERS, plan.delimiter);
      fill(header, { true: "is the header", false: "is data" }, String(plan.header !== null));
      fill(encoding, ENCODINGS, plan.encoding);
    },

    /** @returns {Settings} */
    now() {
      const name = /** @type {OperationName} */ (operation.value);
      const chosen = chosenTemplate();
      return {
        operation: name,
        base,
        ...(book && chosen && { needs: book.needs(chosen) }),
        ...(book && { templates: book }),
        lacksTemplate: lacksTemplate(name, base),
        defaultCountry: country.value,
        told: {
          ...(delimiter.value && { delimiter: /** @type {Told["delimiter"]} */ (delimiter.value) }),
          ...(header.value && { header: header.value === "true" }),
          ...(encoding.value && { encoding: encoding.value }),
        },
      };
    },
  };
}

/**
 * Offers what was found first, and then all else.
 *
 * @param {HTMLSelectElement} part
 * @param {Record<string, string>} words
 * @param {string | null | undefined} found
 */
function fill(part, words, found) {
  if (part.value !== "" || !found) return;
  part.replaceChildren(
    choice("", words[found] ?? found),
    ...Object.entries(words).flatMap(([value, text]) =>
      value === found ? [] : [choice(value, text)],
    ),
  );
}

function countryChoices() {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
  return phone
    .countries()
    .map(({ country, countryCode }) => {
      return { country, text: `${names.of(country) ?? country} (${countryCode})` };
    })
    .sort((one, other) => one.text.localeCompare(other.text, "en"))
    .map(({ country, text }) => choice(country, text));
}

/**
 * @param {string} label
 * @param {HTMLElement} control
 * @param {HTMLElement} [beside]
 */
function field(label, control, beside) {
  return element(
    "div",
    { class: "field" },
    element("label", { class: "field-label", for: control.id }, label),
    control,
    beside,
  );
}
