/**
 * What a JSON Schema says of a value and of its parts: for the form, and for help in the editor.
 * Knows what the descriptions of inputs use: `$ref` into `$defs`, alternatives by `anyOf`, unions
 * by `oneOf` that a key tells apart, and keys that go together by `allOf` of `anyOf`.
 */
import { isObject } from "./is-object.js";

/**
 * @typedef {{ [keyword: string]: any }} Schema Or a part of one. What it refers to stands in `root`.
 * @typedef {(string | number)[]} Path
 *
 * @typedef {object} Union What tells the kinds of an object apart.
 * @property {string} key Such as `type`.
 * @property {{ value: unknown, schema: Schema }[]} branches
 *
 * @typedef {object} Property
 * @property {string} key
 * @property {Schema} schema As it stands there: `resolve` it.
 * @property {boolean} isRequired
 * @property {boolean} isFit It may stand beside the others that the object has.
 */

/**
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {Schema} With what it refers to. What is said where it is referred to counts.
 */
export function resolve(schema, root) {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...here } = schema;
  return { ...resolve(root.$defs?.[$ref.slice("#/$defs/".length)] ?? {}, root), ...here };
}

/**
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {Schema[]} Each form that a value can have, none of which has others: the schema itself
 *   where there is one.
 */
export function alternativesOf(schema, root) {
  const { anyOf, ...rest } = resolve(schema, root);
  if (anyOf === undefined) return [rest];
  return anyOf.flatMap((/** @type {Schema} */ each) => alternativesOf(each, root));
}

/** @param {unknown} value @returns {string} As JSON Schema names it: `integer` is a `number`. */
export function typeOf(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/**
 * @param {Schema} schema One alternative.
 * @returns {string} The type of its values; empty where any will do.
 */
export function typeIn({ type, const: only, enum: several, oneOf }) {
  if (type !== undefined) return type === "integer" ? "number" : type;
  if (only !== undefined) return typeOf(only);
  if (several !== undefined) return typeOf(several[0]);
  return oneOf === undefined ? "" : "object";
}

/**
 * @param {Schema} schema One alternative.
 * @param {unknown} value
 * @returns {boolean} Whether it is of the type, or one of the few values, that the schema says.
 */
function admits(schema, value) {
  const type = typeIn(schema);
  if (schema.const !== undefined) return schema.const === value;
  return type === "" || type === typeOf(value);
}

/**
 * The alternative that a value has chosen by its type: for `undefined` the first. A union stays
 * one: `unionOf` and `propertiesOf` look into it.
 *
 * @param {Schema} schema
 * @param {unknown} value
 * @param {Schema} root
 * @returns {Schema | undefined} Nothing where no alternative takes such a value.
 */
export function alternativeOf(schema, value, root) {
  const alternatives = alternativesOf(schema, root);
  if (value === undefined) return alternatives[0];
  return alternatives.find((alternative) => admits(alternative, value));
}

/**
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {Union | undefined} Where the schema is a union.
 */
export function unionOf(schema, root) {
  const { oneOf, required = [] } = resolve(schema, root);
  const [key] = required;
  if (oneOf === undefined || key === undefined) return undefined;
  const branches = oneOf.map((/** @type {Schema} */ each) => {
    const branch = resolve(each, root);
    return { value: branch.properties?.[key]?.const, schema: branch };
  });
  return { key, branches };
}

/**
 * The schema that holds for a value: of its alternatives the one for its type, of a union's
 * branches the one that its key names.
 *
 * @param {Schema} schema
 * @param {unknown} value
 * @param {Schema} root
 * @returns {Schema | undefined} Nothing where no alternative or no branch is meant.
 */
export function branchOf(schema, value, root) {
  const found = alternativeOf(schema, value, root);
  const union = found && unionOf(found, root);
  if (union === undefined) return found;
  const named = isObject(value) ? valueIn(value, union.key) : undefined;
  return union.branches.find((branch) => branch.value === named)?.schema;
}

/**
 * The keys that the object which a value is, or is to be, can have. Of a union that key which
 * tells its branches apart has all their values; without it, it is the only one.
 *
 * @param {Schema} schema
 * @param {unknown} value
 * @param {Schema} root
 * @returns {Property[]} In the order of the description. None for what is no object.
 */
export function propertiesOf(schema, value, root) {
  const found = alternativeOf(schema, value, root);
  const union = found && unionOf(found, root);
  const branch = branchOf(schema, value, root);
  const { properties = {}, required = [] } = branch ?? {};
  const known = union ? { [union.key]: {}, ...properties } : properties;
  return Object.entries(known).map(([key, of]) => ({
    key,
    schema: key === union?.key ? keyOf(union, of) : of,
    isRequired: required.includes(key) || key === union?.key,
    isFit: !branch || isFit(branch, isObject(value) ? value : {}, key),
  }));
}

/**
 * @param {Union} union
 * @param {Schema} chosen What the chosen branch says of the key.
 * @returns {Schema} The key with the values of all branches.
 */
function keyOf({ key, branches }, chosen) {
  const { description } = { ...branches[0]?.schema.properties?.[key], ...chosen };
  return { enum: branches.map(({ value }) => value), ...(description && { description }) };
}

/**
 * @param {Schema} branch
 * @param {object} value
 * @param {string} key
 * @returns {boolean} Whether what goes together lets the key stand beside the others.
 */
function isFit({ allOf = [] }, value, key) {
  const others = Object.entries(value).flatMap(([other, held]) =>
    other === key || held === "" ? [] : [other],
  );
  return allOf.every((/** @type {Schema} */ { anyOf = [] }) => {
    const open = anyOf.filter((/** @type {Schema} */ group) =>
      others.every((other) => !isShut(group, other)),
    );
    return open.length === 0 || open.some((/** @type {Schema} */ group) => !isShut(group, key));
  });
}

/** @param {Schema} group @param {string} key @returns {boolean} The group wants it absent or empty. */
function isShut({ properties = {} }, key) {
  const wanted = Object.hasOwn(properties, key) ? properties[key] : undefined;
  return wanted === false || wanted?.const === "";
}

/**
 * @param {Schema} schema Of a list or an object.
 * @param {unknown} value The list or the object, as far as it is known.
 * @param {string | number} step Into it.
 * @param {Schema} root
 * @returns {Schema | undefined} Of what stands there; nothing where the schema knows no such place.
 */
export function childOf(schema, value, step, root) {
  if (typeof step === "number") return alternativeOf(schema, value ?? [], root)?.items;
  const found = propertiesOf(schema, value, root).find(({ key }) => key === step);
  if (found) return found.schema;
  const { additionalProperties } = branchOf(schema, value ?? {}, root) ?? {};
  return isObject(additionalProperties) ? additionalProperties : undefined;
}

/**
 * @param {Schema} root
 * @param {unknown} value The whole input, as far as it is known: it says which branches are meant.
 * @param {Path} path
 * @returns {Schema | undefined} Of what stands at the path.
 */
export function schemaAt(root, value, path) {
  /** @type {Schema | undefined} */
  let schema = root;
  let held = value;
  for (const step of path) {
    schema = schema && childOf(schema, held, step, root);
    held = typeof held === "object" && held !== null ? valueIn(held, step) : undefined;
  }
  return schema;
}

/**
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {unknown[] | undefined} All values that it takes, where they are few.
 */
export function valuesOf(schema, root) {
  const lists = alternativesOf(schema, root).map((each) => {
    if (each.const !== undefined) return [each.const];
    return each.type === "null" ? [null] : each.enum;
  });
  return lists.includes(undefined) ? undefined : lists.flat();
}

/**
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {unknown[]} Values such as it takes.
 */
export function examplesOf(schema, root) {
  return alternativesOf(schema, root).flatMap(({ examples = [] }) => examples);
}

/**
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {string} What it is, in a few sentences with names in backquotes; or nothing.
 */
export function docOf(schema, root) {
  return resolve(schema, root).description ?? "";
}

/** @param {string} doc @returns {string} Its first sentence. */
export function summaryOf(doc) {
  return /^.*?[.!?…](?=\s+[\p{Lu}`"]|\s*$)/su.exec(doc)?.[0] ?? doc;
}

/**
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {any} The least that it takes, to be filled in: an object with the keys that it must
 *   have, a list with as many items as it must have, a text without characters.
 */
export function emptyOf(schema, root) {
  const [first = {}] = alternativesOf(schema, root);
  const values = valuesOf(first, root);
  if (values) return values.length === 1 ? values[0] : "";
  if (first.type === "array") {
    return Array.from({ length: first.minItems ?? 0 }, () => emptyOf(first.items, root));
  }
  if (typeIn(first) === "object") return emptyObject(first, root);
  if (typeIn(first) === "number") return Math.max(first.minimum ?? 0, 0);
  return first.type === "boolean" ? false : "";
}

/** @param {Schema} schema @param {Schema} root */
function emptyObject(schema, root) {
  const [branch] = unionOf(schema, root)?.branches ?? [];
  const start = branch ? { [unionOf(schema, root)?.key ?? ""]: branch.value } : {};
  const needed = propertiesOf(schema, start, root).filter(({ isRequired }) => isRequired);
  const fields = needed.map(({ key, schema: of }) => [key, emptyOf(of, root)]);
  return { ...Object.fromEntries(fields), ...start };
}

/** @param {object} value @param {string | number} key @returns {unknown} Its own. */
export function valueIn(value, key) {
  return Object.hasOwn(value, key) ? /** @type {any} */ (value)[key] : undefined;
}
