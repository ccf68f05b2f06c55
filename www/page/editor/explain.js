/** What the description says of the key that a place of a text belongs to. */
import { holderOf, needOf, propertiesIn, readAt, shapesAt, valueIn, valuesAt } from "./expected.js";
import { factsOf } from "./facts.js";

/**
 * @typedef {import("../places.js").Place} Place
 * @typedef {import("./cursor.js").Source} Source
 * @typedef {import("./cursor.js").SyntaxNode} SyntaxNode
 * @typedef {import("./facts.js").Facts} Facts
 * @typedef {import("./shapes.js").Schema} Schema
 */

/**
 * @param {Source} source
 * @param {number} at
 * @param {Schema} root
 * @returns {{ facts: Facts, name: Place, value?: Place } | undefined} With the places of the key and
 *   of its value, if that is plain. Nothing outside of keys that are known.
 */
export function explainedAt(source, at, root) {
  const property = propertyAt(source, at);
  const name = property?.getChild("PropertyName");
  const holder = property && holderOf(property);
  const key = name && readAt(source, name);
  if (!property || !name || !holder || typeof key !== "string") return undefined;
  const values = valuesAt(source, holder, key, root);
  if (values.length === 0) return undefined;
  const others = propertiesIn(source, holder);
  others.delete(key);
  const facts = factsOf(key, values, needOf(shapesAt(source, holder, root, key), key, others));
  const value = valueIn(property);
  const chosen = value && readAt(source, value);
  // A word that tells forms apart means what its form is.
  const forms = values.filter(({ shape }) => shape.schema.const === chosen);
  const about = forms.flatMap(({ holder }) => holder?.about ?? []);
  if (forms.length === 1 && typeof chosen === "string") {
    facts.about.push(...about.map((said) => `${chosen}: ${said}`));
  }
  const isPlain = value !== undefined && value.firstChild === null;
  return { facts, name: rangeOf(name), ...(isPlain && { value: rangeOf(value) }) };
}

/** @param {SyntaxNode} node @returns {Place} */
const rangeOf = ({ from, to }) => ({ from, to });

/**
 * @param {Source} source
 * @param {number} at
 * @returns {SyntaxNode | undefined} The innermost property that a place touches.
 */
function propertyAt({ top }, at) {
  const found = /** @type {const} */ ([1, -1]).flatMap((side) => {
    /** @type {SyntaxNode | null} */
    let node = top.resolveInner(at, side);
    while (node && node.name !== "Property") node = node.parent;
    return node ?? [];
  });
  return found.sort((one, other) => other.from - one.from)[0];
}
