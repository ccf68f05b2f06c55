/** The parts of a preview that messages of several kinds have. */
import { webAddress } from "./preview-read.js";

/**
 * @typedef {import("../types/preview.js").MessagePreview} MessagePreview
 * @typedef {import("../types/preview.js").PreviewButton} PreviewButton
 * @typedef {import("../types/preview.js").PreviewCard} PreviewCard
 * @typedef {import("../types/preview.js").PreviewMediaHeader} PreviewMediaHeader
 * @typedef {import("./preview-text.js").Piece} Piece
 *
 * @typedef {Omit<PreviewCard, "body"> & { body: readonly Piece[] }} Part A card, or a message beside
 *   what it has more, with texts that are not yet formatted.
 * @typedef {Part & Pick<MessagePreview, "template" | "list">
 *   & { footer: readonly Piece[], cards: readonly Part[] }} Parts
 */

/**
 * @param {Partial<Part>} part
 * @returns {Part}
 */
export const partOf = (part) => ({
  header: null,
  title: "",
  body: [],
  buttons: [],
  order: null,
  ...part,
});

/**
 * @param {Partial<Parts>} parts
 * @returns {Parts}
 */
export const partsOf = (parts) => ({
  ...partOf(parts),
  template: null,
  footer: [],
  cards: [],
  list: null,
  ...parts,
});

/**
 * @param {string} text
 * @returns {Piece[]} Without variables.
 */
export const plain = (text) => (text ? [{ text }] : []);

/**
 * @param {string} type
 * @param {string} url As it was given.
 * @param {Partial<PreviewMediaHeader>} [more]
 * @returns {PreviewMediaHeader}
 */
export const mediaOf = (type, url, more) => ({
  type,
  url: webAddress(url),
  fileName: null,
  thumbnailUrl: null,
  missing: false,
  ...more,
});

/**
 * @param {string} type
 * @param {string} text
 * @param {Partial<PreviewButton>} [more]
 * @returns {PreviewButton}
 */
export const buttonOf = (type, text, more) => ({
  type,
  text,
  url: null,
  code: null,
  place: null,
  event: null,
  missing: false,
  ...more,
});

/**
 * @param {string} number
 * @returns {string | null} What dials it.
 */
export const callOf = (number) => {
  const digits = number.replace(/[ ().-]/g, "");
  return /^\+?\d{1,20}$/.test(digits) ? `tel:${digits}` : null;
};
