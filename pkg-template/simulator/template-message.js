/** What a webhook's event says of a message from a template: the template and the values. */

import { completed, whole } from "./templates.js";

/** @typedef {import("../types/simulator.js").SimulatedTemplate} SimulatedTemplate */

/**
 * The values of a template message, or of one card of a carousel.
 * @typedef {object} Values
 * @property {string[]} [headerValues]
 * @property {string[]} [bodyValues]
 * @property {Record<string, string[]>} [buttonValues]
 * @property {string} [fileName]
 */

/**
 * @param {import("./templates.js").Templates} templates
 * @param {import("./ids.js").Ids} ids
 * @param {() => number} now
 */
export function createTemplateMessages(templates, ids, now) {
  /** @type {Map<string, SimulatedTemplate>} */
  const madeUp = new Map();

  /**
   * @param {string} name
   * @param {string} language
   * @param {string} category
   */
  function templateOf(name, language, category) {
    const key = `${name} ${language}`;
    const known = templates.approved(name, language) ?? madeUp.get(key);
    if (known !== undefined) return known;
    const template = completed({ name, language, category }, ids, now());
    madeUp.set(key, template);
    return template;
  }

  /**
   * What a message has instead of a text.
   * @param {any} input a message of type Template
   */
  return function templateMessage({ template: sent, template_category = "utility" }) {
    const template = templateOf(sent.name, sent.languageCode, template_category);
    const format = template.header_format ?? formatOf(sent);
    return {
      raw_template: JSON.stringify(rawTemplate(template, format, sent)),
      message: JSON.stringify(componentsOf(template, format, sent)),
    };
  };
}

/**
 * What stands above the text, where the template does not say: told by the value.
 * @param {Values} values
 */
function formatOf({ headerValues: [value] = [], fileName }) {
  if (value === undefined) return null;
  if (!/^https?:/i.test(value)) return "TEXT";
  return fileName === undefined ? "IMAGE" : "DOCUMENT";
}

/**
 * The whole template, in which lists are JSON in a string once more.
 * @param {SimulatedTemplate} template
 * @param {string | null} format
 * @param {Values} values stand in for the examples and the text that the template lacks
 */
function rawTemplate(template, format, { headerValues, bodyValues = [] }) {
  const variables = bodyValues.map((_, index) => `{{${index + 1}}}`);
  return {
    ...whole(template),
    is_deleted: false,
    header_format: format,
    header: template.header ?? (format === "TEXT" ? "{{1}}" : null),
    header_handle: encoded(template.header_handle),
    header_text: encoded(template.header_text ?? (format === "TEXT" ? headerValues : null)),
    body: template.body ?? [template.display_name, ...variables].join(" "),
    body_text: encoded(template.body_text ?? (bodyValues.length > 0 ? bodyValues : null)),
    buttons: encoded(template.buttons ?? {}),
    button_text: encoded(template.button_text),
  };
}

/**
 * The values as WhatsApp is given them. Orders are left out: how Interakt tells them is not known.
 * @param {any} template of the account, or a card of one
 * @param {string | null} format
 * @param {Values & { carouselCards?: Values[] }} values
 * @returns {object[]}
 */
function componentsOf({ buttons, carousel_cards }, format, values) {
  const { headerValues = [], bodyValues = [], buttonValues = {}, carouselCards } = values;
  const components = [];
  if (headerValues.length > 0) {
    const parameters = headerValues.map((value) => headerParameter(format, value, values.fileName));
    components.push({ type: "header", parameters });
  }
  if (bodyValues.length > 0) {
    components.push({ type: "body", parameters: bodyValues.map(textParameter) });
  }
  for (const [index, texts] of Object.entries(buttonValues)) {
    const quick = buttons?.[index]?.type === "QUICK_REPLY";
    components.push({
      type: "button",
      sub_type: quick ? "quick_reply" : "url",
      index,
      parameters: texts.map((text) =>
        quick ? { type: "payload", payload: text } : textParameter(text),
      ),
    });
  }
  if (carouselCards !== undefined) {
    const cards = carouselCards.map((card, index) => {
      const known = carousel_cards?.[index] ?? {};
      const components = componentsOf(known, known.header_format ?? formatOf(card), card);
      return { card_index: index, components };
    });
    components.push({ type: "carousel", cards });
  }
  return components;
}

/**
 * @param {string | null} format
 * @param {string} value
 * @param {string | undefined} fileName
 */
function headerParameter(format, value, fileName) {
  if (format === null || format === "TEXT") return textParameter(value);
  const type = format.toLowerCase();
  return { type, [type]: { link: value, ...(fileName && { filename: fileName }) } };
}

/** @param {string} text */
function textParameter(text) {
  return { type: "text", text };
}

/** @param {unknown} value JSON in a string: as it is when it was given so, `null` without one */
function encoded(value) {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
