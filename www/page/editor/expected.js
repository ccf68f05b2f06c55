/** What a JSON Schema expects at a place of a text, by all that the text says already. */
import { fitting, isOfKind, keepsOut, shapesOf, under } from "./shapes.js";

/**
 * @typedef {import("./cursor.js").Source} Source
 * @typedef {import("./cursor.js").SyntaxNode} SyntaxNode
 * @typedef {import("./shapes.js").Schema} Schema
 * @typedef {import("./shapes.js").Shape} Shape
 * @typedef {import("./shapes.js").Held} Held
 *
 * @typedef {"required" | "one way" | "optional"} Need Whether a key must be there, or is one of those
 *   of which some must.
 *
 * @typedef {object} Value What can stand under a key.
 * @property {Shape} shape
 * @property {Shape} [holder] The object that has the key.
 */

const VALUES = new Set(["Object", "Array", "String", "Number", "True", "False", "Null"]);

/**
 * @param {SyntaxNode} node
 * @returns {SyntaxNode | undefined} The value of a property, or of a whole text.
 */
export function valueIn(node) {
  for (let child = node.lastChild; child; child = child.prevSibling) {
    if (VALUES.has(child.name)) return child;
  }
  return undefined;
}

/**
 * @param {Source} source
 * @param {{ from: number, to: number }} place
 * @returns {unknown} The value that stands there; nothing where it is no JSON.
 */
export function readAt({ text }, { from, to }) {
  try {
    return JSON.parse(text.slice(from, to));
  } catch {
    return undefined;
  }
}

/**
 * @param {Source} source
 * @param {SyntaxNode} object
 * @returns {Map<string, { name: SyntaxNode, value: SyntaxNode | undefined }>} What it holds, by key;
 *   the last one where a key stands twice.
 */
export function propertiesIn(source, object) {
  const found = new Map();
  for (const property of object.getChildren("Property")) {
    const name = property.getChild("PropertyName");
    const key = name && readAt(source, name);
    if (typeof key === "string") found.set(key, { name, value: valueIn(property) });
  }
  return found;
}

/**
 * @param {Source} source
 * @param {SyntaxNode} object
 * @param {string} [except] A key whose value does not count: it is what is asked for.
 * @returns {Map<string, Held>}
 */
function heldIn(source, object, except) {
  /** @type {Map<string, Held>} */
  const held = new Map();
  for (const [key, { value }] of propertiesIn(source, object)) {
    if (value === undefined || key === except) continue;
    const isPlain = value.name !== "Object" && value.name !== "Array";
    held.set(key, () => (isPlain ? readAt(source, value) : undefined));
  }
  return held;
}

/**
 * @param {Source} source
 * @param {SyntaxNode | undefined} holder An object or a list; nothing for the whole input.
 * @param {Schema} root
 * @param {string} [except]
 * @returns {Shape[]} What the holder can be.
 */
export function shapesAt(source, holder, root, except) {
  const { $defs = {} } = root;
  if (holder === undefined) return shapesOf(root, $defs);
  const above = holderOf(holder);
  const key = above?.name === "Object" ? keyOf(source, holder) : undefined;
  const shapes = valuesAt(source, above, key, root)
    .map(({ shape }) => shape)
    .filter((shape) => isOfKind(shape, holder.name));
  return holder.name === "Array" ? shapes : fitting(shapes, heldIn(source, holder, except));
}

/**
 * @param {Source} source
 * @param {SyntaxNode | undefined} holder
 * @param {string | undefined} key Of an object.
 * @param {Schema} root
 * @returns {Value[]} What can stand under its key, or as an item of it.
 */
export function valuesAt(source, holder, key, root) {
  const { $defs = {} } = root;
  const shapes = shapesAt(source, holder, root, key);
  if (holder === undefined) return shapes.map((shape) => ({ shape }));
  const isList = holder.name === "Array";
  return shapes.flatMap((above) => {
    const schema = isList ? above.schema.items : key === undefined ? undefined : under(above, key);
    if (schema === undefined) return [];
    return shapesOf(schema, $defs).map((shape) => ({ shape, holder: above }));
  });
}

/** @param {SyntaxNode} node @returns {SyntaxNode | undefined} The object or list that it stands in. */
export function holderOf(node) {
  let above = node.parent;
  while (above && above.name !== "Object" && above.name !== "Array") above = above.parent;
  return above ?? undefined;
}

/** @param {Source} source @param {SyntaxNode} value @returns {string | undefined} */
function keyOf(source, value) {
  const name = value.parent?.getChild("PropertyName");
  const key = name && readAt(source, name);
  return typeof key === "string" ? key : undefined;
}

/**
 * @param {Source} source
 * @param {SyntaxNode} object
 * @param {Schema} root
 * @param {import("../places.js").Place} [except] A key that stands here does not count: it is written.
 * @returns {Map<string, { need: Need, values: Value[] }>} The keys that it can have and has not, in
 *   the order of the description, those first that must be there.
 */
export function keysAt(source, object, root, except) {
  const { $defs = {} } = root;
  const there = propertiesIn(source, object);
  for (const [key, { name }] of there) if (name.from === except?.from) there.delete(key);
  const shapes = shapesAt(source, object, root);
  /** @type {Map<string, { need: Need, values: Value[] }>} */
  const keys = new Map();
  for (const holder of shapes) {
    for (const [key, schema] of Object.entries(holder.schema.properties ?? {})) {
      if (there.has(key) || keepsOut(holder, key)) continue;
      const values = shapesOf(schema, $defs).map((shape) => ({ shape, holder }));
      // Bytes stand in no JSON.
      if (values.every(({ shape }) => shape.schema.contentMediaType !== undefined)) continue;
      const known = keys.get(key);
      if (known) known.values.push(...values);
      else keys.set(key, { need: needOf(shapes, key, there), values });
    }
  }
  const order = ["required", "one way", "optional"];
  return new Map(
    [...keys].sort(([, one], [, other]) => order.indexOf(one.need) - order.indexOf(other.need)),
  );
}

/**
 * @param {readonly Shape[]} shapes What the object can be.
 * @param {string} key
 * @param {{ has: (key: string) => boolean }} there The keys that it has.
 * @returns {Need}
 */
export function needOf(shapes, key, there) {
  const needs = shapes.map(({ schema, groups }) => {
    if (schema.required?.includes(key)) return "required";
    for (const ways of groups) {
      const isDone = ways.some(({ required = [] }) => required.every((each) => there.has(each)));
      const naming = ways.filter(({ required = [] }) => required.includes(key)).length;
      if (naming > 0 && !isDone) return naming === ways.length ? "required" : "one way";
    }
    return "optional";
  });
  if (needs.every((need) => need === "required")) return "required";
  return needs.every((need) => need === "optional") ? "optional" : "one way";
}
