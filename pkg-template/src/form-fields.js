/** The fields of a form: where the value of each belongs, and what it is. */
import { nameOf, pathOf } from "./form-names.js";
import { arePairs, clean, endsOf, readValues } from "./form-values.js";

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

/** The trait that says whether the customer agrees to messages: Interakt knows it as a boolean. */
const CONSENT = "traits.whatsapp_opted_in";

/**
 * @param {string} name
 * @param {Target} target
 * @returns {Place}
 */
export function placeOf(name, target) {
  const { to, as } = typeof target === "string" ? { to: target, as: "" } : target;
  const type = as || (to === CONSENT ? "boolean" : "");
  return { name, to, path: pathOf(to), own: [name], as: type };
}

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
 * @param {readonly string[]} required Names that may be missed.
 * @returns {Field[]}
 */
export function fieldsIn(values, required) {
  const given = readValues(values);
  for (const name of required) if (!given.has(name)) given.set(name, undefined);
  return [...given].flatMap(([name, value]) => {
    const start = pathOf(name);
    const ends = arePairs(values) ? [{ path: start, value }] : endsOf(value, start);
    return ends.map(({ path, value }) => {
      const to = nameOf(path);
      const own = to === PHONE || to === COUNTRY ? [to] : path;
      return { ...placeOf(to, to), path, own, value: clean(value) };
    });
  });
}
