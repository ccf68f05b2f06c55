/** Where in a JSON text the value of a path stands. */
import { jsonLanguage } from "@codemirror/lang-json";

/**
 * @typedef {import("@lezer/common").SyntaxNode} SyntaxNode
 * @typedef {(string | number)[]} Path
 * @typedef {{ from: number, to: number }} Place Characters from the start of the text.
 * @typedef {{ text: string, top: SyntaxNode }} Parsed
 */

const VALUES = new Set(["Object", "Array", "String", "Number", "True", "False", "Null"]);

/**
 * Takes any text: what is no JSON becomes a tree with errors in it.
 *
 * @param {string} text
 * @returns {Parsed}
 */
export function parse(text) {
  return { text, top: jsonLanguage.parser.parse(text).topNode };
}

/** @param {SyntaxNode} node @returns {SyntaxNode[]} */
function childrenOf(node) {
  const children = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** @param {SyntaxNode} node */
function isValue(node) {
  return VALUES.has(node.name);
}

/**
 * @param {string} text
 * @param {SyntaxNode} property
 * @returns {string | undefined} Its name, with escapes resolved.
 */
function nameOf(text, property) {
  const name = property.getChild("PropertyName");
  if (name === null) return undefined;
  try {
    return JSON.parse(text.slice(name.from, name.to));
  } catch {
    return undefined;
  }
}

/**
 * Goes one step down. Where a key stands twice the last one counts, as for `JSON.parse`.
 *
 * @param {string} text
 * @param {SyntaxNode} node
 * @param {string | number} step
 * @returns {{ value: SyntaxNode, name: SyntaxNode | null } | undefined}
 */
function child(text, node, step) {
  const children = childrenOf(node);
  if (node.name === "Array") {
    const value = children.filter(isValue)[Number(step)];
    return value && { value, name: null };
  }
  const property = children.findLast(
    (candidate) => candidate.name === "Property" && nameOf(text, candidate) === String(step),
  );
  const value = property && childrenOf(property).find(isValue);
  return value && { value, name: value.parent?.getChild("PropertyName") ?? null };
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
export function placeOf({ text, top }, path, code) {
  let value = childrenOf(top).find(isValue);
  if (value === undefined) return { from: 0, to: text.length };
  /** @type {SyntaxNode | null} */
  let name = null;
  for (const step of path) {
    const next = child(text, value, step);
    // The rest of the path is missing.
    if (next === undefined) return opening(value);
    ({ value, name } = next);
  }
  if (name !== null && code === "object.unknown_key") return rangeOf(name);
  if (value.firstChild === null) return rangeOf(value);
  return name === null ? opening(value) : rangeOf(name);
}

/** @param {SyntaxNode} node @returns {Place} */
function rangeOf({ from, to }) {
  return { from, to };
}

/** @param {SyntaxNode} node @returns {Place} The bracket of an object or a list. */
function opening({ from, to }) {
  return { from, to: Math.min(from + 1, to) };
}

/**
 * Keys that stand twice in their object.
 *
 * @param {Parsed} parsed
 * @returns {{ key: string, place: Place }[]} Each where it stands first.
 */
export function repeatedKeys({ text, top }) {
  /** @type {{ key: string, place: Place }[]} */
  const found = [];
  top.cursor().iterate(({ node }) => {
    if (node.name !== "Object") return;
    /** @type {Map<string, Place>} */
    const earlier = new Map();
    for (const property of node.getChildren("Property")) {
      const key = nameOf(text, property);
      const name = property.getChild("PropertyName");
      if (key === undefined || name === null) continue;
      const before = earlier.get(key);
      if (before !== undefined) found.push({ key, place: before });
      earlier.set(key, rangeOf(name));
    }
  });
  return found;
}

/**
 * The fields of the object that a text holds, as far as they have values.
 *
 * @param {Parsed} parsed
 * @returns {{ properties: { key: string, name: Place, value: Place }[], start: number } | undefined}
 *   Nothing where the text holds no object. It starts behind its brace.
 */
export function propertiesOf({ text, top }) {
  const object = childrenOf(top).find(isValue);
  if (object?.name !== "Object") return undefined;
  const properties = object.getChildren("Property").flatMap((property) => {
    const key = nameOf(text, property);
    const name = property.getChild("PropertyName");
    const value = childrenOf(property).find(isValue);
    return key === undefined || !name || !value
      ? []
      : [{ key, name: rangeOf(name), value: rangeOf(value) }];
  });
  return { properties, start: object.from + 1 };
}

/**
 * Where a text stops being JSON.
 *
 * @param {string} text
 * @param {string} complaint The browser's own, which may hold the place.
 * @returns {Place}
 */
export function placeOfComplaint(text, complaint) {
  const from = Math.min(offsetIn(complaint, text) ?? firstError(text), text.length);
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

/** @param {string} text */
function firstError(text) {
  let at = text.length;
  parse(text)
    .top.cursor()
    .iterate((node) => {
      if (node.type.isError) at = Math.min(at, node.from);
    });
  return at;
}
