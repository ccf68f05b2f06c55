/** A preview as plain text. */
import { joined } from "./preview-text.js";

/**
 * @typedef {import("./preview-parts.js").Part} Part
 * @typedef {import("./preview-parts.js").Parts} Parts
 */

/**
 * @param {Parts} parts
 * @returns {string} What the customer sees, with the marks of the formatting.
 */
export function logOf({ list, cards, footer, buttons, ...part }) {
  const rows = list?.sections.flatMap(({ title, rows }) => [
    title,
    ...rows.map((row) => `- ${inLine(": ", row.title, row.description)}`),
  ]);
  return inLines("\n", [
    above(part),
    joined(footer),
    ...buttons.map(buttonLine),
    list && `[${list.button}]`,
    ...(rows ?? []),
    ...cards.flatMap((card) => ["---", above(card), ...card.buttons.map(buttonLine)]),
  ]);
}

/**
 * More of them than a call can be given.
 *
 * @param {string} between
 * @param {readonly (string | number | null | undefined)[]} all
 */
const inLines = (between, all) =>
  all.filter((each) => each !== null && each !== undefined && each !== "").join(between);

/**
 * @param {string} between
 * @param {...(string | number | null | undefined)} all
 */
const inLine = (between, ...all) => inLines(between, all);

/** @param {Omit<Part, "buttons">} part */
function above({ header, title, body, order }) {
  const items = order?.items.map((item) => {
    return inLine(" ", inLine(" x ", item.quantity, item.name), item.amount);
  });
  return inLine(
    "\n",
    header &&
      ("spans" in header ? joined(header.spans) : inLine(" ", `[${header.type}]`, header.fileName)),
    title,
    joined(body),
    order && inLine(" ", order.reference, order.status, order.description),
    ...(items ?? []),
    order && inLine(" ", order.total, order.total === null ? "" : order.currency),
  );
}

/** @param {Part["buttons"][number]} button */
const buttonLine = ({ text, url, code, place, event }) =>
  inLine(
    " ",
    text && `[${text}]`,
    url,
    code,
    place && inLine(" ", place.label, inLine(",", place.latitude, place.longitude)),
    event && inLine(" ", event.title, event.startTime, event.endTime, event.description),
  );
