/** Where in a JSON text the value of a path stands. */
import { readTree, tokensOf } from "./json-tree.js";

/** Of keys that stand twice, so many are enough to see what is wrong. */
const MOST_REPEATED = 100;

/**
 * @typedef {(string | number)[]} Path
 * @typedef {import("./json-tree.js").Place} Place
 * @typedef {import("./json-tree.js").Property} Property
 * @typedef {import("./json-tree.js").Value} Value
 * @typedef {{ text: string } & import("./json-tree.js").Tree} Parsed
 */

/**
 * Takes any text: of what is no JSON there is as much as can be read.
 *
 * @param {string} text
 * @returns {Parsed}
 */
export function parse(text) {
  return { text, ...readTree(text) };
}

/**
 * Goes one step down. Where a key stands twice the last one counts, as for `JSON.parse`.
 *
 * @param {Value} value
 * @param {string | number} step
 * @returns {{ value: Value, name: Place | null } | undefined}
 */
function child(value, step) {
  if (value.kind === "array") {
    const item = value.items[Number(step)];
    return item && { value: item, name: null };
  }
  const property = propertiesByKey(value).get(String(step));
  return property?.value && { value: property.value, name: property.name };
}

/** Of the objects that were asked for one: there may be as many questions as keys. @type {WeakMap<Value, Map<string | undefined, Property>>} */
const known = new WeakMap();

/** @param {Value} object */
function propertiesByKey(object) {
  const before = known.get(object);
  if (before) return before;
  const byKey = new Map(object.properties.map((property) => [property.key, property]));
  known.set(object, byKey);
  return byKey;
}

/**
 * The place to show for an issue: a plain value itself; for an object or a list its name, or its
 * bracket; for what is missing the name or bracket of what should hold it; for a key that
 * should not be there the key.
 *
 * @param {Parsed} parsed
 * @param {Path} path
 * @param {string} [code] Of the issue.
 * @returns {Place}
 */
export function placeOf({ text, value: top }, path, code) {
  if (top === undefined) return { from: 0, to: text.length };
  let value = top;
  /** @type {Place | null} */
  let name = null;
  for (const step of path) {
    const next = child(value, step);
    // The rest of the path is missing.
    if (next === undefined) return opening(value);
    ({ value, name } = next);
  }
  if (name !== null && code === "object.unknown_key") return rangeOf(name);
  if (value.kind === "plain") return rangeOf(value);
  return name === null ? opening(value) : rangeOf(name);
}

/** @param {Place} place @returns {Place} */
function rangeOf({ from, to }) {
  return { from, to };
}

/** @param {Place} value @returns {Place} The bracket of an object or a list. */
function opening({ from, to }) {
  return { from, to: Math.min(from + 1, to) };
}

/**
 * Keys that stand twice in their object.
 *
 * @param {Parsed} parsed
 * @returns {{ key: string, place: Place }[]} Each where it stands first.
 */
export function repeatedKeys({ value: top }) {
  /** @type {{ key: string, place: Place }[]} */
  const found = [];
  /** Still to be looked at, the next last. */
  const waiting = top ? [top] : [];
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    /** @type {Map<string, Place>} */
    const earlier = new Map();
    for (const { key, name } of value.properties) {
      if (key === undefined) continue;
      const before = earlier.get(key);
      if (before !== undefined && found.length < MOST_REPEATED) found.push({ key, place: before });
      earlier.set(key, name);
    }
    const inner = [...value.items, ...value.properties.flatMap((each) => each.value ?? [])];
    for (const each of inner.reverse()) waiting.push(each);
  }
  return found;
}

/**
 * The fields of the object that a text holds, as far as they have values.
 *
 * @param {Parsed} parsed
 * @returns {{ properties: { key: string, name: Place, value: Place }[], start: number } | undefined}
 *   Nothing where the text holds no object. It starts behind its brace.
 */
export function propertiesOf({ value: object }) {
  if (object?.kind !== "object") return undefined;
  const properties = object.properties.flatMap(({ key, name, value }) =>
    key === undefined || !value ? [] : [{ key, name, value: rangeOf(value) }],
  );
  return { properties, start: object.from + 1 };
}

/**
 * Where a text is nested one deeper than it may be.
 *
 * @param {string} text
 * @param {number} most
 * @returns {Place} Of the bracket.
 */
export function placeOfDepth(text, most) {
  let depth = 0;
  for (const { from, to } of tokensOf(text)) {
    const sign = text[from] ?? "";
    if ("{[".includes(sign)) depth += 1;
    if ("}]".includes(sign)) depth -= 1;
    if (depth > most) return { from, to };
  }
  return { from: 0, to: text.length };
}

/**
 * Where a text stops being JSON.
 *
 * @param {string} text
 * @param {string} complaint The browser's own, which may hold the place.
 * @returns {Place}
 */
export function placeOfComplaint(text, complaint) {
  const from = Math.min(
    offsetIn(complaint, text) ?? readTree(text).error ?? text.length,
    text.length,
  );
  return { from, to: Math.min(from + 1, text.length) };
}

/**
 * @param {string} complaint
 * @param {string} text
 * @returns {number | undefined}
 */
function offsetIn(complaint, text) {
  const [, position] = /position (\d+)/.exec(complaint) ?? [];
  if (position !== undefined) return Number(position);
  const [, line, column] = /line (\d+) column (\d+)/.exec(complaint) ?? [];
  if (line === undefined) return undefined;
  const before = text.split("\n").slice(0, Number(line) - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + Number(column) - 1;
}
