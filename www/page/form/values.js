/** Between the values of an input and what fields of a form show, without loss. */
import { isObject } from "../is-object.js";
import {
  alternativeOf,
  branchOf,
  emptyOf,
  propertiesOf,
  typeIn,
  typeOf,
  valueIn,
  valuesOf,
} from "../schema.js";

/**
 * @typedef {import("../schema.js").Schema} Schema
 * @typedef {import("./layout.js").Field} Field
 */

const NUMBER = /^\s*[-+]?\d+(\.\d+)?([eE][-+]?\d+)?\s*$/;

/** @param {string} text */
export function isNumeric(text) {
  return NUMBER.test(text) && Number.isFinite(Number(text));
}

/**
 * @param {Field} field One with a control of its own.
 * @returns {string} What its control shows.
 */
export function shownOf({ kind, value }) {
  if (value === undefined) return "";
  return typeof value === "string" && kind !== "raw" ? value : JSON.stringify(value);
}

/**
 * @param {import("./layout.js").LeafKind} kind
 * @param {string} text In the control.
 * @returns {unknown} What it says. What is no number, or no JSON, is a text until it is one.
 */
export function saidBy(kind, text) {
  if (kind === "number") return isNumeric(text) ? Number(text) : text;
  if (kind !== "raw") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * @param {unknown} one
 * @param {unknown} other
 * @returns {boolean} As JSON they are the same.
 */
export function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * What a person begins with who adds something: a list has an item to fill in.
 *
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {unknown}
 */
export function startOf(schema, root) {
  const empty = emptyOf(schema, root);
  if (!Array.isArray(empty) || empty.length > 0) return empty;
  return [emptyOf(alternativeOf(schema, [], root)?.items ?? {}, root)];
}

/**
 * @param {unknown} value
 * @param {Schema} schema One alternative, of another type.
 * @param {Schema} root
 * @returns {unknown} The value as one of the type, or one to be filled in; `undefined` where that
 *   would lose a part of it.
 */
export function converted(value, schema, root) {
  const type = typeIn(schema);
  if (type === typeOf(value)) return value;
  if (type === "array") {
    const fits = alternativeOf(schema.items ?? {}, value, root) !== undefined;
    return fits && value !== null && value !== "" ? [value] : startOf(schema, root);
  }
  if (Array.isArray(value)) {
    if (value.length > 1) return undefined;
    return value.length === 0 ? emptyOf(schema, root) : converted(value[0], schema, root);
  }
  if (isObject(value) && Object.keys(value).length > 0) return undefined;
  if (type === "null") return null;
  const text = isObject(value) || value === null ? "" : String(value);
  if (type === "string") return text;
  if (type === "number" && isNumeric(text)) return Number(text);
  return type === "boolean" && text === "true" ? true : emptyOf(schema, root);
}

/**
 * Another kind of a union: what both kinds have stays, and what only the new one has begins empty, or
 * with what it was before.
 *
 * @param {Field} field Of the object.
 * @param {string} key That tells the kinds apart.
 * @param {unknown} kind The new one.
 * @param {Schema} root
 * @param {object} [kept] What other kinds have left out before.
 * @returns {{ next: object, kept: object, lost: string[] }} The object; all that is left out now;
 *   the paths of what was not before. Keys that the old kind did not know either stay.
 */
export function switched({ schema, value }, key, kind, root, kept = {}) {
  const before = isObject(value) ? value : {};
  /** @param {object} from @param {unknown} [of] */
  const as = (from, of = kind) =>
    carried(Object.fromEntries([...Object.entries(from), [key, of]]), schema, root);
  const known = propertiesOf(schema, before, root).map((property) => property.key);
  const strange = Object.entries(before).filter(([each]) => !known.includes(each));
  const start = as({}, valueIn(before, key));
  const fresh = as({});
  const now = { ...Object.fromEntries(strange), ...withoutStart(as(before), start, fresh) };
  const next = /** @type {object} */ (withBack(now, as(kept), fresh));
  // What it began with is nothing to miss, and which kind it was is said already.
  const lost = lostBy(lostBy(before, { ...next, [key]: valueIn(before, key) }), start);
  return { next, kept: lostBy(merged(kept, lost), next), lost: pathsIn(lost).filter(Boolean) };
}

/**
 * @param {unknown} value
 * @param {unknown} start What the old kind began with.
 * @param {unknown} fresh What the new kind begins with.
 * @returns {any} Without what only the old kind had to have, and nobody wrote.
 */
function withoutStart(value, start, fresh) {
  if (!isObject(value) || !isObject(start)) return value;
  const begun = isObject(fresh) ? fresh : {};
  const entries = Object.entries(value).flatMap(([key, held]) => {
    const [was, is] = [valueIn(start, key), valueIn(begun, key)];
    return is === undefined && isSame(held, was) ? [] : [[key, withoutStart(held, was, is)]];
  });
  return Object.fromEntries(entries);
}

/**
 * @param {unknown} value
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {unknown} As much of the value as the schema knows, with all that it must have;
 *   `undefined` where it is of another type.
 */
function carried(value, schema, root) {
  const found = alternativeOf(schema, value, root);
  const values = valuesOf(schema, root);
  if (found === undefined || (values && !values.includes(value))) return undefined;
  if (Array.isArray(value)) {
    return value.flatMap((item) => carried(item, found.items ?? {}, root) ?? []);
  }
  const branch = branchOf(found, value, root);
  if (!isObject(value) || isObject(found.additionalProperties)) return value;
  if (branch === undefined) return undefined;
  const fields = propertiesOf(found, value, root).flatMap(({ key, schema: of, isRequired }) => {
    const kept = Object.hasOwn(value, key) ? carried(valueIn(value, key), of, root) : undefined;
    if (kept !== undefined) return [[key, kept]];
    return isRequired ? [[key, emptyOf(of, root)]] : [];
  });
  return Object.fromEntries(fields);
}

/**
 * @param {unknown} before
 * @param {unknown} after
 * @returns {Record<string, unknown>} As much of an object as another one has not.
 */
function lostBy(before, after) {
  if (!isObject(before)) return {};
  const lost = Object.entries(before).flatMap(([key, held]) => {
    const now = isObject(after) ? valueIn(after, key) : undefined;
    if (isSame(held, now) || held === "") return [];
    if (!isObject(held) || !isObject(now)) return [[key, held]];
    const inner = lostBy(held, now);
    return Object.keys(inner).length > 0 ? [[key, inner]] : [];
  });
  return Object.fromEntries(lost);
}

/**
 * @param {unknown} value
 * @param {unknown} lost What it had before.
 * @param {unknown} fresh The value as it begins.
 * @returns {unknown} The value with what it had, wherever nothing else was written.
 */
function withBack(value, lost, fresh) {
  if (lost === undefined) return value;
  if (value === undefined || isSame(value, fresh))
    return isObject(value) ? merged(value, lost) : lost;
  if (!isObject(value) || !isObject(lost)) return value;
  const start = isObject(fresh) ? fresh : {};
  const keys = new Set([...Object.keys(value), ...Object.keys(lost)]);
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      withBack(valueIn(value, key), valueIn(lost, key), valueIn(start, key)),
    ]),
  );
}

/** @param {unknown} value @param {unknown} over @returns {any} Of both; what stands over it counts. */
function merged(value, over) {
  if (!isObject(value) || !isObject(over)) return over;
  /** @type {[string, unknown][]} */
  const entries = Object.entries({ ...value, ...over }).map(([key, held]) => {
    return [key, Object.hasOwn(over, key) ? merged(valueIn(value, key), held) : held];
  });
  return Object.fromEntries(entries);
}

/**
 * @param {unknown} value
 * @param {string} [path]
 * @returns {string[]} The paths of all that an object holds.
 */
function pathsIn(value, path = "") {
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([key, held]) =>
    pathsIn(held, path === "" ? key : `${path}.${key}`),
  );
}
