/** Edits that put what was chosen into a text, with the commas that it wants. */

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
  const { kind, word, missing, isNamed, isFollowed } = cursor;
  const name = kind === "key" ? JSON.stringify(label) : "";
  if (isNamed) {
    const end = word.from + name.length;
    return { edits: [{ ...word, insert: name }], selection: { from: end, to: end }, asks: false };
  }
  const isTight = missing === word.from || text.slice(word.from - 1, word.from) === ",";
  const comma = missing === undefined ? "" : ",";
  const head = `${missing === word.from ? comma : ""}${isTight ? " " : ""}${name}${name && ": "}`;
  const insert = `${head}${written.text}${isFollowed ? "," : ""}`;
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
