/** What a form holds: an object, a FormData or URLSearchParams, read into texts and what else there is. */
import { isOf } from "./kind.js";

/** Objects in objects that are looked through; what is deeper is left to the validator. */
const MOST_DEPTH = 12;
/** Values in objects and lists that are looked at, in all: they can be in there many times over. */
export const MOST_ENDS = 10_000;
/** Characters of a key behind which is looked: it would stand in the name of each value there. */
const LONGEST_KEY = 256;

/** @param {any} values Whether they are pairs: of a FormData or of URLSearchParams, of any realm. */
export const arePairs = (values) => typeof values?.getAll === "function";

/**
 * @param {any} values
 * @returns {Map<string, unknown>} Each name with its value; a name that stands more than once with
 *   the list of its values.
 */
export function readValues(values) {
  if (typeof values !== "object" || values === null) return new Map();
  if (!arePairs(values)) return new Map(Object.entries(values));
  /** @type {Map<string, unknown[]>} */
  const lists = new Map();
  for (const [name, value] of values.entries()) {
    const list = lists.get(name);
    if (list) list.push(value);
    else lists.set(name, [value]);
  }
  return new Map([...lists].map(([name, list]) => [name, list.length > 1 ? list : list[0]]));
}

/**
 * A value without what stands for none: `undefined`, `null`, NaN, which a field for numbers has
 * while it is empty, a blank text, the file of a field in which none was chosen.
 *
 * @param {any} value
 * @returns {any} Undefined where there is nothing.
 */
export function clean(value) {
  if (typeof value === "string") {
    // A server gets the lines of a text as HTTP ends them.
    return value.trim() === "" ? undefined : value.replace(/\r\n?/g, "\n");
  }
  if (Array.isArray(value)) {
    // No field holds as many; and holes, which would be walked, can be four thousand million.
    if (value.length > MOST_ENDS) return value;
    // Lists in lists are left to the validator: a stranger's go as deep as JSON does.
    const list = value
      .map((item) => (Array.isArray(item) ? item : clean(item)))
      .filter((item) => item !== undefined);
    return list.length > 0 ? list : undefined;
  }
  if (value === null || Number.isNaN(value)) return undefined;
  return isOf(value, "File") && value.size === 0 && value.name === "" ? undefined : value;
}

/** @param {unknown} value */
export function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * The ends of what a form library holds as objects and lists.
 *
 * @param {unknown} value
 * @param {import("./form-names.js").Path} path
 * @param {{ left: number, whole: Set<unknown> }} room How many values may still be looked at, and what
 *   is left whole for having too many.
 * @param {readonly unknown[]} [around] The objects and lists that it is in.
 * @returns {{ path: import("./form-names.js").Path, value: unknown }[]}
 */
export function endsOf(value, path, room, around = []) {
  const isOpen =
    (isPlain(value) || Array.isArray(value)) &&
    path.length < MOST_DEPTH &&
    path.every((step) => String(step).length <= LONGEST_KEY);
  if (!isOpen || room.whole.has(value) || around.includes(value)) return [{ path, value }];
  const parts = Object.entries(/** @type {object} */ (value));
  // Half at most: there is room for what stands beside it.
  if (parts.length * 2 > room.left) {
    room.whole.add(value);
    return [{ path, value }];
  }
  room.left -= parts.length;
  return parts.flatMap(([key, part]) =>
    endsOf(part, [...path, Array.isArray(value) ? Number(key) : key], room, [...around, value]),
  );
}

/**
 * @param {unknown} value
 * @param {string} wanted Names the JSON types that the place takes.
 * @returns {unknown} What it says; undefined where it says no such thing.
 */
export function readAs(value, wanted) {
  const isBoolean = wanted.includes("boolean");
  // A box may have a hidden field before it, which stands for the box that is not checked.
  const one = isBoolean && Array.isArray(value) ? value.at(-1) : value;
  const word = Object(one) === one ? "" : String(one).trim();
  if (wanted.includes("number") && /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(word)) {
    const number = Number(word);
    // A greater one would become another.
    if (Math.abs(number) <= Number.MAX_SAFE_INTEGER) return number;
  }
  if (isBoolean && /^(on|true|yes|1)$/i.test(word)) return true;
  if (isBoolean && /^(off|false|no|0)$/i.test(word)) return false;
  return wanted.includes("array") && typeof value === "string" ? [value] : undefined;
}
