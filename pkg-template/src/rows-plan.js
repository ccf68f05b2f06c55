/**
 * How the cells of a row become an input, as the module takes it: texts that are written as they are,
 * and cells (src/rows/plan.rs).
 */
import { nameOf } from "./form-names.js";
import { isNode, nodeOf, plant, put } from "./form-tree.js";
import { refuse } from "./options.js";
import { isOfPhone } from "./rows-place.js";

/**
 * @typedef {import("./rows-place.js").Place} Place
 * @typedef {import("./form-tree.js").Node} Node
 * @typedef {import("./form-tree.js").Leaf} Leaf
 * @typedef {string | (number | string)[]} Token
 */

/** Kinds of cells: an item of a list; one more is the member of an object. */
const SORTS = /** @type {Record<string, number>} */ ({ "": 0, number: 2, boolean: 4 });
const PHONE = 6;

/** A number and its country, where their column is one. */
const SAMPLE = { countryCode: "+91", phoneNumber: "9876543210" };

/** What stands in the tree for a cell. */
class Cell {
  /** @param {Place} place */
  constructor(place) {
    this.place = place;
  }
}

/**
 * The input as it grows out of what all rows have and of a row's cells, which come before that.
 *
 * @param {object | undefined} base Plain data.
 * @param {readonly Place[]} places
 */
function treeOf(base, places) {
  const tree = nodeOf(false, true);
  plant(tree, base ?? {});
  if (places.some(isOfPhone)) for (const key of Object.keys(SAMPLE)) tree.parts.delete(key);
  for (const place of places) {
    if (!isOfPhone(place)) put(tree, place.path, { value: new Cell(place) });
  }
  return tree;
}

/**
 * @param {object | undefined} base
 * @param {readonly Place[]} places
 * @returns {Token[]}
 */
export function tokensOf(base, places) {
  /** @type {Token[]} */
  const tokens = [];

  /** @param {string} text */
  function say(text) {
    const last = tokens.at(-1);
    if (typeof last !== "string") tokens.push(text);
    // The module drops a comma behind a bracket; here both are in one text.
    else tokens[tokens.length - 1] = last + (/[[{]$/.test(last) ? text.replace(/^,/, "") : text);
  }

  /**
   * @param {Node | Leaf} part
   * @param {string} key With its colon; empty in a list.
   */
  function write(part, key) {
    if (!isNode(part)) {
      if (!(part.value instanceof Cell)) {
        say(`,${key}${JSON.stringify(part.value)}`);
        return;
      }
      const { column, as } = part.value.place;
      const sort = SORTS[as] ?? 0;
      tokens.push(key ? [sort + 1, column, JSON.parse(key.slice(0, -1))] : [sort, column]);
      return;
    }
    say(`,${key}${part.isList ? "[" : "{"}`);
    inside(part);
    say(part.isList ? "]" : "}");
  }

  /** @param {Node} node */
  function inside({ parts, isList }) {
    const all = [...parts];
    if (isList) all.sort(([a], [b]) => Number(a) - Number(b));
    for (const [key, part] of all) write(part, isList ? "" : `${JSON.stringify(key)}:`);
  }

  const tree = treeOf(base, places);
  mustBeFull(tree, []);
  const phone = places.find(({ to }) => to === "phone");
  say("{");
  if (phone) {
    const country = places.find((place) => place !== phone && isOfPhone(place));
    tokens.push([PHONE, phone.column, country?.column ?? -1]);
  }
  inside(tree);
  say("}");
  return tokens;
}

/**
 * @param {Node} node
 * @param {(string | number)[]} path
 */
function mustBeFull({ parts, isList }, path) {
  for (const [key, part] of parts) {
    if (isNode(part)) mustBeFull(part, [...path, isList ? Number(key) : key]);
    const before = Number(key) - 1;
    // What comes after would take its place.
    if (isList && before >= 0 && !parts.has(String(before))) {
      const [has, lacks] = [key, before].map((at) => nameOf([...path, Number(at)]));
      refuse(`checkRows: columns have something for ${has}, but nothing for ${lacks}.`);
    }
  }
}

/**
 * An input of the kind that rows become, to ask what its places take.
 *
 * @param {object | undefined} base
 * @param {readonly Place[]} places
 * @returns {string} JSON, in which every cell is a text.
 */
export function sampleOf(base, places) {
  /** @type {(part: Node | Leaf) => unknown} */
  const take = (part) => {
    if (!isNode(part)) return part.value instanceof Cell ? "1" : part.value;
    const values = [...part.parts].map(([key, each]) => [key, take(each)]);
    return part.isList ? values.map(([, value]) => value) : Object.fromEntries(values);
  };
  const input = /** @type {object} */ (take(treeOf(base, places)));
  return JSON.stringify(places.some(isOfPhone) ? { ...SAMPLE, ...input } : input);
}

/**
 * The columns with the types that their places take, where nobody says them.
 *
 * @param {readonly Place[]} places
 * @param {readonly import("./errors.js").Issue[]} issues Of a sample.
 * @returns {Place[]}
 */
export function typedPlaces(places, issues) {
  const torn = issues.find(({ code }) => code === "recipient.both_forms");
  if (torn) {
    refuse(`checkRows: columns and base say in two ways who a row is for. ${torn.message}`);
  }
  return places.map((place) => {
    const own = issues.filter(({ path }) => isBefore(path, place.path));
    const stranger = own.find(({ code }) => code === "object.unknown_key");
    if (stranger) refuse(`checkRows: columns: "${place.to}" is no place. ${stranger.message}`);
    const { params } =
      own.find(({ code, path }) => code === "type.expected" && path.length === place.path.length) ??
      {};
    const wanted = String(params?.expected ?? "");
    if (wanted.includes("array")) return { ...place, path: [...place.path, 0] };
    const as = ["number", "boolean"].find((type) => wanted.includes(type)) ?? "";
    return { ...place, as: place.as || as };
  });
}

/**
 * @param {readonly (string | number)[]} path
 * @param {readonly (string | number)[]} whole
 * @returns Whether the path leads there, or to something around it.
 */
const isBefore = (path, whole) =>
  path.length > 0 && path.every((step, at) => String(step) === String(whole[at]));
