/** JSON in colours, outside the editor. */
import { element } from "./dom.js";
import { readValue } from "./json-tree.js";

/** Longer texts stay plain: nobody reads all of it, and each word would be an element. */
const LONGEST = 50_000;

/** Of a text that is JSON. The names of fields stand before a colon. */
const WORDS =
  /(?<propertyName>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<string>"(?:[^"\\]|\\.)*")|(?<number>-?\d[-+.\deE]*)|(?<bool>true|false)|(?<keyword>null)/g;

/**
 * @param {string} text JSON.
 * @returns {(Node | string)[]}
 */
export function highlighted(text) {
  if (text.length > LONGEST) return [text];
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const { 0: word, index, groups = {} } of text.matchAll(WORDS)) {
    const [kind] = Object.keys(groups).filter((name) => groups[name] !== undefined);
    // As the editor names them, which has the same colours.
    parts.push(text.slice(end, index), element("span", { class: `tok-${kind}` }, word));
    end = index + word.length;
  }
  return [...parts, text.slice(end)];
}

/**
 * @param {string} text JSON or not.
 * @returns {string | undefined} Laid out; nothing when it is no JSON, or nested too deep.
 */
export function laidOut(text) {
  const value = readValue(text);
  return value === undefined ? undefined : JSON.stringify(value, null, 2);
}
