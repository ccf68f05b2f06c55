/** Edits that put what was chosen into a text, with the commas that it wants. */
import { holderOf } from "./expected.js";

/**
 * @typedef {import("./cursor.js").Cursor} Cursor
 * @typedef {import("./cursor.js").Source} Source
 * @typedef {import("./offers.js").Offer} Offer
 * @typedef {import("../edits.js").Edit} Edit
 *
 * @typedef {object} Insertion
 * @property {Edit[]} edits
 * @property {import("../places.js").Place} selection In the text after them.
 * @property {boolean} asks What goes to the cursor is worth offering at once.
 */

/**
 * @param {Source} source
 * @param {Cursor} cursor
 * @param {Offer} offer
 * @returns {Insertion}
 */
export function insertionOf({ text }, cursor, { label, written }) {
  const { kind, holder, word, missing, isNamed, isFollowed } = cursor;
  const name = kind === "key" ? JSON.stringify(label) : "";
  if (isNamed) {
    const end = word.from + name.length;
    return { edits: [{ ...word, insert: name }], selection: { from: end, to: end }, asks: false };
  }
  const isTight = missing === word.from || text.slice(word.from - 1, word.from) === ",";
  const comma = missing === undefined ? "" : ",";
  const [gap, end] = isTight ? [gapIn(text, holder), ""] : opened(text, cursor);
  const head = `${missing === word.from ? comma : ""}${gap}${name}${name && ": "}`;
  const insert = `${head}${written.text}${isFollowed ? "," : ""}${end}`;
  const edits = [{ ...word, insert }];
  const isApart = missing !== undefined && missing !== word.from;
  if (isApart) edits.unshift({ from: missing, to: missing, insert: comma });
  const start = word.from + (isApart ? comma.length : 0) + head.length;
  return {
    edits,
    selection: { from: start + written.from, to: start + written.to },
    asks: written.asks,
  };
}

/**
 * @param {Source["text"]} text
 * @param {Cursor["holder"]} holder
 * @returns {string} What stands in it behind a comma: a space, or a new line with its indent.
 */
function gapIn(text, holder) {
  const first = holder?.firstChild?.nextSibling;
  const gap = holder && first ? text.slice(holder.from + 1, first.from) : "";
  return gap.includes("\n") ? gap : " ";
}

/** By how much the console indents more from level to level. */
const UNIT = "  ";

/**
 * @param {Source["text"]} text
 * @param {Cursor} cursor
 * @returns {[start: string, end: string]} Where the first goes into an object or a list: lines of its
 *   own, if the holder stands on a line of its own.
 */
function opened(text, { holder, word }) {
  const above = holder && holderOf(holder);
  const isOnOwnLine = above && text.slice(above.from, holder.from).includes("\n");
  const isEmpty =
    holder && text.slice(holder.from + 1, word.from) + text.slice(word.to, holder.to - 1) === "";
  if (!isOnOwnLine || !isEmpty) return ["", ""];
  const before = text.slice(above.from, holder.from);
  const [indent = ""] = /^[ \t]*/.exec(before.slice(before.lastIndexOf("\n") + 1)) ?? [];
  return [`\n${indent}${UNIT}`, `\n${indent}`];
}
