/** What stands for a value until it is written: always JSON. */
import { isFilled } from "./facts.js";

/**
 * @typedef {import("./expected.js").Value} Value
 *
 * @typedef {object} Written
 * @property {string} text JSON.
 * @property {number} from Where the selection begins in it.
 * @property {number} to
 * @property {boolean} asks What goes there is worth offering at once.
 */

/** @param {unknown} value @returns {Written} As it is, with the cursor behind. */
export function done(value) {
  const text = JSON.stringify(value);
  return { text, from: text.length, to: text.length, asks: false };
}

/** @param {string} text @returns {Written} With the cursor between two signs. */
const between = (text, asks = true) => ({ text, from: 1, to: 1, asks });

/** @param {unknown} value @returns {Written} To be typed over. */
function replaceable(value) {
  const text = JSON.stringify(value);
  return { text, from: 0, to: text.length, asks: false };
}

/**
 * @param {readonly Value[]} values What can stand there.
 * @param {boolean} hasWords There are values to offer, beside those of the description.
 * @returns {Written}
 */
export function skeletonOf(values, hasWords = false) {
  const schemas = values.map(({ shape }) => shape.schema).filter(isFilled);
  const words = schemas.flatMap((schema) => schema.enum ?? [schema.const]);
  if (words.length === 1 && words[0] !== undefined) return done(words[0]);
  if (words.some((word) => typeof word === "string")) return between('""');
  const asks = hasWords || schemas.some(({ examples = [] }) => examples.length > 1);
  const types = schemas.map(({ type }) => type);
  switch (types.find((type) => type !== "null")) {
    case "object":
      return between("{}");
    case "array":
      return between("[]");
    case "boolean":
      return replaceable(true);
    case "integer":
    case "number":
      return replaceable(Math.max(0, schemas[0]?.minimum ?? 0));
    case "string":
      return between('""', asks);
    default:
      return types.includes("null") ? done(null) : between('""', asks);
  }
}
