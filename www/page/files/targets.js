/** The places of an input that a column can go to, under names for people. */
import { showPath } from "../inspect.js";
import { CHOSEN } from "./starts.js";
import { shortened } from "./words.js";

/**
 * @typedef {import("interakt-wasm").TemplateNeeds} TemplateNeeds
 * @typedef {import("../phone-input.js").Schema} Schema
 * @typedef {import("./starts.js").Base} Base
 * @typedef {(string | number)[]} Path
 * @typedef {string | { readonly to: string, readonly as: "number" | "boolean" }} Target As `checkRows`
 *   takes it.
 *
 * @typedef {object} Place
 * @property {Target} target
 * @property {string} label
 * @property {string} group Heading in the list.
 * @property {Path} [path] Of what stands in the base: what no column gives is the same for all rows.
 */

const PHONE = "phone";
const COUNTRY = "phone.country";
const CUSTOMER = "Customer";
const VALUES = "What is sent";
const MORE = "More";
const TRAITS = "Traits";

/** What a phone is written as; it is read by {@link PHONE}. */
const WIRE = new Set(["countryCode", "phoneNumber", "fullPhoneNumber"]);

/** What a customer is known by, of which a row needs one. */
export const RECIPIENTS = [PHONE, "userId"];

/** Of a name that a file has, so much is shown, in characters. */
const LONGEST = 60;

/** Traits that most files have. */
const USUAL_TRAITS = ["name", "email"];

/** @param {Target} target @returns {string} Of targets that are the same, the same. */
export function keyOf(target) {
  return typeof target === "string" ? target : `${target.to} as ${target.as}`;
}

/** @param {Target} target @returns {string} Its path. */
export function toOf(target) {
  return typeof target === "string" ? target : target.to;
}

/**
 * @param {Schema} schema Of an operation.
 * @param {Base} base
 * @param {TemplateNeeds} [needs] Of the template that it sends.
 * @returns {Place[]}
 */
export function placesOf(schema, base, needs) {
  const fields = fieldsOf(schema, base.type);
  const leaves = leavesOf(base).filter(({ path }) => !CHOSEN.has(showPath(path)));
  const known = new Set([...WIRE, ...CHOSEN, ...leaves.map(({ path }) => showPath(path))]);
  return [
    ...("phoneNumber" in fields
      ? [
          { target: PHONE, label: "Phone number", group: CUSTOMER },
          { target: COUNTRY, label: "Country of the phone number", group: CUSTOMER },
        ]
      : []),
    ...leaves.map(({ path }) => {
      return { target: showPath(path), label: labelOf(path, needs), group: VALUES, path };
    }),
    ...Object.entries(fields).flatMap(([name, field]) => {
      const type = typeOf(field);
      if (known.has(name) || type === undefined) return [];
      const group = RECIPIENTS.includes(name) ? CUSTOMER : MORE;
      return [{ target: type === "string" ? name : { to: name, as: type }, label: name, group }];
    }),
  ];
}

/**
 * @param {Schema} schema
 * @param {Base} base
 * @param {string} column Its header.
 * @param {Target} [target] Where it goes now.
 * @returns {Place[]} For an operation that has them: the traits that a column can be.
 */
export function traitsOf(schema, base, column, target) {
  if (!("traits" in fieldsOf(schema, base.type))) return [];
  const now = target === undefined ? "" : toOf(target);
  const own = now.startsWith("traits") ? now : showTrait(column.trim());
  const paths = [...new Set([own, ...USUAL_TRAITS.map(showTrait)])];
  return paths.flatMap((to) => {
    const label = `Trait “${shortened(to.replace(/^traits\.?/, ""), LONGEST)}”`;
    const text = { target: to, label, group: TRAITS };
    if (to !== own) return [text];
    const as = (/** @type {"number" | "boolean"} */ type, /** @type {string} */ words) => {
      return { target: { to, as: type }, label: `${label}, ${words}`, group: TRAITS };
    };
    return [text, as("number", "a number"), as("boolean", "yes or no")];
  });
}

/** @param {string} name */
function showTrait(name) {
  return /^[^.[\]"]+$/.test(name) ? `traits.${name}` : `traits[${JSON.stringify(name)}]`;
}

/**
 * The fields that stand in an input itself.
 *
 * @param {Schema} schema
 * @param {unknown} type Of what forms tell apart by their type.
 * @param {Record<string, Schema>} [shapes]
 * @returns {Record<string, any>}
 */
function fieldsOf(schema, type, shapes = schema.$defs ?? {}) {
  const { $ref, properties = {}, anyOf = [], oneOf = [] } = schema;
  const { const: kind } = /** @type {{ const?: unknown }} */ (properties.type ?? {});
  if (kind !== undefined && kind !== type) return {};
  const named = $ref === undefined ? undefined : shapes[$ref.replace("#/$defs/", "")];
  const forms = [...(named ? [named] : []), ...anyOf, ...oneOf];
  return Object.assign({}, properties, ...forms.map((form) => fieldsOf(form, type, shapes)));
}

/**
 * @param {any} field
 * @returns {"string" | "number" | "boolean" | undefined} Nothing for what no cell can hold.
 */
function typeOf({ type, anyOf = [] }) {
  if (type === "string" || type === "number" || type === "boolean") return type;
  if (type === "integer") return "number";
  return anyOf.map(typeOf).find(Boolean);
}

/**
 * @param {unknown} value
 * @param {Path} [path]
 * @returns {{ path: Path, value: string | number | boolean }[]} The ends of a part of an input.
 */
export function leavesOf(value, path = []) {
  if (Array.isArray(value)) return value.flatMap((item, at) => leavesOf(item, [...path, at]));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? [{ path, value }]
    : [];
}

/**
 * @param {any} value
 * @returns {any} Without what is empty: such a place is a column's, or nobody's.
 */
export function filled(value) {
  if (Array.isArray(value)) {
    const items = value.map(filled);
    const isEmpty = items.every((item) => item === undefined);
    // A place in the middle keeps the others where they are.
    return isEmpty ? undefined : items.map((item) => item ?? "");
  }
  if (typeof value !== "object" || value === null) return value === "" ? undefined : value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, filled(item)])
    .filter(([, item]) => item !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/**
 * @param {Path} path
 * @param {TemplateNeeds | undefined} needs
 * @returns {string} What a template calls the place; else its path.
 */
function labelOf(path, needs) {
  const [root, name, index, ...rest] = path;
  if (root !== "template" || needs === undefined) return showPath(path);
  if (name === "carouselCards" && typeof index === "number") {
    const card = needs.cards?.[index];
    return card ? `Card ${index + 1}: ${labelOfPart(rest, card)}` : showPath(path);
  }
  return labelOfPart(path.slice(1), needs);
}

/** What stands above a text. @type {Record<string, string>} */
const ABOVE = {
  text: "{{1}} of the header",
  image: "URL of the image",
  video: "URL of the video",
  document: "URL of the document",
};

/**
 * @param {Path} path Inside a template or a card.
 * @param {import("interakt-wasm").PartNeeds} needs
 */
function labelOfPart(path, { header, buttons }) {
  const [name, index] = path;
  if (name === "bodyValues") return `{{${Number(index) + 1}}} of the text`;
  if (name === "headerValues") return ABOVE[header?.type ?? ""] ?? "Header";
  if (name === "fileName") return "Name of the document";
  const button = buttons.find((candidate) => candidate.index === Number(index));
  return name === "buttonValues" && button ? `Value of “${button.text}”` : showPath(path);
}

/**
 * @param {any} value
 * @param {Path} path
 * @param {unknown} leaf
 * @returns {any} The same with something else at a place.
 */
export function withLeaf(value, [step, ...rest], leaf) {
  if (step === undefined) return leaf;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[step] = withLeaf(copy[step], rest, leaf);
  return copy;
}
