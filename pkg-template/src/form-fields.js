/** The fields of a form: where the value of each belongs, and what it is. */
import { nameOf, pathOf } from "./form-names.js";
import { arePairs, clean, endsOf, MOST_ENDS, readValues } from "./form-values.js";
import { refuse } from "./options.js";

/**
 * @typedef {import("./form-names.js").Path} Path
 * @typedef {string | { to: string, as: string }} Target
 *
 * @typedef {object} Place A field and where it belongs.
 * @property {string} name
 * @property {string} to The path of an input. `phone` and `phone.country` are read together.
 * @property {Path} path The same, step by step.
 * @property {Path} own Where issues about it are.
 * @property {string} as The type that a text is turned into; empty: the one that the input takes.
 *
 * @typedef {Place & { value: any }} Field With what it holds.
 */

export const PHONE = "phone";
export const COUNTRY = "phone.country";

/** Where an input says whom it is about: what is said of that belongs to the phone, where there is one. */
export const RECIPIENTS = ["phoneNumber", "fullPhoneNumber", "userId", "countryCode"];

/** The trait that says whether the customer agrees to messages: Interakt knows it as a boolean. */
const CONSENT = "traits.whatsapp_opted_in";

/**
 * @param {string} name
 * @param {Target} target
 * @returns {Place}
 */
export function placeOf(name, target) {
  const { to, as = "" } = typeof target === "string" ? { to: target } : (target ?? {});
  if (typeof to !== "string") refuse(`formOf: fields.${name} must be a path.`);
  if (!/^(boolean|number)?$/.test(as))
    refuse(`formOf: fields.${name}.as is "boolean" or "number".`);
  const path = pathOf(to);
  return { name, to, path, own: [name], as: as || typeAt(nameOf(path)) };
}

/** @param {string} to The path of an input. */
const typeAt = (to) => (to === CONSENT ? "boolean" : "");

/**
 * @param {string} to
 * @param {Path} path The same, step by step.
 * @returns {Path} Where issues are, of a form whose names are paths.
 */
const ownOf = (to, path) => (to === PHONE || to === COUNTRY ? [to] : path);

/**
 * @param {unknown} values
 * @param {readonly Place[]} places
 * @returns {Field[]}
 */
export function fieldsAt(values, places) {
  const given = readValues(values);
  return places.map((place) => ({ ...place, value: clean(given.get(place.name)) }));
}

/**
 * The fields of a form without `fields`: each name is a path, and in objects and lists it goes on.
 *
 * @param {any} values
 * @param {readonly string[]} required Names that are asked for in any case.
 * @returns {Field[]}
 */
export function fieldsIn(values, required) {
  const isMany = arePairs(values);
  const room = { left: MOST_ENDS, whole: new Set() };
  const fields = [...readValues(values)].flatMap(([name, value]) => {
    const start = pathOf(name);
    const ends = isMany ? [{ path: start, value }] : endsOf(value, start, room);
    return ends.map(({ path, value }) => {
      const to = nameOf(path);
      return {
        name: to,
        to,
        path,
        own: ownOf(to, path),
        as: typeAt(to),
        // A list that was not opened is left to the validator: it can be there many times over.
        value: isMany || !Array.isArray(value) ? clean(value) : value,
      };
    });
  });
  for (const wanted of required) {
    // It may be an object or a list, of which there are the ends.
    const isThere = fields.some(({ name, value }) => {
      const rest = name.startsWith(wanted) ? name.slice(wanted.length) : "-";
      return rest === "" || (value !== undefined && /^[.[]/.test(rest));
    });
    if (isThere) continue;
    const place = placeOf(wanted, wanted);
    fields.push({ ...place, own: ownOf(wanted, place.path), value: undefined });
  }
  return fields;
}
