/** What the tests of previews share: blocks in a short notation, and an account's templates. */
import { previewMessage, templateBook } from "interakt-wasm";

/**
 * @typedef {import("interakt-wasm").PreviewBlock} PreviewBlock
 * @typedef {import("interakt-wasm").PreviewSpan} PreviewSpan
 */

const LETTERS = /** @type {const} */ ({ bold: "b", italic: "i", strike: "s", code: "c" });

/** @param {PreviewSpan} span `[bi|text]` for what is bold and italic. */
function spanIn({ text, href, variable, missing, ...styles }) {
  const letters = Object.keys(styles).map((style) => LETTERS[/** @type {"bold"} */ (style)]);
  const marks = [
    letters.join(""),
    href && `→${href}`,
    variable && `${missing ? "?" : "$"}${variable}`,
  ];
  const told = marks.filter(Boolean).join(" ");
  return told ? `[${told}|${text}]` : text;
}

/** @param {readonly PreviewSpan[]} spans */
export const line = (spans) => spans.map(spanIn).join("");

/** @param {readonly PreviewBlock[]} blocks A paragraph as its text alone, others behind their type. */
export const short = (blocks) =>
  blocks.map((block) => {
    const text = block.lines.map(line).join("\n");
    if (block.type === "paragraph") return text;
    return `${block.type}${block.type === "numbers" ? block.start : ""}: ${text}`;
  });

/** @param {string} message A text that is sent by WhatsApp. */
export const bodyOf = (message) => previewMessage({ type: "Text", data: { message } }).body;

/** @param {object[]} templates As `listTemplates` answers them, without what nobody here asks for. */
export const bookOf = (templates) => templateBook(/** @type {any} */ (templates));

export const TEMPLATES = [
  {
    name: "order_shipped",
    language: "en",
    category: "UTILITY",
    approval_status: "APPROVED",
    header_format: "TEXT",
    header: "Order {{1}}",
    body: "Hi *{{1}}*,\nyour order {{2}} is on its way.",
    footer: "Thank *you*",
    buttons: [
      { type: "URL", text: "Track", url: "https://example.com/orders/{{1}}" },
      { type: "URL", text: "Shop", url: "https://example.com/shop" },
      { type: "PHONE_NUMBER", text: "Call us", phone_number: "+91 98765-43210" },
      { type: "QUICK_REPLY", text: "Stop" },
      { type: "COPY_CODE", text: "Copy offer code" },
      { type: "FLOW", text: "Rate us" },
    ],
  },
  {
    name: "invoice",
    language: "en",
    category: "UTILITY",
    approval_status: "APPROVED",
    header_format: "DOCUMENT",
    body: "Your invoice.",
    buttons: [],
  },
  {
    name: "otp",
    language: "en",
    category: "AUTHENTICATION",
    approval_status: "APPROVED",
    body: "*{{1}}* is your code.",
    buttons: [
      {
        type: "URL",
        text: "Copy code",
        url: "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}",
      },
    ],
  },
  {
    name: "sale",
    language: "en_US",
    category: "MARKETING",
    approval_status: "APPROVED",
    body: "Our sale, {{1}}",
    buttons: [],
    carousel_cards: [0, 1].map((card_index) => ({
      card_index,
      header_format: "IMAGE",
      header_handle_file_url: `https://example.com/approved-${card_index}.jpg`,
      body: "Only {{1}}",
      buttons: [{ type: "URL", text: "Buy", url: "https://example.com/{{1}}" }],
    })),
  },
];
