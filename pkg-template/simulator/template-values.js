/** Whether a message carries the values that its template wants, no fewer and no more. */

/** @typedef {import("../types/template-book.js").PartNeeds} PartNeeds */
/** @typedef {import("../types/template-book.js").TemplateNeeds} TemplateNeeds */
/** @typedef {import("./template-message.js").Values} Values */
/** @typedef {Values & { carouselCards?: Values[] }} Sent The `template` of a message. */

/**
 * What Interakt says of the first value that is missing, if one is.
 * @param {Sent} sent
 * @param {TemplateNeeds} needs
 * @returns {string | undefined}
 */
export function lackingIn(sent, needs) {
  for (const [values, part, card] of pairsOf(sent, needs)) {
    const lacking = lackingInPart(values, part, card);
    if (lacking !== undefined) return lacking;
  }
  return undefined;
}

/**
 * Whether there are values that the template has no place for. Interakt does not look, but passes
 * them on to Meta. A template of which only the name is told may have places for all of them.
 * @param {Sent} sent
 * @param {TemplateNeeds} needs
 */
export function hasSurplus(sent, needs) {
  if (needs.body === null) return false;
  if ((sent.carouselCards?.length ?? 0) > (needs.cards?.length ?? 0)) return true;
  return pairsOf(sent, needs).some(([values, { header, body, buttons }]) => {
    const { headerValues = [], bodyValues = [], buttonValues = {} } = values;
    if (headerValues.length > (header === null ? 0 : 1)) return true;
    if (body !== null && bodyValues.length > body) return true;
    return Object.entries(buttonValues).some(([index, texts]) => {
      return texts.length > ((buttons[Number(index)]?.value ?? "none") === "none" ? 0 : 1);
    });
  });
}

/**
 * The values and the needs of the template, and of each of its cards.
 * @param {Sent} sent
 * @param {TemplateNeeds} needs
 * @returns {[Values, PartNeeds, card?: number][]}
 */
function pairsOf(sent, needs) {
  const cards = needs.cards ?? [];
  return [
    [sent, needs],
    ...cards.map(
      (part, card) =>
        /** @type {[Values, PartNeeds, number]} */ ([sent.carouselCards?.[card] ?? {}, part, card]),
    ),
  ];
}

/**
 * @param {Values} values
 * @param {PartNeeds} needs
 * @param {number} [card]
 * @returns {string | undefined}
 */
function lackingInPart(values, { header, body, buttons }, card) {
  const { headerValues = [], bodyValues = [], buttonValues = {} } = values;
  const of = card === undefined ? "" : `carousel card at index ${card}'s `;
  const missing = (/** @type {string} */ place, /** @type {number} */ count) =>
    `Missing variable values for template's ${of}${place}, expected number of values are ${count}`;

  if (header?.value === "required" && headerValues.length === 0) {
    if (header.type === "text") return missing("header", 1);
    return `Media Url is missing for ${of}header's ${header.type}`;
  }
  if (body !== null && bodyValues.length < body) return missing("body", body);
  const button = buttons.find(({ index, value }) => {
    return value === "required" && !buttonValues[index]?.length;
  });
  return button && missing(`button at index ${button.index}`, 1);
}
