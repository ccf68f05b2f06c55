/** Which column of a file an issue of an input is about. */
import { COUNTRY, PHONE, RECIPIENTS } from "./form-fields.js";
import { isOfPhone } from "./rows-place.js";

/** @typedef {import("./errors.js").Issue & { column?: string }} Issue */

/** Where what is said of a phone is said. */
const OF_PHONE = ["phoneNumber"];

/**
 * @param {Pick<import("./rows-look.js").Plan, "names" | "places" | "delimiter">} plan
 * @returns {(issue: Issue) => Issue}
 */
export function createPlacing({ names, places, delimiter }) {
  const nameAt = (/** @type {number} */ at) => names[at] ?? String(at + 1);
  const named = places.map((place) => ({ ...place, name: nameAt(place.column) }));
  const phone = named.find(({ to }) => to === PHONE);
  const country = named.find(({ to }) => to === COUNTRY);
  const whom = phone ?? named.find(({ to }) => RECIPIENTS.includes(to));

  /** @type {(code: string, path: Issue["path"]) => { name: string } | undefined} */
  function columnOf(code, path) {
    const [first] = path;
    if (first === undefined) {
      return /^recipient\.|^row\.(duplicate|seen)$/.test(code) ? whom : undefined;
    }
    if (first === "countryCode" && country) return country;
    if (phone && RECIPIENTS.includes(String(first))) return phone;
    return named.find((place) => {
      return place.path.every((step, depth) => String(step) === String(path[depth]));
    });
  }

  return (issue) => {
    const { code, path } = issue;
    const [first] = path;
    if (delimiter === undefined) return issue;
    if (path.length === 1 && typeof first === "number") {
      // What is about a cell as such has its column for a path.
      const place = named.find(({ column }) => column === first);
      const own = place && isOfPhone(place) ? OF_PHONE : (place?.path ?? []);
      return { ...issue, path: [...own], column: nameAt(first) };
    }
    const column = columnOf(code, path)?.name;
    return column === undefined ? issue : { ...issue, column };
  };
}
