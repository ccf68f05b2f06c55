/** Which column of a file is for what. */
import { COUNTRY, PHONE, placeOf } from "./form-fields.js";
import { nearest, refuse } from "./options.js";
import { folded } from "./rows-sniff.js";

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
  const columnOf = createFinder(header, width);
  const places = Object.entries(columns).map(([name, target]) => {
    const place = placeOf(name, checked(name, target));
    return { ...place, column: columnOf(name) };
  });
  mustBeApart(places);
  return places;
}

/** What a column of phones fills. */
const OF_PHONE = ["phoneNumber", "countryCode", "fullPhoneNumber"];

/**
 * What is put at a place, or around it, takes away what is there.
 *
 * @param {readonly Place[]} places
 */
function mustBeApart(places) {
  /** @type {Map<string, Place>} */
  const taken = new Map();
  for (const place of places) {
    const other = taken.get(keyOf(place.path));
    if (other) {
      refuse(
        `checkRows: the columns "${other.name}" and "${place.name}" both belong at "${place.to}".`,
      );
    }
    taken.set(keyOf(place.path), place);
  }
  const phone = taken.get(PHONE);
  for (const { name, to, path } of places) {
    if (phone && OF_PHONE.includes(to)) mustNotMeet(phone.name, name, `"phone" fills "${to}" too`);
    if (to === COUNTRY) {
      if (phone) continue;
      refuse(
        `checkRows: the column "${name}" is a "phone.country", but no column is a "phone", which ` +
          'it is the country of. Beside a "phoneNumber" is a "countryCode".',
      );
    }
    for (let depth = 1; depth < path.length; depth += 1) {
      const around = taken.get(keyOf(path.slice(0, depth)));
      if (around) mustNotMeet(around.name, name, `"${to}" is in "${around.to}"`);
    }
  }
}

/** @param {readonly (string | number)[]} path */
const keyOf = (path) => path.join("\0");

/** @type {(one: string, other: string, why: string) => never} */
const mustNotMeet = (one, other, why) =>
  refuse(`checkRows: the columns "${one}" and "${other}" do not go together: ${why}.`);

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
 * @param {readonly string[] | undefined} header
 * @param {number} width
 * @returns {(name: string) => number}
 */
function createFinder(header, width) {
  const exact = positionsIn(header ?? []);
  const alike = positionsIn((header ?? []).map(folded));

  return (name) => {
    const [found, another] = exact.get(name) ?? alike.get(folded(name)) ?? [];
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
        `checkRows: the file has no header with "${name}". Name columns by their numbers, from 1 ` +
          `to ${width}, or say header: true.`,
      );
    }
    const meant = nearest(name, header);
    const instead = meant ? `Did you mean "${meant}"?` : `It has ${quoted(header)}.`;
    return refuse(`checkRows: the file has no column "${name}". ${instead}`);
  };
}

/** @param {readonly string[]} names */
function positionsIn(names) {
  /** @type {Map<string, number[]>} */
  const positions = new Map();
  for (const [at, name] of names.entries()) {
    const own = positions.get(name);
    if (own) own.push(at);
    else positions.set(name, [at]);
  }
  return positions;
}

/**
 * What columns are called: by its number where one has no name, or shares it. Where another is called
 * by that number, there are zeros in front of it.
 *
 * @param {readonly string[] | undefined} header
 * @param {number} width
 */
export function namesOf(header, width) {
  const exact = positionsIn(header ?? []);
  const alike = new Set(header?.map(folded));
  return Array.from({ length: width }, (_, at) => {
    const name = header?.[at];
    if (name && exact.get(name)?.length === 1) return name;
    let number = String(at + 1);
    while (alike.has(number)) number = `0${number}`;
    return number;
  });
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
