/** What an input holds once a template is chosen: empty places for all that the template wants. */
import { isObject } from "./is-object.js";

/**
 * @typedef {import("interakt-wasm").BookTemplate} BookTemplate
 * @typedef {import("interakt-wasm").TemplateNeeds} TemplateNeeds
 * @typedef {import("interakt-wasm").PartNeeds} PartNeeds
 * @typedef {{ name: unknown, language: unknown }} Named
 */

/**
 * @param {string} operation
 * @param {any} input
 * @returns {Named | undefined} The template that an input names, where it can name one.
 */
export function templateIn(operation, input) {
  if (operation === "createCampaign" && isObject(input)) {
    return { name: input.template_name, language: input.language_code };
  }
  if (operation !== "sendMessage" || !isObject(input) || input.type !== "Template") {
    return undefined;
  }
  return { name: input.template?.name, language: input.template?.languageCode };
}

/**
 * @param {string} operation
 * @param {any} input
 * @param {BookTemplate} template
 * @param {TemplateNeeds} needs
 * @returns {object} The input for the template. Values stay where only its language is another.
 */
export function withTemplate(operation, input, { name, language, category }, needs) {
  if (operation === "createCampaign") {
    return { ...input, template_name: name, language_code: language };
  }
  const { type: _, data: __, template: before, template_category: ___, ...rest } = input;
  const values = before?.name === name ? before : {};
  const cards = needs.cards?.map((card, index) => {
    return placesOf(card, values.carouselCards?.[index] ?? {}, true);
  });
  return {
    ...rest,
    ...(category === "UTILITY" && { template_category: "utility" }),
    type: "Template",
    template: {
      name,
      languageCode: language,
      ...placesOf(needs, values),
      ...(cards && { carouselCards: cards }),
    },
  };
}

/**
 * @param {PartNeeds} needs
 * @param {any} values Those that stand there already.
 * @param {boolean} [isCard] A card's own picture is offered too, where there was one.
 */
function placesOf({ header, body, buttons }, values, isCard = false) {
  const wanting = buttons.filter(({ value }) => value === "required");
  const hasHeader = header?.value === "required" || (isCard && values.headerValues?.length > 0);
  return {
    ...(header && hasHeader && { headerValues: [textIn(values.headerValues, 0)] }),
    ...(header && values.fileName && { fileName: values.fileName }),
    ...(body && {
      bodyValues: Array.from({ length: body }, (_, index) => textIn(values.bodyValues, index)),
    }),
    ...(wanting.length > 0 && {
      buttonValues: Object.fromEntries(
        wanting.map(({ index }) => [index, [textIn(values.buttonValues?.[index], 0)]]),
      ),
    }),
  };
}

/**
 * What a template wants, in words.
 *
 * @param {TemplateNeeds} needs
 */
export function wantsOf({ header, body, buttons, cards }) {
  const wanting = buttons.filter(({ value }) => value === "required").length;
  const parts = [
    header?.value === "required" &&
      (header.type === "text" ? "1 value in the header" : ABOVE[header.type]),
    body && `${body} ${body === 1 ? "value" : "values"} in the text`,
    wanting > 0 && `${wanting} for ${wanting === 1 ? "a button" : "buttons"}`,
    cards && `${cards.length} cards`,
  ].filter(Boolean);
  return parts.length > 0 ? `Needs ${parts.join(", ")}.` : "Needs no values.";
}

/** @type {Record<string, string>} */
const ABOVE = { image: "an image", video: "a video", document: "a document" };

/** @param {unknown} list @param {number} index */
function textIn(list, index) {
  const value = Array.isArray(list) ? list[index] : undefined;
  return typeof value === "string" ? value : "";
}
