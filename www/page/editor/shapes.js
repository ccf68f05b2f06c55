/** What a JSON Schema allows, as shapes: without references, and without unions but for groups. */

/**
 * @typedef {object} Schema The keywords of JSON Schema that the package's schemas use.
 * @property {string} [type]
 * @property {unknown} [const]
 * @property {unknown[]} [enum]
 * @property {Schema} [not]
 * @property {string} [$ref]
 * @property {Record<string, Schema>} [$defs]
 * @property {Record<string, Schema | boolean>} [properties]
 * @property {Schema | boolean} [additionalProperties]
 * @property {Schema | boolean} [items]
 * @property {string[]} [required]
 * @property {Schema[]} [anyOf]
 * @property {Schema[]} [oneOf]
 * @property {Schema[]} [allOf]
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {number} [minItems]
 * @property {number} [maxItems]
 * @property {string} [pattern]
 * @property {string} [contentMediaType] Bytes, which JSON does not carry.
 * @property {unknown} [default]
 * @property {string} [description]
 * @property {unknown[]} [examples]
 *
 * @typedef {object} Shape
 * @property {Schema} schema
 * @property {Schema[][]} groups Of each, one must hold besides: the ways to name a recipient.
 * @property {string} [about] What is said of this one among the forms of a union.
 */

/** Reads a value that stands in the text; of an object or a list nothing. @typedef {() => unknown} Held */

/** Of the schemas that were asked for: each is asked for again with each key. @type {WeakMap<Schema, Shape[]>} */
const known = new WeakMap();

/**
 * @param {Schema | boolean} schema
 * @param {Record<string, Schema>} defs What it refers to, by name.
 * @returns {Shape[]} One for each form of its unions.
 */
export function shapesOf(schema, defs) {
  if (typeof schema === "boolean") return schema ? [{ schema: {}, groups: [] }] : [];
  const shapes = known.get(schema) ?? formsOf(schema, defs);
  known.set(schema, shapes);
  return shapes;
}

/** @param {Schema} schema @param {Record<string, Schema>} defs @returns {Shape[]} */
function formsOf(schema, defs) {
  const { $ref, anyOf, oneOf, allOf = [], ...own } = schema;
  /** @type {Shape[]} */
  let shapes = [{ schema: own, groups: [] }];
  const named = $ref === undefined ? undefined : defs[$ref.replace("#/$defs/", "")];
  if (named) shapes = product(shapes, shapesOf(named, defs));
  for (const part of allOf) {
    const { anyOf: group } = part;
    if (group === undefined) shapes = product(shapes, shapesOf(part, defs));
    else shapes = shapes.map((shape) => ({ ...shape, groups: [...shape.groups, group] }));
  }
  for (const union of [anyOf, oneOf]) {
    if (union === undefined) continue;
    const forms = union.flatMap((form) => shapesOf(form, defs));
    shapes = product(shapes, forms);
  }
  return shapes;
}

/**
 * What is said where a shape is named is about the key, and comes before what is said of the shape.
 *
 * @param {Shape[]} outer
 * @param {Shape[]} inner
 * @returns {Shape[]}
 */
function product(outer, inner) {
  return outer.flatMap((one) =>
    inner.map((other) => {
      const about = other.about ?? other.schema.description;
      return {
        schema: both(one.schema, other.schema),
        groups: [...one.groups, ...other.groups],
        ...(about !== undefined && { about }),
      };
    }),
  );
}

/** @param {Schema} one @param {Schema} other @returns {Schema} */
function both(one, other) {
  const required = [...new Set([...(one.required ?? []), ...(other.required ?? [])])];
  return {
    ...other,
    ...one,
    ...((one.properties || other.properties) && {
      properties: { ...other.properties, ...one.properties },
    }),
    ...(required.length > 0 && { required }),
  };
}

/** How values of JSON are called, by the names of their nodes. @type {Record<string, string[]>} */
const TYPES = {
  Object: ["object"],
  Array: ["array"],
  String: ["string"],
  Number: ["number", "integer"],
  True: ["boolean"],
  False: ["boolean"],
  Null: ["null"],
};

/**
 * @param {Shape} shape
 * @param {string} kind The name of the value's node.
 */
export function isOfKind({ schema }, kind) {
  const type = schema.type ?? typeOf(schema.const);
  return type === undefined || TYPES[kind]?.includes(type) === true;
}

/** @param {unknown} value @returns {string | undefined} */
function typeOf(value) {
  if (value === null) return "null";
  return value === undefined ? undefined : typeof value;
}

/**
 * @param {Schema | boolean | undefined} schema
 * @param {Held} held
 * @returns {boolean} The value is none that it allows.
 */
function contradicts(schema, held) {
  if (typeof schema !== "object") return schema === false;
  if (schema.const !== undefined) return held() !== schema.const;
  if (schema.enum !== undefined) return !schema.enum.includes(held());
  return schema.not?.const !== undefined && held() === schema.not.const;
}

/**
 * @param {Schema} schema
 * @param {ReadonlyMap<string, Held>} there
 * @returns {number} How many of the values it does not allow.
 */
function contradictions({ properties = {} }, there) {
  return Object.entries(properties).filter(([key, schema]) => {
    const held = there.get(key);
    return held !== undefined && contradicts(schema, held);
  }).length;
}

/**
 * @template Kind
 * @param {readonly Kind[]} all
 * @param {(one: Kind) => number} count
 * @returns {Kind[]} Those for which there is least to count.
 */
function fewest(all, count) {
  const counts = all.map(count);
  const least = Math.min(...counts);
  return all.filter((_, index) => counts[index] === least);
}

/**
 * @param {readonly Shape[]} shapes
 * @param {ReadonlyMap<string, Held>} there What the object holds, by key.
 * @returns {Shape[]} Those that go best with it, of their groups too: with `"type": "Template"` the
 *   one of that name, and beside a `fullPhoneNumber` the way to name a recipient by it.
 */
export function fitting(shapes, there) {
  return fewest(shapes, ({ schema }) => contradictions(schema, there)).map((shape) => ({
    ...shape,
    groups: shape.groups.map((group) => fewest(group, (way) => contradictions(way, there))),
  }));
}

/**
 * @param {Shape} shape
 * @param {string} key
 * @returns {boolean} Every way that is left keeps the key out, or wants it empty.
 */
export function keepsOut({ groups }, key) {
  return groups.some((group) =>
    group.every(({ properties }) => {
      const schema = properties?.[key];
      return schema === false || (typeof schema === "object" && schema.const === "");
    }),
  );
}

/**
 * @param {Shape} shape
 * @param {string} key
 * @returns {Schema | boolean | undefined} Of the value under a key; nothing for one that is not known.
 */
export function under({ schema }, key) {
  return schema.properties?.[key] ?? schema.additionalProperties;
}
