/**
 * Edits of what stands at a path of a JSON text: all else stays as it is written, and what is new
 * is written as its neighbours are. The text must be JSON, or there are no edits.
 */
import { applied } from "../edits.js";
import { isObject } from "../is-object.js";
import { readTree } from "../json-tree.js";
import { valueIn } from "../schema.js";

/**
 * @typedef {import("../edits.js").Edit} Edit
 * @typedef {import("../places.js").Path} Path
 * @typedef {import("../places.js").Place} Place
 * @typedef {import("../json-tree.js").Value} Value
 *
 * @typedef {Place & { key?: string | undefined, name?: Place }} Entry Of a list or an object: with
 *   its name. A key may come twice.
 * @typedef {{ entries: Entry[], from: number, to: number }} Holder
 */

/**
 * @param {string} text
 * @param {Path} path Its holder must be there; in a list it may be one more than there are.
 * @param {unknown} value
 * @param {readonly string[]} [order] Of the keys of its object: a new one comes behind those before it.
 * @returns {Edit[]} None where it holds the same already.
 */
export function setAt(text, path, value, order = []) {
  const there = valueAt(text, path);
  if (there === undefined) return insertAt(text, path, value, order);
  const { from, to } = there;
  if (isSame(JSON.parse(text.slice(from, to)), value)) return [];
  return [
    { from, to, insert: written(text, value, isOnOneLine(text, path), indentAt(text, from)) },
  ];
}

/**
 * Puts a new key into an object, or an item into a list: those from there on move on.
 *
 * @param {string} text
 * @param {Path} path
 * @param {unknown} value
 * @param {readonly string[]} [order] As for `setAt`.
 * @returns {Edit[]}
 */
export function insertAt(text, path, value, order = []) {
  const holder = holderOf(text, path);
  const step = path.at(-1);
  if (holder === undefined || step === undefined) return [];
  const { entries, from, to } = holder;
  const at =
    typeof step === "number" ? Math.min(step, entries.length) : placeFor(entries, step, order);
  const gap = gapIn(text, holder);
  const isInline = !gap.includes("\n");
  const indent = /[^\n]*$/.exec(gap)?.[0] ?? "";
  const json = written(text, value, isInline, indent);
  const member = typeof step === "number" ? json : `${JSON.stringify(step)}${colonIn(text)}${json}`;
  const [next, before] = [entries[at], entries[at - 1]];
  if (next) return [{ from: next.from, to: next.from, insert: `${member},${gap}` }];
  if (before) return [{ from: before.to, to: before.to, insert: `,${gap}${member}` }];
  const end = isInline ? "" : `\n${indentAt(text, from)}`;
  return [{ from: from + 1, to: to - 1, insert: `${gap}${member}${end}` }];
}

/**
 * @param {string} text
 * @param {Path} path
 * @returns {Edit[]}
 */
export function removeAt(text, path) {
  const isItem = typeof path.at(-1) === "number";
  let now = text;
  for (let edit = removal(now, path); edit; edit = isItem ? undefined : removal(now, path)) {
    // Of a key that stands twice the earlier one would count instead: it goes too.
    now = applied(now, [edit]);
  }
  return difference(text, now);
}

/** @param {string} text @param {Path} path @returns {Edit | undefined} Of the first that it names. */
function removal(text, path) {
  const holder = holderOf(text, path);
  const at = holder ? indexOf(holder.entries, path.at(-1)) : -1;
  const entry = holder?.entries[at];
  if (holder === undefined || entry === undefined) return undefined;
  const { entries, from, to } = holder;
  const [before, next] = [entries[at - 1], entries[at + 1]];
  if (next) return { from: entry.from, to: next.from, insert: "" };
  if (before) return { from: before.to, to: entry.to, insert: "" };
  return { from: from + 1, to: to - 1, insert: "" };
}

/**
 * Takes an item of a list out and puts it in again, so that it is the one of another index.
 *
 * @param {string} text
 * @param {Path} path Of the item.
 * @param {number} to
 * @returns {Edit[]}
 */
export function moveAt(text, path, to) {
  const entries = holderOf(text, path)?.entries ?? [];
  const items = entries.map((entry) => text.slice(entry.from, entry.to));
  const [moved] = items.splice(Number(path.at(-1)), 1);
  if (moved === undefined || to >= entries.length) return [];
  items.splice(to, 0, moved);
  const edits = entries.map((entry, index) => ({
    from: entry.from,
    to: entry.to,
    insert: items[index] ?? "",
  }));
  return edits.filter(({ from, to, insert }) => text.slice(from, to) !== insert);
}

/**
 * @param {string} text
 * @param {Path} path Ends with a key.
 * @param {string} name That it shall have.
 * @returns {Edit[]} None where the object has such a key.
 */
export function renameAt(text, path, name) {
  const key = path.at(-1);
  /** @param {string} now */
  const named = (now) => holderOf(now, path)?.entries.filter((entry) => entry.key === key) ?? [];
  if (holderOf(text, path)?.entries.some((entry) => entry.key === name)) return [];
  let now = text;
  // The last one counts: those before it go.
  for (let edit = removal(now, path); edit && named(now).length > 1; edit = removal(now, path)) {
    now = applied(now, [edit]);
  }
  const [last] = named(now);
  return difference(
    text,
    applied(now, last?.name ? [{ ...last.name, insert: JSON.stringify(name) }] : []),
  );
}

/**
 * Makes a value another one. What is the same in both stays as it is written.
 *
 * @param {string} text
 * @param {Path} path
 * @param {unknown} value
 * @returns {Edit[]} One, from the first difference to the last.
 */
export function changeAt(text, path, value) {
  return difference(text, changed(text, path, value));
}

/** @param {string} text @param {Path} path @param {unknown} value @returns {string} */
function changed(text, path, value) {
  const there = valueAt(text, path);
  const held = there && JSON.parse(text.slice(there.from, there.to));
  if (!isObject(held) || !isObject(value)) return applied(text, setAt(text, path, value));
  const gone = Object.keys(held).filter((key) => !Object.hasOwn(value, key));
  const order = Object.keys(value);
  let now = text;
  for (const key of order) {
    const wanted = valueIn(value, key);
    const isNew = !Object.hasOwn(held, key);
    now = isNew
      ? applied(now, insertAt(now, [...path, key], wanted, order))
      : changed(now, [...path, key], wanted);
  }
  for (const key of gone) now = applied(now, removeAt(now, [...path, key]));
  return now;
}

/** @param {string} text @param {Path} path @returns {Value | undefined} What stands there. */
function valueAt(text, path) {
  let { value } = readTree(text);
  for (const step of path) {
    // The last one counts, as for JSON.parse.
    const property = value?.properties.findLast(({ key }) => key === step);
    value = typeof step === "number" ? value?.items[step] : property?.value;
  }
  return value;
}

/**
 * @param {string} text
 * @param {Path} path
 * @returns {Holder | undefined} The object or list that has the value, or shall have it.
 */
function holderOf(text, path) {
  const step = path.at(-1);
  const holder = step === undefined ? undefined : valueAt(text, path.slice(0, -1));
  if (holder?.kind !== (typeof step === "number" ? "array" : "object")) return undefined;
  const { items, properties, from, to } = holder;
  const named = properties.map(({ key, name, value }) => ({
    key,
    name,
    from: name.from,
    to: value?.to ?? name.to,
  }));
  return { entries: [...items, ...named], from, to };
}

/**
 * @param {Entry[]} entries
 * @param {string | number | undefined} step
 * @returns {number} The first one of a key.
 */
function indexOf(entries, step) {
  return typeof step === "number" ? step : entries.findIndex(({ key }) => key === step);
}

/**
 * @param {Entry[]} entries
 * @param {string} key
 * @param {readonly string[]} order
 * @returns {number} Where a new key comes: behind the last of those that come before it.
 */
function placeFor(entries, key, order) {
  const rank = order.indexOf(key);
  if (rank < 0) return entries.length;
  const isBefore = entries.map((entry) => order.slice(0, rank).includes(entry.key ?? ""));
  return isBefore.lastIndexOf(true) + 1;
}

/**
 * @param {string} text
 * @param {Holder} holder
 * @returns {string} What stands between a comma, or the bracket, and the next entry.
 */
function gapIn(text, { entries, from }) {
  const [first, second] = entries;
  if (first && second) return /\s*$/.exec(text.slice(first.to, second.from))?.[0] ?? "";
  const opening = first ? text.slice(from + 1, first.from) : "";
  if (opening.includes("\n")) return opening;
  if (first) return colonIn(text).endsWith(" ") ? " " : "";
  return text.includes("\n") ? `\n${indentAt(text, from)}${unitOf(text)}` : "";
}

/** @param {string} text @param {number} at @returns {string} The white space that its line begins with. */
function indentAt(text, at) {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", at - 1) + 1))?.[0] ?? "";
}

/** @param {string} text @returns {string} By how much it is indented more from level to level. */
function unitOf(text) {
  const [, outer = "", inner = ""] = /^([ \t]*).*[[{][ \t]*\n([ \t]+)\S/m.exec(text) ?? [];
  return (inner.startsWith(outer) && inner.slice(outer.length)) || "  ";
}

/** @param {string} text @returns {string} As it is written behind names. */
function colonIn(text) {
  return /":\S/.test(text) && !/": /.test(text) ? ":" : ": ";
}

/** @param {string} text @param {Path} path @returns {boolean} Its neighbours stand in one line with it. */
function isOnOneLine(text, path) {
  const holder = holderOf(text, path);
  return holder === undefined ? !text.includes("\n") : !gapIn(text, holder).includes("\n");
}

/**
 * @param {string} text That it becomes a part of.
 * @param {unknown} value
 * @param {boolean} isInline
 * @param {string} indent Of the line where it begins.
 * @returns {string}
 */
function written(text, value, isInline, indent) {
  if (isInline) return JSON.stringify(value);
  return JSON.stringify(value, null, unitOf(text)).replaceAll("\n", `\n${indent}`);
}

/** @param {unknown} one @param {unknown} other */
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * @param {string} before
 * @param {string} after
 * @returns {Edit[]} One that makes one text of the other, as short as can be; none where they agree.
 */
export function difference(before, after) {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [{ from: start, to: before.length - end, insert: after.slice(start, after.length - end) }];
}
