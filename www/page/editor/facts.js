/** What a description says of a key or a value, in words for people. */

/**
 * @typedef {import("./expected.js").Need} Need
 * @typedef {import("./expected.js").Value} Value
 * @typedef {import("./shapes.js").Schema} Schema
 * @typedef {import("./shapes.js").Shape} Shape
 *
 * @typedef {object} Facts
 * @property {string} name
 * @property {string} kind "string", or "object or array".
 * @property {string} need "required", or nothing.
 * @property {string[]} about Sentences.
 * @property {[name: string, text: string][]} details
 */

/** How many words of a list are shown. */
const MOST = 12;

/**
 * @param {string} name
 * @param {readonly Value[]} values
 * @param {Need} need
 * @returns {Facts}
 */
export function factsOf(name, values, need) {
  const schemas = unique(values.map(({ shape }) => shape.schema)).filter(isFilled);
  const [examples = [], ...others] = unique(schemas.flatMap((schema) => [schema.examples ?? []]));
  const ways = unique(values.flatMap(({ holder }) => waysOf(holder, name)));
  return {
    name,
    kind: kindOf(schemas),
    need: need === "required" ? "required" : "",
    about: unique(schemas.map(({ description }) => description ?? "").filter(Boolean)),
    details: [
      ...detail("Needed", ways.join("; ")),
      ...detail("Values", someOf(schemas.flatMap(wordsIn))),
      ...detail("Length", same(schemas, lengthOf)),
      ...detail("Items", same(schemas, itemsOf)),
      ...detail("Range", same(schemas, rangeOf)),
      ...detail("Default", someOf(schemas.flatMap((schema) => schema.default ?? []))),
      // Where forms have examples of their own none is the one to show.
      ...(others.length > 0
        ? []
        : detail(examples.length > 1 ? "Such as" : "Example", someOf(examples))),
    ],
  };
}

/** @param {string} name @param {string} text @returns {[string, string][]} */
const detail = (name, text) => (text === "" ? [] : [[name, text]]);

/**
 * An empty string that counts as absent says nothing of what there can be.
 *
 * @param {Schema} schema
 */
export function isFilled(schema) {
  return schema.const !== "";
}

/** @template Kind @param {readonly Kind[]} all @returns {Kind[]} Each once, whatever its identity. */
function unique(all) {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/** @param {readonly Schema[]} schemas @returns {string} */
export function kindOf(schemas) {
  return [...new Set(schemas.map(typeOf))].join(" or ");
}

/** @param {Schema} schema @returns {string} */
function typeOf(schema) {
  if (schema.type === "array" && typeof schema.items === "object" && schema.items.type) {
    return `array of ${schema.items.type}s`;
  }
  const value = schema.const ?? schema.enum?.[0];
  return schema.type ?? (value === undefined ? "any" : value === null ? "null" : typeof value);
}

/**
 * @param {Shape | undefined} holder
 * @param {string} key
 * @returns {string[]} "`countryCode` with `phoneNumber`, or `fullPhoneNumber`", where it is one of them.
 */
function waysOf(holder, key) {
  return (holder?.groups ?? [])
    .map((ways) => ways.map(({ required = [] }) => required))
    .filter((ways) => ways.length > 1 && ways.some((keys) => keys.includes(key)))
    .map((ways) => ways.map((keys) => keys.join(" with ")).join(", or "));
}

/** @param {Schema} schema @returns {unknown[]} The words of a closed list. */
function wordsIn(schema) {
  return schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
}

/** @param {readonly unknown[]} values @returns {string} As many as people read. */
function someOf(values) {
  const all = unique(values).map(shown);
  const rest = all.length - MOST;
  return all.slice(0, MOST).join(", ") + (rest > 0 ? `, and ${rest} more` : "");
}

/**
 * @param {readonly Schema[]} schemas
 * @param {(schema: Schema) => string} say
 * @returns {string} Nothing where it depends.
 */
function same(schemas, say) {
  const said = unique(schemas.map(say).filter(Boolean));
  return said.length === 1 ? /** @type {string} */ (said[0]) : "";
}

/** @param {unknown} value */
function shown(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** @param {Schema} schema */
function lengthOf({ minLength, maxLength }) {
  if (maxLength === undefined && minLength === 1) return "not empty";
  return between(minLength, maxLength, "character");
}

/** @param {Schema} schema */
function itemsOf({ minItems, maxItems }) {
  return between(minItems, maxItems, "item");
}

/** @param {Schema} schema */
function rangeOf({ minimum, maximum }) {
  return between(minimum, maximum, "");
}

/**
 * @param {number | undefined} least
 * @param {number | undefined} most
 * @param {string} unit In the singular.
 */
function between(least, most, unit) {
  const units = (/** @type {number} */ count) =>
    `${figure(count)}${unit && ` ${unit}${count === 1 ? "" : "s"}`}`;
  if (least !== undefined && least === most) return units(least);
  if (most === undefined) return least === undefined ? "" : `at least ${units(least)}`;
  return least === undefined ? `at most ${units(most)}` : `${figure(least)} to ${units(most)}`;
}

const figure = new Intl.NumberFormat("en").format;
