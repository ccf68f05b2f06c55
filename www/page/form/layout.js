/** The fields that a form shows for a value, by the schema of the input. */
import { isObject } from "../is-object.js";
import {
  alternativeOf,
  alternativesOf,
  branchOf,
  docOf,
  examplesOf,
  propertiesOf,
  resolve,
  typeIn,
  typeOf,
  unionOf,
  valueIn,
  valuesOf,
} from "../schema.js";
import { isNumeric } from "./values.js";

/**
 * @typedef {import("../schema.js").Schema} Schema
 * @typedef {import("../schema.js").Path} Path
 *
 * @typedef {"text" | "lines" | "number" | "flag" | "choice" | "null" | "raw"} LeafKind `raw` is any
 *   JSON: for what the schema does not know, or has of another type.
 * @typedef {LeafKind | "object" | "list" | "map" | "missing"} Kind `missing` is an object or a list
 *   that must be there and is not.
 *
 * @typedef {object} Field
 * @property {Path} path
 * @property {Kind} kind
 * @property {Schema} schema Of the alternative that the value has chosen.
 * @property {unknown} value `undefined` where it must be there and is not.
 * @property {string} doc What it is; empty where nobody said.
 * @property {boolean} isRequired
 * @property {boolean} isRemovable
 * @property {Type[]} types That it can have, where there are several.
 * @property {string} type The one that it has.
 * @property {unknown[]} values Of a choice. Of a text those that are known; others may do.
 * @property {boolean} isNamed Its key can be another: in a map, and where the key is unknown.
 * @property {boolean} isFixed It is the only value that it can be: nothing to choose.
 * @property {boolean} isUnion Of a choice: it says which other keys there are.
 * @property {Field[]} fields Of an object, a list, a map.
 * @property {Addable[]} addable To an object.
 * @property {number} hidden How many more items there are than fields.
 * @property {readonly string[]} order Of the keys beside it.
 *
 * @typedef {{ type: string, label: string, schema: Schema }} Type
 * @typedef {{ key: string, doc: string, schema: Schema }} Addable
 *
 * @typedef {object} Place Where a field stands.
 * @property {Path} path
 * @property {boolean} [isRequired]
 * @property {boolean} [isRemovable]
 * @property {readonly string[]} [order]
 */

/** More items than anybody writes by hand: the rest is left to the JSON. */
const MOST_ITEMS = 100;

/** Texts that may be longer than this get several lines, in characters. */
const LONG = 256;

/** @type {Record<string, string>} */
const TYPE_LABELS = {
  string: "Text",
  number: "Number",
  boolean: "True or false",
  null: "null",
  array: "List",
  object: "Object",
};

/** Kinds of what has a control of its own, by the type of its schema. @type {Record<string, LeafKind>} */
const LEAVES = { string: "text", number: "number", boolean: "flag", null: "null" };

/**
 * @param {Schema} root Of the input.
 * @param {unknown} value The input.
 * @returns {Field}
 */
export function layoutOf(root, value) {
  return fieldOf(root, root, value, { path: [], isRequired: true });
}

/**
 * @param {Schema} root
 * @param {Schema} schema
 * @param {unknown} value
 * @param {Place} place
 * @returns {Field}
 */
function fieldOf(root, schema, value, place) {
  const { path, isRequired = false, isRemovable = false, order = [] } = place;
  const values = valuesOf(schema, root);
  const types = values ? [] : typesOf(schema, root);
  const chosen = alternativeOf(schema, value, root);
  /** @type {Field} */
  const field = {
    path,
    kind: values ? "choice" : kindOf(chosen, value, types),
    schema: chosen ?? types[0]?.schema ?? schema,
    value,
    doc: docOf(schema, root),
    isRequired,
    isRemovable: isRemovable && value !== undefined,
    types: types.length > 1 ? types : [],
    type: value === undefined ? "" : typeOf(value),
    values: values ?? examplesOf(schema, root),
    isNamed: false,
    isFixed: values?.length === 1 && values[0] === value,
    isUnion: false,
    fields: [],
    addable: [],
    hidden: 0,
    order,
  };
  if (field.kind === "object") return withKeys(root, field);
  if (field.kind === "list") return withItems(root, field);
  return field.kind === "map" ? withEntries(root, field) : field;
}

/**
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {Type[]} An empty text beside other texts is no type of its own.
 */
function typesOf(schema, root) {
  /** @type {Map<string, Schema>} */
  const found = new Map();
  for (const each of alternativesOf(schema, root)) {
    const type = typeIn(each);
    if (type !== "" && !found.has(type)) found.set(type, each);
  }
  const list = found.get("array");
  const isSeveral =
    list !== undefined &&
    JSON.stringify(resolve(list.items, root)) === JSON.stringify(found.get("object"));
  const labels = isSeveral ? { object: "One", array: "Several" } : TYPE_LABELS;
  return [...found].map(([type, of]) => ({
    type,
    label: /** @type {Record<string, string>} */ (labels)[type] ?? type,
    schema: of,
  }));
}

/**
 * @param {Schema | undefined} schema Nothing where the value is of another type.
 * @param {unknown} value
 * @param {Type[]} types
 * @returns {Kind}
 */
function kindOf(schema, value, types) {
  if (schema === undefined) return isHalfNumber(value, types) ? "number" : "raw";
  const type = typeIn(schema);
  const leaf = LEAVES[type];
  if (leaf === "text") return kindOfText(schema, value);
  if (leaf !== undefined && (value !== undefined || leaf === "number")) return leaf;
  if (value === undefined) return "missing";
  if (type === "array") return "list";
  if (type !== "object") return "raw";
  return isObject(schema.additionalProperties) ? "map" : "object";
}

/** @param {Schema} schema @param {unknown} value @returns {Kind} */
function kindOfText({ maxLength = 0, pattern }, value) {
  const text = String(value ?? "");
  // Fields for texts know no carriage return: it would get lost.
  if (text.includes("\r")) return "raw";
  return text.includes("\n") || (maxLength > LONG && !pattern) ? "lines" : "text";
}

/**
 * @param {unknown} value
 * @param {Type[]} types
 * @returns {boolean} It is what is left in a field for numbers while one is typed there.
 */
function isHalfNumber(value, types) {
  const [only, ...others] = types;
  if (only?.type !== "number" || others.length > 0) return false;
  return typeof value === "string" && !isNumeric(value) && !/[\r\n]/.test(value);
}

/** @param {Schema} root @param {Field} field @returns {Field} */
function withKeys(root, field) {
  const value = /** @type {Record<string, unknown>} */ (field.value);
  const union = unionOf(field.schema, root);
  // What is chosen beside the form is no key to write.
  const known = propertiesOf(field.schema, value, root).filter(
    ({ schema }) => schema.contentMediaType === undefined,
  );
  const order = known.map(({ key }) => key);
  const shown = known.filter(({ key, isRequired }) => isRequired || Object.hasOwn(value, key));
  const fields = shown.map(({ key, schema, isRequired }) => {
    const place = { path: [...field.path, key], isRequired, isRemovable: !isRequired, order };
    const of = fieldOf(root, schema, valueIn(value, key), place);
    return key === union?.key ? { ...of, isUnion: true } : of;
  });
  const unknown = Object.keys(value).filter((key) => !order.includes(key));
  const strange = unknown.map((key) => {
    const of = fieldOf(root, {}, value[key], { path: [...field.path, key], isRemovable: true });
    return { ...of, isNamed: true };
  });
  const addable = known
    .filter(({ key, isRequired, isFit }) => !isRequired && isFit && !Object.hasOwn(value, key))
    .map(({ key, schema }) => ({ key, schema, doc: docOf(schema, root) }));
  const doc = field.doc || docOf(branchOf(field.schema, value, root) ?? {}, root);
  return { ...field, doc, fields: [...fields, ...strange], addable };
}

/** @param {Schema} root @param {Field} field @returns {Field} */
function withItems(root, field) {
  const items = /** @type {unknown[]} */ (field.value);
  const fields = items.slice(0, MOST_ITEMS).map((item, index) => {
    const path = [...field.path, index];
    return fieldOf(root, field.schema.items ?? {}, item, { path, isRemovable: true });
  });
  return { ...field, fields, hidden: items.length - fields.length };
}

/** @param {Schema} root @param {Field} field @returns {Field} */
function withEntries(root, field) {
  const entries = Object.entries(/** @type {object} */ (field.value));
  const fields = entries.slice(0, MOST_ITEMS).map(([key, item]) => {
    const path = [...field.path, key];
    const of = fieldOf(root, field.schema.additionalProperties, item, { path, isRemovable: true });
    return { ...of, isNamed: true };
  });
  return { ...field, fields, hidden: entries.length - fields.length };
}

/**
 * @param {Field} map
 * @returns {string} A key that a new entry may have, where there are few to choose from.
 */
export function freeKeyOf({ schema, value }) {
  const pattern = schema.propertyNames?.pattern;
  const keys = Object.keys(/** @type {object} */ (value));
  if (pattern === undefined) return "";
  return (
    [..."0123456789"].find((key) => new RegExp(pattern).test(key) && !keys.includes(key)) ?? ""
  );
}

/** @param {Path} path @returns {string} */
export function pathKey(path) {
  return JSON.stringify(path);
}

/** @param {Field} field @returns {Field[]} It and all in it, in order. */
export function allFields(field) {
  return [field, ...field.fields.flatMap(allFields)];
}

/**
 * Gives each problem to the field that it is about; what has no field to the one around it.
 *
 * @template {{ path?: Path | undefined }} Problem
 * @param {Field} top
 * @param {readonly Problem[]} problems
 * @returns {Map<string, Problem[]>} By the keys of paths. Without those that are about no path.
 */
export function problemsByField(top, problems) {
  const shown = new Set(allFields(top).map(({ path }) => pathKey(path)));
  /** @type {Map<string, Problem[]>} */
  const found = new Map();
  for (const problem of problems) {
    if (problem.path === undefined) continue;
    let path = problem.path;
    while (path.length > 0 && !shown.has(pathKey(path))) path = path.slice(0, -1);
    const key = pathKey(path);
    found.set(key, [...(found.get(key) ?? []), problem]);
  }
  return found;
}
