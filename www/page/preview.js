/**
 * A message as its customer sees it, on a phone. It is made of what `previewMessage` gives; texts
 * become text, and nothing is fetched: a file is shown by its kind and name.
 */
import { previewMessage } from "interakt-wasm/web";
import { CHANNELS } from "./channels.js";
import { element, icon } from "./dom.js";

/**
 * @typedef {import("interakt-wasm").MessagePreview} MessagePreview
 * @typedef {import("interakt-wasm").PreviewBlock} PreviewBlock
 * @typedef {import("interakt-wasm").PreviewButton} PreviewButton
 * @typedef {import("interakt-wasm").PreviewCard} PreviewCard
 * @typedef {import("interakt-wasm").PreviewHeader} PreviewHeader
 * @typedef {import("interakt-wasm").PreviewList} PreviewList
 * @typedef {import("interakt-wasm").PreviewMediaHeader} PreviewMediaHeader
 * @typedef {import("interakt-wasm").PreviewOrder} PreviewOrder
 * @typedef {import("interakt-wasm").PreviewSpan} PreviewSpan
 */

/** Of an array as long as it may be, the first tell enough. */
const MOST = 10;

/** Longer than any text or list that a message may have: of what is longer the rest is not drawn. */
const LONGEST = { text: 8000, list: 200 };

const CHANNEL_NAMES = { whatsapp: "WhatsApp", rcs: "RCS", sms: "SMS" };

/**
 * @param {string} operation
 * @param {unknown} input
 * @param {import("interakt-wasm").TemplateBook} [templates]
 * @returns {MessagePreview[] | undefined} `undefined` for an operation that nobody sees.
 */
export function previewsOf(operation, input, templates) {
  const channel = CHANNELS[operation];
  if (channel === undefined) return undefined;
  const messages = Array.isArray(input) ? input.slice(0, MOST) : [input];
  return messages.map((message) => previewMessage(shortened(message), { templates, channel }));
}

/**
 * @param {unknown} value Of JSON, not nested deep.
 * @returns {any}
 */
function shortened(value) {
  if (typeof value === "string" && value.length > LONGEST.text) {
    return `${value.slice(0, LONGEST.text)}…`;
  }
  if (Array.isArray(value)) return value.slice(0, LONGEST.list).map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each)]));
}

/** @param {readonly MessagePreview[]} previews */
export function phoneOf(previews) {
  const channel = previews[0]?.channel ?? "whatsapp";
  return element(
    "div",
    { class: "handset", "data-channel": channel },
    element(
      "div",
      { class: "handset-bar" },
      element("span", { class: "handset-avatar", "aria-hidden": "true" }, icon("shop")),
      element(
        "p",
        { class: "handset-who" },
        element("span", { class: "handset-name" }, "Your business"),
        element("span", { class: "handset-channel" }, CHANNEL_NAMES[channel]),
      ),
    ),
    element("div", { class: "handset-chat" }, ...previews.flatMap(messageOf)),
  );
}

/**
 * @param {MessagePreview} preview
 * @returns {HTMLElement[]}
 */
function messageOf(preview) {
  const { header, body, order, footer, buttons, list, cards, fallback, kind, channel } = preview;
  const isEmpty =
    !header && !order && !footer && !list && body.length + buttons.length + cards.length === 0;
  if (isEmpty) return [element("p", { class: "handset-note" }, "Nothing to preview yet.")];
  const isAlone = kind === "Sticker" && header !== null;
  return [
    element(
      "article",
      { class: isAlone ? "bubble bubble-alone" : "bubble" },
      header && headerOf(header),
      ...body.map(blockOf),
      order && orderOf(order),
      footer && element("p", { class: "bubble-footer" }, ...footer.map(spanOf)),
      channel !== "rcs" && buttonsOf(buttons),
      list && openerOf(list),
    ),
    ...(list ? [sheetOf(list)] : []),
    ...(cards.length > 0 ? [cardsOf(cards)] : []),
    // RCS shows them beside each other, outside of the message.
    ...(channel === "rcs" && buttons.length > 0 ? [chipsOf(buttons)] : []),
    ...fallback.flatMap((instead) => [
      element(
        "p",
        { class: "handset-note" },
        `If it cannot be delivered, by ${CHANNEL_NAMES[instead.channel]}:`,
      ),
      ...messageOf(instead),
    ]),
  ].filter((part) => part.matches(":not(.bubble:empty)"));
}

/** @param {PreviewHeader} header */
function headerOf(header) {
  if ("spans" in header) {
    return element("p", { class: "bubble-header" }, ...header.spans.map(spanOf));
  }
  return mediaOf(/** @type {PreviewMediaHeader} */ (header));
}

/** Files as they are called here. @type {Record<string, [name: string, icon: Parameters<typeof icon>[0]]>} */
const MEDIA = {
  image: ["Image", "picture"],
  video: ["Video", "film"],
  audio: ["Audio", "sound"],
  document: ["Document", "form"],
  sticker: ["Sticker", "picture"],
  location: ["Location", "place"],
};

/** @param {PreviewMediaHeader} header */
function mediaOf({ type, url, fileName, missing }) {
  const [name, sign] = MEDIA[type] ?? ["File", "form"];
  const called = fileName ?? lastOf(url);
  return element(
    "div",
    { class: `media media-${type}`, "data-missing": missing },
    icon(sign),
    element("p", { class: "media-name" }, missing ? mark(`${name}: no URL yet`) : called || name),
  );
}

/** @param {string | null} url @returns {string} What its path ends in. */
function lastOf(url) {
  if (url === null) return "";
  try {
    return decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "");
  } catch {
    return "";
  }
}

/** @param {PreviewBlock} block */
function blockOf(block) {
  const { type, lines } = block;
  if (type === "bullets" || type === "numbers") {
    const items = lines.map((line) => element("li", {}, ...line.map(spanOf)));
    return block.type === "numbers"
      ? element("ol", { class: "block block-list", start: String(block.start) }, ...items)
      : element("ul", { class: "block block-list" }, ...items);
  }
  const texts = lines.flatMap((line, index) => [index > 0 && "\n", ...line.map(spanOf)]);
  if (type === "code") return element("pre", { class: "block block-code" }, ...texts);
  return element(type === "quote" ? "blockquote" : "p", { class: `block block-${type}` }, ...texts);
}

/** @param {PreviewSpan} span */
function spanOf({ text, bold, italic, strike, code, href, variable, missing }) {
  /** @type {Node | string} */
  let inner = missing ? mark(text) : text;
  if (code) inner = element("code", {}, inner);
  if (strike) inner = element("s", {}, inner);
  if (italic) inner = element("em", {}, inner);
  if (bold) inner = element("strong", {}, inner);
  // Not to be followed: it shows what the customer could tap.
  if (href !== undefined) inner = element("span", { class: "bubble-link" }, inner);
  if (variable === undefined || missing) return inner;
  return element("span", { class: "bubble-value" }, inner);
}

/** @param {string} text Says what is missing. */
function mark(text) {
  return element("mark", { class: "missing" }, text);
}

/** @type {Record<string, Parameters<typeof icon>[0]>} */
const SIGNS = {
  reply: "reply",
  url: "link",
  phone: "call",
  copy_code: "copy",
  location: "place",
  calendar: "clock",
};

/** @param {PreviewButton} button */
const saysOf = ({ type, text, missing }) => [
  icon(SIGNS[type] ?? "tap"),
  element("span", {}, text || "Button"),
  missing && mark("no value yet"),
];

/** @param {readonly PreviewButton[]} buttons */
function buttonsOf(buttons) {
  if (buttons.length === 0) return null;
  return element(
    "ul",
    { class: "bubble-buttons" },
    ...buttons.map((button) => element("li", { class: "bubble-button" }, ...saysOf(button))),
  );
}

/** @param {readonly PreviewButton[]} buttons */
function chipsOf(buttons) {
  return element(
    "ul",
    { class: "chips" },
    ...buttons.map((button) => element("li", { class: "chip" }, ...saysOf(button))),
  );
}

/** @param {PreviewList} list */
function openerOf({ button }) {
  const opener = element("li", { class: "bubble-button" }, icon("list"), button);
  return element("ul", { class: "bubble-buttons" }, opener);
}

/** @param {PreviewList} list What a tap on its button opens. */
function sheetOf({ button, sections }) {
  return element(
    "div",
    { class: "sheet" },
    element("p", { class: "sheet-title" }, button),
    ...sections.flatMap(({ title, rows }) => [
      title && element("p", { class: "sheet-section" }, title),
      element(
        "ul",
        {},
        ...rows.map((row) =>
          element(
            "li",
            { class: "sheet-row" },
            element("span", {}, row.title),
            row.description && element("span", { class: "sheet-more" }, row.description),
          ),
        ),
      ),
    ]),
  );
}

/** @param {readonly PreviewCard[]} cards */
function cardsOf(cards) {
  const isOne = cards.length === 1;
  return element(
    "div",
    // It scrolls: the keyboard must get there.
    { class: "cards", role: "group", "aria-label": "Cards", tabindex: isOne ? undefined : "0" },
    ...cards.map(({ header, title, body, order, buttons }) =>
      element(
        "article",
        { class: "bubble card" },
        header && headerOf(header),
        title && element("p", { class: "bubble-header" }, title),
        ...body.map(blockOf),
        order && orderOf(order),
        buttonsOf(buttons),
      ),
    ),
  );
}

/** @param {PreviewOrder} order */
function orderOf(order) {
  const { reference, items, subtotal, discount, tax, shipping, total, currency } = order;
  const { status, description } = order;
  const money = (/** @type {number} */ amount) => `${currency} ${amount.toLocaleString("en-IN")}`;
  const sums = Object.entries({ subtotal, shipping, tax, discount }).filter(([, sum]) => sum);
  return element(
    "div",
    { class: "order" },
    element(
      "p",
      { class: "order-head" },
      reference && `Order ${reference}`,
      status && element("strong", {}, status),
    ),
    description && element("p", {}, description),
    ...items.map(({ name, quantity, amount }) =>
      line(`${quantity === null ? "" : `${quantity} × `}${name}`, amount, money),
    ),
    ...sums.map(([name, sum]) => line(name, sum, money)),
    total !== null && element("strong", {}, line("total", total, money)),
  );
}

/**
 * @param {string} name
 * @param {number | null} amount
 * @param {(amount: number) => string} money
 */
function line(name, amount, money) {
  return element(
    "span",
    { class: "order-line" },
    element("span", {}, name),
    amount !== null && element("span", {}, money(amount)),
  );
}
