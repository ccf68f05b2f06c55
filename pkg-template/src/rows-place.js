/** Which column of a file is for what. */
import { COUNTRY, PHONE, placeOf } from "./form-fields.js";
import { nearest, refuse } from "./options.js";
import { isSame } from "./rows-sniff.js";

/**
 * @typedef {import("./form-fields.js").Target} Target
 * @typedef {import("./form-fields.js").Place & { column: number }} Place Its column, from 0.
 */

/**
 * @param {Record<string, Target>} columns By the words of the header, or by numbers from 1.
 * @param {readonly string[] | undefined} header
 * @param {number} width Columns that the file has.
 * @returns {Place[]}
 */
export function placesOf(columns, header, width) {
  /** @type {Map<string, string>} */
  const taken = new Map();
  return Object.entries(columns).map(([name, target]) => {
    const place = placeOf(name, checked(name, target));
    const other = taken.get(place.to);
    if (other !== undefined) {
      refuse(`checkRows: the columns "${other}" and "${name}" both belong at "${place.to}".`);
    }
    taken.set(place.to, name);
    return { ...place, column: columnOf(name, header, width) };
  });
}

/**
 * @param {string} name
 * @param {any} target
 * @returns {Target}
 */
function checked(name, target) {
  const { to, as } = typeof target === "string" ? { to: target } : (target ?? {});
  if (typeof to === "string" && to && ["boolean", "number", undefined].includes(as)) return target;
  return refuse(
    `checkRows: columns["${name}"] must be a place in the input, such as "phone" or "traits.name", ` +
      'or { to: "traits.total", as: "number" }, or "boolean".',
  );
}

/**
 * @param {string} name
 * @param {readonly string[] | undefined} header
 * @param {number} width
 * @returns {number}
 */
function columnOf(name, header, width) {
  const exact = (header ?? []).flatMap((cell, at) => (cell === name ? [at] : []));
  const alike = (header ?? []).flatMap((cell, at) => (isSame(cell, name) ? [at] : []));
  const [found, another] = exact.length > 0 ? exact : alike;
  if (another !== undefined) {
    refuse(
      `checkRows: two columns are called "${name}". Name the one that you mean by its number, ` +
        `such as { ${another + 1}: … }.`,
    );
  }
  if (found !== undefined) return found;
  if (/^0*[1-9]\d{0,4}$/.test(name) && Number(name) <= width) return Number(name) - 1;
  if (!header) {
    refuse(
      `checkRows: the file has no header with "${name}". Name columns by their numbers, from 1 to ` +
        `${width}, or say header: true.`,
    );
  }
  const meant = nearest(name, header);
  const instead = meant ? `Did you mean "${meant}"?` : `It has ${quoted(header)}.`;
  return refuse(`checkRows: the file has no column "${name}". ${instead}`);
}

/**
 * What a column is called: by its number where it has no name, or shares it. Where another is called
 * by that number, there are zeros in front of it.
 *
 * @param {readonly string[] | undefined} header
 * @param {number} at
 */
export function nameAt(header, at) {
  const name = header?.[at];
  const isOwn = name && header.filter((other) => other === name).length === 1;
  if (isOwn) return name;
  let number = String(at + 1);
  while (header?.some((other) => isSame(other, number))) number = `0${number}`;
  return number;
}

/** Columns that are named in a message. */
const SHOWN = 12;

/** @param {readonly string[]} names */
export const quoted = (names) =>
  names
    .slice(0, SHOWN)
    .map((name) => `"${name.slice(0, 40)}"`)
    .join(", ") + (names.length > SHOWN ? ", …" : "");

/** @param {Place} place Whether it is read together with another into a recipient. */
export const isOfPhone = ({ to }) => to === PHONE || to === COUNTRY;
