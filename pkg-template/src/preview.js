/** A message as the customer will see it, as data. */
import { checkNames, refuse } from "./options.js";
import { logOf } from "./preview-log.js";
import { rcsParts, smsParts } from "./preview-rcs.js";
import { at, listAt, textAt } from "./preview-read.js";
import { templateParts } from "./preview-template.js";
import { blocksOf, lineOf } from "./preview-text.js";
import { whatsAppParts } from "./preview-whatsapp.js";

/**
 * @typedef {import("../types/preview.js").MessagePreview} MessagePreview
 * @typedef {import("../types/preview.js").PreviewOptions} PreviewOptions
 * @typedef {import("./preview-parts.js").Parts} Parts
 */

/**
 * @param {unknown} input
 * @param {PreviewOptions | null} [options]
 * @returns {MessagePreview}
 */
export function previewMessage(input, options) {
  checkNames(options, ["templates", "channel"], "previewMessage");
  const { templates, channel } = options ?? {};
  if (templates && typeof templates.needs !== "function") {
    refuse("previewMessage: templates must be a book, as templateBook gives it.");
  }
  if (channel && channel !== "whatsapp" && channel !== "rcs") {
    refuse('previewMessage: channel must be "whatsapp" or "rcs".');
  }
  const fallback = listAt(input, "fallback").map((each) => {
    const isRcs = textAt(each, "channel").toLowerCase() === "rcs";
    return isRcs ? message(each, templates, "rcs", []) : finish("sms", "sms", smsParts(each), []);
  });
  return message(input, templates, channel, fallback);
}

/**
 * @param {unknown} input
 * @param {PreviewOptions["templates"]} book
 * @param {PreviewOptions["channel"]} channel
 * @param {MessagePreview[]} fallback
 */
function message(input, book, channel, fallback) {
  const kind = textAt(input, "type");
  const isRcs = ["message", "contentInfo"].some((key) => typeof at(input, key) === "object");
  const carrier = channel ?? (isRcs ? "rcs" : "whatsapp");
  const isTemplate = kind === "Template" || (!kind && at(input, "template") !== undefined);
  const parts = isTemplate
    ? templateParts(input, book, carrier === "rcs")
    : carrier === "rcs"
      ? rcsParts(input)
      : whatsAppParts(kind, input);
  return finish(carrier, kind, parts, fallback);
}

/**
 * @param {MessagePreview["channel"]} channel
 * @param {string} kind
 * @param {Parts} parts
 * @param {MessagePreview[]} fallback
 * @returns {MessagePreview}
 */
function finish(channel, kind, { title, ...parts }, fallback) {
  const isFormatted = channel === "whatsapp";
  return {
    channel,
    kind,
    ...parts,
    body: blocksOf(parts.body, isFormatted),
    footer: parts.footer.length > 0 ? lineOf(parts.footer, isFormatted && !parts.template) : null,
    cards: parts.cards.map((card) => ({ ...card, body: blocksOf(card.body, isFormatted) })),
    fallback,
    text: logOf({ title, ...parts }),
  };
}
