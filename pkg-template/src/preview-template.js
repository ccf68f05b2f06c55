/** Messages that are made from a template: what it says, with the values in place. */
import { isApproved, isRcs } from "./book-check.js";
import { placeholdersIn } from "./book-template.js";
import { buttonOf, callOf, mediaOf, partOf, partsOf, plain } from "./preview-parts.js";
import { at, listAt, numberAt, textAt, webAddress } from "./preview-read.js";
import { fill } from "./preview-text.js";

/**
 * @typedef {import("../types/template-book.js").TemplateBook} TemplateBook
 * @typedef {import("../types/template-book.js").BookPart} BookPart
 * @typedef {import("../types/template-book.js").BookButton} BookButton
 * @typedef {import("./preview-parts.js").Part} Part
 * @typedef {import("./preview-parts.js").Parts} Parts
 * @typedef {import("./preview-text.js").Piece} Piece
 */

/** What they do, by the types that Interakt tells. */
const TYPES = /*#__PURE__*/ new Map([
  ["quick_reply", "reply"],
  ["phone_number", "phone"],
  ["otp", "copy_code"],
]);

/** Where Meta lets the button of an authentication template lead: it copies the code. */
const COPIES = /^https:\/\/www\.whatsapp\.com\/otp\/code\//;

/**
 * @param {unknown} input
 * @param {TemplateBook | null | undefined} book
 * @param {boolean} byRcs
 * @returns {Parts}
 */
export function templateParts(input, book, byRcs) {
  const sent = at(input, "template");
  const name = textAt(sent, "name");
  const language = textAt(sent, "languageCode");
  const all = (book?.templates ?? []).filter((each) => {
    const isMeant = each.name === name && (language === "" || each.language === language);
    return isMeant && isRcs(each) === byRcs;
  });
  const known = all.find(isApproved) ?? all[0];
  const values = listAt(sent, "carouselCards");
  const told = known?.carousel_cards?.map((card, index) => partFrom(card, values[index], true));
  const cards = (told ?? values.map((card) => unknownPart(card))).map((card, index) => {
    return { ...card, order: orderOf(at(sent, "order_details", index)) };
  });
  const part = known ? partFrom(known, sent) : unknownPart(sent, name);
  return partsOf({
    ...part,
    template: { name, language, known: known !== undefined },
    footer: plain(known?.footer ?? ""),
    cards,
    // Of a carousel each card has its own.
    order: orderOf(cards.length === 0 && at(sent, "order_details", 0), at(sent, "order_status")),
  });
}

/**
 * @param {BookPart} part
 * @param {unknown} sent Its values.
 * @param {boolean} [isCard]
 * @returns {Part}
 */
function partFrom(part, sent, isCard = false) {
  const { body, buttons } = part;
  return partOf({
    header: headerOf(part, sent, isCard),
    body: body === null ? valuesOf(sent) : fill(body, (n) => textAt(sent, "bodyValues", n - 1)),
    buttons: buttons.map((button, index) => {
      return buttonFrom(button, textAt(sent, "buttonValues", index, 0));
    }),
  });
}

/**
 * @param {BookPart} part
 * @param {unknown} sent
 * @param {boolean} isCard Without a file it shows the one that the template was approved with.
 * @returns {Part["header"]}
 */
function headerOf({ header_format, header, header_handle_file_url }, sent, isCard) {
  const approved = (isCard && header_handle_file_url) || "";
  const value = textAt(sent, "headerValues", 0) || approved;
  const type = header_format?.toLowerCase() ?? "text";
  if (type === "text") {
    const spans = fill(header, () => value);
    return spans.length > 0 ? { type: "text", spans } : null;
  }
  if (type === "none") return null;
  const fileName = textAt(sent, "fileName") || null;
  const missing = !value && ["image", "video", "document"].includes(type);
  return mediaOf(type, value, { fileName, missing });
}

/**
 * @param {BookButton} button
 * @param {string} value
 */
function buttonFrom({ type, text, url, phone_number }, value) {
  const kind = type.toLowerCase();
  const [variable] = placeholdersIn(url ?? "");
  if (kind === "url" && url !== null && !COPIES.test(url)) {
    const missing = variable !== undefined && !value;
    const whole = variable ? url.slice(0, variable.start) + value + url.slice(variable.end) : url;
    return buttonOf(kind, text, { url: missing ? null : webAddress(whole), missing });
  }
  const own = url !== null && COPIES.test(url) ? "copy_code" : (TYPES.get(kind) ?? kind);
  if (own === "copy_code") return buttonOf(own, text, { code: value || null, missing: !value });
  return buttonOf(own, text, { url: callOf(phone_number ?? "") });
}

/**
 * Of a template that nothing is known of.
 *
 * @param {unknown} sent
 * @param {string} [name]
 * @returns {Part}
 */
function unknownPart(sent, name = "") {
  const value = textAt(sent, "headerValues", 0);
  const isFile = webAddress(value) !== null;
  const fileName = textAt(sent, "fileName") || null;
  const buttons = [];
  for (let index = 0; index < 10; index += 1) {
    const code = textAt(sent, "buttonValues", index, 0);
    if (code) buttons.push(buttonOf("", "", { code }));
  }
  const spans = value ? [{ text: value, variable: 1 }] : [];
  return partOf({
    header: isFile ? mediaOf("file", value, { fileName }) : value ? { type: "text", spans } : null,
    body: [...plain(name), ...valuesOf(sent, name ? "\n" : "")],
    buttons,
  });
}

/**
 * @param {unknown} sent
 * @param {string} [before]
 * @returns {Piece[]} A line for each value.
 */
function valuesOf(sent, before = "") {
  return listAt(sent, "bodyValues").flatMap((value, index) => {
    const text = textAt(value);
    const own = { text: text || `{{${index + 1}}}`, variable: index + 1 };
    const piece = text ? own : { ...own, missing: /** @type {const} */ (true) };
    return [...plain(index > 0 ? "\n" : before), piece];
  });
}

/**
 * @param {any} details
 * @param {any} [told] What became of an order.
 * @returns {Part["order"]}
 */
function orderOf(details, told) {
  if (!details && !told) return null;
  return {
    reference: textAt(details, "reference_id") || textAt(told, "reference_id"),
    items: listAt(details, "order_items").map((item) => ({
      name: textAt(item, "name"),
      quantity: numberAt(item, "quantity"),
      amount: numberAt(item, "amount"),
    })),
    subtotal: numberAt(details, "subtotal"),
    discount: numberAt(details, "discount"),
    tax: numberAt(details, "tax"),
    shipping: numberAt(details, "shipping"),
    total: numberAt(details, "total_amount"),
    currency: textAt(details, "currency"),
    status: textAt(told, "order", "status"),
    description: textAt(told, "order", "description"),
  };
}
