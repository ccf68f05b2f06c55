/** Messages of WhatsApp that are made from no template. */
import { buttonOf, mediaOf, partsOf, plain } from "./preview-parts.js";
import { at, listAt, textAt } from "./preview-read.js";

/** @typedef {import("./preview-parts.js").Parts} Parts */

/** The kinds that are a file, by their name in small letters, and so are headers of others. */
const MEDIA = ["image", "video", "audio", "document", "sticker"];

/**
 * @param {string} kind
 * @param {any} input
 * @returns {Parts} Of any kind: what it has of what the known ones have.
 */
export function whatsAppParts(kind, input) {
  const type = kind.toLowerCase();
  const data = at(input, "data");
  const message = at(data, "message");
  if (MEDIA.includes(type)) {
    const fileName = textAt(data, "fileName") || null;
    const header = mediaOf(type, textAt(data, "mediaUrl"), { fileName });
    return partsOf({ header, body: plain(textAt(message)) });
  }
  const buttons = listAt(message, "action", "buttons");
  return partsOf({
    header: headerOf(at(message, "header")),
    body: plain(textAt(message) || textAt(message, "body", "text")),
    footer: plain(textAt(message, "footer", "text")),
    buttons: buttons.map((button) => buttonOf("reply", textAt(button, "reply", "title"))),
    list: listOf(at(message, "action")),
  });
}

/**
 * @param {unknown} header
 * @returns {Parts["header"]}
 */
function headerOf(header) {
  const type = textAt(header, "type");
  const spans = plain(textAt(header, "text"));
  if (!MEDIA.includes(type)) return spans.length > 0 ? { type: "text", spans } : null;
  const fileName = textAt(header, type, "filename") || null;
  return mediaOf(type, textAt(header, type, "link"), { fileName });
}

/**
 * @param {unknown} action
 * @returns {Parts["list"]}
 */
function listOf(action) {
  const sections = listAt(action, "sections").map((section) => ({
    title: textAt(section, "title"),
    rows: listAt(section, "rows").map((row) => {
      return { title: textAt(row, "title"), description: textAt(row, "description") };
    }),
  }));
  const button = textAt(action, "button");
  return button || sections.length > 0 ? { button, sections } : null;
}
