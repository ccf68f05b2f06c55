/** Messages of RCS, which formats nothing, and SMS. */
import { buttonOf, callOf, mediaOf, partOf, partsOf, plain } from "./preview-parts.js";
import { at, listAt, numberAt, textAt, webAddress } from "./preview-read.js";
import { fill } from "./preview-text.js";

/**
 * @typedef {import("./preview-parts.js").Part} Part
 * @typedef {import("./preview-parts.js").Parts} Parts
 */

/** By its ending, which is all that tells what a file is. */
const VIDEO = /\.(?:mp4|mpeg|webm|h263|m4v)$/i;

/**
 * @param {unknown} input
 * @returns {Parts}
 */
export function rcsParts(input) {
  const message = at(input, "message");
  const cards = at(message, "richCardDetails");
  const alone = at(cards, "standalone", "content");
  const all = alone ? [alone] : listAt(cards, "carousel", "contents");
  return partsOf({
    header: fileOf(at(input, "contentInfo")),
    body: plain(textAt(message, "plainText")),
    buttons: suggestionsOf(message),
    cards: all.map(cardOf),
  });
}

/**
 * @param {unknown} fallback
 * @returns {Parts}
 */
export function smsParts(fallback) {
  const content = at(fallback, "content");
  const valueAt = (/** @type {number} */ n) => textAt(content, "variables", n - 1);
  return partsOf({ body: fill(textAt(content, "message"), valueAt) });
}

/**
 * @param {unknown} card
 * @returns {Part}
 */
const cardOf = (card) =>
  partOf({
    header: fileOf(at(card, "cardMedia", "contentInfo")),
    title: textAt(card, "cardTitle"),
    body: plain(textAt(card, "cardDescription")),
    buttons: suggestionsOf(card),
  });

/**
 * @param {unknown} info
 * @returns {Part["header"]}
 */
function fileOf(info) {
  if (!info) return null;
  const url = textAt(info, "fileUrl");
  const [path = ""] = url.split(/[?#]/, 1);
  const type = VIDEO.test(path) ? "video" : /\.pdf$/i.test(path) ? "document" : "image";
  return mediaOf(type, url, { thumbnailUrl: webAddress(textAt(info, "thumbnailUrl")) });
}

/**
 * @param {unknown} whole A message or a card.
 * @returns {Part["buttons"]}
 */
const suggestionsOf = (whole) =>
  listAt(whole, "suggestions").map((suggestion) => {
    const action = at(suggestion, "action");
    if (!action) return buttonOf("reply", textAt(suggestion, "reply", "plainText"));
    const text = textAt(action, "plainText");
    const [number, place, event] = ["dialerAction", "showLocation", "createCalendarEvent"].map(
      (key) => at(action, key),
    );
    if (number) return buttonOf("phone", text, { url: callOf(textAt(number, "phoneNumber")) });
    if (place) return buttonOf("location", text, { place: placeOf(place) });
    if (!event) {
      return buttonOf("url", text, { url: webAddress(textAt(action, "openUrl", "url")) });
    }
    return buttonOf("calendar", text, {
      event: {
        title: textAt(event, "title"),
        description: textAt(event, "description"),
        startTime: textAt(event, "startTime"),
        endTime: textAt(event, "endTime"),
      },
    });
  });

/** @param {unknown} place */
function placeOf(place) {
  const latitude = numberAt(place, "coordinAtes", "latitude");
  const longitude = numberAt(place, "coordinAtes", "longitude");
  if (latitude === null || longitude === null) return null;
  return { latitude, longitude, label: textAt(place, "label") };
}
