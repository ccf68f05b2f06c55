/** Edits of single fields in a JSON text: all else in it stays as it is. */
import { readValue } from "./json-tree.js";
import { parse, propertiesOf } from "./places.js";

/** @typedef {import("./places.js").Place & { insert: string }} Edit Puts a text in place of another. */

/**
 * The fields of the object that a text holds, as far as they can be read.
 *
 * @param {string} text
 * @returns {Map<string, unknown> | undefined} Nothing where the text holds no object.
 */
export function fieldsOf(text) {
  const object = propertiesOf(parse(text));
  return object && new Map(object.properties.map(({ key, value }) => [key, valueAt(text, value)]));
}

/**
 * @param {string} text
 * @param {import("./places.js").Place} place
 * @returns {unknown} `undefined` for what is no JSON yet.
 */
function valueAt(text, { from, to }) {
  return readValue(text.slice(from, to));
}

/**
 * @param {string} text
 * @param {Record<string, string>} wanted What the fields shall be. One that is missing comes beside
 *   another of them, else first.
 * @returns {Edit[]}
 */
export function editsTo(text, wanted) {
  const object = propertiesOf(parse(text));
  if (object === undefined) return [];
  const { properties, start } = object;
  const edits = [];
  /** @type {[key: string, field: string][]} */
  const missing = [];
  for (const [key, value] of Object.entries(wanted)) {
    // The last one counts, as for JSON.parse.
    const found = properties.findLast((property) => property.key === key);
    const insert = JSON.stringify(value);
    if (found === undefined) missing.push([key, `${JSON.stringify(key)}: ${insert}`]);
    else if (valueAt(text, found.value) !== value) edits.push({ ...found.value, insert });
  }
  const [first] = properties;
  if (first === undefined) {
    const isEmpty = /^\s*(\}|$)/.test(text.slice(start));
    const insert = missing.map(([, field]) => field).join(", ") + (isEmpty ? "" : ", ");
    return [{ from: start, to: start, insert }];
  }
  /** As before the first name: a space, or a new line with an indent. */
  const gap = text.slice(start, first.name.from);
  const keys = Object.keys(wanted);
  const other = properties.find(({ key }) => keys.includes(key));
  for (const [key, field] of missing) {
    if (other && keys.indexOf(key) > keys.indexOf(other.key)) {
      edits.push({ from: other.value.to, to: other.value.to, insert: `,${gap}${field}` });
    } else {
      const { from } = (other ?? first).name;
      edits.push({ from, to: from, insert: `${field},${gap}` });
    }
  }
  return edits;
}

/**
 * @param {string} text
 * @param {readonly Edit[]} edits In any order, each by the text before all of them.
 * @returns {string}
 */
export function applied(text, edits) {
  const fromTheEnd = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((one, other) => other.from - one.from || other.index - one.index);
  return fromTheEnd.reduce(
    (sum, { from, to, insert }) => sum.slice(0, from) + insert + sum.slice(to),
    text,
  );
}
