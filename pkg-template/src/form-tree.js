/** An input that grows out of fields, each with its place in it. */
import { isPlain } from "./form-values.js";

/**
 * @typedef {import("./form-names.js").Path} Path
 *
 * @typedef {object} Leaf What stands at a place.
 * @property {unknown} value Undefined for none.
 * @property {Path} [own] Where a form has it; missing for what no field asks.
 *
 * @typedef {object} Node An object or a list.
 * @property {Map<string, Node | Leaf>} parts By keys, and by indexes.
 * @property {boolean} isList
 * @property {boolean} isKept Whether it is there even with nothing in it.
 */

/**
 * @param {Node | Leaf | undefined} part
 * @returns {part is Node}
 */
export const isNode = (part) => part !== undefined && "parts" in part;

/**
 * @param {boolean} isList
 * @param {boolean} [isKept]
 * @returns {Node}
 */
export const nodeOf = (isList, isKept = false) => ({ parts: new Map(), isList, isKept });

/**
 * Puts what no field asks, in place of whatever was given for it.
 *
 * @param {Node} tree
 * @param {any} value A plain object.
 */
export function plant(tree, value) {
  for (const [key, part] of Object.entries(value)) {
    const isList = Array.isArray(part);
    if (!isList && !isPlain(part)) tree.parts.set(key, { value: part });
    else {
      const known = tree.parts.get(key);
      const node = isNode(known) && known.isList === isList ? known : nodeOf(isList);
      node.isKept = true;
      tree.parts.set(key, node);
      plant(node, part);
    }
  }
}

/**
 * @param {Node} tree
 * @param {Path} path
 * @param {Leaf} leaf
 */
export function put(tree, path, leaf) {
  let node = tree;
  path.forEach((step, depth) => {
    // A list that is also given keys is an object.
    if (typeof step === "string") node.isList = false;
    const key = String(step);
    const known = node.parts.get(key);
    if (depth === path.length - 1) {
      // Nothing takes the place of something.
      if (leaf.value !== undefined || !known) node.parts.set(key, leaf);
      return;
    }
    const next = isNode(known) ? known : nodeOf(typeof path[depth + 1] === "number");
    node.parts.set(key, next);
    node = next;
  });
}

/** Lists of values that go into a template by their places: `{{1}}` is the first. */
const COUNTED = /^(body|header|button)Values$/;

/**
 * @param {number} index
 * @param {Leaf | Node} behind What is behind the gap.
 * @returns {Leaf} Where names are paths, its own is that of the name that lacks.
 */
function gapAt(index, behind) {
  const own = isNode(behind) ? undefined : behind.own;
  const isPath = typeof own?.at(-1) === "number";
  return { value: undefined, ...(isPath && { own: [...own.slice(0, -1), index] }) };
}

/**
 * What has grown, without what is empty: keys without values, objects without keys, items without
 * keys. Indexes close up, so that the greatest costs nothing. An empty text in a list stays, for
 * another would take its place; and so does a gap before a value of a template, however wide it is.
 *
 * @param {Node} tree
 * @returns {{ input: unknown, on: (path: Path) => (Node | Leaf)[] }} With what stands on the way to a
 *   path in it, from the root, as far as there is something. Not by names: a long key would stand in
 *   the name of everything below it.
 */
export function grow(tree) {
  /** What stands in each node, by the steps that lead there. @type {Map<Node, Map<string | number, Node | Leaf>>} */
  const steps = new Map();

  /**
   * @param {Node | Leaf} part
   * @param {boolean} [isCounted] Whether items of lists in it belong to places by their number.
   * @returns {unknown}
   */
  function take(part, isCounted = false) {
    if (!isNode(part)) return part.value;
    const parts = [...part.parts];
    if (!part.isList) {
      steps.set(part, part.parts);
      const values = parts.map(([key, each]) => [key, take(each, isCounted || COUNTED.test(key))]);
      const present = values.filter(([, value]) => value !== undefined);
      return present.length > 0 || part.isKept ? Object.fromEntries(present) : undefined;
    }
    parts.sort(([a], [b]) => Number(a) - Number(b));
    /** @type {Map<number, Node | Leaf>} */
    const items = new Map();
    steps.set(part, items);
    /** @type {unknown[]} */
    const list = [];
    let next = 0;
    for (const [key, each] of parts) {
      if (isCounted && Number(key) > next) {
        items.set(list.length, gapAt(next, each));
        list.push(undefined);
      }
      next = Number(key) + 1;
      const value = take(each, isCounted);
      items.set(list.length, each);
      if (value !== undefined || !isNode(each)) list.push(value);
    }
    const isEmpty = list.every((value) => value === undefined);
    return isEmpty && !part.isKept
      ? undefined
      : list.map((value) => (value === undefined ? "" : value));
  }

  return {
    input: take(tree),
    on(path) {
      /** @type {(Node | Leaf)[]} */
      const way = [tree];
      for (const step of path) {
        const last = way.at(-1);
        const next = isNode(last) && steps.get(last)?.get(step);
        if (!next) break;
        way.push(next);
      }
      return way;
    },
  };
}
