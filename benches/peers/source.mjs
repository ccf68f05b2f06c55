/**
 * The program that one would write of a JSON Schema with a library for validation: the same rules,
 * in the library's own words.
 */
import { nameOf } from "./schemas.mjs";

/**
 * @typedef {import("./schemas.mjs").Schema} Schema
 *
 * @typedef {object} Entry Of an object.
 * @property {string} key
 * @property {string} value An expression.
 * @property {boolean} isOptional
 *
 * @typedef {object} Dialect How a library says it: each gives an expression.
 * @property {string} imports
 * @property {(value: unknown) => string} literal
 * @property {(values: string[]) => string} oneOfTexts
 * @property {(bounds: { min?: number, max?: number, patterns: string[] }) => string} text
 * @property {(bounds: { isWhole: boolean, min?: number, max?: number }) => string} number
 * @property {() => string} boolean
 * @property {() => string} nothing
 * @property {(item: string, bounds: { min?: number, max?: number }) => string} list
 * @property {(key: string, value: string) => string} record
 * @property {(entries: Entry[], ways: Way[]) => string} object
 * @property {(options: string[]) => string} union
 * @property {(key: string, options: string[]) => string} variant
 * @property {(root: string) => string} verdict Whether `input` is good.
 * @property {(root: string) => string} issues What is wrong with it: pairs of place and words.
 *
 * @typedef {{ needed: string[], absent: string[] }} Way One of several ways to fill an object in.
 */

/** What tells whether an object is filled in in one of these ways. */
const FILLED = `const filled = (ways) => (value) =>
  ways.some(([needed, absent]) => needed.every((key) => value[key]) && !absent.some((key) => value[key]));
`;

/**
 * @param {import("./schemas.mjs").Described} described
 * @param {Dialect} dialect
 * @returns {string} A module whose `check` says whether an input is good for an operation, and whose
 *   `explain` says what is wrong with it.
 */
export function sourceOf({ shared, operations }, dialect) {
  /** @param {Map<string, Schema>} schemas */
  const said = (schemas) =>
    [...schemas].map(([name, schema]) => [name, expressionOf(schema, dialect, shared)]);
  const constants = said(shared).map(([name, value]) => `const ${name} = ${value};\n`);
  const roots = said(operations).map(([name, value]) => `  ${name}: ${value},\n`);
  return [
    `${dialect.imports}\n${FILLED}`,
    ...constants,
    `const operations = {\n${roots.join("")}};\n`,
    `export const check = (operation, input) => ${dialect.verdict("operations[operation]")};\n`,
    `export const explain = (operation, input) => ${dialect.issues("operations[operation]")};\n`,
  ].join("");
}

/**
 * @param {Schema} schema
 * @param {Dialect} dialect
 * @param {Map<string, Schema>} shared
 * @returns {string}
 */
function expressionOf(schema, dialect, shared) {
  const of = (/** @type {Schema} */ each) => expressionOf(each, dialect, shared);
  if (schema.$ref) return nameOf(schema.$ref);
  if ("const" in schema) return dialect.literal(schema.const);
  if (schema.enum) return dialect.oneOfTexts(schema.enum);
  const options = schema.oneOf ?? schema.anyOf;
  if (options) {
    const key = tellingKey(options, shared);
    return key ? dialect.variant(key, options.map(of)) : dialect.union(options.map(of));
  }
  switch (schema.type) {
    case "string":
      return dialect.text({ ...lengths(schema, "Length"), patterns: patternsOf(schema) });
    case "number":
    case "integer":
      return dialect.number({
        ...{ isWhole: schema.type === "integer", min: schema.minimum, max: schema.maximum },
      });
    case "boolean":
      return dialect.boolean();
    case "null":
      return dialect.nothing();
    case "array":
      return dialect.list(of(schema.items), lengths(schema, "Items"));
    case "object":
      return schema.properties ? objectOf(schema, dialect, of) : recordOf(schema, dialect, of);
    default:
      throw new Error(`what is ${JSON.stringify(schema)}?`);
  }
}

/** @param {Schema} schema @param {"Length" | "Items"} what */
const lengths = (schema, what) => ({ min: schema[`min${what}`], max: schema[`max${what}`] });

/** @param {Schema} schema @returns {string[]} */
const patternsOf = ({ pattern, allOf = [] }) =>
  [pattern, ...allOf.map((/** @type {Schema} */ also) => also.pattern)].filter(Boolean);

/**
 * @param {Schema} schema
 * @param {Dialect} dialect
 * @param {(schema: Schema) => string} of
 */
function objectOf({ properties, required = [], allOf = [] }, dialect, of) {
  const entries = Object.entries(properties).map(([key, value]) => {
    return { key, value: of(value), isOptional: !required.includes(key) };
  });
  return dialect.object(
    entries,
    allOf.flatMap((/** @type {Schema} */ { anyOf }) => anyOf.map(wayOf)),
  );
}

/** @param {Schema} schema @returns {Way} */
function wayOf({ required = [], properties = {} }) {
  const absent = Object.keys(properties).filter((key) => properties[key].const === "");
  return { needed: required, absent };
}

/**
 * @param {Schema} schema
 * @param {Dialect} dialect
 * @param {(schema: Schema) => string} of
 */
function recordOf({ propertyNames = { type: "string" }, additionalProperties }, dialect, of) {
  return dialect.record(of({ type: "string", ...propertyNames }), of(additionalProperties));
}

/**
 * The key by whose value objects are told from each other.
 *
 * @param {Schema[]} options
 * @param {Map<string, Schema>} shared
 * @returns {string | undefined}
 */
function tellingKey(options, shared) {
  const objects = options.map((each) => (each.$ref ? shared.get(nameOf(each.$ref)) : each));
  const [first] = objects;
  return Object.keys(first?.properties ?? {}).find((key) => {
    const values = objects.map((each) => each?.properties?.[key]?.const);
    return !values.includes(undefined) && new Set(values).size === values.length;
  });
}

/** @param {Way[]} ways */
export const filled = (ways) =>
  `filled(${JSON.stringify(ways.map(({ needed, absent }) => [needed, absent]))})`;

/** @param {string} pattern */
export const regex = (pattern) => `/${pattern.replaceAll("/", "\\/")}/u`;
